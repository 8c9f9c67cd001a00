"""Words with which news prose says whose words a quotation is.

The verbs are those of saying, writing and asking in Levin's classes 37.1 to 37.9 (English Verb
Classes and Alternations, 1993: verbs of transfer of a message, tell, manner of speaking, say,
complain, advise), cut down to what reporters use, with the legal and written forms (testify,
file, post) that court and press reporting add. All in small letters.
"""

from __future__ import annotations

_SAYING = """
say says said saying
tell tells told telling
ask asks asked asking
add adds added adding
note notes noted noting
state states stated stating
write writes wrote written writing
reply replies replied replying
respond responds responded responding
answer answers answered answering
explain explains explained explaining
argue argues argued arguing
claim claims claimed claiming
insist insists insisted insisting
warn warns warned warning
testify testifies testified testifying
announce announces announced announcing
declare declares declared declaring
report reports reported reporting
admit admits admitted admitting
acknowledge acknowledges acknowledged acknowledging
concede concedes conceded conceding
confirm confirms confirmed confirming
deny denies denied denying
complain complains complained complaining
observe observes observed observing
remark remarks remarked remarking
comment comments commented commenting
recall recalls recalled recalling
continue continues continued continuing
conclude concludes concluded concluding
suggest suggests suggested suggesting
assert asserts asserted asserting
contend contends contended contending
maintain maintains maintained maintaining
allege alleges alleged alleging
caution cautions cautioned cautioning
predict predicts predicted predicting
urge urges urged urging
joke jokes joked joking
quip quips quipped quipping
lament laments lamented lamenting
boast boasts boasted boasting
promise promises promised promising
pledge pledges pledged pledging
vow vows vowed vowing
tweet tweets tweeted tweeting
post posts posted posting
shout shouts shouted shouting
yell yells yelled yelling
whisper whispers whispered whispering
cry cries cried crying
exclaim exclaims exclaimed exclaiming
opine opines opined opining
emphasize emphasizes emphasized emphasizing
emphasise emphasises emphasised emphasising
stress stresses stressed stressing
reiterate reiterates reiterated reiterating
repeat repeats repeated repeating
counter counters countered countering
retort retorts retorted retorting
object objects objected objecting
agree agrees agreed agreeing
muse muses mused musing
wonder wonders wondered wondering
think thinks thought
believe believes believed
lecture lectures lectured lecturing
sing sings sang sung singing
chant chants chanted chanting
read reads
demand demands demanded demanding
request requests requested requesting
"""

_NAMING = """
call calls called calling
describe describes described describing
label labels labeled labelled labeling labelling
dub dubs dubbed dubbing
denounce denounces denounced denouncing
condemn condemns condemned condemning
criticize criticizes criticized criticizing
criticise criticises criticised criticising
praise praises praised praising
dismiss dismisses dismissed dismissing
characterize characterizes characterized characterizing
characterise characterises characterised characterising
accuse accuses accused accusing
blame blames blamed blaming
mock mocks mocked mocking
cite cites cited citing
refer refers referred referring
compare compares compared comparing
express expresses expressed expressing
welcome welcomes welcomed welcoming
hail hails hailed hailing
decry decries decried decrying
blast blasts blasted blasting
slam slams slammed slamming
reject rejects rejected rejecting
tout touts touted touting
defend defends defended defending
"""

CUE_VERBS = frozenset(_SAYING.split())
"""Every form of the verbs that introduce the words of a speaker."""

NAMING_VERBS = frozenset(_NAMING.split())
"""Verbs that bring a few quoted words of their subject: called it “…”, denounced the “…”."""

_NOT_AS_CUES = """
report state note comment claim demand post object counter cry answer promise tweet stress
repeat order pledge vow joke label praise blame mock shout yell whisper lament boast remark quip
welcome read blast hail chant request
"""
NOT_AS_CUES = frozenset(_NOT_AS_CUES.split())
"""Forms that are mostly nouns where they stand in news prose."""

_AFTER_A_NAME = """
states notes reports claims comments posts demands answers tweets objects counters cries promises
pledges stresses orders repeats vows jokes labels blames shouts boasts cites calls
reads chants blasts slams requests
"""
AFTER_A_NAME = frozenset(_AFTER_A_NAME.split())
"""Forms that are verbs only behind a name, a pronoun or an office, else plural nouns."""
