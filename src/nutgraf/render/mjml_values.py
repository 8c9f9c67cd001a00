"""The kinds of values that MJML attributes take.

From the attribute tables of the MJML 5 documentation (documentation.mjml.io) and the types that
its validator checks by; the colour names are those of CSS Color 4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBER = r"(?:\d+(?:\.\d+)?|\.\d+)"

COLOUR_WORDS = (
    "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue "
    "blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue "
    "cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey "
    "darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon "
    "darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet "
    "deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen "
    "fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew "
    "hotpink indianred indigo inherit ivory khaki lavender lavenderblush lawngreen "
    "lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray "
    "lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray "
    "lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon "
    "mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue "
    "mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose "
    "moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid "
    "palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink "
    "plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon "
    "sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey "
    "snow springgreen steelblue tan teal thistle tomato transparent turquoise violet "
    "wheat white whitesmoke yellow yellowgreen"
)
COLOUR_NAMES = tuple(COLOUR_WORDS.split())

CHANNEL = r"\s*\d{1,3}\s*"


@dataclass(frozen=True)
class Kind:
    """One kind of value: `wanted` says it to people, `pattern` matches the whole of it."""

    wanted: str
    pattern: re.Pattern[str]
    names: tuple[str, ...] = ()

    def fits(self, value: str) -> bool:
        return self.pattern.fullmatch(value) is not None


def one_of(*names: str) -> Kind:
    told = " or ".join(filter(None, (", ".join(map(repr, names[:-1])), repr(names[-1]))))
    return Kind(told, re.compile("|".join(map(re.escape, names))), names)


def _lengths(*units: str, bare: bool = False, signed: bool = False) -> re.Pattern[str]:
    sign = "-?" if signed else ""
    optional = "?" if bare else ""
    return re.compile(rf"{sign}{NUMBER}(?:{'|'.join(units)}){optional}|0")


ANY = Kind("any text", re.compile(r"(?s:.*)"))
NAMED = Kind("a name", re.compile(r"(?s:.*\S.*)"))
COLOUR = Kind(
    "a colour such as '#336699' or 'white'",
    re.compile(
        rf"#(?:[0-9a-f]{{3}}){{1,2}}|{'|'.join(COLOUR_NAMES)}"
        rf"|rgb\({CHANNEL},{CHANNEL},{CHANNEL}\)"
        rf"|rgba\({CHANNEL},{CHANNEL},{CHANNEL},\s*(?:[01]|[01]?\.\d+)\s*\)",
        re.IGNORECASE,
    ),
    COLOUR_NAMES,
)
BOOLEAN = one_of("true", "false")
INTEGER = Kind("a whole number such as '2'", re.compile(r"\d+"))
PX = Kind("a length such as '20px'", _lengths("px"))
PX_OR_PERCENT = Kind("a length such as '20px' or '50%'", _lengths("px", "%"))
PX_OR_AUTO = Kind(
    "a length such as '20px', or 'auto'", re.compile(rf"{NUMBER}px|0|auto"), ("auto",)
)
PX_PERCENT_OR_AUTO = Kind(
    "a length such as '20px' or '50%', or 'auto'",
    re.compile(rf"{NUMBER}(?:px|%)|0|auto"),
    ("auto",),
)
LINE_HEIGHT = Kind("a height such as '1.5', '24px' or '150%'", _lengths("px", "%", bare=True))
SPACING = Kind("a distance such as '1px' or '-0.5em'", _lengths("px", "em", signed=True))
SIDES = Kind(
    "one to four lengths such as '10px 25px'",
    re.compile(rf"(?:{NUMBER}(?:px|%)|0)(?:\s+(?:{NUMBER}(?:px|%)|0)){{0,3}}"),
)
LANGUAGE = Kind(
    "a language such as 'en' or 'pt-BR'",
    re.compile(r"(?!und(?:-|$))[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
)
