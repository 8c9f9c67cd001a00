"""stale-verification: what was verified is not what stands there now."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.bare import bare
from nutgraf.model import Evidence, Matter, Place, Stale

_MOST = 160  # characters of what was verified
_FEW = 8  # words: a longer change is shown as a whole


def check(case: Case) -> Iterator[Found]:
    for matter in case.matters:
        stale = matter.stale
        if stale is not None:
            yield Found(
                matter.place if stale.source else _changed_place(case, matter, stale),
                _message(stale),
                "verify it again: nutgraf verify, or put the words back",
                evidence=tuple(_now(case, matter, stale)),
                claim=matter.claims[0],
            )


def _message(stale: Stale) -> str:
    who = stale.word.by.partition(" <")[0]
    if not stale.now:
        return f"{who} verified “{_short(stale.was)}”, which is nowhere in {stale.source} now"
    where = f" in {stale.source}" if stale.source else ""
    old, new = changed(stale.was, stale.now)
    if max(len(old.split()), len(new.split())) > _FEW:
        return f"{who} verified “{_short(stale.was)}”{where}, and there are other words now"
    if not old:
        return f"{who} verified this{where} without “{new}”"
    if not new:
        return f"{who} verified this{where} with “{old}”, which is gone"
    return f"{who} verified this{where} with “{old}”, which is “{new}” now"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _MOST else f"{said[:_MOST].rpartition(' ')[0]} …"


def changed(was: str, now: str) -> tuple[str, str]:
    """The words of one text that another has otherwise, and those that it has instead."""
    old, new = was.split(), now.split()
    while old and new and bare(old[0]) == bare(new[0]):
        del old[0], new[0]
    while old and new and bare(old[-1]) == bare(new[-1]):
        del old[-1], new[-1]
    return " ".join(old), " ".join(new)


def _changed_place(case: Case, matter: Matter, stale: Stale) -> Place:
    """The words that are not those that were verified, where they stand as one."""
    new = changed(stale.was, stale.now)[1]
    for file in (case.brief.file, *case.brief.embedded):
        if file.path == matter.place.path and new:
            at = file.text.find(new, matter.place.start, matter.place.end)
            if at >= 0:
                return file.place(at, at + len(new))
    return matter.place


def _now(case: Case, matter: Matter, stale: Stale) -> Iterator[Evidence]:
    """What the source has there now; for words of the brief, what they rest on."""
    if not stale.source:
        yield from matter.evidence[:1]
        return
    source = case.pack.sources.get(stale.source.casefold())
    if source is None or not stale.now:
        return
    body = source.source.body
    at = body.find(stale.now)
    new = changed(stale.was, stale.now)[1]
    words = body.find(new, at) if at >= 0 and new else -1
    if words >= 0:
        yield source.evidence(words, words + len(new))
    elif at >= 0:
        yield source.evidence(at, at + len(stale.now))


_REPORT = (
    "---\ntitle: Ferry counts\n---\n"
    "The harbour office counted 1,240 passengers on Saturday. Boats sail every hour.\n"
)
_VERIFIED = (
    '- {said: verified, by: "Tom Adair", at: 2025-03-06T16:02:11+00:00, how: captured page, '
    'words: "The harbour office counted 1,240 passengers on Saturday.", claim: 85d65c00fc485f0f, '
    'passages: [{source: "report", hash: 85d65c00fc485f0f, '
    'text: "The harbour office counted 1,240 passengers on Saturday."}]}\n'
)

RULE = Rule(
    name="stale-verification",
    family="process",
    severity="error",
    decided="code",
    law="What a person has verified goes out in the words that they have verified, and so does "
    "the passage that it rests on.",
    why="“Read twice” is only worth something of the words that were read: the last edit before "
    "sending is the one that nobody looks at.",
    bad=Example(
        "---\ntitle: The ferries\ndate: 2025-03-07\n---\n## Summary\n\n"
        "The harbour office counted 1,240 passengers in all on Saturday. [@report]\n",
        {"report": _REPORT},
        beside={"briefs/example.verified.yaml": _VERIFIED},
    ),
    good=Example(
        "---\ntitle: The ferries\ndate: 2025-03-07\n---\n## Summary\n\n"
        "The harbour office counted 1,240 passengers, on Saturday. [@report]\n",
        {"report": _REPORT},
        beside={"briefs/example.verified.yaml": _VERIFIED},
    ),
    check=check,
)
