"""Whatever stands on a command line or in its surroundings: a result, or one short line and exit code 2."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.cli.main import COMMANDS, _parser, main
from advisor.words.plain_text import one_line

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "", "x" * 5000, "a\nb", "\x1b[31mred", "\udcff", "=1+1", "nan", "inf", "-1", "1e999", "9" * 400, "\u0663",
    "0,5", "--", "\U0001f4a5" * 50, "<b>x</b>", "%s%n", "{0}", "'", "..", "../../etc/passwd", "/dev/zero",
    "/nonexistent/a", "overlap>=1e308", "engagement=x", "fatf=", "a=1", "saving=nan", "cost=1e308",
    "time=1e-320", "\u202eabc", "e\u0301" * 100, "Korea", "2027-13-40", "0", "25:00-30:00",
    "Mars/Phobos", "GBR", "London",
)  # fmt: skip
# These compute for seconds where what they are given is good.
SLOW = ("headless", "export", "ballot")


def is_one_line(text: str) -> bool:
    return text.count("\n") == 1 and len(text) <= 301 and text[:-1].isprintable()


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - set(SLOW)))
def test_that_bad_arguments_give_one_short_line(name, capfd, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    chosen = random.Random(name)
    options = [a for a in _parser(name)._actions if a.option_strings and a.dest not in ("help", "out")]
    for _ in range(12):
        arguments = [name, *chosen.choices(HOSTILE, k=chosen.randint(0, 2))]
        for option in chosen.sample(options, min(2, len(options))):
            arguments.append(option.option_strings[-1])
            arguments += [] if option.nargs == 0 else [chosen.choice(HOSTILE)]
        code = main(arguments)
        said = capfd.readouterr().err
        assert code in (0, 2), arguments
        if code == 2:
            last = said.splitlines(keepends=True)[-1]
            assert is_one_line(last), (arguments, said)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb\tc\r\n", "a b c"),
        ("\x1b[31mred\x07", "\N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}"),
        ("\u202eabc\udcff", "\N{REPLACEMENT CHARACTER}abc\N{REPLACEMENT CHARACTER}"),
        ("x" * 121 + " y", "x" * 119 + "\N{HORIZONTAL ELLIPSIS} y"),
        ("Côte d’Ivoire", "Côte d’Ivoire"),
    ],
)
def test_that_a_message_is_one_line_without_what_steers_a_terminal(text, line):
    assert one_line(text) == line


def test_that_a_long_message_keeps_its_end():
    line = one_line("word " * 200 + "See --help.")
    assert len(line) <= 300
    assert line.endswith("See --help.")


# Two commands in one process: loading what they need is most of their work.
BOTH = """
import sys
from advisor.cli.main import main
end = sys.argv.index("then")
raise SystemExit(main(sys.argv[1:end]) or main(sys.argv[end + 1 :]))
"""


def run(
    *arguments: str | bytes, begin: tuple[str, str] = ("-m", "advisor"), **environment: str | None
) -> subprocess.CompletedProcess[bytes]:
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        **{k: v for k, v in environment.items() if v is not None},
    }
    for gone in [key for key, value in environment.items() if value is None]:
        surroundings.pop(gone, None)
    return subprocess.run(
        [sys.executable, *begin, *arguments], env=surroundings, capture_output=True, check=False
    )


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        | {"HOME": None, "LOCATION_ADVISOR_CACHE": None, "XDG_CACHE_HOME": None},
        {"LC_ALL": "de_DE", "LANG": "xx_YY.bogus", "TZ": "Mars/Phobos"}
        | {"HOME": "/proc", "LOCATION_ADVISOR_CACHE": "/proc/none"},
    ],
)
def test_that_any_locale_time_zone_and_home_folder_give_the_same_table(surroundings):
    found = run("locations", **surroundings)
    assert found.returncode == 0, found.stderr
    assert "Côte d'Ivoire".encode() in found.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="names of other kinds, displays of other kinds")
def test_that_names_that_are_no_utf8_work(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9"
    example = ROOT / "data" / "examples" / "uk-customer-support.advisor"
    Path(os.fsdecode(name + b".advisor")).write_bytes(example.read_bytes())
    ranked = ("rank", name + b".advisor", "--top", "2", "--out", name + b".csv")
    written = ("export", name + b".advisor", "--out", name + b".json")
    found = run(*ranked, "then", *written, begin=("-c", BOTH))
    assert found.returncode == 0, found.stderr
    assert Path(os.fsdecode(name + b".csv")).exists()
    assert name + b".json" in found.stdout
    missing = run("rank", name + b".no", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert missing.returncode == 2
    assert is_one_line(missing.stderr.decode())


@pytest.mark.skipif(sys.platform != "linux", reason="displays of another kind")
@pytest.mark.parametrize(
    "surroundings",
    [
        {"QT_QPA_PLATFORM": None, "DISPLAY": None, "WAYLAND_DISPLAY": None},
        {"QT_QPA_PLATFORM": None, "DISPLAY": "garbage", "WAYLAND_DISPLAY": None},
        {"QT_QPA_PLATFORM": None, "DISPLAY": "127.0.0.1:55", "WAYLAND_DISPLAY": None},
        {"QT_QPA_PLATFORM": "bogus"},
    ],
)
def test_that_a_display_that_cannot_be_reached_gives_a_sentence(surroundings):
    found = run(**surroundings)
    assert found.returncode == 2
    assert is_one_line(found.stderr.decode())
    assert b"A window needs a display" in found.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_that_a_full_disk_under_the_output_is_said():
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            [sys.executable, "-m", "advisor", "functions"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert found.returncode == 2
    assert is_one_line(found.stderr.decode())
