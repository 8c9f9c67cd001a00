"""Web addresses as a source names them: without what tracks readers, one for each page."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that tell a site where its readers come from, and never which page they see. From the
# documentation of the analytics and mail services that add them (Google, Meta, Microsoft, HubSpot,
# Mailchimp, Marketo, Matomo, AT Internet, Adobe) and of the outlets' own share links.
_TRACKING_WORDS = """
fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id igshid igsh yclid mc_cid
mc_eid mkt_tok oly_anon_id oly_enc_id vero_id vero_conv _openstat wickedid s_kwcid s_cid icid
ncid cmpid cmp ocid xtor soc_src soc_trk smid smtyp sr_share ref_src ref_url referrer share_id
shareid sharetype unlocked_article_code wprov ito taid tpcc sref leadsource amp outputtype
guccounter guce_referrer guce_referrer_sig __twitter_impression spm scm _hsenc _hsmi __hssc
__hstc hsctatracking pk_campaign pk_kwd pk_source pk_medium mtm_campaign mtm_source mtm_medium
"""
_TRACKING: Final = frozenset(_TRACKING_WORDS.split())
_TRACKING_START: Final = ("utm_", "at_", "stm_", "hsa_", "ns_", "trk_")
_AMP = re.compile(r"(?:/amp/?|\.amp(?:\.html)?)$")
_MOBILE = re.compile(r"^(?:amp|m|mobile)\.(?=[^.]+\.[^.])")


def canonical(url: str) -> str:
    """The address without fragment, tracking parameters and default port; never raises."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return url.strip()
    if parts.scheme.lower() not in ("http", "https") or not host:
        return url.strip()
    scheme = parts.scheme.lower()
    place = f"[{host}]" if ":" in host else host
    if port and port != {"http": 80, "https": 443}[scheme]:
        place = f"{place}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _tracks(name)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((scheme, place, parts.path or "/", query, ""))


def page_key(url: str) -> str:
    """What two addresses of one page have in common: variants for phones, AMP, `www.`, schemes."""
    parts = urlsplit(canonical(url))
    host = _MOBILE.sub("", parts.netloc.removeprefix("www."))
    path = _AMP.sub("", parts.path).rstrip("/")
    return f"{host}{path}?{'&'.join(sorted(parts.query.split('&')))}".rstrip("?")


def stated_canonical(stated: str | None, url: str | None) -> str | None:
    """The address that a page names as its own, where that can be true.

    `stated` is what the page says, perhaps relative; `url` where it was fetched from, or None. A
    page of another site, or the front page for an article, is not believed.
    """
    if not stated or not stated.strip():
        return canonical(url) if url else None
    try:
        full = urljoin(url or "", stated.strip())
        parts = urlsplit(full)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable:
        return canonical(url) if url else None
    if url:
        here = urlsplit(url)
        if _site(parts.netloc) != _site(here.netloc):
            return canonical(url)
        if parts.path in ("", "/") and here.path not in ("", "/"):
            return canonical(url)
    return canonical(full)


def host_of(url: str | None) -> str:
    """The host of an address without `www.`, or an empty text."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _tracks(name: str) -> bool:
    folded = name.casefold()
    return folded in _TRACKING or folded.startswith(_TRACKING_START)


def _site(host: str) -> str:
    """The last two labels of a host, three where the last ones are as short as in `co.uk`."""
    labels = host.casefold().partition(":")[0].split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if short else labels[-2:])
