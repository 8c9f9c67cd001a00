"""Who says it, in the words around a quotation: speaker, role, verb, and to whom.

All functions take a text whose quoted words are blanked out and a span of it, and give spans of
that same text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.language.named_behind import subject
from nutgraf.language.noun_phrases import (
    AUXILIARIES,
    BLANK,
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    apposition,
    begins_subject,
    head,
    hearer,
    is_adverb,
    is_cue,
    of_phrase,
    phrase_ending,
    span,
    tokenize,
)
from nutgraf.language.roles import CALENDAR, GROUPS, ROLE_QUALIFIERS, ROLES

Span = tuple[int, int]

_LONGEST = 60  # tokens in which an attribution is looked for


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of the speaker as written, the role, the verb or phrase of saying, the hearer."""

    speaker: Span | None
    role: Span | None = None
    cue: Span | None = None
    to: Span | None = None


def after(text: str, start: int, end: int) -> Attribution | None:
    """The attribution that begins at `start`, right behind a closing mark, or None.

    `… Ann Lee, a judge, said`, `… said Ann Lee, a judge`, `… according to Ann Lee`.
    """
    tokens = tokenize(text, start, end)[:_LONGEST]
    at = 0
    while at < len(tokens) and tokens[at].text in ",—–-":
        at += 1
    if at == len(tokens):
        return None
    if tokens[at].small in ("according", "per"):
        first = at + (2 if tokens[at].small == "according" else 1)
        return _forward(tokens, first, (tokens[at].start, tokens[min(first, len(tokens)) - 1].end))
    if is_cue(tokens, at):
        return _forward(tokens, at + 1, tokens[at].span)
    return _subject_then_cue(tokens, at)


def trailing(text: str, start: int, end: int) -> Attribution | None:
    """An attribution in the last part of a sentence: `…, the filing said.`"""
    tokens = tokenize(text, start, end)
    commas = [i for i, token in enumerate(tokens) if token.text == ","]
    for comma in reversed(commas[-3:]):
        if comma + 1 >= len(tokens):
            continue
        if tokens[comma + 1].small == "according":
            return after(text, tokens[comma].end, end)
        if is_cue(tokens, comma + 1) and tokens[comma + 1].text not in _participles(tokens):
            return _forward(tokens, comma + 2, tokens[comma + 1].span)
        found = _subject_then_cue(tokens, comma + 1)
        if found is not None:
            return found
    return None


def _participles(tokens: Sequence[Token]) -> set[str]:
    return {token.text for token in tokens if token.text.endswith("ing")}


def _subject_then_cue(tokens: Sequence[Token], at: int) -> Attribution | None:
    first = tokens[at] if at < len(tokens) else None
    if first is None or not first.word or first.small in PREPOSITIONS | CALENDAR:
        return None
    plain = begins_subject(tokens, at)
    relative = False
    for i in range(at + 1, min(len(tokens), at + 45)):
        token = tokens[i]
        if token.text in ";:.?!" or BLANK in token.text:
            return None
        if token.text == ",":
            relative = False
        elif token.small in ("who", "which", "whose", "that"):
            relative = True
        elif not relative and is_cue(tokens, i):
            if token.text.endswith("ing") and tokens[i - 1].small not in ("as", "heard"):
                continue
            if not plain and not _office_and_name(tokens, at, i):
                return None
            return _left_of_cue(tokens, at, i)
    return None


def _office_and_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """`centre back Ann Lee`: some words in small letters and then a name, and nothing else."""
    end = min(end, len(tokens))
    capitals = next((i for i in range(start, end) if tokens[i].capital), end)
    rest = [token for token in tokens[capitals:end] if token.small not in AUXILIARIES]
    small = all(
        t.word and t.small not in PREPOSITIONS | AUXILIARIES | PRONOUNS
        for t in tokens[start:capitals]
    )
    return small and 0 < capitals - start <= 5 and all(token.capital for token in rest[:1])


def _left_of_cue(tokens: Sequence[Token], at: int, cue: int) -> Attribution | None:
    """The subject that fills `tokens[at:cue]`: a head, and what comes between commas behind it."""
    last = cue
    while last > at and (tokens[last - 1].small in AUXILIARIES or is_adverb(tokens[last - 1])):
        last -= 1
    if last == at:
        return None
    comma = next((i for i in range(at, last) if tokens[i].text in ",(—–"), last)
    if comma - at > 14 or comma == at:
        return None
    behind = apposition(tokens, comma + 1, last) if comma < last else None
    return Attribution(*subject(tokens, at, comma, behind), tokens[cue].span, hearer(tokens, cue))


