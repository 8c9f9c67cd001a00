"""Who says it, in the words around a quotation: speaker, role, verb, and to whom.

All functions take a text whose quoted words are blanked out and a span of it, and give spans of
that same text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.language.abbreviations import BEFORE_A_NAME, STARTERS
from nutgraf.language.cue_verbs import AFTER_A_NAME, CUE_VERBS, NAMING_VERBS, NOT_AS_CUES
from nutgraf.language.roles import CALENDAR, GROUPS, ROLE_QUALIFIERS, ROLES, TITLES

Span = tuple[int, int]

BLANK = "\ue000"
"""Stands for each character inside quotation marks."""

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&/@-]+[^\W_]+)*(?:(?<=[A-Z])\.)?|\.{3}|[^\w\s]")
_LONGEST = 60  # tokens in which an attribution is looked for

_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who"])
_DETERMINERS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "one", "another", "some", "several", "many"]
    + ["two", "three", "four", "both", "these", "those", "other", "our", "my"]
)
_AUXILIARIES = frozenset(
    ["has", "had", "have", "also", "later", "then", "first", "recently", "once", "further"]
    + ["would", "will", "did", "does", "still", "often", "now", "again", "even", "just", "always"]
    + ["never", "is", "was", "are", "were", "be", "been", "being", "as", "quoted", "could", "may"]
    + ["might", "too", "famously", "soon", "previously", "himself", "herself", "themselves"]
)
_PREPOSITIONS = frozenset(
    ["in", "on", "at", "during", "after", "before", "when", "while", "as", "to", "that", "about"]
    + ["by", "from", "with", "for", "who", "which", "and", "but", "or", "if", "because", "since"]
    + ["against", "over", "under", "into", "through", "where", "although", "though", "despite"]
    + ["following", "regarding", "concerning", "than", "between", "outside", "inside", "near"]
)
_PARTICLES = frozenset(["of", "for", "de", "la", "van", "von", "der", "bin", "al", "el", "the", "&"])
_SENTENCE_PARTS = frozenset(",;:—–-()")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of the speaker as written, the role, the verb or phrase of saying, the hearer."""

    speaker: Span | None
    role: Span | None = None
    cue: Span | None = None
    to: Span | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def small(self) -> str:
        return self.text.lower().rstrip(".")

    @property
    def bare(self) -> str:
        """Without a possessive ending."""
        return re.sub(r"['’]s?$", "", self.small)

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """Words and marks; the full stop of a title or an initial belongs to its word."""
    tokens: list[_Token] = []
    for found in _TOKEN.finditer(text, start, end):
        token = _Token(found.start(), found.end(), found[0])
        if token.text == "." and tokens and tokens[-1].end == token.start:
            last = tokens[-1]
            if last.small in BEFORE_A_NAME or last.small in ("jr", "sr", "st"):
                tokens[-1] = _Token(last.start, token.end, last.text + ".")
                continue
        tokens.append(token)
    return tokens


def _is_cue(tokens: Sequence[_Token], at: int) -> bool:
    """Whether the word at `at` is a verb of saying, and not a noun of the same form."""
    word = tokens[at].text
    if word not in CUE_VERBS and word not in NAMING_VERBS:
        return False
    if word in NOT_AS_CUES or at == 0:
        return word not in NOT_AS_CUES
    before = tokens[at - 1]
    if word in AFTER_A_NAME:
        named = before.capital and before.small != "united"
        known = before.bare in ROLES | GROUPS or before.small in _PRONOUNS | {"also"}
        return named or known
    return before.small not in _DETERMINERS or before.small in ("one", "another", "both")


# --- after the quotation -------------------------------------------------------------------------


def after(text: str, start: int, end: int) -> Attribution | None:
    """The attribution that begins at `start`, right behind a closing mark, or None.

    `… Ann Lee, a judge, said`, `… said Ann Lee, a judge`, `… according to Ann Lee`.
    """
    tokens = _tokens(text, start, end)[:_LONGEST]
    at = 0
    while at < len(tokens) and tokens[at].text in ",—–-":
        at += 1
    if at == len(tokens):
        return None
    if tokens[at].small in ("according", "per"):
        first = at + (2 if tokens[at].small == "according" else 1)
        return _forward(tokens, first, (tokens[at].start, tokens[min(first, len(tokens)) - 1].end))
    if _is_cue(tokens, at):
        return _forward(tokens, at + 1, (tokens[at].start, tokens[at].end))
    return _subject_then_cue(tokens, at)


