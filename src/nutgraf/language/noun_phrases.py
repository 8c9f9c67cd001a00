"""Noun phrases that can speak, and what stands at them: name, role, and to whom words are said.

A grammar of its own, on words and marks alone: taggers need models that cannot be shipped, and
the phrases that news prose puts around a verb of saying are few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.language.abbreviations import BEFORE_A_NAME, DOTTED, STARTERS
from nutgraf.language.cue_verbs import AFTER_A_NAME, CUE_VERBS, NAMING_VERBS, NOT_AS_CUES
from nutgraf.language.roles import CALENDAR, GROUPS, ROLE_QUALIFIERS, ROLES

Span = tuple[int, int]

BLANK = "\ue000"
"""Stands for each character inside quotation marks."""

_TOKEN = re.compile(BLANK + r"+|[^\W_]+(?:[.'’&/@-]+[^\W_]+)*|\.{3}|[^\w\s]")


_PRONOUNS = """
he she they it i we who
"""
PRONOUNS = frozenset(_PRONOUNS.split())


_DETERMINERS = """
the a an his her their its one another some several many two three four both these those other
our my
"""
DETERMINERS = frozenset(_DETERMINERS.split())


_AUXILIARIES = """
has had have also later then first recently once further would will did does still often now
again even just always never is was are were be been being as quoted could may might too
famously soon previously himself herself themselves can heard
"""
AUXILIARIES = frozenset(_AUXILIARIES.split())


_PREPOSITIONS = """
in on at during after before when while as to that about by from with for who which and but or
if because since against over under into through where although though despite following
regarding concerning than between outside inside near
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())


