"""News outlets: how each is called when another one credits it, folded to one name.

Gathered by hand for this project: the news agencies, and the newspapers, broadcasters and sites
of the English-speaking world that others credit often, by the forms in which they do. A name
that is no outlet's alone (`the Times`) is settled by what the text named before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nutgraf.language.name_folding import fold_name

# Name in full; the short form, if it has one; then what else it is called.
_TABLE = """
Associated Press; AP; A.P.
Reuters; Reuters; Thomson Reuters; Reuters News Agency
Agence France-Presse; AFP; Agence France Presse
Bloomberg; Bloomberg; Bloomberg News
United Press International; UPI
Press Association; PA; PA Media; PA news agency
Deutsche Presse-Agentur; dpa; DPA; German Press Agency
Canadian Press; CP; The Canadian Press
Australian Associated Press; AAP
Press Trust of India; PTI
Asian News International; ANI
Kyodo News; Kyodo; Kyodo News Agency
Yonhap News Agency; Yonhap; Yonhap News
Xinhua News Agency; Xinhua; Xinhua News
TASS; TASS; Tass; TASS news agency
EFE; EFE; Agencia EFE
ANSA; ANSA; Ansa
Dow Jones Newswires; Dow Jones; Dow Jones Newswires
States Newsroom; States Newsroom
KFF Health News; KFF Health News; Kaiser Health News
ProPublica; ProPublica; Pro Publica
Inside Climate News; Inside Climate News
The Conversation; The Conversation
New York Times; NYT; NY Times; N.Y. Times
Washington Post; Washington Post; WaPo; Wash Post
Wall Street Journal; WSJ; The Journal
Los Angeles Times; LA Times; L.A. Times
USA Today; USA Today; USA TODAY
Boston Globe; Boston Globe
Chicago Tribune; Chicago Tribune
Chicago Sun-Times; Sun-Times; Sun-Times
Philadelphia Inquirer; Inquirer; Inquirer
Miami Herald; Miami Herald
Houston Chronicle; Houston Chronicle
San Francisco Chronicle; SF Chronicle; SFGate
Dallas Morning News; Morning News; Dallas Morning News
Detroit Free Press; Free Press; Free Press
Detroit News; Detroit News
Seattle Times; Seattle Times
Denver Post; Denver Post
Minnesota Star Tribune; Star Tribune; Minneapolis Star Tribune
Tampa Bay Times; Tampa Bay Times
Atlanta Journal-Constitution; AJC; Journal-Constitution
New York Post; NY Post; N.Y. Post
New York Daily News; Daily News
Newsday; Newsday
Baltimore Sun; Baltimore Sun
Baltimore Banner; Baltimore Banner
Texas Tribune; Texas Tribune
Arizona Republic; Arizona Republic
Christian Science Monitor; CSM
CNN; CNN; Cable News Network
NBC News; NBC News; NBC
CBS News; CBS News; CBS
ABC News; ABC News; ABC
Fox News; Fox News; Fox News Digital; Fox
Fox Business; Fox Business; Fox Business Network
MSNBC; MSNBC; MS NOW
NPR; NPR; National Public Radio
PBS; PBS; PBS NewsHour; PBS News; PBS News Hour; NewsHour
CNBC; CNBC
C-SPAN; C-SPAN; CSPAN
NewsNation; NewsNation
Politico; Politico; POLITICO
Axios; Axios
The Hill; The Hill
Semafor; Semafor
Punchbowl News; Punchbowl; Punchbowl News
Roll Call; Roll Call
HuffPost; HuffPost; Huffington Post
BuzzFeed News; BuzzFeed; BuzzFeed News
Vox; Vox
The Verge; The Verge
Wired; Wired; WIRED
Ars Technica; Ars Technica
TechCrunch; TechCrunch
404 Media; 404 Media
The Intercept; The Intercept
Mother Jones; Mother Jones
The Atlantic; The Atlantic
New Yorker; New Yorker
Newsweek; Newsweek
Time; Time; TIME; Time magazine
Fortune; Fortune; Fortune magazine
Forbes; Forbes
Business Insider; Business Insider; Insider
Daily Beast; Daily Beast
Guardian; Guardian; The Guardian
Financial Times; FT
Times of London; The Times of London; The Times (London); The Times of London
Sunday Times; Sunday Times
Daily Telegraph; Telegraph; Telegraph; Sunday Telegraph
Daily Mail; Daily Mail; MailOnline; Mail Online; Mail on Sunday
Daily Mirror; Mirror; Daily Mirror; The Mirror
Daily Express; Express
Independent; The Independent; The Independent
Observer; The Observer; The Observer
Economist; The Economist; The Economist
Evening Standard; Evening Standard
BBC; BBC; BBC News; British Broadcasting Corporation; BBC News Online
ITV News; ITV; ITV
Channel 4 News; Channel 4; Channel 4
Sky News; Sky News; Sky
LBC; LBC
Irish Times; Irish Times
Irish Independent; Irish Independent
Irish Examiner; Irish Examiner
RTÉ; RTÉ; RTE; RTÉ News; RTE News
The Scotsman; Scotsman; Scotsman
The Athletic; The Athletic
ESPN; ESPN
Sports Illustrated; Sports Illustrated
L'Équipe; L'Équipe; L'Equipe
Le Monde; Le Monde
Le Figaro; Le Figaro
Libération; Libération
Mediapart; Mediapart
Der Spiegel; Spiegel; Spiegel; DER SPIEGEL
Die Zeit; Die Zeit
Bild; Bild; BILD
Süddeutsche Zeitung; SZ; Sueddeutsche Zeitung
Frankfurter Allgemeine Zeitung; FAZ; Frankfurter Allgemeine
Handelsblatt; Handelsblatt
Deutsche Welle; DW
ARD; ARD
ZDF; ZDF
El País; El País; El Pais
El Mundo; El Mundo
La Repubblica; La Repubblica; Repubblica
Corriere della Sera; Corriere; Corriere della Sera
Nikkei; Nikkei; Nikkei Asia
Asahi Shimbun; Asahi; Asahi
Yomiuri Shimbun; Yomiuri; Yomiuri
NHK; NHK
South China Morning Post; SCMP
Caixin; Caixin
Straits Times; Straits Times
Times of India; Times of India
Hindustan Times; Hindustan Times
The Hindu; The Hindu
Indian Express; Indian Express
NDTV; NDTV
Dawn; Dawn
Haaretz; Haaretz
Times of Israel; Times of Israel
Jerusalem Post; Jerusalem Post
Al Jazeera; Al Jazeera; Al-Jazeera
Al Arabiya; Al Arabiya; Al-Arabiya
Kyiv Independent; Kyiv Independent
Kyiv Post; Kyiv Post
Moscow Times; Moscow Times
Meduza; Meduza
Novaya Gazeta; Novaya Gazeta
Radio Free Europe/Radio Liberty; RFE/RL; Radio Free Europe
Voice of America; VOA
Globe and Mail; Globe and Mail; The Globe and Mail
Toronto Star; Toronto Star
National Post; National Post
CBC News; CBC; CBC; Canadian Broadcasting Corporation
CTV News; CTV; CTV
Global News; Global News
Sydney Morning Herald; SMH
The Age; The Age
The Australian; The Australian
ABC Australia; ABC Australia; Australian Broadcasting Corporation
New Zealand Herald; NZ Herald
Stuff; Stuff; Stuff.co.nz
Daily Nation; Daily Nation
Mail & Guardian; Mail & Guardian; Mail and Guardian
Premium Times; Premium Times
Folha de S.Paulo; Folha; Folha de S. Paulo
O Globo; O Globo
Clarín; Clarín; Clarin
La Nación; La Nación; La Nacion
STAT; STAT; STAT News; Stat News
Nature; Nature News
Science; Science News
New Scientist; New Scientist
Scientific American; Scientific American
Variety; Variety
Hollywood Reporter; Hollywood Reporter; The Hollywood Reporter
Deadline; Deadline; Deadline Hollywood
Rolling Stone; Rolling Stone
Billboard; Billboard
TMZ; TMZ
The Information; The Information
The Marshall Project; Marshall Project; Marshall Project
Bellingcat; Bellingcat
"""

# Words that are a name by themselves and mean something else as often: never read without more.
_DOUBTFUL = frozenset(
    """
    Time Nature Science Stuff Dawn Sky Fox Independent Observer Express Mirror Standard Inquirer
    Insider Variety Deadline Billboard Fortune Wired Vox Hindu Age Hill Journal Information
    Australian Economist Guardian Telegraph Scotsman Conversation Atlantic Intercept Athletic Verge
    Nikkei Bild PA CP DW SZ FT AP
    """.split()  # noqa: SIM905 - a table that reads as one
)
_SMALL_FORMS = frozenset(["AP", "PA", "CP", "DW", "SZ", "FT"])  # plain in capitals

# Those of the table that running text calls with an article: `the Associated Press`.
_WITH_ARTICLE = """
Associated Press; Press Association; Canadian Press; Australian Associated Press
Press Trust of India; New York Times; Washington Post; Wall Street Journal; Los Angeles Times
Boston Globe; Chicago Tribune; Chicago Sun-Times; Philadelphia Inquirer; Miami Herald
Houston Chronicle; San Francisco Chronicle; Dallas Morning News; Detroit Free Press; Detroit News
Seattle Times; Denver Post; Minnesota Star Tribune; Tampa Bay Times; Atlanta Journal-Constitution
New York Post; New York Daily News; Baltimore Sun; Baltimore Banner; Texas Tribune
Arizona Republic; Christian Science Monitor; Hill; Verge; Intercept; Atlantic; New Yorker
Daily Beast; Guardian; Financial Times; Times of London; Sunday Times; Daily Telegraph; Daily Mail
Daily Mirror; Daily Express; Independent; Observer; Economist; Evening Standard; BBC; Irish Times
Irish Independent; Irish Examiner; Scotsman; Athletic; Conversation; South China Morning Post
Straits Times; Times of India; Hindustan Times; Hindu; Indian Express; Times of Israel
Jerusalem Post; Kyiv Independent; Kyiv Post; Moscow Times; Globe and Mail; Toronto Star
National Post; Sydney Morning Herald; Age; Australian; New Zealand Herald; Daily Nation
Mail & Guardian; Hollywood Reporter; Information; Marshall Project
"""

# The last words of names of outlets; a name in capitals that ends so is one, known or not.
KINDS = """
Times Post Herald Tribune Journal Gazette Chronicle News Press Courier Globe Star Sun Telegraph
Dispatch Examiner Bulletin Sentinel Observer Mercury Mirror Inquirer Echo Argus Advertiser Banner
Radio Television TV Weekly Newspapers Standard Star-Tribune Sun-Times Post-Gazette News-Times
""".split()  # noqa: SIM905 - a table that reads as one

# Whose name such a word is by itself, where a text names no other.
USUAL = {"Post": "Washington Post", "Journal": "Wall Street Journal"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its full name, without `the`, and the short form that people know it by."""

    name: str
    short: str


