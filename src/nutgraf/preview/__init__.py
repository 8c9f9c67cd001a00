"""The local server of `nutgraf preview`: the draft, its digests and its evidence, live."""
