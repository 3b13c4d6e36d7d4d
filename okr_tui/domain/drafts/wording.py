"""The rules for any draft: words that only insiders know, and sentences that nobody remembers."""

import re
from collections.abc import Callable

from okr_tui.domain.drafts.found import Finding, finding
from okr_tui.domain.drafts.reading import LOOKED_AT, Reading

LONGEST = {"objective": 18, "key_result": 25}
"""Kind of draft → words it may have (method.md)."""

_ACRONYM = re.compile(r"(?<![^\W_])[A-ZÀ-Ý][A-Z0-9À-Ý&]{1,7}s?(?![^\W_])")
_CAPITALS = re.compile("[A-ZÀ-Ý][A-Z0-9À-Ý&]")
_WORD = re.compile(r"\S++")
_ACRONYMS = """
KPI OKR NPS CSAT MRR ARR API SLA SLO CEO CTO CFO COO HR RH IT UX UI SEO ROI CRM PR QA AI IA EU UE UK US USA FR EN DE
B2B B2C SAAS PDF WIFI TV CV ID OK SMS GPS USB CO2 GMV CA PME ETI TPE TVA VAT EUR USD GBP Q1 Q2 Q3 Q4 T1 T2 T3 H1 H2
S1 S2 P50 P90 P95 P99 P0 P1 P2 P3 RGPD GDPR ISO SOC PC APP MVP FAQ EMEA APAC KR TOP MAX MIN NO ET OU LE LA LES AND
THE TO OF IN FOR BY DU DES UN UNE AU AUX EN SUR V1 V2 V3 CAC LTV ARPU DAU MAU WAU AWS SQL CI CD R&D 2X 3X HTML CSS
WWW ERP DSI DRH CDI CDD ESG RSE CSR
"""
_KNOWN = frozenset(_ACRONYMS.split())


def jargon(reading: Reading) -> Finding | None:
    """An acronym that is not explained (`kr-jargon`); a sentence all in capitals has none."""
    text = reading.draft.text[:LOOKED_AT]
    if _CAPITALS.search(text) is None or text.isupper():
        return None
    for match in _ACRONYM.finditer(text):
        word = match.group().rstrip("s")
        if word in _KNOWN or not any(letter.isalpha() for letter in word[1:]) or len(word) < 2:
            continue
        if text[match.end() : match.end() + 2] == " (" or text[max(0, match.start() - 1) : match.start()] == "(":
            continue
        return finding("kr-jargon", reading, match.span(), acronym=word)
    return None


def too_long(reading: Reading) -> Finding | None:
    """More words than people remember (`too-long`): 18 for an objective, 25 for a key result."""
    most = LONGEST[reading.draft.kind]
    text = reading.draft.text
    if len(text) <= 2 * most or len(text.split(None, most)) <= most:
        return None
    spans = [match.span() for match in _WORD.finditer(text)]
    return finding("too-long", reading, (spans[most][0], spans[-1][1]), n=str(len(spans)), most=str(most))


RULES: tuple[Callable[[Reading], Finding | None], ...] = (jargon, too_long)
"""Every rule that looks at any draft."""
