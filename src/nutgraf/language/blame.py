"""Words that lay something at somebody's door: a wrong, a crime, a failure, a breach of law.

Gathered by hand from the defamation chapters of media law handbooks (what is actionable when it
is said of a named party: crime, dishonesty, incompetence in office) and from the glossaries of
the federal courts of the United States. Stems, as `stems.stem` makes them of verb and noun alike.
"""

from __future__ import annotations

from nutgraf.language.ladders import LEGAL
from nutgraf.language.stems import stem

_WORDS = """
abuse abused abusing abuses abuser assault assaulted bribe bribed bribery bribes
betrayed breach breached breaches breaching bullied bullying cheat cheated cheating collusion
colluded complicit concealed concealing conspiracy conspired corrupt corruption coverup cover-up
covered-up crime crimes criminal cruelty deceit deceived deceiving deceptive defamed defrauded
defrauding discriminated discrimination dishonest embezzled embezzlement erroneously extorted
extortion fabricated fabricating failed failing failure failures faked falsified falsifying
falsely fined fault faulted faulty flouted forged forgery fraud fraudulent fraudulently
groped harassed harassing harassment hushed illegal illegally illegitimate
improper improperly incompetence incompetent infringed infringement liar
malpractice manipulated manipulating manslaughter misappropriated misconduct
mishandled mishandling misled misleading mismanaged mismanagement misrepresented misspent misuse
misused mistake mistaken mistakenly mistreated murder murdered negligence negligent neglected
nepotism obstructed obstruction overcharged perjury plagiarised plagiarism plagiarized plundered
poisoned racist raped rape retaliated retaliation rigged scam scandal sexist smuggled stole
stolen stealing swindled tampered tortured torture trafficking unconstitutional
unconstitutionally underpaid unethical unlawful unlawfully violate violated violates
violating violation violations wrong wrongdoing wrongful wrongfully wrongly
"""

BLAME: frozenset[str] = frozenset(stem(word) for word in _WORDS.split()) | frozenset(LEGAL)
"""What blames, by stem; suspicions, suits, charges and convictions are among it."""
