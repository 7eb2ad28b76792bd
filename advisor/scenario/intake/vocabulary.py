"""Words that tables of other people use: headings, totals, units, and what they speak of.

They are compared, never shown, so they stand here in the languages in which such tables are written, whatever
the language of the program.
"""

from __future__ import annotations

import re

from advisor.places.gazetteer import folded

# Rows of tables that add up or average others. Their letters are compared without accents and capitals.
AGGREGATES = frozenset(
    folded(word)
    for word in """
    World|Global|Total|Grand total|Sum|Average|Mean|Median|Overall|All countries|Welt|Weltweit|Gesamt
    Summe|Insgesamt|Durchschnitt|Mittelwert|Monde|Moyenne|Mundo|Promedio|EU|EU27|EU-27|EU27_2020|EU28
    European Union|Europaische Union|Union europeenne|Euro area|Eurozone|Euro zone|Eurozone (EA20)
    EA19|EA20|EEA|EFTA|OECD|OECD members|OECD - Total|OECD average|G7|G20|BRICS|ASEAN|NATO|Mercosur
    GCC|CIS|Africa|Asia|Europe|America|Americas|North America|Oceania|South America|Latin America
    Latin America & Caribbean|Latin America and the Caribbean|Caribbean|Central America|Middle East
    Middle East & North Africa|Middle East and North Africa|Sub-Saharan Africa|South Asia|East Asia
    East Asia & Pacific|East Asia and the Pacific|Europe & Central Asia|Europe and Central Asia
    Arab World|APAC|EMEA|LATAM|MENA|High income|Low income|Middle income|Lower middle income
    Upper middle income|Low & middle income|Least developed countries|Developed countries
    Developing countries|Emerging markets|Advanced economies|IDA total|IBRD only|IDA & IBRD total
    Not classified|Small states|Fragile and conflict affected situations|Heavily indebted
    Heavily indebted poor countries|Heavily indebted poor countries (HIPC)|Rest of world
    Rest of the world|Others|Other|WLD|EUU|EMU|OED|HIC|LIC|LMC|UMC|LMY|MIC|ARB|EAS|ECS|LCN|MEA|NAC|SAS
    SSF|SSA|EAP|ECA|LAC|MNA|CEB|CSS|FCS|HPC|IBD|IBT|IDA|IDB|IDX|LDC|OSS|PRE|PSS|PST|SST|TEA|TEC|TLA
    TMN|TSA|TSS|AFE|AFW|INX|EAR|LTE
    """.replace("\n", "|").split("|")
    if word.strip()
)
BEGINNINGS = tuple(
    folded(word)
    for word in (
        "Total of", "Sum of", "Average of", "Mean of", "Median of", "Rest of", "Other countries", "Average",
        "Total", "Subtotal", "High income countries",
        "Low income countries",
        "Lower middle income",
        "Upper middle income",
        "Least developed",
        "Durchschnitt", "Summe", "Gesamt", "Early-demographic dividend",
        "Late-demographic dividend", "Pre-demographic dividend", "Post-demographic dividend",
    )
)  # fmt: skip

SAME_UNITS = {
    **{"percent": "%", "prozent": "%", "per cent": "%", "pct": "%"},
    **{"€": "EUR", "$": "USD", "us$": "USD", "£": "GBP"},
    **{"mbps": "Mbit/s", "gbps": "Gbit/s", "kbps": "kbit/s", "mbit/s": "Mbit/s"},
}


# Headings that say what a column is, folded.
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


