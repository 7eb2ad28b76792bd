"""Packs open, or say everything that is wrong with them at once."""

from __future__ import annotations

import math

import pytest

from advisor.core.matrix import CellMethod
from advisor.core.value_functions import Direction, LogValue, PiecewiseValue
from advisor.core.weighting import resolve_weights
from advisor.datapack.loading import check_pack, load_pack
from advisor.datapack.problems import PackError


def places(problems):
    return {(p.file, p.line, p.column) for p in problems}


def test_that_the_smallest_pack_opens_with_equal_weights_and_one_theme(write_pack):
    pack = load_pack(write_pack())
    assert [c.weight for c in pack.criteria] == [1.0, 1.0]
    assert {c.theme for c in pack.criteria} == {"all"}
    assert pack.name == "pack"
    assert pack.geometry is None
    assert pack.cells.values.tolist() == [[8, 40], [5, 20], [2, 90]]
    assert (pack.cells.methods == CellMethod.OBSERVED).all()


def test_that_transforms_and_points_are_read(write_pack):
    folder = write_pack(
        criteria=(
            "id,direction,lower,upper,transform,points\nquality,up,1,10,log,\n"
            "price,down,,,points,0:1 50:0.5 100:0\n"
        )
    )
    quality, price = load_pack(folder).criteria
    assert quality.value_function == LogValue(1, 10, Direction.UP)
    assert price.value_function == PiecewiseValue(((0, 1), (50, 0.5), (100, 0)))


def test_that_points_may_stand_in_the_transform_column(write_pack):
    folder = write_pack(
        criteria="id,direction,lower,upper,transform\nquality,up,,,0:0 5:1\nprice,down,0,100,\n"
    )
    assert load_pack(folder).criteria[0].value_function == PiecewiseValue(((0, 0), (5, 1)))


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("v-shape,0,0,0", "needs a preference threshold p above 0"),
        ("level,5,5,0", "p (5) must be above q (5)"),
        ("linear,3,1,0", "p (1) must be above q (3)"),
        ("gaussian,0,0,0", "needs an inflection point s above 0"),
    ],
)
def test_that_thresholds_that_cannot_serve_their_preference_function_are_errors(write_pack, columns, said):
    folder = write_pack(
        criteria="id,direction,lower,upper,preference,q,p,s\n"
        f"quality,up,0,10,{columns}\nprice,down,0,100,linear,1,5,0\n"
    )
    (problem,) = check_pack(folder)
    assert (problem.line, problem.column, problem.severity) == (2, "preference", "error")
    assert said in problem.message


@pytest.mark.parametrize(
    ("direction", "points", "warned"),
    [
        ("up", "0:0 5:0.5 10:1", False),
        ("down", "0:0 5:0.5 10:1", True),
        ("up", "0:1 5:1 10:0", True),
        ("down", "0:1 5:1 10:0", False),
        ("down", "0:0 5:1 10:0", False),  # neither direction is right, so none is wrong
    ],
)
def test_that_a_direction_against_its_points_is_warned_of(write_pack, direction, points, warned):
    folder = write_pack(
        criteria="id,direction,lower,upper,transform,points\n"
        f"quality,{direction},,,points,{points}\nprice,down,0,100,,\n"
    )
    problems = check_pack(folder)
    assert [(p.line, p.column, p.severity) for p in problems] == [(2, "direction", "warning")] * warned
    assert load_pack(folder).criteria[0].id == "quality"


def test_that_all_problems_are_listed_together_with_file_line_and_column(write_pack):
    folder = write_pack(
        criteria="id,direction,lower,upper\nquality,sideways,0,10\nprice,down,100,0\nprice,down,0,100\n",
        locations="id,name\na,Alpha\na,Again\n",
        values='location_id,criterion_id,value\na,price,"1,5"\nx,price,3\n',
    )
    problems = check_pack(folder)
    assert places(problems) >= {
        ("criteria.csv", 2, "direction"),
        ("criteria.csv", 3, "lower"),
        ("criteria.csv", 4, "id"),
        ("locations.csv", 3, "id"),
        ("values.csv", 2, "value"),
        ("values.csv", 3, "location_id"),
    }
    assert all(problem.message and problem.cure for problem in problems)


def test_that_a_pack_with_errors_does_not_open_and_says_how_many_there_are(write_pack):
    folder = write_pack(values="location_id,criterion_id,value\nx,quality,3\ny,quality,3\n")
    with pytest.raises(PackError, match=r"values\.csv, line 2, column location_id.*\(and 1 more"):
        load_pack(folder)


@pytest.mark.parametrize(
    ("value", "said"),
    [("1,5", "not a number"), ("1_000", "not a number"), ("inf", "not a finite number"), ("1e999", "finite")],
)
def test_that_a_figure_that_is_no_number_is_named(write_pack, value, said):
    folder = write_pack(values=f'location_id,criterion_id,value\na,quality,"{value}"\n')
    assert [said in p.message for p in check_pack(folder)] == [True]


def test_that_blank_values_stay_unknown(write_pack):
    pack = load_pack(write_pack(values="location_id,criterion_id,value\na,quality,\nb,price,3\n"))
    assert math.isnan(pack.cells.values[0, 0])
    assert pack.cells.methods[0, 0] == CellMethod.UNKNOWN


def test_that_the_latest_of_several_years_counts_and_the_same_year_twice_is_a_problem(write_pack):
    header = "location_id,criterion_id,value,year\n"
    pack = load_pack(write_pack(values=header + "a,quality,3,2021\na,quality,4,2024\na,quality,5,2019\n"))
    assert pack.cells.values[0, 0] == 4
    assert pack.cells.years[0, 0] == 2024
    problems = check_pack(write_pack(values=header + "a,quality,3,2021\na,quality,4,2021\n"))
    assert places(problems) == {("values.csv", 3, "value")}