def trailing(text: str, start: int, end: int) -> Attribution | None:
    """An attribution in the last part of a sentence: `…, the filing said.`"""
    tokens = _tokens(text, start, end)
    commas = [i for i, token in enumerate(tokens) if token.text == ","]
    for comma in reversed(commas[-3:]):
        if comma + 1 >= len(tokens):
            continue
        if tokens[comma + 1].small == "according":
            return after(text, tokens[comma].end, end)
        if _is_cue(tokens, comma + 1) and tokens[comma + 1].text not in _participles(tokens):
            return _forward(tokens, comma + 2, (tokens[comma + 1].start, tokens[comma + 1].end))
        found = _subject_then_cue(tokens, comma + 1)
        if found is not None:
            return found
    return None


def _participles(tokens: Sequence[_Token]) -> set[str]:
    return {token.text for token in tokens if token.text.endswith("ing")}


def _subject_then_cue(tokens: Sequence[_Token], at: int) -> Attribution | None:
    first = tokens[at] if at < len(tokens) else None
    if first is None or not first.word or not _begins_subject(tokens, at):
        return None
    relative = False
    for i in range(at + 1, min(len(tokens), at + 45)):
        token = tokens[i]
        if token.text in ";:.?!" or BLANK in token.text:
            return None
        if token.text == ",":
            relative = False
        elif token.small in ("who", "which", "whose", "that"):
            relative = True
        elif not relative and _is_cue(tokens, i):
            if token.text.endswith("ing"):
                continue
            return _left_of_cue(tokens, at, i)
    return None


def _begins_subject(tokens: Sequence[_Token], at: int) -> bool:
    token = tokens[at]
    if token.small in _PREPOSITIONS or token.small in ("if", "yes", "no"):
        return False
    return (
        token.capital
        or token.small in _PRONOUNS
        or token.small in _DETERMINERS
        or token.bare in ROLES
        or token.bare in GROUPS
        or token.small in ROLE_QUALIFIERS
        or token.text.endswith("s")
    )


def _left_of_cue(tokens: Sequence[_Token], at: int, cue: int) -> Attribution | None:
    """The subject that fills `tokens[at:cue]`: a head, and what comes between commas behind it."""
    last = cue
    while last > at and (tokens[last - 1].small in _AUXILIARIES or _is_adverb(tokens[last - 1])):
        last -= 1
    if last == at:
        return None
    comma = next((i for i in range(at, last) if tokens[i].text in ",(—–"), last)
    if comma - at > 14 or comma == at:
        return None
    speaker, role = _head(tokens, at, comma)
    if comma < last and role is None:
        role = _apposition(tokens, comma + 1, last)
    return Attribution(speaker, role, (tokens[cue].start, tokens[cue].end), _hearer(tokens, cue))


def _is_adverb(token: _Token) -> bool:
    return token.text.endswith("ly") and not token.capital


def _forward(tokens: Sequence[_Token], at: int, cue: Span) -> Attribution | None:
    """The noun phrase that begins at `at`, behind a verb of saying."""
    if at >= len(tokens) or not tokens[at].word or not _begins_subject(tokens, at):
        return None
    if tokens[at].small in CALENDAR:
        return None
    end = at
    while end < len(tokens) and tokens[end].word and end - at < 14:
        token = tokens[end]
        if end > at and token.small in _PREPOSITIONS and not _of_phrase(tokens, end):
            break
        if end > at and (token.small in CALENDAR or _is_adverb(token)):
            break
        if end > at and _is_cue(tokens, end):
            break
        end += 1
    if end == at:
        return None
    speaker, role = _head(tokens, at, end)
    if end < len(tokens) and tokens[end].text in ",(" and role is None:
        role = _apposition(tokens, end + 1, len(tokens))
    return Attribution(speaker, role, cue, _hearer(tokens, end - 1))


def _of_phrase(tokens: Sequence[_Token], at: int) -> bool:
    """`for` or `of` that goes on with a name."""
    if tokens[at].small not in ("of", "for") or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.capital or following.small in ("the", "a", "an")


# --- before the quotation ------------------------------------------------------------------------