@cache
def outlets() -> Mapping[str, Outlet]:
    """Every spelling of the table, as `The X` too, with the outlet that it means."""
    found: dict[str, Outlet] = {}
    for line in _TABLE.strip().splitlines():
        name, *others = (part.strip() for part in line.split(";"))
        outlet = Outlet(name.removeprefix("The "), others[0] if others else name)
        for spelling in (name, *others):
            found.setdefault(spelling.removeprefix("The "), outlet)
    return found


@cache
def _by_folded() -> Mapping[tuple[str, ...], Outlet]:
    return {fold_name(spelling): outlet for spelling, outlet in outlets().items()}


def outlet_of(name: str) -> Outlet:
    """The outlet that a name means: that of the table, or one of its own."""
    plain = " ".join(name.split())
    known = _by_folded().get(fold_name(plain))
    if known is not None:
        return known
    bare = re.sub(r"^[Tt]he ", "", plain)
    return Outlet(bare, bare)


def same_outlet(one: str, other: str) -> bool:
    """Whether two names mean one outlet."""
    return fold_name(outlet_of(one).name) == fold_name(outlet_of(other).name)


def is_known(name: str) -> bool:
    """Whether the table has the name."""
    return fold_name(" ".join(name.split())) in _by_folded()


def takes_article(name: str) -> bool:
    """Whether running text calls an outlet, by the full name of the table, with an article."""
    return name in _articled()


@cache
def _articled() -> frozenset[str]:
    return frozenset(name.strip() for name in _WITH_ARTICLE.replace("\n", ";").split(";"))


def needs_article(spelling: str) -> bool:
    """Whether a spelling is a common word too, and counts only as `The Guardian`, `the Post`."""
    return spelling in _DOUBTFUL and spelling not in _SMALL_FORMS
