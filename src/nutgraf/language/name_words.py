"""Words that tell what kind of thing a proper name names, and which small words go inside names.

Gathered by hand from the names of bodies, places, laws and works that news agencies print. All
in small letters.
"""

from __future__ import annotations

_BODY = """
academy administration agency airlines airways alliance army assembly associates association
authority bank bancorp board brigade bureau business cabinet campaign chamber church citizens club
co coalition college command commission committee community companies company conference
confederation congress consortium constabulary consultancy corp corporation corps council court
department directorate division electric enforcement enterprises exchange executive federation
firm force forces forum foundation front fund government group guard guild holdings hospital
house inc industries initiative insitute institute institution international investments jury
laboratories laboratory league legislature limited llc llp ltd media mission ministry motors
museum nations navy network networks news observatory office organisation organization
parliament partners partnership party pharmaceuticals plc police post press productions prosecutors
publishers radio records registry reserve resistance rotary school schools secretariat senate
service services society solutions squad staff studios syndicate systems taskforce team
technologies television times tribunal troops trust tv union united university utilities watch
airline journal gazette herald tribune chronicle telegraph guardian globe observer
"""
BODY_NOUNS = frozenset(_BODY.split())
"""A name that ends with one of these is that of a body (an organisation, office or company)."""

_COMPANY = "inc corp co ltd llc llp plc ag gmbh sa nv spa se holdings group"
COMPANY_FORMS = frozenset(_COMPANY.split())
"""What a company's name ends with; it may be left out."""

_PLACE = """
airport airfield avenue bay beach borough boulevard bridge canal canyon castle cathedral cemetery
city coast country county court creek desert district drive estuary falls field fields forest
fort gardens glacier gulf harbor harbour heights highway hill hills island islands isle isles lake
lakes lane mountain mountains ocean palace park parish peninsula plains plateau plaza port prison
province railway range reef region reservoir river road rock sea shire shore springs square
stadium state states station strait straits street territories territory town township tower
towers valley village volcano way west woods zoo east north south northeast northwest southeast
southwest midlands
"""
PLACE_NOUNS = frozenset(_PLACE.split())
"""A name that ends with one of these is that of a place, unless it is known as a body."""

_OTHER = """
accord accords act agreement amendment anthem award awards bill championship championships charter
code constitution convention cup day declaration deal derby directive doctrine festival games
initiative law magna medal memorandum olympics open operation order pact plan policy prize
programme program project protocol proposition referendum regulation rule scandal scheme series
show statute summit tour tournament treaty trial trophy war bowl election elections
"""
OTHER_NOUNS = frozenset(_OTHER.split())
"""A name that ends with one of these is that of a law, programme, event, prize or work."""

_BEFORE_OF = """
academy agency archbishop archdiocese army assembly association attorney bank battle bay bishop
board book bureau cape chamber chancellor church city coast college commission commissioner
committee commonwealth community company conference congress convention council county court day
daughters declaration department diocese director district duchess duke earl empire faculty
federation force general gulf hall head house institute institution isle joint king kingdom knights
lake league library lord man master mayor ministry minister mount museum office order
organisation organization palace parliament party people port president prince princess prime
province queen republic river royal school secretary senate sea society sons speaker state states
statue strait supreme teachers temple tower town treaty tribunal union united university vale
valley war women
"""
BEFORE_OF = frozenset(_BEFORE_OF.split())
"""With a capital, `of` or `of the` behind it goes on with the name."""

_BEFORE_FOR = """
administration agency alliance americans association authority campaign center centers centre
citizens coalition commission committee commissioner council department doctors federation forum
foundation friends fund group institute institution lawyers league ministry mothers movement
network office partnership people programme secretary society students teachers union women
project parents veterans director minister reporters
"""
BEFORE_FOR = frozenset(_BEFORE_FOR.split())
"""With a capital, `for` behind it goes on with the name."""

