"""`ssi rules list`, `show` and `check`: every rule can be read, and one's own rulebook checked."""

from importlib.resources import files
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Ssi

SHIPPED = Path(str(files("scoring"))) / "rulebooks"


def test_the_list_tells_which_is_in_force(ssi: Ssi) -> None:
    listed = ssi("rules", "list", "--json").json

    assert [line["version"] for line in listed if line["in_force"]] == ["2026-11"]
    assert all(set(line) == {"version", "effective", "signals", "in_force"} for line in listed)


def test_the_clock_decides_which_is_in_force(ssi: Ssi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSI_NOW", "2026-02-01T12:00:00Z")

    assert ssi("rules", "show", "--json").json["version"] == "2026-01"


def test_every_pillar_s_caps_sum_to_25(ssi: Ssi) -> None:
    shown = ssi("rules", "show", "2026-01", "--json").json

    caps: dict[str, float] = {}
    for signal in shown["signals"]:
        caps[signal["pillar"]] = caps.get(signal["pillar"], 0) + signal["cap"]
        assert signal["reason"].endswith(".")
    assert set(caps.values()) == {25.0}


def test_an_unknown_version(ssi: Ssi) -> None:
    said = ssi("rules", "show", "2020-01").complaint

    assert said.startswith("There is no rulebook 2020-01. There are: 2026-01, ")


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_what_is_shipped_is_sound(ssi: Ssi, file: Path) -> None:
    assert "is sound" in ssi("rules", "check", str(file)).out
    assert ssi("rules", "check", str(file), "--json").json["version"] == file.stem


def test_a_rulebook_that_is_wrong_is_refused_by_its_line(ssi: Ssi, home: Path) -> None:
    text = (SHIPPED / "2026-01.toml").read_text("utf-8")
    target = next(line for line in text.splitlines() if line.startswith("target"))
    number = text.splitlines().index(target) + 1
    own = home / "own.toml"
    own.write_text(text.replace(target, "target = -1", 1), "utf-8")

    said = ssi("rules", "check", str(own)).complaint

    assert said.startswith(f"{own}: Line {number}: ")


@pytest.mark.parametrize("name", ["none.toml", ""])
def test_a_rulebook_that_cannot_be_read(ssi: Ssi, home: Path, name: str) -> None:
    assert "cannot be read as text" in ssi("rules", "check", str(home / name)).complaint


@pytest.mark.parametrize("arguments", [("list",), ("show",)])
def test_rules_on_a_terminal(ssi: Ssi, arguments: tuple[str, ...]) -> None:
    run = ssi("rules", *arguments)

    assert (run.code, run.err) == (0, "")
    assert "2026-11" in run.out
