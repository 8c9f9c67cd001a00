"""Words that impute a motive, a crime or contempt, and that only somebody's quotation may carry.

Put together by hand from what news style books say in general terms of loaded and pejorative
words (the Associated Press Stylebook, Reuters' handbook of journalism, the BBC's editorial
guidelines, the code of the Society of Professional Journalists). Left out is what neutral news
writes every day: crackdown, slash, scandal, row, clash, bailout, junta, massacre.
"""

from __future__ import annotations

import re

_LOADED = r"""
(?<!to )cover[- ]?ups?; covered up; covering up; under the (?:guise|pretext|cover) of
on the pretext of
schem(?:ed|ing); schemers?; so-called; cron(?:y|ies); cronyism; slush funds?; power grabs?
land grabs?; cash grabs?; money grabs?; witch[- ]hunts?; ploys?
(?:publicity|political|pr|media|campaign) stunts?; (?<!a )stunt(?= to\b); sweetheart deals?
propaganda; thugs?; thuggish; thuggery; hush[- ]money; shams?; charades?; farcical
kangaroo courts?; kickbacks?; shakedowns?; shake[- ]downs?; scams?; scammers?
swindl(?:e|es|ed|ing|ers?); grift(?:ers?|ing)?; crooks?; crooked; plunder(?:ed|ing)?
extort(?:ed|ion|ing)?; blackmail(?:ed|ing)?; rigged; henchm[ae]n; lackeys?; stooges?
mouthpieces?; goons?; minions; cabal; puppets?(?= (?:government|regime|of)); snake[- ]oil
quackery; crackpots?; hysteria; hysterical; fear[- ]?mongering; scare[- ]?mongering; pandering
pandered; virtue[- ]signal+ing; boondoggles?; gravy train; fat[- ]cats?; greed; greedy
profiteer(?:s|ing); price[- ]gouging; gouged; rip[- ]?offs?; ripped off; fleec(?:ed|ing); bilked
caved(?: in)?(?= (?:to|under|on)\b); caving(?= to\b); kowtow(?:ed|ing|s)?
(?:rammed|jammed) through; strong[- ]arm(?:ed|ing|s)?; muzzl(?:e|ed|es|ing)
silenc(?:e|ed|es|ing)(?= (?:its |his |her |their |the )?(?:critics?|dissent|opponents?|media))
waved through(?! (?:the |a )?(?:\w+ )?(?:gate|checkpoint|border|security|customs|crossing|door))
gutt(?:ed|ing)(?! by fire); whitewash(?:ed|ing|es)?; smeared; smear campaigns?
(?<!pap )(?<!blood )(?<!cervical )smears?(?! (?:tests?|samples?|of|slides?)\b)
vendettas?; weaponi[sz](?:e|ed|es|ing|ation); scapegoat(?:s|ed|ing)?; stonewall(?:ed|ing|s)?
dodg(?:e|ed|es|ing)(?= (?:questions?|taxes|accountability|responsibility|blame|scrutiny))
cook(?:ed|ing) the books; fudg(?:ed|ing); doctored(?= (?:the|its|data|figures|records|results))
lied; liars?; lying(?= (?:about|to)\b); brazen(?:ly)?; shameless(?:ly)?; blatant(?:ly)?
disgraceful(?:ly)?; outrageous(?:ly)?; draconian; orwellian; tyran(?:t|ts|ny|nical); fascists?
fascism; deep state; shady; sleazy; backroom deals?; dirty (?:money|tricks); bought off
in the pocket of; pay[- ]to[- ]play; quid pro quo; self-dealing; nepotism; terrorists?; illegals
illegal aliens?; anchor bab(?:y|ies); pro-abortion; abortionists?; death tax; welfare queens?
alarmists?; deniers?; woke (?:ideology|agenda|mob|culture|nonsense); fiascos?; debacles?
bungl(?:ed|ing)
purg(?:e|ed|es|ing)(?! (?:of )?(?:the |its )?(?:data|files|records|rolls|water|air|system|gas|line))
sabotag(?:e|ed|ing); betray(?:ed|al|s|ing)?; bribes?; bribed; bribery; ponzi; war criminals?
murderous; butchers?(?= of); strongm[ae]n; radical (?:left|right|leftists?|fringe); fanatics?
zealots?; unelected bureaucrats; giveaways?(?= to\b); pork[- ]barrel
asset[- ]strip(?:ping|pers?|ped|s)?; vultures?(?= (?:funds?|capital\w*|investors?))
bloodbaths?; land[- ]grabbing; freeload(?:ers?|ing); spin doctors?; fiddl(?:ed|ing) the
cash cow; conniv(?:ed|ing); collu(?:ded|ding|sion); ruthless(?:ly)?; sinister; nefarious
predatory; reckless(?:ly)?; callous(?:ly)?; heartless(?:ly)?; cruel(?:ly|ty)?; obscene
scandalous(?:ly)?; bully(?:ing)?(?= (?:of )?(?:its|the|their|staff|workers|smaller)); bullied
hijack(?:ed|ing)?(?= (?:the |a )?(?:debate|process|agenda|party|board|process|hearing))
double-cross(?:ed)?; backstab(?:bed|bing)?; hid(?:den|ing)? behind; window[- ]dressing
smokescreen; power[- ]hungry; money[- ]grubbing; hypocrisy; hypocrit(?:e|es|ical); cowardly
cowardice; incompeten(?:t|ce); bumbling; rubber[- ]stamp(?:ed|ing|s)?; disgraced; shadowy
junk science; phon(?:e)?y; bogus; backdoor deals?; corrupt; traitors?
treason(?:ous)?; extremists?; racists?; sexist; bigot(?:s|ed|ry)?; xenophobic; dictators?
dictatorial; genocid(?:e|al); ethnic cleansing; hoax(?:es)?; ruse; trickery; con (?:artist|job|man)
warmonger(?:s|ing)?; pack of lies; (?<=a )lie; lies(?= (?:about|to) )
"""
# A scheme is a plan in British English; this is one that somebody has to do harm.
_HARM = """
shift hide evade dodge conceal defraud steal cheat avoid enrich deceive divert rig launder bribe
inflate mislead skim siphon offload pocket undermine silence manipulate bilk overcharge cover push
squeeze grab seize trick fool exploit
"""
_SCHEME = rf"schemes? to(?= (?:{'|'.join(_HARM.split())})\b)"
_EVERY = "|".join([*_LOADED.replace("\n", "; ").strip("; ").split("; "), _SCHEME])
LOADED = re.compile(rf"\b(?:{_EVERY})(?!\w)", re.IGNORECASE)
"""A loaded word or phrase, in whatever inflection."""

REGIME = re.compile(
    r"(?<![\w-])(?P<of>(?:[A-Z][\w’'-]+|his|her|military|current|brutal|ruling|old))"
    r" (?P<word>regimes?)\b"
)
"""A government called a regime; a tax regime and a training regime are none."""