_AREAS = """
aeronautics aging agriculture aid alcohol army arts atmospheric aviation basketball border budget
business chemicals children citizenship civil climate coal commerce communications compliance
conservation consumer control corrections cricket criminal culture customs cyber defence defense
democracy development disability disarmament disease drug drugs economic education elections
emergency employment energy enforcement engineering environment environmental equality equal
exchange exploration explosives families family films finance financial firearms fire fish
fisheries food foods forestry forests games gas governance grain growth health home homes
homeland housing human humanitarian immigration industrial industry infrastructure innovation
insurance intelligence international interior internal investment investments justice labor labour
land law learning legal libraries licensing life loan management marine maritime medical medicine
medicines mental migration mines mining monetary monuments motor national natural naturalization
nursing oceanic oil oversight park parks peace pensions performance planning plant policy power
prevention prices privacy procurement protection public reconciliation reconstruction records
recreation reform refugee refugees regulatory relief rescue research resources revenue review
rights risk rural safety sanitation savings science sciences securities security settlements
skills social space sport sports stability standards statistics strategic surface tax taxation
technology telecommunications tobacco tourism trade trading training transport transportation
urban veterans water welfare wildlife women work works workforce youth
"""
AREAS = frozenset(_AREAS.split())
"""Fields that bodies are named for; `and` and a comma between two of them stand inside a name."""

_INSIDE = "de la van von der den bin ibn al el du di da dos del y e ter ben bint le st zu af av"
INSIDE = frozenset(_INSIDE.split())
"""Small words inside the names of persons."""

_NOT_FIRST = """
a an the this that these those some any each every no all both either neither such what which
whose my your his her its our their i you he she it we they me him us them who whom and but or nor
yet so if when while where because since although though unless until till after before as at by
for from in into near of off on onto out over per than through to toward towards under up upon
via with within without about above across against along alongside amid among around behind below
beneath beside besides between beyond despite down during except inside outside past regarding
throughout underneath unlike versus not there here now then once also even just only still again
ever never always often how why is are was were be been being am do does did has have had having
can could may might must shall should will would let let's it's that's he's she's they're we're
i'm i've i'll don't didn't can't won't isn't wasn't there's what's here's who's meanwhile however
moreover nevertheless nonetheless otherwise therefore thus hence instead perhaps maybe indeed
later earlier yes ok okay well oh many most more much few several another other others one two
three four five six seven eight nine ten eleven twelve last next previous former ex
"""
NOT_FIRST = frozenset(_NOT_FIRST.split())
"""Function words: at the start of a sentence they have their capital from it, never from a name."""

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = frozenset(_NUMBERS.split())
"""Numbers inside names: `World War Two`, `Six Nations`."""

_PLAIN_BEFORE = """
senior junior top chief federal state local regional national foreign domestic former previous
early late recent critics advocates officials lawmakers prosecutors police
investigators lawyers attorneys both rival fellow veteran embattled ousted outgoing incoming
longtime acting interim deputy likely potential possible proposed current separate several
opposition government conservative liberal progressive moderate leading prominent key major
sources experts scientists researchers economists analysts activists protesters residents
republican democratic
"""
PLAIN_BEFORE = frozenset(_PLAIN_BEFORE.split())
"""Words that often stand first in a sentence before a name that they are no part of."""

_NAME_BEGINS = """
new north south east west northern southern eastern western great united supreme white high royal
saint san santa los las el la fort mount lake cape port grand upper lower little big black red blue
green golden silver central national international american world first second third house
department bank university church king queen prince princess lord lady sir dame pope president
prime super premier home foreign associated general human wall capitol downing justice public
"""
NAME_BEGINS = frozenset(_NAME_BEGINS.split())
"""Common words with which many names begin."""

_SHOUTED = """
new live breaking update updated watch exclusive video videos photo photos opinion analysis read
more advertisement and the not must only never all no yes why how what this that is are was free
sign now here click share follow listen
"""
SHOUTED = frozenset(_SHOUTED.split())
"""Words that pages set in capitals for effect."""

_PRONOUNS = "you he she it we they i his her our your my this that these those who what its their"
PRONOUNS = frozenset(_PRONOUNS.split())
"""With a capital inside a run of capitals they end a name."""

_LABELS = """
form section article chapter page room figure table part phase stage title clause paragraph
appendix exhibit schedule volume item number no line annex class grade type model count
"""
LABELS = frozenset(_LABELS.split())
"""Before a number they make a label, not a name: `Form 8` or `Article 12`."""
