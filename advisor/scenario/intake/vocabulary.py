"""Words that tables of other people use: headings, totals, units, and what they speak of.

They are compared, never shown, so they stand here in the languages in which such tables are written, whatever
the language of the program.
"""

from __future__ import annotations

import re

from advisor.places.folding import folded

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
    Total general|Suma|Media|Mediana|Todos los paises|Union Europea|UE|UE27|UE-27|UE28|Zona euro|Zona del euro
    OCDE|Africa subsahariana|America Latina|America Latina y el Caribe|Latinoamerica|Latinoamerica y el Caribe
    Caribe|Europa|Norteamerica|America del Norte|Sudamerica|America del Sur|Centroamerica|America Central
    Oriente Medio|Oriente Proximo|Resto del mundo|Otros|Otros paises|Paises desarrollados
    Paises en desarrollo|Economias avanzadas|Economias emergentes|Ingresos altos|Ingresos medios
    Ingresos medios altos|Ingresos medios bajos|Ingresos bajos
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
        "Promedio", "Suma de", "Media de", "Mediana de", "Resto de", "Otros paises", "Paises de ingreso",
        "Late-demographic dividend", "Pre-demographic dividend", "Post-demographic dividend",
    )
)  # fmt: skip

# What may stand behind the name of a group, or of what is counted, but not behind that of a location.
ENDINGS = tuple(
    folded(word)
    for word in (
        "average", "avg", "mean", "median", "total", "sum", "durchschnitt", "mittelwert", "gesamt", "summe",
        "promedio", "media", "mediana", "suma", "moyenne",
    )
)  # fmt: skip

SAME_UNITS = {
    **{"percent": "%", "prozent": "%", "per cent": "%", "pct": "%"},
    **{"por ciento": "%", "porciento": "%", "porcentaje": "%"},
    **{"€": "EUR", "$": "USD", "us$": "USD", "£": "GBP"},
    **{"mbps": "Mbit/s", "gbps": "Gbit/s", "kbps": "kbit/s", "mbit/s": "Mbit/s"},
}

# What may stand behind a comma or "in" as a unit; anything else there belongs to the name.
UNITS = re.compile(
    r"^(?:%.*|.*\bper\b.*|[A-Z]{3}(?: .*)?|usd|eur|gbp|[kmg]?bit/s|[kmg]bps|ms|km|hours?|days?|weeks?|"
    r"months?|years?|percent|prozent|thousand|million|billion|index|points?|people|persons|stunden|tage|"
    r"jahre|horas?|d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?|puntos?|personas|miles|millones|por ciento|"
    r".*\bpor\b.*|[€$£].*)$",
    re.IGNORECASE,
)
# Cells that say that a figure is not known.
NO_FIGURE = frozenset(
    {
        *(
            "k.a.",
            "k. a.",
            "n.a.",
            "null",
            "none",
            "nan",
            "n.d.",
            "nd",
            ":",
            "?",
            "x",
            "unknown",
            "unbekannt",
            "s/d",
            "n/d",
            "desconocido",
            "sin datos",
            "sin dato",
            "no disponible",
        ),
        *("#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!"),
    }
)


# Headings that say what a column is, folded.
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


HEADINGS: dict[str, frozenset[str]] = {
    "lat": _words("lat|latitude|latitud|breite|breitengrad|y|lat dd|gps lat"),
    "lon": _words("lon|lng|long|longitude|longitud|lange|langengrad|x|lon dd|gps lon"),
    "year": _words(
        "year|jahr|date|period|time|time period|annee|ano|anno|rok|fiscal year|as of|stand|datum|"
        "reference year|fecha|periodo|ejercicio|ano de referencia"
    ),
    "series": _words(
        "indicator|indicator name|series|series name|variable|measure|metric|item|criterion|criteria|"
        "kennzahl|merkmal|indikator|subject|attribute|kpi|indicador|serie|concepto|criterio|metrica|magnitud"
    ),
    "provider": _words(
        "provider|vendor|supplier|anbieter|dienstleister|bidder|fournisseur|proveedor|proveedora"
    ),
    "unit": _words("unit|units|einheit|unite|unit of measure|uom|unidad|unidades|unidad de medida"),
    "note": _words(
        "note|notes|comment|comments|remark|remarks|source|quelle|anmerkung|footnote|nota|notas|comentario|"
        "comentarios|observacion|observaciones|fuente"
    ),
    "name": _words(
        "site|name|site name|office|standort|plant|location name|campus|sede|nombre|emplazamiento|centro|"
        "nombre del centro|nombre de la sede"
    ),
}
COUNTERS = _words("id|nr|no|rank|rang|index|row|fid|objectid|ogc fid|lfd nr|num|numero|fila|puesto")

