"""What kind of source a text probably is. A guess, which the editor confirms.

`primary` is never guessed: whether a document is the one that the story is about is the editor's to
say.
"""

from __future__ import annotations

import re
from typing import Final

from nutgraf.capture.addresses import host_of

# Hosts of governments, courts and intergovernmental bodies: the sponsored and second-level domains
# that their registries keep for them (IANA's sponsored TLDs; the countries' registry rules).
_OFFICIAL = re.compile(
    r"(?:^|\.)(?:gov|mil|int|gov\.[a-z]{2}|gob\.[a-z]{2}|gouv\.[a-z]{2}|go\.[a-z]{2}|govt\.nz"
    r"|gc\.ca|mil\.[a-z]{2}|parliament\.uk|police\.uk|nhs\.uk|europa\.eu|admin\.ch|bund\.de"
    r"|gv\.at)$"
)
_WIRES: Final = frozenset(["apnews.com", "reuters.com", "afp.com", "dpa.com", "upi.com"])
_RELEASES: Final = frozenset(["prnewswire.com", "businesswire.com", "globenewswire.com"])
_POSTS_WORDS = """
x.com twitter.com facebook.com instagram.com threads.net bsky.app mastodon.social
truthsocial.com tiktok.com linkedin.com reddit.com t.me
"""
_POSTS: Final = frozenset(_POSTS_WORDS.split())
_AGGREGATORS: Final = frozenset(
    ["news.google.com", "news.yahoo.com", "msn.com", "flipboard.com", "drudgereport.com"]
)
_RELEASE = re.compile(
    r"^\W*(?:for immediate release|press release|news release|media advisory)\b", re.IGNORECASE
)
_OPINION = re.compile(
    r"(?:^|/)(?:opinions?|op-?eds?|columns?|columnists?|commentary|editorials?)(?:/|$)",
    re.IGNORECASE,
)
_ANALYSIS = re.compile(
    r"^(?:news )?(?:analysis|explainer|explained|opinion|commentary|column)\s*[:|]", re.IGNORECASE
)
_TRANSCRIPT = re.compile(r"\btranscript\b", re.IGNORECASE)
_INTERVIEW = re.compile(
    r"^(?:the )?(?:full |exclusive )?interview\b|\binterview with\b", re.IGNORECASE
)
_TYPES: Final = {
    "OpinionNewsArticle": "analysis",
    "AnalysisNewsArticle": "analysis",
    "SocialMediaPosting": "post",
    "NewsArticle": "news",
    "ReportageNewsArticle": "news",
}


def guess(
    *, url: str | None, title: str | None, body: str, types: tuple[str, ...] = ()
) -> str | None:
    """A kind of `workspace.note_keys.KINDS`, or None where nothing speaks for one.

    `types` are those of the page's JSON-LD.
    """
    host = host_of(url)
    if _OFFICIAL.search(host):
        return "official"
    for hosts, kind in ((_POSTS, "post"), (_AGGREGATORS, "aggregator"), (_WIRES, "wire")):
        if host in hosts or host.partition(".")[2] in hosts:
            return kind
    if host in _RELEASES or _RELEASE.match(body[:200]):
        return "advocacy"
    if title and _TRANSCRIPT.search(title):
        return "transcript"
    if (url and _OPINION.search(url.partition("://")[2])) or (title and _ANALYSIS.match(title)):
        return "analysis"
    if title and _INTERVIEW.search(title):
        return "interview"
    return next((_TYPES[one] for one in types if one in _TYPES), None)
