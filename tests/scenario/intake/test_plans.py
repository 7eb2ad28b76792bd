"""What tables become: wide and long, years, totals, units, names that are not clear, and their faults."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from advisor.scenario.intake.layout import Role
from advisor.scenario.intake.plan import Choices, make_plan
from advisor.scenario.intake.proposals import Target, TargetKind, goalposts
from advisor.scenario.intake.sheet import IntakeError, read_sheet
from advisor.scenario.intake.taking import imported_tables, summary, taken_in, without_table
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.own_data import OwnData, Quote
from advisor.views.intake.intake_texts import known_text, table_text

GERMAN = (
    "Büro-Umfrage 2025;;\n;;\nLand;Geschwindigkeit (Mbit/s);Büromiete [EUR/m²]\nPolen;152,5;14,90\n"
    "Rumänien;231,25;12,10\nÖsterreich;98,75;1.024,50\nWelt;120,0;\n;;\nQuelle: eigene Erhebung;;\n"
)
TODAY = date(2026, 11, 29)


def values(plan, key):
    one = next(one for one in plan.series if one.series.key == key)
    return {reading.location: reading.value for reading in one.readings}


def test_a_german_table_with_title_commas_total_and_footnote_is_understood(plan_text):
    plan = plan_text(GERMAN.encode("cp1252"))
    assert (plan.layout.header_line, plan.sheet.separator) == (3, ";")
    assert values(plan, "Geschwindigkeit (Mbit/s)") == {"POL": 152.5, "ROU": 231.25, "AUT": 98.75}
    assert values(plan, "Büromiete [EUR/m²]") == {"POL": 14.9, "ROU": 12.1, "AUT": 1024.5}
    assert [(row.line, row.text) for row in plan.gathered.left_out] == [
        (7, "Welt"), (9, "Quelle: eigene Erhebung"),
    ]  # fmt: skip
    assert not plan.errors


def test_a_wide_table_with_years_takes_the_newest_of_each_location_and_shows_which(plan_text):
    plan = plan_text(
        '"Data Source","WDI"\n\n"Country Name","Country Code","Indicator Name","2019","2020","2021"\n'
        "Poland,POL,Startup density,1.1,1.2,1.4\nIndia,IND,Startup density,0.1,0.2,\n"
        "World,WLD,Startup density,0.5,0.5,0.6\nAfrica Eastern and Southern,AFE,Startup density,2,2,2\n"
    )
    assert values(plan, "Startup density") == {"POL": 1.4, "IND": 0.2}
    assert plan.series[0].years == (2020, 2021)
    assert plan.series[0].older == 3
    assert len(plan.gathered.left_out) == 2


def test_a_long_table_gives_a_series_for_each_indicator_with_its_unit(plan_text):
    rows = [
        f"{place},{name},{year},{value},{unit}"
        for place in ("POL", "IND")
        for name, unit, value in (("Talent index", "points", 50), ("Office rent", "EUR", 20))
        for year in (2022, 2023)
    ]
    plan = plan_text("\n".join(["country,indicator,year,value,unit", *rows]))
    assert [(one.series.key, one.series.unit) for one in plan.series] == [
        ("Talent index", "points"), ("Office rent", "EUR"),
    ]  # fmt: skip
    assert [one.years for one in plan.series] == [(2023,), (2023,)]


def test_a_name_with_several_meanings_is_asked_and_an_unknown_one_as_well(plan_text):
    text = "Country,Wifi\nKorea,5\nUtopia,6\nPoland,7\n"
    plan = plan_text(text)
    assert [place.text for place, _lines in plan.asked] == ["Korea", "Utopia"]
    assert len(plan.errors) == 2
    assert "North Korea (PRK) or South Korea (KOR)" in str(plan.errors[0])
    decided = plan_text(text, choices=Choices(places={"Korea": "KOR", "Utopia": ""}))
    assert not decided.errors
    assert values(decided, "Wifi") == {"KOR": 5, "POL": 7}
    skipped = plan_text(text, choices=Choices(skip_unknown=True))
    assert not skipped.errors
    assert values(skipped, "Wifi") == {"POL": 7}


def test_a_code_beside_a_name_that_is_not_clear_decides(plan_text):
    plan = plan_text('Name,Code,Wifi\nKorea,KOR,5\n"Korea, Dem. People\'s Rep.",PRK,6\n')
    assert values(plan, "Wifi") == {"KOR": 5, "PRK": 6}


@pytest.mark.parametrize(
    "name", ["World", "EU27", "OECD - Total", "Sub-Saharan Africa", "Total", "Gesamt", "High income"]
)
def test_totals_and_groups_are_left_out_with_a_word(plan_text, name):
    plan = plan_text(f"Country,Wifi\nPoland,5\nIndia,6\n{name},7\n")
    assert not plan.errors
    assert [row.text for row in plan.gathered.left_out] == [name]


def test_a_name_that_a_country_and_a_group_bear_is_asked(plan_text):
    text = "Country,Wifi\nPoland,5\nMicronesia,6\n"
    asked = plan_text(text)
    assert [(place.text, [offer.location_id for offer in place.offers]) for place, _ in asked.asked] == [
        ("Micronesia", ["FSM"])
    ]
    assert values(plan_text(text, choices=Choices(places={"Micronesia": "FSM"})), "Wifi") == {
        "POL": 5,
        "FSM": 6,
    }


def test_every_cell_that_is_no_figure_is_listed_with_line_and_cure(plan_text):
    plan = plan_text("Country,Wifi (Mbit/s)\nPoland,fast\nIndia,6\nMexico,7\nBrazil,80 kbit/s\nPeru,n/a\n")
    found = [(problem.line, problem.column) for problem in plan.errors]
    assert found == [(2, "Wifi (Mbit/s)"), (5, "Wifi (Mbit/s)")]
    assert all(problem.cure for problem in plan.errors)
    assert plan.gathered.blank == 1


def test_one_location_twice_is_asked_unless_the_figures_agree(plan_text):
    text = "Country,Wifi,Rent\nPoland,5,1\nIndia,6,1\nPolska,7,1\n"
    plan = plan_text(text)
    assert [problem.column for problem in plan.errors] == ["Wifi"]
    assert "lines 2 and 4" in str(plan.errors[0])
    assert values(plan_text(text, choices=Choices(duplicates="last")), "Wifi")["POL"] == 7
    assert values(plan_text(text, choices=Choices(duplicates="mean")), "Wifi")["POL"] == 6


def test_a_heading_that_is_a_criterion_becomes_figures_of_it_in_the_same_unit_only(plan_text):
    plan = plan_text("Country,Homicide rate\nPoland,0.7\nIndia,2.8\n")
    assert plan.series[0].target.kind is TargetKind.CRITERION
    assert plan.series[0].target.criterion == "homicide"
    other = plan_text("Country,Homicide rate (per million)\nPoland,7\nIndia,28\n")
    assert "the criterion “Homicide rate” in per 100 000 people" in str(other.errors[0])
    taken = Target(TargetKind.CRITERION, "homicide", takes_unit=True)
    choices = Choices(targets={"Homicide rate (per million)": taken})
    assert not plan_text("Country,Homicide rate (per million)\nPoland,7\nIndia,28\n", choices=choices).errors


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Gross wages a month (EUR)", TargetKind.WAGE),
        ("Annual salary (USD)", TargetKind.WAGE),
        ("Quote per hour (USD)", TargetKind.QUOTE),
        ("Attrition (%)", TargetKind.RATE),
        ("Wifi", TargetKind.NEW),
        ("Salary (€ a month)", TargetKind.WAGE),
        ("Salario bruto anual (EUR)", TargetKind.WAGE),
        ("Sueldo mensual (€ al mes)", TargetKind.WAGE),
        ("Precio por hora (USD)", TargetKind.QUOTE),
        ("Rotación de personal (%)", TargetKind.RATE),
        ("Cotizaciones sociales del empleador (%)", TargetKind.RATE),
    ],
)
def test_pay_rates_and_quotes_are_proposed_from_the_heading(plan_text, heading, kind):
    assert plan_text(f"Country,{heading}\nPoland,20\nIndia,6\n").series[0].target.kind is kind


def test_a_spanish_table_is_understood_like_an_english_one(plan_text):
    plan = plan_text(
        "Encuesta propia;;;;;\nPaís;Año;Velocidad de internet (Mbit/s);Alquiler de oficina en EUR por m²;"
        "Titulados por año;Fuente\n"
        "Polonia;2024;152,5;14,90;8.200;Cámara\nRumanía;2024;231,25;12,10;5.100;Cámara\n"
        "Alemania;2024;98,75;1.024,50;n/d;Cámara\nUnión Europea;2024;120,0;15;7;\nTotal general;;1;2;3;\n"
    )
    assert not plan.errors
    assert [row.text for row in plan.gathered.left_out] == ["Unión Europea", "Total general"]
    speed, rent, graduates = (one.target.new for one in plan.series)
    assert (speed.direction, speed.theme) == ("up", "resilience")
    assert (rent.label, rent.unit) == ("Alquiler de oficina", "EUR por m²")
    assert (rent.direction, rent.theme) == ("down", "cost")
    assert (graduates.direction, graduates.theme) == ("up", "people")
    assert values(plan, "Titulados por año") == {"POL": 8200, "ROU": 5100}
    assert plan.series[0].years == (2024,)
    assert [column.role for column in plan.layout.columns if column.heading == "Fuente"] == [Role.NOTE]


@pytest.mark.parametrize(
    ("heading", "column"), [("Salario mensual (EUR)", "month"), ("Sueldo (EUR)", "year")]
)
def test_whether_pay_is_of_a_month_or_a_year_is_read_in_spanish_too(plan_text, heading, column):
    assert plan_text(f"País,{heading}\nPolonia,2000\nIndia,600\n").series[0].target.per == column


def test_a_point_before_three_digits_is_read_as_the_other_columns_are_written(plan_text):
    text = "Land;Miete;Studenten\nPolen;14,90;8.200\nIndien;9,5;12.300\n"
    assert values(plan_text(text), "Studenten") == {"POL": 8200, "IND": 12300}
    alone = plan_text("Land;Studenten\nPolen;8.200\nIndien;12.300\n")
    assert "can be 8200 or 8.200" in alone.errors[0].message
    torn = plan_text("Land;Miete;Fläche;Studenten\nPolen;14,90;3.25;8.200\nIndien;9,5;4.75;12.300\n")
    assert "can be 8200 or 8.200" in torn.errors[0].message


def test_direction_theme_and_weight_are_proposed(plan_text):
    plan = plan_text("Country,Internet speed (Mbit/s),Crime index,Gadgets\nPoland,5,6,7\nIndia,6,5,3\n")
    speed, crime, gadgets = (one.target.new for one in plan.series)
    assert (speed.direction, speed.theme, speed.unit) == ("up", "resilience", "Mbit/s")
    assert (crime.direction, crime.theme) == ("down", "resilience")
    assert (gadgets.theme, gadgets.theme_label) == ("own", "Your own")
    assert 0 < speed.weight < 1  # known of two locations: it must leave the others ranked
    assert 0 < gadgets.theme_weight < 1


@pytest.mark.parametrize(
    ("heading", "direction", "theme"),
    [
        ("Rentabilidad", "up", "own"),
        ("Taxi rides", "up", "own"),
        ("Feedback", "up", "own"),
        ("Increase of strikes", "down", "own"),
        ("Collaboration index", "up", "own"),
        ("Agriculture", "up", "own"),
        ("Personal data protection", "up", "regulation"),
        ("System maturity", "up", "own"),
        ("Sentiment", "up", "own"),
        ("Office rents", "down", "cost"),
        ("office_rent", "down", "cost"),
        ("officeRent", "down", "cost"),
        ("Taxes", "down", "cost"),
        ("Büromiete", "down", "cost"),
        ("Alquiler de oficina", "down", "cost"),
        ("WiFi", "up", "resilience"),
    ],
)
def test_words_of_a_heading_count_whole_or_from_their_beginning(plan_text, heading, direction, theme):
    made = plan_text(f"Country,{heading}\nPoland,5\nIndia,6\n").series[0].target.new
    assert (made.direction, made.theme) == (direction, theme)


def test_a_criterion_that_is_known_everywhere_weighs_as_much_as_its_neighbours(plan_text, default_pack):
    rows = "".join(f"{key},{at}\n" for at, key in enumerate(default_pack.location_ids))
    made = plan_text(f"iso3,Internet speed\n{rows}").series[0].target.new
    assert made.weight == pytest.approx(12.5)


def test_a_criterion_that_is_known_of_few_locations_is_warned_of(plan_text):
    plan = plan_text("Country,Wifi\nPoland,5\nIndia,6\n")
    assert any("known for 2 of" in problem.message for problem in plan.problems)
    assert not plan.errors


@pytest.mark.parametrize("seed", range(5))
def test_goalposts_hold_most_figures_between_round_ends(seed):
    rng = random.Random(seed)
    scale = 10.0 ** rng.randint(-2, 4)
    figures = np.array([rng.gauss(50, 10) * scale for _ in range(80)])
    lower, upper, log = goalposts(figures)
    assert lower < upper
    inside = ((figures >= lower) & (figures <= upper)).mean()
    assert inside >= 0.9
    assert not log


def test_figures_of_very_different_size_are_compared_by_their_ratio():
    lower, upper, log = goalposts(np.geomspace(3, 4_000_000, 60))
    assert log
    assert (lower, upper) == (4.0, 3e6)


def test_a_role_that_somebody_chooses_counts(plan_text):
    text = "Country,Wifi,Rank\nPoland,5,1\nIndia,6,2\n"
    assert [one.series.key for one in plan_text(text).series] == ["Wifi"]
    chosen = plan_text(text, choices=Choices(roles={"Rank": Role.VALUE, "Wifi": Role.SKIP}))
    assert [one.series.key for one in chosen.series] == ["Rank"]
    wrong = plan_text(text, choices=Choices(roles={"Wfi": Role.SKIP}))
    assert "There is no column 'Wfi'" in str(wrong.errors[0])


def test_a_table_without_places_or_figures_says_so(plan_text):
    assert "No column names locations" in str(plan_text("A,B\n1,2\n3,4\n").errors[0])
    assert "No column holds figures" in str(
        plan_text("Country,Capital\nPoland,Warszawa\nIndia,Delhi\n").errors[0]
    )


def test_units_on_a_line_below_the_header_are_understood(plan_text):
    plan = plan_text("Land;Zufriedenheit;Miete\n;(1-10);EUR/m²\nPolen;7,5;15\nIndien;8;9,5\n")
    assert [one.series.unit for one in plan.series] == ["1-10", "EUR/m²"]
    assert not plan.errors


def test_a_table_with_locations_in_its_header_is_turned(plan_text):
    plan = plan_text("Indicator,Poland,India,Romania\nWifi,50,60,70\nRent,10,11,12\n")
    assert values(plan, "Wifi") == {"POL": 50, "IND": 60, "ROU": 70}
    assert values(plan, "Rent") == {"POL": 10, "IND": 11, "ROU": 12}


def test_a_table_of_eurostat_is_understood(plan_text):
    text = (
        "freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \t2023 \nA,PC,PL\t12.5 \t13.1 b\t: \n"
        "A,PC,EL\t5.0 \t5.1 \t5.3 e\nA,PC,EU27_2020\t11 \t12 \t13 \n"
    )
    plan = plan_text(text, "rates.tsv")
    assert values(plan, "rates") == {"POL": 13.1, "GRC": 5.3}
    assert not plan.errors


def test_a_date_gives_the_year(plan_text):
    plan = plan_text("Country,As of,GDP\nPoland,2024-12-31,8\nIndia,31.12.2023,9\nPeru,2022-Q4,7\n")
    assert plan.series[0].years == (2022, 2023, 2024)


def test_columns_with_the_same_heading_stay_apart(plan_text):
    plan = plan_text("Country,Score,Score\nPoland,1,2\nIndia,3,4\n")
    assert [one.series.key for one in plan.series] == ["Score", "Score (2)"]
    assert not plan.errors


def test_a_city_that_stands_for_its_country_is_told_of(plan_text):
    plan = plan_text("City,Rent\nWarsaw,15\nBengaluru,9\n")
    assert any("such as Warsaw for Poland" in problem.message for problem in plan.problems)
    assert not plan.errors


def test_a_table_without_header_is_read_from_its_first_line(plan_text):
    plan = plan_text("Poland,5\nIndia,7\nMexico,9\n")
    assert plan.layout.header_line == 0
    assert values(plan, "Column 2") == {"POL": 5, "IND": 7, "MEX": 9}


def test_the_provider_of_a_quote_is_kept(plan_text, default_pack, study):
    text = "Provider,Country,Hourly rate (USD)\nAcme,Poland,22\nBolt,Poland,25\n"
    after = taken_in(study, default_pack, plan_text(text), TODAY)
    assert [(quote.provider, quote.price) for quote in after.own.quotes] == [("Acme", 22), ("Bolt", 25)]


# Taken in ---------------------------------------------------------------------------------------------


def test_what_is_taken_in_lives_in_the_study_with_source_line_and_date_and_can_be_taken_back(
    plan_text, default_pack, study
):
    plan = plan_text(GERMAN.encode("cp1252"), choices=Choices(title="Our survey", note="by Ada"))
    after = taken_in(study, default_pack, plan, TODAY)
    (source,) = after.own.sources
    assert (source.title, source.file, source.date, source.note) == (
        "Our survey",
        "table.csv",
        TODAY,
        "by Ada",
    )
    assert len(after.own.figures) == 6
    assert {figure.source for figure in after.own.figures} == {source.id}
    assert "Our survey, line 4" in [f.note for f in after.own.figures if f.location == "POL"]
    assert imported_tables(after.own) == ((source, 8),)
    assert summary(plan) == "6 figures and 2 new criteria for 3 locations"
    assert without_table(after, source.id) == study


def test_the_ranking_follows_what_is_taken_in(plan_text, default_pack, study):
    plan = plan_text(
        "Country,Gadgets\n"
        + "".join(f"{key},1\n" for key in default_pack.location_ids if key != "POL")
        + "POL,9\n"
    )
    after = taken_in(study, default_pack, plan, TODAY)
    assessor = Assessor(default_pack)
    row = default_pack.location_ids.index("POL")
    before = assessor.assess(study.scenario).evaluation.ranks[row]
    assert assessor.assess(after.scenario, after.own).evaluation.ranks[row] < before


def test_a_second_import_takes_the_place_of_the_first_figures(plan_text, default_pack, study, tmp_path):
    first = taken_in(study, default_pack, plan_text("Country,Wifi\nPoland,5\nIndia,6\n"), TODAY)
    pack = extended_pack(default_pack, first.own)
    path = tmp_path / "again.csv"
    path.write_text("Country,Wifi\nPoland,7\n")
    again = make_plan(read_sheet(path), pack, first)
    assert again.series[0].target.criterion == "wifi"
    second = taken_in(first, default_pack, again, TODAY)
    assert {f.location: f.value for f in second.own.figures} == {"IND": 6, "POL": 7}
    assert [source.id for source in second.own.sources] == ["own-1", "own-2"]


def test_wages_rates_and_quotes_go_where_the_cost_model_reads_them(plan_text, default_pack, study):
    text = "Country,Salary (EUR),Attrition (%),Quote per hour (EUR)\nPoland,30000,20,25\nIndia,9000,30,12\n"
    after = taken_in(study, default_pack, plan_text(text), TODAY)
    assert [(w.location, w.amount, w.currency, w.per) for w in after.own.wages] == [
        ("POL", 30000, "EUR", "year"), ("IND", 9000, "EUR", "year"),
    ]  # fmt: skip
    assert [(r.location, r.parameter, r.likely) for r in after.own.rates] == [
        ("POL", "attrition_pct", 20), ("IND", "attrition_pct", 30),
    ]  # fmt: skip
    assert [(q.location, q.price, q.unit) for q in after.own.quotes] == [
        ("POL", 25, "hour"),
        ("IND", 12, "hour"),
    ]


def test_pay_rates_and_quotes_go_with_the_table_that_brought_them(plan_text, default_pack, study):
    text = "Country,Salary (EUR),Attrition (%),Quote per hour (EUR)\nPoland,30000,20,25\nIndia,9000,30,12\n"
    typed = Quote("POL", study.scenario.function, 40.0, "hour", "EUR")
    before = study.with_own(replace(study.own, quotes=(typed,)))
    after = taken_in(before, default_pack, plan_text(text), TODAY)
    ((source, count),) = imported_tables(after.own)
    assert count == 6
    assert "2 wages \N{MIDDLE DOT} 2 rates \N{MIDDLE DOT} 2 quotes" in table_text(after.own, source)
    assert without_table(after, source.id) == before


def test_a_plan_with_errors_is_never_taken_in(plan_text, default_pack, study):
    with pytest.raises(IntakeError):
        taken_in(study, default_pack, plan_text("Country,Wifi\nKorea,5\n"), TODAY)


def test_nothing_to_take_in_is_said(plan_text, default_pack, study):
    plan = plan_text("Country,Wifi\nPoland,5\n", choices=Choices(targets={"Wifi": Target(TargetKind.SKIP)}))
    with pytest.raises(IntakeError, match="nothing to take in"):
        taken_in(study, default_pack, plan, TODAY)


def test_two_columns_never_become_one_criterion(plan_text):
    wifi = Target(TargetKind.CRITERION, "homicide")
    plan = plan_text("Country,A,B\nPoland,5,1\nIndia,6,2\n", choices=Choices(targets={"A": wifi, "B": wifi}))
    assert any("would both become" in problem.message for problem in plan.errors)


def test_new_criteria_with_one_name_get_ids_of_their_own(plan_text):
    plan = plan_text("Country,Wifi!,Wifi?\nPoland,5,1\nIndia,6,2\n")
    assert [one.target.new.id for one in plan.series] == ["wifi", "wifi_2"]


def test_planning_can_be_stopped(plan_text, tmp_path, default_pack, study):
    sheet = read_sheet_of(tmp_path, "iso3,wifi\n" + "POL,1\n" * 3_000)

    class EnoughError(Exception):
        pass

    def stop(part: float) -> None:
        if part > 0.3:
            raise EnoughError

    with pytest.raises(EnoughError):
        make_plan(sheet, default_pack, study, None, stop)


def read_sheet_of(tmp_path, text):
    path = tmp_path / "big.csv"
    path.write_text(text)
    return read_sheet(path)


def test_a_title_of_ones_own_names_the_source(plan_text):
    plan = plan_text("Country,Wifi\nPoland,5\n")
    assert plan.title == "table.csv"
    assert replace(plan, choices=Choices(title="Survey")).title == "Survey"


def test_what_is_taken_in_is_built_once_a_table_however_many_series_it_has(
    plan_text, study, default_pack, monkeypatch
):
    names = [f"Wifi {at}" for at in range(12)]
    plan = plan_text("\n".join([",".join(["Country", *names]), *(f"{p}{',5' * 12}" for p in ("POL", "ROU"))]))
    built = []
    check = OwnData.__post_init__

    def counted(own):
        built.append(len(own.figures))
        check(own)

    monkeypatch.setattr(OwnData, "__post_init__", counted)
    parts = []
    after = taken_in(study, default_pack, plan, TODAY, parts.append)
    assert len(after.own.figures) == 24
    assert built.count(24) <= 2  # the user's data, and the study around it
    assert set(built) == {24}
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_of_two_imports_for_one_cell_the_later_counts_and_others_stay(plan_text, study, default_pack):
    first = taken_in(study, default_pack, plan_text("Country,Wifi\nPoland,5\nRomania,6\n"), TODAY)
    pack = extended_pack(default_pack, first.own)
    path = plan_text("Country,Wifi\nPoland,50\n").sheet
    again = Choices(targets={"Wifi": Target(TargetKind.CRITERION, "wifi")})
    after = taken_in(first, default_pack, make_plan(path, pack, first, again), TODAY)
    found = {figure.location: figure.value for figure in after.own.figures}
    assert found == {"POL": 50.0, "ROU": 6.0}
    assert len(after.own.figures) == 2


def test_the_mean_of_a_group_is_no_location_and_nobody_is_asked(plan_text):
    plan = plan_text(
        "Country,Wifi\nPoland,5\nRomania,6\nEU average,5.5\nOECD mean,7\nWorld - Total,9\n"
        "Average,6\nMedian,6\n"
    )
    assert not plan.asked
    assert [row.text for row in plan.gathered.left_out] == [
        "EU average", "OECD mean", "World - Total", "Average", "Median",
    ]  # fmt: skip
    asked = plan_text("Country,Wifi\nPoland,5\nRomania,6\nPoland average,5.5\n").asked
    assert [place.text for place, _lines in asked] == ["Poland average"]


def test_a_name_of_a_country_and_a_region_says_so(plan_text):
    plan = plan_text("Country,Wifi\nPoland,5\nMicronesia,6\n")
    (problem,) = plan.errors
    assert problem.message == "'Micronesia' could be a location or a group (1 row)."
    assert "Micronesia (FSM)" in problem.cure


@pytest.mark.parametrize("heading", ["Power cuts per year", "Blackouts", "Data losses", "Conflict index"])
def test_what_nobody_wants_more_of_is_better_with_less(plan_text, heading):
    plan = plan_text(f"Country,{heading}\nPoland,5\nRomania,6\nIndia,9\n")
    assert plan.series[0].target.new.direction == "down"


def test_a_city_that_several_countries_have_is_asked_and_one_that_one_has_stands_for_it(plan_text):
    text = "Place,Wifi\nBirmingham,5\nHyderabad,6\nLeeds,7\nWarsaw,8\nLondon,9\nAtlantis,3\n"
    plan = plan_text(text, choices=Choices(places={"London": ""}))
    asked = {place.text: [offer.label for offer in place.offers] for place, _lines in plan.asked}
    assert asked == {
        "Birmingham": ["United Kingdom", "United States"],
        "Hyderabad": ["India", "Pakistan"],
        "Atlantis": [],
    }
    assert values(plan, "Wifi") == {"GBR": 7, "POL": 8}
    (note,) = [problem for problem in plan.problems if "stand for their countries" in problem.message]
    assert "such as Leeds for the United Kingdom" in note.message
    assert plan.gathered.cities == {"Leeds": "GBR", "Warsaw": "POL"}


def test_the_country_of_a_row_decides_before_a_city_whose_name_others_have(plan_text):
    plan = plan_text(
        "City,Country,Wifi\nLondon,Canada,5\nCambridge,USA,6\nWarsaw,Poland,7\nC\u00f3rdoba,Spain,8\n,India,9\n"
    )
    assert not plan.asked
    assert values(plan, "Wifi") == {"CAN": 5, "USA": 6, "POL": 7, "ESP": 8, "IND": 9}
    assert set(plan.gathered.cities) == {"London", "Cambridge", "Warsaw", "C\u00f3rdoba"}


def test_georgia_is_a_country_among_countries_and_asked_among_states_of_america(plan_text):
    countries = plan_text("Country,Wifi\nGeorgia,5\nPoland,6\nArmenia,7\n")
    assert values(countries, "Wifi") == {"GEO": 5, "POL": 6, "ARM": 7}
    states = plan_text("Country,Wifi\nGeorgia,5\nPoland,6\nTexas,7\nIndia,3\n")
    asked = {place.text: [offer.label for offer in place.offers] for place, _lines in states.asked}
    assert asked["Georgia"] == ["Georgia", "United States"]
    assert "Texas" in asked
    named = plan_text(
        "State,Country,Wifi\nGeorgia,USA,5\nTexas,USA,7\n,Poland,6\n", choices=Choices(duplicates="last")
    )
    assert not named.asked
    assert values(named, "Wifi") == {"USA": 7, "POL": 6}


def test_several_quotes_for_one_location_are_no_several_locations(plan_text):
    plan = plan_text("Provider,Location,Hourly rate EUR\nAcme,Poland,35\nBeta,Poland,31\nGamma,India,18\n")
    assert known_text(plan.series[0]) == "3 for 2 locations"
