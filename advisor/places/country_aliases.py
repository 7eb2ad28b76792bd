"""What people call countries beside their names: short forms, former names, parts that stand for the whole.

Names, official names and ISO codes come from pycountry, names in other languages from CLDR (babel); here
stands only what neither lists. A word that means several countries stands for all of them, so that the
program asks instead of guessing.
"""

from __future__ import annotations

# ISO 3166-1 alpha-3 code to the words that stand for it alone.
ALIASES: dict[str, tuple[str, ...]] = {
    "ARE": ("UAE", "Emirates", "Emirati", "Trucial States"),
    "BIH": ("Bosnia", "BiH"),
    "BLR": ("Byelorussia", "White Russia"),
    "BOL": ("Bolivia",),
    "BRN": ("Brunei Darussalam",),
    "CAF": ("CAR",),
    "CHN": ("PRC", "Mainland China", "People's Republic of China"),
    "CIV": ("Ivory Coast", "Cote dIvoire"),
    "COD": ("DRC", "DR Congo", "Zaire", "Congo Kinshasa", "Democratic Republic of Congo"),
    "COG": ("Congo Brazzaville", "Republic of Congo"),
    "CPV": ("Cabo Verde",),
    "CZE": ("Czech Republic", "Bohemia"),
    "DOM": ("DR", "Santo Domingo Republic"),
    "EGY": ("United Arab Republic", "UAR"),
    "ETH": ("Abyssinia",),
    "FRA": ("Metropolitan France",),
    "FSM": ("Federated States of Micronesia",),
    "GBR": (
        "UK",
        "Britain",
        "Great Britain",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
    ),
    "HKG": ("Hong Kong", "HK"),
    "IRL": ("Eire", "Republic of Ireland", "Southern Ireland"),
    "IRN": ("Persia",),
    "KHM": ("Kampuchea",),
    "KNA": ("St Kitts", "Saint Kitts"),
    "KOR": ("South Korea", "Republic of Korea", "ROK"),
    "LAO": ("Laos",),
    "LKA": ("Ceylon",),
    "MAC": ("Macau", "Macao"),
    "MKD": ("Macedonia", "FYROM", "Former Yugoslav Republic of Macedonia"),
    "MMR": ("Burma",),
    "MYS": ("Malaya",),
    "NLD": ("Holland", "The Netherlands"),
    "PHL": ("Phillipines", "Philipines", "Filipinas"),
    "PNG": ("Papua",),
    "PRK": ("North Korea", "DPRK"),
    "PSE": ("Palestinian Territories", "West Bank and Gaza"),
    "RUS": ("Russian Federation",),
    "SAU": ("KSA", "Saudi"),
    "STP": ("Sao Tome",),
    "SWZ": ("Swaziland",),
    "SYR": ("Syria",),
    "THA": ("Siam",),
    "TLS": ("East Timor",),
    "TTO": ("Trinidad", "Tobago"),
    "TUR": ("Turkey", "Türkiye", "Turkiye"),
    "TWN": ("Formosa", "Chinese Taipei", "Republic of China", "Taiwan ROC"),
    "TZA": ("Tanganyika", "Zanzibar"),
    "USA": ("US", "America", "The States", "United States of America", "U.S.", "U.S.A."),
    "VCT": ("St Vincent", "Saint Vincent"),
    "VAT": ("Vatican", "Holy See"),
    "XKX": ("Kosova",),
    "ZMB": ("Northern Rhodesia",),
    "ZWE": ("Rhodesia", "Southern Rhodesia"),
    "BEN": ("Dahomey",),
    "BFA": ("Upper Volta",),
    "BGD": ("East Pakistan",),
    "BWA": ("Bechuanaland",),
    "BLZ": ("British Honduras",),
    "GHA": ("Gold Coast",),
    "GRC": ("EL", "Hellas"),  # EL is how Eurostat writes it
    "GUY": ("British Guiana",),
    "LSO": ("Basutoland",),
    "MWI": ("Nyasaland",),
    "NAM": ("South West Africa",),
    "SUR": ("Dutch Guiana",),
    "VUT": ("New Hebrides",),
    "WSM": ("Western Samoa",),
}

_SOVIET = (
    *("ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU"),
    *("LVA", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB"),
)

# Words that stand for several countries.
AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "Korea": ("KOR", "PRK"),
    "Congo": ("COD", "COG"),
    "Virgin Islands": ("VGB", "VIR"),
    "St Martin": ("MAF", "SXM"),
    "Guiana": ("GUF", "GUY"),
    "Yugoslavia": ("BIH", "HRV", "MKD", "MNE", "SRB", "SVN", "XKX"),
    "Serbia and Montenegro": ("MNE", "SRB"),
    "Czechoslovakia": ("CZE", "SVK"),
    "Soviet Union": _SOVIET,
    "USSR": _SOVIET,
}
