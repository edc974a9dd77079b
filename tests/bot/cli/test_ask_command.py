"""`ssi ask`: how texts are understood, one by one and a file at a time."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Ssi

WHY = "why did my score drop since monday?"


def test_a_question_becomes_five_facts_and_a_confidence(ssi: Ssi) -> None:
    question = ssi("ask", WHY, "--json").json

    assert question.pop("confidence") > 0.5
    assert question == {
        "intent": "why_change",
        "subject": "me",
        "pillar": None,
        "period": {"from": "2026-11-16", "to": "2026-11-18"},
        "signal": None,
    }


def test_a_person_reads_it_line_by_line(ssi: Ssi) -> None:
    run = ssi("ask", WHY)

    assert run.code == 0
    assert "intent      why_change" in run.out


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        ("2026-11-18T23:30:00Z", "UTC", "2026-11-18"),
        ("2026-11-18T23:30:00Z", "Asia/Tokyo", "2026-11-19"),
        ("2026-11-18T23:30:00+09:00", "Asia/Tokyo", "2026-11-18"),
        ("2026-11-18T23:30:00", "Asia/Tokyo", "2026-11-18"),
        ("2026-11-18", "America/New_York", "2026-11-18"),
    ],
)
def test_today_is_the_asker_s(ssi: Ssi, now: str, zone: str, day: str) -> None:
    question = ssi("ask", "what happened today?", "--now", now, "--tz", zone, "--json").json

    assert question["period"] == {"from": day, "to": day}


def test_a_file_gives_a_line_for_each_of_its_lines(ssi: Ssi, home: Path) -> None:
    texts = [WHY, "who's winning?\u2028second line", "how do I raise it?"]
    file = home / "texts.jsonl"
    lines = [json.dumps({"text": text, "voice": "any"}, ensure_ascii=False) for text in texts]
    file.write_text("\ufeff" + "\r\n".join(lines) + "\n\n", encoding="utf-8")

    run = ssi("ask", "--file", str(file))

    assert run.code == 0
    found = [json.loads(line) for line in run.out.splitlines()]
    assert [line["intent"] for line in found] == ["why_change", "leaderboard", "improve"]


@pytest.mark.parametrize("line", ["why?", '{"text": 5}', '{"words": "why?"}', '["why?"]'])
def test_a_line_that_holds_no_text_is_named(ssi: Ssi, home: Path, line: str) -> None:
    file = home / "texts.jsonl"
    file.write_text(f'{{"text": "hi"}}\n{line}\n')

    run = ssi("ask", "--file", str(file))

    assert run.code == 1
    assert len(run.out.splitlines()) == 1
    assert run.err == (
        f'{file}, line 2: this is not {{"text": "…"}}. Write one such object a line.\n'
    )


@pytest.mark.parametrize("name", ["none.jsonl", "binary.jsonl", ""])
def test_a_file_that_cannot_be_read(ssi: Ssi, home: Path, name: str) -> None:
    (home / "binary.jsonl").write_bytes(b"\xff\xfe\x00")

    said = ssi("ask", "--file", str(home / name)).complaint

    assert said == f"{home / name} cannot be read as text. Give a file of JSON lines."


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "Give a text, or --file with a file of texts."),
        ((WHY, "--file", "x.jsonl"), "Give a text, or --file with a file of texts."),
        ((WHY, "--now", "noon"), "noon is no time. Write it as 2026-11-18T09:00:00Z."),
        ((WHY, "--tz", "Mars/Base"), "There is no time zone “Mars/Base”."),
        ((WHY, "--tz", ""), "There is no time zone “”. Write it as Europe/Berlin."),
    ],
)
def test_what_cannot_be_asked(ssi: Ssi, arguments: tuple[str, ...], reason: str) -> None:
    assert reason in ssi("ask", *arguments).misuse


def test_of_two_questions_the_other_one_is_told_too(ssi: Ssi) -> None:
    question = ssi("ask", f"{WHY} and what should I do next?", "--json").json

    assert (question["intent"], question["also"]["intent"]) == ("why_change", "improve")
