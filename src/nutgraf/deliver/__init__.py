"""From digests to readers."""