def before(text: str, start: int, end: int, *, direct: bool) -> Attribution | None:
    """The attribution in the words of the sentence that stand before an opening mark.

    `direct`: look only for one that leads straight to the mark (`…, saying, “`); otherwise the
    first verb of saying that governs the sentence counts.
    """
    tokens = _tokens(text, start, end)[-2 * _LONGEST :]
    cues = [i for i in range(len(tokens)) if _is_cue(tokens, i)]
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


def _in_relative_clause(tokens: Sequence[_Token], cue: int) -> bool:
    return cue > 0 and tokens[cue - 1].small in ("who", "which", "that")


def _direct(tokens: Sequence[_Token], cues: Sequence[int]) -> Attribution | None:
    if cues and _leads_on(tokens, cues[-1]):
        return _subject_of(tokens, cues[-1], cues)
    if tokens and tokens[-1].text in ":,":
        according = _according(tokens)
        if according is not None:
            return according
    if len(tokens) > 1 and tokens[-1].text == ":":
        return _label(tokens)
    return None


def _leads_on(tokens: Sequence[_Token], cue: int) -> bool:
    """Whether nothing but the hearer and the place of saying stands between verb and mark."""
    gap = tokens[cue + 1 :]
    if len(gap) <= 3 or gap[-1].text in ":," or gap[-1].small in ("that", "as"):
        return True
    return any(t.small in ("statement", "interview", "letter", "email", "memo") for t in gap[-3:])


def _label(tokens: Sequence[_Token]) -> Attribution | None:
    """`Ann Lee:` or `Lee on the vote:` — a name before a colon, with no verb of saying."""
    if len(tokens) > 9 or not tokens[0].capital:
        return None
    return _forward(tokens[:-1], 0, (tokens[-1].start, tokens[-1].end))


def _according(tokens: Sequence[_Token]) -> Attribution | None:
    for i in range(len(tokens) - 2):
        if tokens[i].small == "according" and tokens[i + 1].small == "to":
            return _forward(tokens, i + 2, (tokens[i].start, tokens[i + 1].end))
    return None


def _subject_of(tokens: Sequence[_Token], cue: int, cues: Sequence[int]) -> Attribution | None:
    """Subject and hearer of the verb of saying at `cue`."""
    last = cue
    passive = False
    while last > 0 and (tokens[last - 1].small in _AUXILIARIES or _is_adverb(tokens[last - 1])):
        last -= 1
        passive = passive or tokens[last].small in ("was", "were", "been", "being")
    if passive and not tokens[cue].text.endswith("ing"):
        return None
    span = (tokens[cue].start, tokens[cue].end)
    previous = tokens[last - 1] if last else None
    if (
        previous is None
        or tokens[cue].text.endswith("ing")
        or previous.small in ("and", "but", "to", "or", "by", "for")
    ):
        return _main_subject(tokens, cue, cues, span)
    if previous.small in ("who", "which", "that"):
        last -= 1
        if last and tokens[last - 1].text == ",":
            last -= 1
    elif previous.text == ",":
        return _before_apposition(tokens, last - 1, cue, span)
    found = _phrase_ending(tokens, last)
    if found is None:
        return None
    speaker, role = _head(tokens, found, last)
    return Attribution(speaker, role, span, _hearer(tokens, cue))


def _main_subject(
    tokens: Sequence[_Token], cue: int, cues: Sequence[int], span: Span
) -> Attribution | None:
    """The subject of the sentence's first verb: an earlier verb of saying's, or the first name."""
    for earlier in cues:
        if earlier >= cue:
            break
        if not tokens[earlier].text.endswith("ing"):
            found = _subject_of(tokens, earlier, cues)
            if found is not None:
                return Attribution(found.speaker, found.role, span, _hearer(tokens, cue))
    at = 0
    if tokens[0].small in _PREPOSITIONS:
        at = next((i + 1 for i in range(cue) if tokens[i].text == ","), 0)
    while at < cue and (not tokens[at].word or tokens[at].small in ("but", "and", "yet", "then")):
        at += 1
    end = at
    while end < cue and tokens[end].word and _in_name(tokens, end, at):
        end += 1
    if end == at or not _begins_subject(tokens, at):
        return None
    speaker, role = _head(tokens, at, end)
    if role is None and end < cue and tokens[end].text == ",":
        role = _apposition(tokens, end + 1, cue)
    return Attribution(speaker, role, span, _hearer(tokens, cue))