COUNTRY = frozenset(
    {
        "country",
        "land",
        "pays",
        "pais",
        "paese",
        "kraj",
        "iso",
        "iso3",
        "iso2",
        "country code",
        "codigo de pais",
        "codigo pais",
    }
)
NOT_PLACES = frozenset({"currency", "wahrung", "language", "sprache", "moneda", "divisa", "idioma", "lengua"})

_SEAM = re.compile(r"_+|(?<=[a-zà-ÿ])(?=[A-Z])")


def words_of(heading: str) -> str:
    """A heading in words apart, in which the lists below look: ``officeRent_usd`` is ``office Rent usd``."""
    return _SEAM.sub(" ", heading)


def _list(beginnings: str, anywhere: str = "") -> re.Pattern[str]:
    r"""A list of words.

    Args:
        beginnings: what a word begins with; one that stands for itself alone ends with ``\b``.
        anywhere: parts of words, as German joins them.
    """
    joined = f"|{anywhere}" if anywhere else ""
    return re.compile(rf"\b(?:{beginnings}){joined}", re.IGNORECASE)


DOWN = _list(
    r"costs?\b|costly|costing|pric(?:e|es|ing)\b|rents?\b|rental|tax(?:es|ation)?\b|fees?\b|(?:cyber)?crime|"
    r"homicide|murder|risk|latency|delay|distance|attrition|turnover|churn|unemployment|pollution|outage|"
    r"blackouts?\b|(?:power|supply) cuts?\b|disrupt|loss(?:es)?\b|failure|conflict|fatalit|injur|"
    r"disaster|downtime|accident|inflation|volatil|poverty|strikes?\b|absen|vulnerab|barrier|wage|salar(?:y|ies)\b|"
    r"pay\b|times? to\b|waiting|debt|"
    r"costes?\b|costos?\b|precio|alquiler|impuest|tarifa|honorari|salari|sueldo|remuneraci|delito|delincu|"
    r"homicidi|asesinat|riesgo|latencia|retras|demora|distancia|rotaci[oó]n|abandono|desempleo|paro\b|"
    r"contaminaci|apag[oó]n|cortes? de\b|interrupci|"
    r"inflaci|pobreza|huelga|barrera|tiempo (?:de|hasta)\b|espera|deuda|"
    r"desigualdad|mortalidad|emisi[oó]n|amenaza|congesti|"
    r"arbeitslos|inequal|mortality|emission|commut|hazard|congestion",
    r"kosten|preis|miete|steuer|risik[eo]|kriminal|fluktuation|ausf[aä]ll|l[oö]hne?\b|geh[aä]lt",
)
UP = _list(
    r"incentive|subsid|grants?\b|relief|saving|satisf|readiness|resilien|reliab|quality|control of\b|freedom|"
    r"ease of\b|support|incentiv|subvenci|ayudas?\b|ahorro|satisfac|preparaci|fiabilidad|calidad|"
    r"control de\b|libertad|facilidad|apoyo"
)
WAGE = re.compile(
    r"\b(?:wages?|salar(?:y|ies)|gross pay|pay|earnings|lohn|l[oö]hne|geh[aä]lt(?:er)?|salaires?|"
    r"salarios?|sueldos?|remuneraci[oó]n(?:es)?|n[oó]minas?)\b",
    re.IGNORECASE,
)
QUOTE = re.compile(
    r"\b(?:quotes?|quotations?|offers?|angebot(?:e|spreis)?|price per hour|hourly (?:rate|price)|ofertas?|"
    r"presupuestos?|(?:precio|tarifa) (?:por|la) hora|tarifa horaria)\b",
    re.I,
)

