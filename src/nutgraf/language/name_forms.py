"""Other forms of one name: a party's members and adjectives, the people of a place."""

from __future__ import annotations

# Gathered by hand: how the papers of Britain and North America call parties and their people.
_PARTIES = (
    "democrat|democrats|democratic|democratic party|dems",
    "republican|republicans|republican party|gop",
    "conservative|conservatives|conservative party|tory|tories",
    "labour|labour party",
    "labor|labor party",
    "green|greens|green party",
    "liberal|liberals|liberal party",
    "liberal democrat|liberal democrats|lib dem|lib dems",
    "nationalist|nationalists",
    "unionist|unionists",
    "socialist|socialists|socialist party",
    "communist|communists|communist party",
    "social democrat|social democrats|social democratic",
    "christian democrat|christian democrats|christian democratic",
    "independent|independents",
)
_FORMS = {form: frozenset(party.split("|")) for party in _PARTIES for form in party.split("|")}
_ENDINGS = ("ans", "ian", "ians", "an", "ers", "er", "ites", "ite", "n", "ns", "s")
_SHORTEST = 4  # letters of a place to which an ending was put


def forms(name: str) -> frozenset[str]:
    """The other forms of a name, all in small letters: `Tories`: conservative, conservatives, …

    Of a name with an ending for a people (`Fresnans`), what is left without it, too.
    """
    small = " ".join(name.lower().split())
    found = set(_FORMS.get(small, ()))
    for ending in _ENDINGS:
        bare = small.removesuffix(ending)
        if bare != small and len(bare) >= _SHORTEST:
            found |= {bare, bare + "a", bare + "s"}
    return frozenset(found - {small})