HEADINGS: dict[str, frozenset[str]] = {
    "lat": _words("lat|latitude|breite|breitengrad|y|lat dd|gps lat"),
    "lon": _words("lon|lng|long|longitude|lange|langengrad|x|lon dd|gps lon"),
    "year": _words(
        "year|jahr|date|period|time|time period|annee|ano|anno|rok|fiscal year|as of|stand|datum|"
        "reference year"
    ),
    "series": _words(
        "indicator|indicator name|series|series name|variable|measure|metric|item|criterion|criteria|"
        "kennzahl|merkmal|indikator|subject|attribute|kpi"
    ),
    "provider": _words("provider|vendor|supplier|anbieter|dienstleister|bidder|fournisseur"),
    "unit": _words("unit|units|einheit|unite|unit of measure|uom"),
    "note": _words("note|notes|comment|comments|remark|remarks|source|quelle|anmerkung|footnote"),
    "name": _words("site|name|site name|office|standort|plant|location name|campus"),
}
COUNTERS = _words("id|nr|no|rank|rang|index|row|fid|objectid|ogc fid|lfd nr")

COUNTRY = frozenset(
    {"country", "land", "pays", "pais", "paese", "kraj", "iso", "iso3", "iso2", "country code"}
)
NOT_PLACES = frozenset({"currency", "wahrung", "language", "sprache"})

DOWN = re.compile(
    r"cost|price|rent|tax|fee|crime|homicide|murder|risk|latency|delay|distance|attrition|turnover|"
    r"churn|unemployment|pollution|outage|downtime|accident|inflation|volatil|poverty|strike|absen|"
    r"vulnerab|barrier|"
    r"wage|salary|pay\b|time to|waiting|debt|kosten|preis|miete|steuer|risiko|kriminal|fluktuation|ausfall|"
    r"lohn|"
    r"gehalt|arbeitslos|inequal|mortality|emission|commut|hazard|congestion",
    re.IGNORECASE,
)
UP = re.compile(
    r"incentive|subsid|grant|relief|saving|satisf|readiness|resilien|reliab|quality|control of|freedom|"
    r"ease of|support",
    re.IGNORECASE,
)
WAGE = re.compile(
    r"\b(?:wages?|salar(?:y|ies)|gross pay|pay|earnings|lohn|l[oö]hne|geh[aä]lt(?:er)?|salaires?)\b",
    re.IGNORECASE,
)
QUOTE = re.compile(
    r"\b(?:quotes?|quotations?|offers?|angebot(?:e|spreis)?|price per hour|hourly (?:rate|price))\b",
    re.I,
)

HOUR, MONTH = (
    re.compile(r"\b(?:hour|hourly|hr|h|stunde|stundensatz)\b", re.IGNORECASE),
    re.compile(r"\b(?:month|monthly|mo|monat|monatlich|mois|mes)\b", re.IGNORECASE),
)
RATES = {
    "contributions_pct": r"employer (?:contributions?|social)|social (?:security )?contributions?|lohnneben",
    "attrition_pct": r"attrition|staff turnover|churn of staff|fluktuation",
    "leave_days": r"(?:paid|annual) leave|urlaubstage|vacation days",
    "weekly_hours": r"(?:weekly|working) hours|hours (?:a|per) week|wochenstunden",
    "benefits_pct": r"\bbenefits\b",
    "redundancy_weeks": r"severance|redundancy|notice period",
    "real_wage_growth_pct": r"(?:real )?wage growth",
}
# Words of headings that say what theme a new criterion belongs to, tried in this order.
THEMES = (
    (
        "resilience",
        r"internet|wi-?fi|broadband|bandwidth|speed|power|electric|flood|hazard|safety|crime|risk|cyber|health|"
        r"climate|outage|latency",
    ),
    (
        "people",
        r"talent|skill|graduat|universit|school|student|workforce|labou?r|staff|people|population|developers?|"
        r"candidates?|attrition|stem\b",
    ),
    ("cost", r"cost|price|rent|tax|wage|salary|pay\b|incentive|subsid|inflation|currency|office|miete|preis"),
    ("language", r"language|english|german|french|spanish|cultur|sprache|proficien"),
    ("time", r"time|travel|flight|distance|airport|hours|connect|visa"),
    (
        "regulation",
        r"law|legal|regulat|privacy|data protection|compliance|corrupt|contract|licen[cs]e|bureaucra|govern",
    ),
)
