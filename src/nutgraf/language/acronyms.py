"""Acronyms: which full name they can stand for, and those that every reader knows.

The table holds bodies and unions that news agencies print by their acronym on first mention or
soon after; gathered by hand for this project.
"""

from __future__ import annotations

import re

_WELL_KNOWN = """
AARP American Association of Retired Persons
ABC American Broadcasting Company
ACLU American Civil Liberties Union
AFP Agence France-Presse
AP Associated Press
ASEAN Association of Southeast Asian Nations
ATF Bureau of Alcohol, Tobacco, Firearms and Explosives
BBC British Broadcasting Corporation
CBO Congressional Budget Office
CBP Customs and Border Protection
CBS Columbia Broadcasting System
CDC Centers for Disease Control and Prevention
CFPB Consumer Financial Protection Bureau
CFTC Commodity Futures Trading Commission
CIA Central Intelligence Agency
CPS Crown Prosecution Service
CPSC Consumer Product Safety Commission
DEA Drug Enforcement Administration
DHS Department of Homeland Security
DNC Democratic National Committee
DOD Department of Defense
DOE Department of Energy
DOJ Department of Justice
DOT Department of Transportation
DUP Democratic Unionist Party
DVLA Driver and Vehicle Licensing Agency
DWP Department for Work and Pensions
ECB European Central Bank
EEOC Equal Employment Opportunity Commission
EPA Environmental Protection Agency
FA Football Association
FAA Federal Aviation Administration
FBI Federal Bureau of Investigation
FCC Federal Communications Commission
FCA Financial Conduct Authority
FDA Food and Drug Administration
FDIC Federal Deposit Insurance Corporation
FEC Federal Election Commission
FEMA Federal Emergency Management Agency
FERC Federal Energy Regulatory Commission
FIFA Fédération Internationale de Football Association
FTC Federal Trade Commission
GAO Government Accountability Office
GOP Republican Party
GSA General Services Administration
HHS Department of Health and Human Services
HMRC HM Revenue and Customs
HUD Department of Housing and Urban Development
IAEA International Atomic Energy Agency
ICC International Criminal Court
ICE Immigration and Customs Enforcement
IMF International Monetary Fund
INS Immigration and Naturalization Service
IOC International Olympic Committee
IRA Irish Republican Army
IRS Internal Revenue Service
LAPD Los Angeles Police Department
MLB Major League Baseball
MOD Ministry of Defence
MSF Médecins Sans Frontières
NAACP National Association for the Advancement of Colored People
NASA National Aeronautics and Space Administration
NATO North Atlantic Treaty Organization
NBA National Basketball Association
NCAA National Collegiate Athletic Association
NFL National Football League
NHL National Hockey League
NHS National Health Service
NHTSA National Highway Traffic Safety Administration
NIH National Institutes of Health
NLRB National Labor Relations Board
NOAA National Oceanic and Atmospheric Administration
NPR National Public Radio
NRA National Rifle Association
NSA National Security Agency
NSPCC National Society for the Prevention of Cruelty to Children
NTSB National Transportation Safety Board
NYPD New York Police Department
OECD Organisation for Economic Co-operation and Development
OMB Office of Management and Budget
ONS Office for National Statistics
OPEC Organization of the Petroleum Exporting Countries
OPM Office of Personnel Management
OSCE Organization for Security and Co-operation in Europe
OSHA Occupational Safety and Health Administration
PBS Public Broadcasting Service
PSNI Police Service of Northern Ireland
RAF Royal Air Force
RNC Republican National Committee
RNLI Royal National Lifeboat Institution
RSPCA Royal Society for the Prevention of Cruelty to Animals
SBA Small Business Administration
SEC Securities and Exchange Commission
SNP Scottish National Party
SSA Social Security Administration
TSA Transportation Security Administration
UEFA Union of European Football Associations
UKIP UK Independence Party
UN United Nations
UNHCR United Nations High Commissioner for Refugees
UNICEF United Nations Children's Fund
USCIS Citizenship and Immigration Services
USDA Department of Agriculture
USGS Geological Survey
USPS Postal Service
VA Department of Veterans Affairs
WHO World Health Organization
WTO World Trade Organization
WWF World Wildlife Fund
"""
WELL_KNOWN = {
    line.partition(" ")[0].lower(): line.partition(" ")[2]
    for line in _WELL_KNOWN.strip().splitlines()
}
"""Acronyms in small letters, with the name in full."""

_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "&", "at", "by", "with"]
)
_PARTS = re.compile(r"[^\W_]+")


def abbreviates(acronym: str, full: str) -> bool:
    """Whether `acronym` can be made of the initials of `full`, in order.

    Small words may be skipped or counted (`DoJ`), a compound counts as one or as several, and a
    leading `U.S.` may be left out.
    """
    letters = "".join(character for character in acronym.lower() if character.isalpha())
    words = [word for word in full.lower().replace("'s", "").split() if word]
    if not 2 <= len(letters) <= 8 or len(words) < 2:
        return False
    if _spelled(letters, words):
        return True
    return len(words) > 2 and words[0] in ("u.s.", "us", "united") and _spelled(letters, words[1:])


def _spelled(letters: str, words: list[str]) -> bool:
    """Whether the initials of `words` spell `letters`, each large word counted."""
    ways = [letters]
    for word in words:
        parts = _PARTS.findall(word)
        initials = {part[:1] for part in parts[:1]} | {"".join(part[0] for part in parts)}
        following: list[str] = []
        for rest in ways:
            following += [rest[len(i) :] for i in initials if i and rest.startswith(i)]
            if word in _SMALL:
                following.append(rest)
        ways = list(dict.fromkeys(following))
        if not ways:
            return False
    return "" in ways