def _forward(tokens: Sequence[Token], at: int, cue: Span) -> Attribution | None:
    """The noun phrase that begins at `at`, behind a verb of saying."""
    if at >= len(tokens) or not tokens[at].word or tokens[at].small in CALENDAR:
        return None
    if not begins_subject(tokens, at) and not _office_and_name(tokens, at, at + 7):
        return None
    end = at
    while end < len(tokens) and tokens[end].word and end - at < 14:
        token = tokens[end]
        if end > at and token.small in PREPOSITIONS and not of_phrase(tokens, end):
            break
        if end > at and (token.small in CALENDAR or is_adverb(token)):
            break
        if end > at and is_cue(tokens, end):
            break
        end += 1
    going_on = end < len(tokens) and tokens[end].text in ",("
    behind = apposition(tokens, end + 1, len(tokens)) if going_on else None
    return Attribution(*subject(tokens, at, end, behind), cue, hearer(tokens, end - 1))


def before(text: str, start: int, end: int, *, direct: bool) -> Attribution | None:
    """The attribution in the words of the sentence that stand before an opening mark.

    `direct`: look only for one that leads straight to the mark (`…, saying, “`); otherwise the
    first verb of saying that governs the sentence counts.
    """
    tokens = tokenize(text, start, end)[-2 * _LONGEST :]
    while tokens and not tokens[0].word:
        tokens.pop(0)  # a bullet
    cues = [i for i in range(len(tokens)) if is_cue(tokens, i)]
    if direct:
        return _direct(tokens, cues)
    according = _according(tokens)
    if according is not None:
        return according
    for cue in sorted(cues, key=lambda i: _in_relative_clause(tokens, i)):
        found = _subject_of(tokens, cue, cues)
        if found is not None:
            return found
    return None


def _in_relative_clause(tokens: Sequence[Token], cue: int) -> bool:
    return cue > 0 and tokens[cue - 1].small in ("who", "which", "that")


def _direct(tokens: Sequence[Token], cues: Sequence[int]) -> Attribution | None:
    if len(tokens) > 1 and tokens[-1].text == ":" and tokens[-2].capital:
        label = _label(tokens)
        if label is not None:
            return label
    if cues and _leads_on(tokens, cues[-1]):
        return _subject_of(tokens, cues[-1], cues)
    if tokens and tokens[-1].text in ":,":
        according = _according(tokens)
        if according is not None:
            return according
    if len(tokens) > 1 and tokens[-1].text == ":":
        return _label(tokens) or _main_subject(tokens, len(tokens) - 1, (), tokens[-1].span)
    return None


def _leads_on(tokens: Sequence[Token], cue: int) -> bool:
    """Whether nothing but the hearer and the place of saying stands between verb and mark."""
    gap = tokens[cue + 1 :]
    if len(gap) <= 3 or gap[-1].text in ":," or gap[-1].small in ("that", "as"):
        return True
    return any(t.small in ("statement", "interview", "letter", "email", "memo") for t in gap[-3:])


def _label(tokens: Sequence[Token]) -> Attribution | None:
    """`Ann Lee:` or `THE VOTE - Ann Lee:`: a name before a colon, with no verb of saying."""
    dash = max((i for i, token in enumerate(tokens) if token.text in "—–-"), default=-1)
    tokens = tokens[dash + 1 :]
    if any(is_cue(tokens, i) for i in range(len(tokens))):
        return None
    if not 2 <= len(tokens) <= 9 or not tokens[0].capital:
        return None
    end = next((i for i in range(len(tokens)) if not _in_name(tokens, i, 0)), len(tokens))
    if tokens[end].word and tokens[end].small not in PREPOSITIONS:
        return None
    return _forward(tokens[:-1], 0, tokens[-1].span)


def _according(tokens: Sequence[Token]) -> Attribution | None:
    for i in range(len(tokens) - 2):
        if tokens[i].small == "according" and tokens[i + 1].small == "to":
            return _forward(tokens, i + 2, (tokens[i].start, tokens[i + 1].end))
    return None


def _subject_of(tokens: Sequence[Token], cue: int, cues: Sequence[int]) -> Attribution | None:
    """Subject and hearer of the verb of saying at `cue`."""
    last = cue
    passive = False
    while last > 0 and (tokens[last - 1].small in AUXILIARIES or is_adverb(tokens[last - 1])):
        last -= 1
        passive = passive or tokens[last].small in ("was", "were", "been", "being")
    if passive and not tokens[cue].text.endswith("ing"):
        return None
    span = tokens[cue].span
    previous = tokens[last - 1] if last else None
    if (
        previous is None
        or (tokens[cue].text.endswith("ing") and not _acts(tokens, last))
        or previous.small in ("and", "but", "to", "or", "by", "for")
    ):
        return _main_subject(tokens, cue, cues, span)
    if previous.small in ("who", "which", "that"):
        last -= 1
        if last and tokens[last - 1].text == ",":
            last -= 1
    elif previous.text == ",":
        return _before_apposition(tokens, last - 1, cue, span)
    found = phrase_ending(tokens, last)
    if found is None:
        return None
    speaker, role = head(tokens, found, last)
    return Attribution(speaker, role, span, hearer(tokens, cue))


