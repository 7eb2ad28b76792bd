"""What people call cities beside the names of hubs in a pack: local, English, short and former names.

Accents need no entry of their own. A name counts only for a hub of that country that has one of the others.
"""

from __future__ import annotations

# ISO 3166-1 alpha-3 code to the names of its cities, those of one city together.
CITIES: dict[str, tuple[tuple[str, ...], ...]] = {
    "AUT": (("Vienna", "Wien"),),
    "BEL": (("Brussels", "Bruxelles", "Brussel"),),
    "BGD": (("Dhaka", "Dacca"), ("Chittagong", "Chattogram")),
    "BRA": (("Rio de Janeiro", "Rio"), ("São Paulo", "Sampa")),
    "CHE": (("Zürich", "Zuerich"), ("Geneva", "Genève", "Genf")),
    "CHN": (
        *(("Beijing", "Peking"), ("Guangzhou", "Canton"), ("Xi'an", "Xian", "Sian"), ("Wuhan", "Hankow")),
        *(("Dalian", "Dairen"), ("Hangzhou", "Hangchow"), ("Shanghai", "Shang Hai")),
    ),
    "COL": (("Bogotá", "Santa Fe de Bogotá"),),
    "CUB": (("Havana", "La Habana"),),
    "CYP": (("Nicosia", "Lefkosia"), ("Limassol", "Lemesos")),
    "CZE": (("Prague", "Praha", "Prag"), ("Brno", "Brünn")),
    "DEU": (
        *(("Munich", "München", "Muenchen"), ("Frankfurt am Main", "Frankfurt", "Frankfurt/Main")),
        ("Cologne", "Köln", "Koeln"),
    ),
    "DNK": (("Copenhagen", "København", "Kobenhavn"),),
    "DZA": (("Algiers", "Alger"),),
    "EGY": (("Cairo", "Le Caire", "Al Qahirah"), ("Alexandria", "Al Iskandariyah")),
    "ESP": (("Seville", "Sevilla"), ("Valencia", "València")),
    "FIN": (("Helsinki", "Helsingfors"),),
    "GEO": (("Tbilisi", "Tiflis"),),
    "GRC": (("Athens", "Athina"), ("Thessaloníki", "Salonica", "Salonika", "Thessalonica")),
    "IDN": (
        ("Jakarta", "Djakarta", "Batavia"),
        ("Bandung", "Bandoeng"),
        ("Yogyakarta", "Jogja", "Jogjakarta"),
    ),
    "IND": (
        *(("Mumbai", "Bombay"), ("Bengaluru", "Bangalore"), ("Chennai", "Madras"), ("Kolkata", "Calcutta")),
        *(("Delhi", "New Delhi", "Delhi NCR", "NCR"), ("Gurugram", "Gurgaon"), ("Kochi", "Cochin")),
        *(("Pune", "Poona"), ("Thiruvananthapuram", "Trivandrum"), ("Hyderabad", "Cyberabad")),
        ("Ahmedabad", "Amdavad"),
    ),
    "IRN": (("Tehran", "Teheran"),),
    "ISR": (("Tel Aviv", "Tel Aviv-Yafo", "Tel-Aviv"),),
    "ITA": (("Milan", "Milano"), ("Rome", "Roma"), ("Florence", "Firenze"), ("Turin", "Torino")),
    "KAZ": (("Almaty", "Alma-Ata"), ("Astana", "Nur-Sultan", "Akmola", "Tselinograd")),
    "LTU": (("Vilnius", "Wilna"), ("Kaunas", "Kovno")),
    "MAC": (("Macau", "Macao"),),
    "MDA": (("Chisinau", "Chișinău", "Kishinev"),),
    "MEX": (
        *(("Mexico City", "Ciudad de México", "CDMX", "México DF", "DF"),),
        ("Santiago de Querétaro", "Querétaro"),
    ),
    "MMR": (("Yangon", "Rangoon"),),
    "MNG": (("Ulan Bator", "Ulaanbaatar"),),
    "MAR": (("Casablanca", "Dar el Beida"), ("Fes", "Fez")),
    "MUS": (("Ebene", "Ebène Cybercity"),),
    "MYS": (("Kuala Lumpur", "KL"), ("George Town", "Penang"), ("Johor Bahru", "JB")),
    "NPL": (("Kathmandu", "Katmandu"),),
    "PAN": (("Panamá", "Panama City", "Ciudad de Panamá"),),
    "PHL": (
        *(
            ("Cebu City", "Cebu"),
            ("Manila", "Metro Manila"),
            ("Makati City", "Makati"),
            ("Davao", "Davao City"),
        ),
        *(("Taguig", "BGC", "Bonifacio Global City"), ("Angeles City", "Clark"), ("Bacolod City", "Bacolod")),
        *(("Iloilo", "Iloilo City"), ("Quezon City", "QC")),
    ),
    "POL": (
        *(("Warsaw", "Warszawa"), ("Kraków", "Cracow"), ("Wrocław", "Wroclaw", "Breslau")),
        *(("Gdańsk", "Danzig"), ("Łódź", "Lodz"), ("Poznań", "Posen"), ("Katowice", "Kattowitz")),
    ),
    "PRT": (("Lisbon", "Lisboa"), ("Porto", "Oporto")),
    "ROU": (
        *(("Bucharest", "București"), ("Cluj-Napoca", "Cluj", "Klausenburg"), ("Iaşi", "Iași", "Jassy")),
        ("Timişoara", "Timișoara", "Temeswar"),
    ),
    "RUS": (("Moscow", "Moskva"), ("Saint Petersburg", "St Petersburg", "Leningrad", "Petrograd")),
    "SAU": (("Riyadh", "Ar Riyad"),),
    "SRB": (("Belgrade", "Beograd"), ("Novi Sad", "Neusatz")),
    "SVK": (("Bratislava", "Pressburg"), ("Košice", "Kaschau")),
    "SVN": (("Ljubljana", "Laibach"),),
    "SWE": (("Gothenburg", "Göteborg"),),
    "THA": (("Bangkok", "Krung Thep"),),
    "TUR": (("Istanbul", "İstanbul", "Constantinople"), ("İzmir", "Izmir", "Smyrna"), ("Ankara", "Angora")),
    "TWN": (("Taipei", "Taibei"),),
    "UKR": (
        ("Kyiv", "Kiev"),
        ("Lviv", "Lvov", "Lemberg", "Lwów"),
        ("Kharkiv", "Kharkov"),
        ("Odesa", "Odessa"),
    ),
    "USA": (
        *(("New York City", "New York", "NYC"), ("San Francisco", "SF", "Bay Area"), ("Los Angeles", "LA")),
        ("Washington", "Washington DC"),
    ),
    "VNM": (
        *(("Ho Chi Minh City", "Ho Chi Minh", "HCMC", "Saigon"), ("Hanoi", "Ha Noi"), ("Da Nang", "Danang")),
    ),
}
