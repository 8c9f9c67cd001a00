"""What a brief rests on, as far as its readers may be told."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.signing import with_words
from nutgraf.checks.unread_documents import Described, unread_documents
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.model import Claim, Document, Grounds, Role, StoryGrounds

_UNREAD = "secondary-only"
_SECTIONS = frozenset(Role)


def grounds(case: Case) -> Grounds:
    """The grounds of a brief by its claims, of which only those count that go out.

    A document is left out that the brief itself speaks of as read or unread, or of which a stet
    says why it is let stand.
    """
    out = [judged for judged in case.claims if judged.statement.role is not Role.NOTES]
    described = tuple(unread_documents(case))
    stand = {one.kind for one in described if _is_let_stand(case, one)}
    unread = [one for one in described if one.kind not in stand]
    claims = tuple(judged.claim for judged in out)
    if case.record.given.verifications:
        claims = with_words(claims, case.matters)
    told = [one for one in claims if _counts(one)]
    return Grounds(
        stories=tuple(
            _of_story(case, number, out, unread) for number in range(len(case.brief.stories))
        ),
        statements=len(told),
        sources=len(case.pack.sources),
        verified=sum(one.verified is not None for one in told),
    )


def _counts(claim: Claim) -> bool:
    """Whether it was compared with a source, or a person did it: else nothing was checked."""
    return claim.verdict not in ("not checked", "uncited") or claim.verified is not None


def _of_story(
    case: Case, number: int, out: Sequence[JudgedClaim], unread: Sequence[Described]
) -> StoryGrounds:
    own = [one for one in out if _is_of(one, number)]
    carrying = {source for one in own for source in one.claim.carried_by}
    ids = {one.claim.id for one in own}
    sources = tuple(one.source.id for one in case.pack if one.source.id in carrying)
    documents: dict[str, Document] = {}
    for one in unread:
        if one.told is not None and one.judged.claim.id in ids:
            documents.setdefault(one.kind, one.told)
    return StoryGrounds(sources, case.pack.origins.roots(sources), tuple(documents.values()))


def _is_of(judged: JudgedClaim, story: int) -> bool:
    """Whether a claim is of a story; what the front matter says is of the whole brief."""
    return judged.statement.story == story and judged.statement.role in _SECTIONS


def _is_let_stand(case: Case, one: Described) -> bool:
    """Whether an editor has said, with a reason, that it need not be told."""
    place = one.judged.claim.place
    return any(
        stet.rule == _UNREAD
        and stet.reason
        and (
            stet.covers is None
            or (
                stet.covers.path == place.path
                and stet.covers.start < place.end
                and place.start < stet.covers.end
            )
        )
        for stet in case.brief.stets
    )
