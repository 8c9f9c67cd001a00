"""The words of a text, with their stems: what two statements are compared by.

Stems are Snowball's (PyStemmer, kept by the Snowball project; the C version, as a pack holds some
hundred thousand words). Lemmatisers were tried (simplemma, lemmagen3): better on irregular verbs,
ten times slower, and the irregular forms that news uses fit in one table.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

_WORD = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"  # U.S., a.m., and not the beginning of W.Va.
    r"|[^\W_]+(?:[-‐‑'’.,&/](?=[^\W_])[^\W_]+)*"  # words and figures, with what joins them inside
)
_PART = re.compile(r"[-‐‑/]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")

# Closed-class words of English: they carry grammar, not the facts of a statement.
_FUNCTION = """
a an the this that these those such and or but nor so yet if than as at by for from in into of
off on onto out over to up upon with within without about above across after against along among
around before behind below beneath beside between beyond down during except near per since
through throughout till toward towards under underneath until via is am are was were be been
being do does did doing done has have had having will would shall should can could may might
must ought i me my mine we us our ours you your yours he him his she her hers it its they them
their theirs who whom whose which what when where why how there here then now also too very just
only even still not no n't never ever any some all both each every either neither other another
own same more most much many few less least several one's 's himself herself itself themselves
ourselves myself yourself while because though although whether however thus hence therefore
meanwhile moreover indeed rather quite got get gets getting
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())

_IRREGULAR = {
    "said": "say", "told": "tell", "made": "make", "gave": "give", "given": "give", "took": "take",
    "taken": "take", "went": "go", "gone": "go", "came": "come", "saw": "see", "seen": "see",
    "knew": "know", "known": "know", "found": "find", "left": "leave", "kept": "keep",
    "held": "hold", "brought": "bring", "bought": "buy", "caught": "catch", "taught": "teach",
    "thought": "think", "fought": "fight", "sought": "seek", "sent": "send", "spent": "spend",
    "lent": "lend", "built": "build", "lost": "lose", "met": "meet", "led": "lead", "fed": "feed",
    "fled": "flee", "shot": "shoot", "stood": "stand", "understood": "understand", "won": "win",
    "began": "begin", "begun": "begin", "ran": "run", "sang": "sing", "sank": "sink",
    "drank": "drink", "swam": "swim", "rose": "rise", "risen": "rise", "drove": "drive",
    "driven": "drive", "wrote": "write", "written": "write", "broke": "break", "broken": "break",
    "spoke": "speak", "spoken": "speak", "chose": "choose", "chosen": "choose", "froze": "freeze",
    "frozen": "freeze", "stole": "steal", "stolen": "steal", "wore": "wear", "worn": "wear",
    "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "threw": "throw",
    "thrown": "throw", "flew": "fly", "flown": "fly", "drew": "draw", "drawn": "draw",
    "showed": "show", "shown": "show", "hid": "hide", "hidden": "hide", "bit": "bite",
    "struck": "strike", "stricken": "strike", "swore": "swear", "sworn": "swear", "sold": "sell",
    "paid": "pay", "laid": "lay", "lain": "lie", "heard": "hear", "dealt": "deal", "meant": "mean",
    "felt": "feel", "slept": "sleep", "swept": "sweep", "bound": "bind", "hung": "hang",
    "stuck": "stick", "became": "become", "overcame": "overcome", "withdrew": "withdraw",
    "withdrawn": "withdraw", "forbade": "forbid", "forbidden": "forbid", "forgot": "forget",
    "forgotten": "forget", "arose": "arise", "children": "child", "men": "man", "women": "woman",
    "people": "person", "feet": "foot", "teeth": "tooth", "mice": "mouse", "lives": "life",
    "wives": "wife", "knives": "knife", "leaves": "leave", "worse": "bad", "worst": "bad",
    "better": "good", "best": "good", "dying": "die", "dies": "die", "died": "die", "lying": "lie",
    "sued": "sue", "suing": "sue", "dead": "die", "death": "die", "deaths": "die",
}  # fmt: skip


class Word(NamedTuple):
    """`text[start:end]`, in small letters with plain marks as `lower`, and its stem.

    `content`: it carries a fact, and is neither a function word nor a single letter.
    """

    start: int
    end: int
    lower: str
    stem: str
    capital: bool
    content: bool


_NAMES = frozenset({"us", "it", "who", "may", "will"})


def read(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; parts of a hyphenated word stand for themselves."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        if word.isalnum():
            found.append(Word(start, match.end(), *_forms(word)))
            continue
        for part in _PART.split(word):
            end = start + len(part)
            found.append(Word(start, end, *_forms(part)))
            start = end + 1
    return tuple(found)


@lru_cache(maxsize=65536)
def _forms(part: str) -> tuple[str, str, bool, bool]:
    lower = part.lower().replace("’", "'")
    plain = lower[:-2] if lower.endswith("'s") else lower.rstrip("'")
    if _DOTTED.fullmatch(plain):
        plain = plain.replace(".", "")
    capital = part[:1].isupper()
    return plain, stem(plain), capital, _is_content(plain, part, capital=capital)


def _is_content(lower: str, part: str, *, capital: bool) -> bool:
    """`US` is a country and `us` is none."""
    if lower in FUNCTION_WORDS:
        return capital and lower in _NAMES and len(part) > 1
    return len(lower) > 1 or lower.isdigit()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in small letters."""
    found: str = _stemmer().stemWord(_IRREGULAR.get(word, word))
    return found


@cache
def _stemmer() -> Stemmer.Stemmer:
    # The stemmer's own cache is not safe between threads; ours is.
    return Stemmer.Stemmer("english", 0)