_PARTICLES = """
of for de la van von der bin al el the &
"""
PARTICLES = frozenset(_PARTICLES.split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, `text[start:end]` of the text that was read."""

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
    def span(self) -> Span:
        return self.start, self.end

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Words and marks; the full stop of a title or an initial belongs to its word."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start, end):
        token = Token(found.start(), found.end(), found[0])
        if token.text == "." and tokens and tokens[-1].end == token.start:
            last = tokens[-1]
            initial = last.capital and len(last.text) == 1
            dotted = DOTTED.fullmatch(last.text) is not None
            if initial or dotted or last.small in BEFORE_A_NAME | {"jr", "sr", "st"}:
                tokens[-1] = Token(last.start, token.end, last.text + ".")
                continue
        tokens.append(token)
    return tokens


def is_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a verb of saying, and not a noun of the same form."""
    word = tokens[at].text
    if word in ("put", "puts"):
        return at + 1 < len(tokens) and tokens[at + 1].text == "it"
    if word not in CUE_VERBS and word not in NAMING_VERBS:
        return False
    if at == 0:
        return word not in NOT_AS_CUES
    before = tokens[at - 1]
    if word in NOT_AS_CUES:
        plural = before.text.endswith("s") and (before.capital or before.small in GROUPS)
        return plural or before.small in ("they", "we", "i", "you")
    if word in AFTER_A_NAME:
        named = before.capital and before.small != "united"
        known = before.bare in ROLES | GROUPS or before.small in PRONOUNS | {"also"}
        return named or known
    return before.small not in DETERMINERS or before.small in ("one", "another", "both")


def begins_subject(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.small in PREPOSITIONS or token.small in ("if", "yes", "no", "according"):
        return False
    if token.small in STARTERS - DETERMINERS - PRONOUNS and token.small not in GROUPS:
        return False
    return (
        token.capital
        or token.small in PRONOUNS
        or token.small in DETERMINERS
        or token.bare in ROLES
        or token.bare in GROUPS
        or token.small in ROLE_QUALIFIERS
        or token.text.endswith("s")
    )


def is_adverb(token: Token) -> bool:
    return token.text.endswith("ly") and not token.capital


def of_phrase(tokens: Sequence[Token], at: int) -> bool:
    """`for` or `of` that goes on with a name."""
    if tokens[at].small not in ("of", "for") or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.capital or following.small in ("the", "a", "an")


def phrase_ending(tokens: Sequence[Token], end: int) -> int | None:
    """Where the noun phrase begins whose last word is `tokens[end - 1]`."""
    if end == 0 or not tokens[end - 1].word:
        return None
    last = tokens[end - 1]
    if last.small in PRONOUNS:
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


def _back_in_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.capital:
        return True
    if token.small in ROLE_QUALIFIERS or token.bare in ROLES | GROUPS or token.small == "the":
        return True
    return (
        token.small in PARTICLES | {"and"}
        and at > 0
        and (tokens[at - 1].capital or tokens[at - 1].bare in ROLES)
    )


def _common_noun_start(tokens: Sequence[Token], at: int) -> int:
    """Back from a noun in small letters to its determiner, over `the head of the union`."""
    low = max(0, at - 10)
    i = at
    while i > low and tokens[i - 1].word and tokens[i - 1].small not in PREPOSITIONS:
        i -= 1
        if tokens[i].small in DETERMINERS:
            if i > 1 and tokens[i - 1].small == "of" and tokens[i - 2].word:
                return _common_noun_start(tokens, i - 2)
            return i
    return max(i, at - 3)


def _not_in_front(tokens: Sequence[Token], at: int) -> bool:
    """Words with a capital, or particles, that cannot begin a name."""
    token = tokens[at]
    if token.small == "the":
        return False
    if token.small in PARTICLES or token.small == "and" or token.small in CALENDAR:
        return True
    return at == 0 and token.small in STARTERS and token.small not in DETERMINERS


def head(tokens: Sequence[Token], start: int, end: int) -> tuple[Span | None, Span | None]:
    """Name and role in `tokens[start:end]`: `policy chief Ann Lee`, `Lee of the Board`."""
    name, last = _name_within(tokens, start, end)
    if last < end:
        return span(tokens, name, last), span(tokens, last, end)
    office = any(tokens[i].bare in ROLES or _small_noun(tokens[i]) for i in range(start, name))
    if office or any(_is_possessive(token) for token in tokens[start:name]):
        return span(tokens, name, last), span(tokens, start, name)
    return span(tokens, start if name == start + 1 else name, last), None


def _name_within(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """From behind the last office or possessive to before `of the …`; articles left out."""
    name, last = start, end
    for i in range(start, end):
        token = tokens[i]
        leads = token.bare in ROLES or _is_possessive(token) or _small_noun(token)
        if leads and i + 1 < end and tokens[i + 1].capital:
            name = i + 1
        elif _ends_name(tokens, name, i):
            last = i
            break
    while name < last - 1 and tokens[name].small in ("the", "a", "an"):
        name += 1
    return name, last


def _ends_name(tokens: Sequence[Token], name: int, at: int) -> bool:
    """Whether `of`, `for`, `at` or `from` at `at` goes on to say where a person belongs."""
    if tokens[at].small not in ("of", "for", "at", "from") or name >= at:
        return False
    before = tokens[at - 1]
    return before.capital and before.bare not in ROLES and _looks_personal(tokens, name, at)


def _is_possessive(token: Token) -> bool:
    return token.text.endswith(("'s", "’s"))


def _small_noun(token: Token) -> bool:
    small = token.small
    if token.capital or small in PARTICLES | DETERMINERS | PREPOSITIONS | AUXILIARIES:
        return False
    return token.text[0].isalpha()


def _looks_personal(tokens: Sequence[Token], start: int, end: int) -> bool:
    words = [token.bare for token in tokens[start:end]]
    return words[0] != "the" and not any(word in GROUPS for word in words)


def span(tokens: Sequence[Token], start: int, end: int) -> Span:
    return tokens[start].start, tokens[end - 1].end


def apposition(tokens: Sequence[Token], start: int, limit: int) -> Span | None:
    """The role that begins at `start`, behind a comma: `83, of Sarasota`, `a judge in Ohio`."""
    if start >= limit or not tokens[start].word:
        return None
    first = tokens[start]
    if first.small in PREPOSITIONS or first.text.endswith("ing") or first.small in PRONOUNS:
        return None
    if first.small in CALENDAR or is_cue(tokens, start):
        return None
    end = start
    while end < limit and end - start < 30 and tokens[end].text not in ",;:.—–?!)":
        end += 1
    if first.text.isdigit() and end == start + 1:
        return _apposition_after_age(tokens, end + 1, limit)
    return span(tokens, start, end)


def _apposition_after_age(tokens: Sequence[Token], start: int, limit: int) -> Span | None:
    """What follows an age: `83, of Sarasota`, `59, a nurse`; an age alone is no role."""
    if start >= limit:
        return None
    first = tokens[start]
    if first.small not in DETERMINERS | {"of"} and first.bare not in ROLES:
        return None
    end = start
    while end < limit and tokens[end].text not in ",;:.—–?!)":
        end += 1
    return span(tokens, start, end)


def hearer(tokens: Sequence[Token], cue: int) -> Span | None:
    """To whom: `told the panel`, `in a statement to the Herald`, `in an interview with Radio 5`."""
    start = _told_here(tokens, cue)
    limit = len(tokens)
    if start is None:
        start = _told_earlier(tokens, cue)
        limit = cue
    if start is None or start >= limit:
        return None
    if not tokens[start].word or tokens[start].small in PREPOSITIONS:
        return None
    end = start + 1
    while end < min(limit, start + 8) and tokens[end].word:
        if tokens[end].small in PREPOSITIONS | PRONOUNS or tokens[end].small in CALENDAR:
            break
        end += 1
    return span(tokens, start, end)


_TELLING = frozenset(["told", "tell", "tells", "telling", "reminded", "asked"])


def _told_here(tokens: Sequence[Token], cue: int) -> int | None:
    """Where the hearer begins behind the verb of saying at `cue`."""
    if tokens[cue].small in _TELLING:
        return cue + 1
    for i in range(cue + 1, min(len(tokens) - 1, cue + 16)):
        if tokens[i].text in ".;?!" or BLANK in tokens[i].text:
            return None
        before = tokens[i - 1].small
        if tokens[i].small == "to" and (i == cue + 1 or before in _MESSAGES):
            return i + 1
        if tokens[i].small == "with" and before in ("interview", "conversation"):
            return i + 1
    return None


def _told_earlier(tokens: Sequence[Token], cue: int) -> int | None:
    """`In a statement to the Herald, the agency said`: where the hearer begins."""
    for i in range(1, cue):
        with_whom = tokens[i].small == "with" and tokens[i - 1].small == "interview"
        if with_whom or (tokens[i].small == "to" and tokens[i - 1].small in _MESSAGES):
            return i + 1
    return None


_MESSAGES_WORDS = """
statement letter email e-mail interview memo message testimony remarks comments speech affidavit
note report wrote spoke
"""
_MESSAGES = frozenset(_MESSAGES_WORDS.split())