def _in_name(tokens: Sequence[_Token], at: int, start: int) -> bool:
    token = tokens[at]
    if token.capital or token.small in ROLE_QUALIFIERS or token.bare in ROLES | GROUPS:
        return True
    if token.small in _DETERMINERS or token.small in _PRONOUNS:
        return at == start
    return (token.small in _PARTICLES and _of_phrase(tokens, at)) or (
        at - start <= 2 and tokens[start].small in _DETERMINERS and _noun_ahead(tokens, at)
    )


def _noun_ahead(tokens: Sequence[_Token], at: int) -> bool:
    return any(token.bare in ROLES | GROUPS for token in tokens[at + 1 : at + 3])


def _before_apposition(
    tokens: Sequence[_Token], comma: int, cue: int, span: Span
) -> Attribution | None:
    """`Ann Lee, 83, of Ohio, said`: back over the parts between commas to the one with the name."""
    end = comma
    while end > 0:
        start = end
        while start > 0 and tokens[start - 1].text not in ",;:—–":
            start -= 1
        found = _phrase_ending(tokens, end)
        if found is not None and _is_named(tokens, max(found, start), end):
            speaker, role = _head(tokens, max(found, start), end)
            if role is None and end < comma:
                role = _apposition(tokens, end + 1, comma)
            return Attribution(speaker, role, span, _hearer(tokens, cue))
        if start == 0 or comma - start > 40:
            return None
        end = start - 1
    return None


def _is_named(tokens: Sequence[_Token], start: int, end: int) -> bool:
    """Whether `tokens[start:end]` names somebody: not a place or a profession by itself."""
    if start >= end or tokens[start].small in ("of", "who", "which", "a", "an"):
        return False
    if start > 0 and tokens[start - 1].small in ("of", "in", "from", "for", "at"):
        return False
    if start > 0 and tokens[start - 1].word and not tokens[start - 1].capital:
        return tokens[start - 1].small in ("when", "and", "but", "while", "as", "that")
    capitals = [token for token in tokens[start:end] if token.capital]
    return bool(capitals) and (len(capitals) > 1 or start == 0 or end - start == 1)


def _phrase_ending(tokens: Sequence[_Token], end: int) -> int | None:
    """Where the noun phrase begins whose last word is `tokens[end - 1]`."""
    if end == 0 or not tokens[end - 1].word:
        return None
    last = tokens[end - 1]
    if last.small in _PRONOUNS:
        return end - 1
    at = end - 1
    if last.capital or last.text[0].isdigit():
        while at > 0 and tokens[at - 1].word and _back_in_name(tokens, at - 1):
            at -= 1
    else:
        at = _common_noun_start(tokens, at)
    while at < end - 1 and _not_in_front(tokens, at):
        at += 1
    return at


def _back_in_name(tokens: Sequence[_Token], at: int) -> bool:
    token = tokens[at]
    if token.capital:
        return True
    if token.small in ROLE_QUALIFIERS or token.bare in ROLES | GROUPS or token.small == "the":
        return True
    return token.small in _PARTICLES | {"and"} and at > 0 and (
        tokens[at - 1].capital or tokens[at - 1].bare in ROLES
    )


def _common_noun_start(tokens: Sequence[_Token], at: int) -> int:
    """Back from a noun in small letters to its determiner, over `the head of the union`."""
    low = max(0, at - 10)
    i = at
    while i > low and tokens[i - 1].word and tokens[i - 1].small not in _PREPOSITIONS:
        i -= 1
        if tokens[i].small in _DETERMINERS:
            if i > 1 and tokens[i - 1].small == "of" and tokens[i - 2].word:
                return _common_noun_start(tokens, i - 2)
            return i
    return max(i, at - 3)


def _not_in_front(tokens: Sequence[_Token], at: int) -> bool:
    """Words with a capital, or particles, that cannot begin a name."""
    token = tokens[at]
    if token.small in ("the",) and token.start >= 0:
        return False
    if token.small in _PARTICLES or token.small == "and" or token.small in CALENDAR:
        return True
    return at == 0 and token.small in STARTERS and token.small not in _DETERMINERS


# --- names, roles, hearers -----------------------------------------------------------------------