HOUR, MONTH = (
    re.compile(r"\b(?:hour|hourly|hr|h|stunde|stundensatz|horas?|horari[oa])\b", re.IGNORECASE),
    re.compile(r"\b(?:month|monthly|mo|monat|monatlich|mois|mes|meses|mensual(?:es)?)\b", re.IGNORECASE),
)
RATES = {
    "contributions_pct": r"employer (?:contributions?|social)|social (?:security )?contributions?|lohnneben|"
    r"cotizaci[oó]n(?:es)? (?:social|patronal|empresarial|a la seguridad)|cargas sociales|"
    r"contribuci[oó]n(?:es)? (?:social|patronal)",
    "attrition_pct": r"attrition|staff turnover|churn of staff|fluktuation|rotaci[oó]n",
    "leave_days": r"(?:paid|annual) leave|urlaubstage|vacation days|(?:d[ií]as|semanas) de vacaciones",
    "weekly_hours": r"(?:weekly|working) hours|hours (?:a|per) week|wochenstunden",
    "benefits_pct": r"\bbenefits\b|beneficios sociales",
    "redundancy_weeks": r"severance|redundancy|notice period|indemnizaci[oó]n|preaviso",
    "real_wage_growth_pct": r"(?:real )?wage growth|crecimiento (?:real )?(?:de los |del )?salari",
}
# Words of headings that say what theme a new criterion belongs to, tried in this order.
THEMES = (
    (
        "resilience",
        _list(
            r"internet|wi[- ]?fi\b|broadband|bandwidth|speed|power\b|electric|flood|hazard|safety|"
            r"(?:cyber)?crime|risk|cyber|health|climate|outage|latency|banda ancha|velocidad|el[eé]ctric|"
            r"energ[ií]a|inundaci|"
            r"amenaza|delito|delincu|homicidi|riesgo|ciber|salud\b|sanidad|clima|latencia|apag[oó]n",
            r"risik[eo]",
        ),
    ),
    (
        "people",
        _list(
            r"talent|skill|graduat|universit(?:y|ies)\b|school|student|workforce|labou?r\b|staff|people|population|"
            r"developers?\b|candidates?\b|attrition|stem\b|competencias|habilidad|titulad|graduad|universidad|"
            r"universitari|escuela|estudiant|mano de obra|fuerza laboral|personal\b(?! data)|plantilla|"
            r"poblaci[oó]n|desarrollador|programador|candidat[oa]s?\b|rotaci[oó]n"
        ),
    ),
    (
        "cost",
        _list(
            r"costs?\b|costly|costing|pric(?:e|es|ing)\b|rents?\b|rental|tax(?:es|ation)?\b|wage|"
            r"salar(?:y|ies)\b|pay\b|incentive|subsid|inflation|currenc|offices?\b|costes?\b|costos?\b|precio|"
            r"alquiler|impuest|salari|sueldo|incentiv|subvenci|inflaci|moneda|divisa|oficinas?\b|tarifa|fiscal",
            r"kosten|miete|preis|steuer",
        ),
    ),
    (
        "language",
        _list(
            r"language|english|german\b|french|spanish|cultur|proficien|idioma|lengua|ingl[eé]s|alem[aá]n|"
            r"franc[eé]s|espa[nñ]ol",
            r"sprache",
        ),
    ),
    (
        "time",
        _list(
            r"times?\b|timezone|travel|flights?\b|distance|airport|hours\b|connect|visas?\b|visados?\b|tiempo|"
            r"viajes?\b|vuelo|distancia|aeropuerto|horas?\b|conexi|huso"
        ),
    ),
    (
        "regulation",
        _list(
            r"laws?\b|legal|regulat|privacy|data protection|compliance|corrupt|contract|licen[cs]e|bureaucra|"
            r"govern|ley(?:es)?\b|privacidad|protecci[oó]n de datos|cumplimiento|contrat|licencia|burocra|"
            r"gobern|jur[ií]dic|normativ"
        ),
    ),
)
