"""What holds for every card, over all samples in both languages."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.core.reading.wording import day_text
from cards._sample_parts import HOSTILE
from tests.cards.inert import acting
from tests.cards.samples import CARDS, nodes

SNAPSHOTS = Path(__file__).parent / "snapshots"
MOST_BYTES = 80_000
MOST_VISIBLE = 6
every_card = pytest.mark.parametrize("name", CARDS)


def as_file(card: dict[str, Any]) -> str:
    return json.dumps(card, ensure_ascii=False, indent=1) + "\n"


@every_card
def test_a_card_looks_as_it_was_last_read(name: str) -> None:
    """With UPDATE_SNAPSHOTS=1 the files are written instead; the difference is then read in review."""
    path = SNAPSHOTS / f"{name}.json"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        SNAPSHOTS.mkdir(exist_ok=True)
        path.write_text(as_file(CARDS[name]), encoding="utf-8")
    assert path.exists(), "no snapshot yet: run with UPDATE_SNAPSHOTS=1"
    assert path.read_text(encoding="utf-8") == as_file(CARDS[name])


def test_no_snapshot_outlives_its_sample() -> None:
    assert {path.stem for path in SNAPSHOTS.glob("*.json")} == set(CARDS)


@every_card
def test_a_card_fits_into_a_message(name: str) -> None:
    compact = json.dumps(CARDS[name], ensure_ascii=False, separators=(",", ":"))
    assert len(compact.encode("utf-16-le")) < MOST_BYTES


@every_card
def test_a_card_says_its_version_and_language(name: str) -> None:
    card = CARDS[name]
    assert (card["type"], card["version"], card["lang"]) == ("AdaptiveCard", "1.5", name.rpartition(".")[2])
    assert card["fallbackText"]


@every_card
def test_a_card_has_a_heading(name: str) -> None:
    assert any(node.get("style") == "heading" for node in nodes(CARDS[name]))


@every_card
def test_every_input_is_labelled_and_says_what_it_needs(name: str) -> None:
    for node in nodes(CARDS[name]):
        if str(node.get("type", "")).startswith("Input."):
            assert node["id"]
            assert node["label"]
            assert not node.get("isRequired") or node["errorMessage"]


@every_card
def test_a_card_has_at_most_one_button_of_the_next_step(name: str) -> None:
    assert sum(node.get("style") == "positive" for node in executes(name)) <= 1


@every_card
def test_a_card_shows_at_most_six_buttons(name: str) -> None:
    card = CARDS[name]
    own = [*card.get("actions", [])]
    for element in card["body"]:
        own += element.get("actions", [])
    visible = [one for one in own if one.get("mode") != "secondary" and one["type"] != "Action.ShowCard"]
    assert len(visible) <= MOST_VISIBLE


def executes(name: str) -> list[Any]:
    return [node for node in nodes(CARDS[name]) if node.get("type") == "Action.Execute"]


@every_card
def test_every_press_says_what_it_is_and_to_what_it_belongs(name: str) -> None:
    for node in executes(name):
        assert node["data"]["action"] == node["verb"]
        assert {"revision", "workshop"} <= set(node["data"])


@every_card
def test_every_button_has_a_twin_for_older_clients(name: str) -> None:
    buttons = [node for node in executes(name) if "title" in node]
    for node in buttons:
        twin = node["fallback"]
        assert twin["type"] == "Action.Submit"
        assert (twin["data"], twin["title"]) == (node["data"], node["title"])


@every_card
def test_what_people_wrote_is_nowhere_read_as_markdown_or_opened(name: str) -> None:
    assert acting(CARDS[name]) == []


def test_hostile_text_stands_raw_only_in_what_is_typed_again() -> None:
    raw = [node for node in nodes(list(CARDS.values())) if HOSTILE in node.values()]
    assert raw
    assert all(str(node["type"]).startswith("Input.") for node in raw)


@every_card
def test_words_stand_beside_every_chart(name: str) -> None:
    for node in nodes(CARDS[name]):
        if str(node.get("type", "")).startswith("Chart."):
            said = " ".join(run["text"] for run in nodes(CARDS[name]) if run.get("type") == "TextRun")
            assert node["fallback"] == "drop"
            assert [
                words for one in node["data"] for words in _in_words(name, one) if words not in said
            ] == []


def _in_words(name: str, one: Any) -> list[str]:
    """What stands in words beside a chart: a bar as it is drawn, of a line its days and numbers."""
    if "values" not in one:
        return [f"{one['x']}: {one['y']}"]
    language = name.rpartition(".")[2]
    return [part for point in one["values"] for part in (day_text(point["x"], language), str(point["y"]))]