def test_that_a_value_outside_its_own_interval_is_a_problem(write_pack):
    folder = write_pack(values="location_id,criterion_id,value,low,high\na,quality,3,4,5\nb,quality,3,1,2\n")
    assert places(check_pack(folder)) == {("values.csv", 2, "low"), ("values.csv", 3, "high")}


def test_that_sources_are_checked_only_where_the_pack_lists_them(write_pack):
    values = "location_id,criterion_id,value,source_id\na,quality,3,me\n"
    assert check_pack(write_pack(values=values)) == []
    problems = check_pack(write_pack(values=values, sources__csv="id,publisher\nyou,You\n"))
    assert places(problems) == {("values.csv", 2, "source_id")}


def test_that_a_spreadsheet_byte_order_mark_and_windows_line_ends_do_no_harm(write_pack):
    folder = write_pack(locations="\ufeffid,name\r\na,Alpha\r\nb,Beta\r\nc,Gamma\r\n")
    assert [location.name for location in load_pack(folder).locations] == ["Alpha", "Beta", "Gamma"]


def test_that_text_in_another_encoding_is_named_with_its_line(write_pack):
    folder = write_pack()
    (folder / "locations.csv").write_bytes("id,name\na,Alpha\nb,Türkiye\n".encode("latin-1"))
    assert ("locations.csv", 3, "") in places(check_pack(folder))


def test_that_different_weights_of_one_theme_are_a_problem(write_pack):
    folder = write_pack(
        criteria="id,direction,lower,upper,theme,theme_weight\nquality,up,0,10,t,3\nprice,down,0,100,t,4\n"
    )
    assert places(check_pack(folder)) == {("criteria.csv", 3, "theme_weight")}


def test_that_a_computed_criterion_needs_a_known_computation_and_hubs(write_pack):
    header = "id,direction,lower,upper,computed\n"
    folder = write_pack(criteria=header + "quality,up,0,10,magic\nprice,down,0,100,\n")
    assert ("criteria.csv", 2, "computed") in places(check_pack(folder))
    folder = write_pack(criteria=header + "quality,up,0,10,overlap\nprice,down,0,100,\n")
    assert ("hubs.csv", 0, "") in places(check_pack(folder))


def test_that_a_missing_folder_is_one_problem(tmp_path):
    assert len(check_pack(tmp_path / "nowhere")) == 1


def test_that_the_pack_that_ships_has_no_problems(default_pack):
    assert check_pack(default_pack.folder) == []


def test_that_functions_have_weights_that_add_to_a_hundred_and_a_reason(default_pack):
    assert len(default_pack.functions) == 14
    for function in default_pack.functions.values():
        assert sum(function.theme_weights.values()) == pytest.approx(100)
        assert len(function.reason) > 40


def test_that_a_byte_order_mark_in_the_header_file_does_no_harm(write_pack):
    assert load_pack(write_pack(pack__toml='\ufeffname = "Sites"\n')).name == "Sites"


def test_that_characters_that_some_take_for_line_ends_stay_in_a_name(write_pack):
    folder = write_pack(locations="id,name\na,Al\u2028pha\nb,Be\x85ta\nc,Gamma\n")
    assert [location.name for location in load_pack(folder).locations] == ["Al\u2028pha", "Be\x85ta", "Gamma"]


def test_that_a_theme_weight_may_stand_on_any_line_of_its_theme(write_pack):
    folder = write_pack(
        criteria="id,direction,lower,upper,theme,theme_weight\nx,up,0,10,t,\ny,up,0,10,t,9\nz,up,0,10,u,1\n",
        values="location_id,criterion_id,value\n",
    )
    assert resolve_weights(load_pack(folder).criteria).theme_weights.tolist() == pytest.approx([0.9, 0.1])


def test_that_a_line_that_cannot_be_used_is_no_fault_of_those_that_refer_to_it(write_pack):
    header = "id,direction,lower,upper,weight\n"
    folder = write_pack(criteria=header + "quality,up,10,0,1\nprice,down,0,100,-1\n")
    assert places(check_pack(folder)) == {("criteria.csv", 2, "lower"), ("criteria.csv", 3, "weight")}
    folder = write_pack(criteria=header + "quality,up,10,0,1\n")
    wanted = {("criteria.csv", 2, "lower")} | {("values.csv", line, "criterion_id") for line in (3, 5, 7)}
    assert places(check_pack(folder)) == wanted
    (folder / "criteria.csv").unlink()
    assert places(check_pack(folder)) == {("criteria.csv", 0, "")}


@pytest.mark.parametrize("column", ["weight", "theme_weight"])
def test_that_weights_that_are_all_0_are_a_problem(write_pack, column):
    values = "location_id,criterion_id,value\na,quality,8\n"
    folder = write_pack(criteria=f"id,direction,lower,upper,{column}\nquality,up,0,10,0\n", values=values)
    assert places(check_pack(folder)) == {("criteria.csv", 0, column)}


@pytest.mark.parametrize("text", ["{not json", "{}", "[]", '{"features": [3]}', "[" * 100_000])
def test_that_a_geometry_that_no_map_can_be_drawn_from_is_a_problem(write_pack, text):
    folder = write_pack(pack__toml='geometry = "sites.geojson"\n', sites__geojson=text)
    assert places(check_pack(folder)) == {("sites.geojson", 0, "")}


def test_that_a_geometry_in_another_encoding_is_a_problem(write_pack):
    folder = write_pack(pack__toml='geometry = "sites.geojson"\n', sites__geojson="")
    (folder / "sites.geojson").write_bytes(b"\xff\xfe{")
    assert places(check_pack(folder)) == {("sites.geojson", 0, "")}