def _head(tokens: Sequence[_Token], start: int, end: int) -> tuple[Span | None, Span | None]:
    """Name and role in `tokens[start:end]`: `policy chief Ann Lee`, `Lee of the Board`."""
    name, last = start, end
    for i in range(start, end):
        token = tokens[i]
        if token.bare in ROLES and i + 1 < end and tokens[i + 1].capital:
            name = i + 1
        elif token.text.endswith(("'s", "’s")) and i + 1 < end and tokens[i + 1].capital:
            name = i + 1
        elif token.small in ("of", "for", "at", "from") and i > name and tokens[i - 1].capital:
            if tokens[i - 1].bare not in ROLES and name < i and _looks_personal(tokens, name, i):
                last = i
                break
    while name < last - 1 and tokens[name].small in TITLES | {"the", "a", "an"}:
        if tokens[name].small in TITLES:
            break
        name += 1
    if last < end:
        return _span(tokens, name, last), _span(tokens, last, end)
    if name > start and any(tokens[i].bare in ROLES for i in range(start, name)):
        return _span(tokens, name, last), _span(tokens, start, name)
    if name > start and tokens[start].text.endswith(("'s", "’s")):
        return _span(tokens, name, last), _span(tokens, start, name)
    return _span(tokens, start if name == start + 1 else name, last), None


def _looks_personal(tokens: Sequence[_Token], start: int, end: int) -> bool:
    words = [token.bare for token in tokens[start:end]]
    return words[0] != "the" and not any(word in GROUPS for word in words)


def _span(tokens: Sequence[_Token], start: int, end: int) -> Span:
    return tokens[start].start, tokens[end - 1].end


def _apposition(tokens: Sequence[_Token], start: int, limit: int) -> Span | None:
    """The role that begins at `start`, behind a comma: `83, of Sarasota`, `a judge in Ohio`."""
    if start >= limit or not tokens[start].word:
        return None
    first = tokens[start]
    if first.small in _PREPOSITIONS or first.text.endswith("ing") or first.small in _PRONOUNS:
        return None
    if first.small in CALENDAR or _is_cue(tokens, start):
        return None
    end = start
    while end < limit and end - start < 30 and tokens[end].text not in ",;:.—–?!)":
        end += 1
    if first.text.isdigit() and end + 1 < limit and tokens[end].text == ",":
        if tokens[end + 1].small in _DETERMINERS | {"of"} or tokens[end + 1].bare in ROLES:
            return _apposition_after_age(tokens, end + 1, limit)
    return _span(tokens, start, end) if end > start else None


def _apposition_after_age(tokens: Sequence[_Token], start: int, limit: int) -> Span:
    end = start
    while end < limit and tokens[end].text not in ",;:.—–?!)":
        end += 1
    return _span(tokens, start, max(end, start + 1))


def _hearer(tokens: Sequence[_Token], cue: int) -> Span | None:
    """To whom: `told the panel`, `in a statement to the Herald`, `in an interview with Radio 5`."""
    low = cue + 1
    limit = min(len(tokens), low + 16)
    start: int | None = None
    if tokens[cue].small in ("told", "tell", "tells", "telling", "reminded", "asked") and low < limit:
        start = low
    else:
        for i in range(low, limit - 1):
            if tokens[i].text in ".;?!" or BLANK in tokens[i].text:
                break
            if tokens[i].small == "to" and (i == low or tokens[i - 1].small in _MESSAGES):
                start = i + 1
                break
            if tokens[i].small == "with" and tokens[i - 1].small in ("interview", "conversation"):
                start = i + 1
                break
    if start is None or not tokens[start].word:
        return None
    if tokens[start].small in ("be", "have", "that", "the") and start + 1 >= len(tokens):
        return None
    end = start
    while end < limit and tokens[end].word and end - start < 8:
        if end > start and (tokens[end].small in _PREPOSITIONS or tokens[end].small in CALENDAR):
            break
        if end > start and tokens[end].small in _PRONOUNS:
            break
        end += 1
    return _span(tokens, start, end) if end > start else None


_MESSAGES = frozenset(
    ["statement", "letter", "email", "e-mail", "interview", "memo", "message", "testimony"]
    + ["remarks", "comments", "speech", "affidavit", "note", "report", "wrote", "spoke"]
)


def cues(text: str, start: int, end: int) -> int:
    """How many verbs of saying stand in `text[start:end]`."""
    tokens = _tokens(text, start, end)
    return sum(_is_cue(tokens, i) for i in range(len(tokens)))