def _acts(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name right before a participle is its subject: `footage of Ann Lee asking`."""
    start = phrase_ending(tokens, end)
    if start is None or not tokens[end - 1].capital or tokens[end - 1].small in CALENDAR:
        return False
    return start == 0 or tokens[start - 1].small in ("of", "with", "showed", "shows", "and")


def _main_subject(
    tokens: Sequence[Token], cue: int, cues: Sequence[int], span: Span
) -> Attribution | None:
    """The subject of the sentence's first verb: an earlier verb of saying's, or the first name."""
    for earlier in cues:
        if earlier >= cue:
            break
        if not tokens[earlier].text.endswith("ing"):
            found = _subject_of(tokens, earlier, cues)
            if found is not None:
                return Attribution(found.speaker, found.role, span, hearer(tokens, cue))
    at = 0
    if tokens[0].small in PREPOSITIONS:
        at = next((i + 1 for i in range(cue) if tokens[i].text == ","), 0)
    while at < cue and (not tokens[at].word or tokens[at].small in ("but", "and", "yet", "then")):
        at += 1
    end = at
    while end < cue and tokens[end].word and _in_name(tokens, end, at):
        end += 1
    if all(token.small in DETERMINERS for token in tokens[at:end]):
        return None
    if end == at or not begins_subject(tokens, at):
        return None
    going_on = end < cue and tokens[end].text == ","
    behind = apposition(tokens, end + 1, cue) if going_on else None
    return Attribution(*subject(tokens, at, end, behind), span, hearer(tokens, cue))


def _in_name(tokens: Sequence[Token], at: int, start: int) -> bool:
    token = tokens[at]
    if token.capital or token.small in ROLE_QUALIFIERS or token.bare in ROLES | GROUPS:
        return True
    if token.small in DETERMINERS or token.small in PRONOUNS:
        return at == start
    return (token.small in PARTICLES and of_phrase(tokens, at)) or (
        at - start <= 2 and tokens[start].small in DETERMINERS and _noun_ahead(tokens, at)
    )


def _noun_ahead(tokens: Sequence[Token], at: int) -> bool:
    return any(token.bare in ROLES | GROUPS for token in tokens[at + 1 : at + 3])


def _before_apposition(
    tokens: Sequence[Token], comma: int, cue: int, span: Span
) -> Attribution | None:
    """`Ann Lee, 83, of Ohio, said`: back over the parts between commas to the one with the name."""
    end = comma
    while end > 0 and comma - end < 40:
        start = _part_start(tokens, end)
        found = phrase_ending(tokens, end)
        if found is not None and _is_named(tokens, max(found, start), end):
            speaker, role = head(tokens, max(found, start), end)
            if role is None and end < comma:
                role = apposition(tokens, end + 1, comma)
            return Attribution(speaker, role, span, hearer(tokens, cue))
        end = start - 1
    return None


def _part_start(tokens: Sequence[Token], end: int) -> int:
    """Where the part between commas or dashes begins that ends before `end`."""
    while end > 0 and tokens[end - 1].text not in ",;:—–":
        end -= 1
    return end


def _is_named(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether `tokens[start:end]` names somebody: not a place or a profession by itself."""
    if start >= end or tokens[start].small in ("of", "who", "which", "a", "an"):
        return False
    before = tokens[start - 1] if start else None
    if before is not None and before.word:
        return before.small in ("when", "and", "but", "while", "as", "that")
    if start and _names_a_place(tokens, start - 1):
        return False
    capitals = sum(token.capital for token in tokens[start:end])
    return capitals > 1 or (capitals == 1 and (start == 0 or end - start == 1))


def _names_a_place(tokens: Sequence[Token], end: int) -> bool:
    """Whether the part that ends at `end` says where, so that a state may come next."""
    start = _part_start(tokens, end)
    introductory = start == 0 and tokens[0].small in PREPOSITIONS
    if start == end or introductory or not tokens[end - 1].capital:
        return False
    return any(token.small in ("of", "in", "from", "at", "near") for token in tokens[start:end])


def role_of(text: str, around: Span, name: Span) -> Span | None:
    """The role written at a name: in front of it, or between commas or brackets behind it."""
    tokens = tokenize(text, *around)
    first = next((i for i, token in enumerate(tokens) if token.start >= name[0]), len(tokens))
    last = next((i for i, token in enumerate(tokens) if token.start >= name[1]), len(tokens))
    start = phrase_ending(tokens, first)
    if start is not None and start < first and any(t.bare in ROLES for t in tokens[start:first]):
        while tokens[start].small in DETERMINERS and start < first - 1:
            start += 1
        return span(tokens, start, first)
    if last + 1 < len(tokens) and tokens[last].text in (",", "("):
        role = apposition(tokens, last + 1, len(tokens))
        words = [] if role is None else tokenize(text, *role)
        if _is_a_charge(words):
            return None
        return role if any(token.bare in ROLES for token in words) else None
    return None


def _is_a_charge(words: Sequence[Token]) -> bool:
    """`They accused the owner, Ann Lee, of breaking a promise to the player` says no office."""
    return len(words) > 1 and words[0].small == "of" and words[1].text.endswith("ing")


def cues(text: str, start: int, end: int) -> int:
    """How many verbs of saying stand in `text[start:end]`."""
    tokens = tokenize(text, start, end)
    return sum(is_cue(tokens, i) for i in range(len(tokens)))
