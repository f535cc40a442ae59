"""What holds for every card, over all samples in both languages: what fails is named card.sample.language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.wording import day_text
from cards import RENDERERS
from tests.cards.drawn import CARDS, nodes
from tests.cards.inert import acting
from tests.cards.samples import SAMPLES
from tests.cards.samples.parts import HOSTILE

MOST_BYTES = 80_000
MOST_VISIBLE = 6
Node = Mapping[str, Any]


def every_node(kind: str) -> Iterator[tuple[str, Node]]:
    """All elements whose type begins so, each behind the name of its card."""
    for name, card in CARDS.items():
        yield from ((name, node) for node in nodes(card) if str(node.get("type", "")).startswith(kind))


def named(name: str, node: Node) -> str:
    """An element in short, behind the name of its card."""
    return f"{name}: {json.dumps(node, ensure_ascii=False)[:300]}"


def language_of(name: str) -> str:
    return name.rpartition(".")[2]


def test_every_card_has_samples_and_each_is_drawn_by_it() -> None:
    drawn = {
        (card, RENDERERS[type(screen)].__module__.rpartition(".")[2])
        for card, samples in SAMPLES.items()
        for _, screen in samples
    }
    rooms = {render.__module__.rpartition(".")[2] for render in RENDERERS.values()}
    assert drawn == {(room, room) for room in rooms}
    assert len(CARDS) == 2 * sum(map(len, SAMPLES.values())), "two samples of a card have the same name"


def test_a_card_fits_into_a_message() -> None:
    assert [name for name, card in CARDS.items() if _bytes(card) >= MOST_BYTES] == []


def _bytes(card: Node) -> int:
    compact = json.dumps(card, ensure_ascii=False, separators=(",", ":"))
    return len(compact.encode("utf-16-le"))


def test_a_card_says_its_version_and_language() -> None:
    said = {name: (card["type"], card["version"], card["lang"]) for name, card in CARDS.items()}
    assert said == {name: ("AdaptiveCard", "1.5", language_of(name)) for name in CARDS}
    assert [name for name, card in CARDS.items() if not card["fallbackText"]] == []


def test_a_card_has_a_heading() -> None:
    headed = {name for name, node in every_node("TextBlock") if node.get("style") == "heading"}
    assert sorted(set(CARDS) - headed) == []


def test_every_input_is_labelled_and_says_what_it_needs() -> None:
    assert [named(name, node) for name, node in every_node("Input.") if not _says_what_it_needs(node)] == []


def _says_what_it_needs(node: Node) -> bool:
    excused = not node.get("isRequired") or node.get("errorMessage")
    return bool(node.get("id") and node.get("label") and excused)


def test_a_card_has_at_most_one_button_of_the_next_step() -> None:
    marked = [name for name, node in every_node("Action.Execute") if node.get("style") == "positive"]
    assert [name for name in CARDS if marked.count(name) > 1] == []


def test_a_card_shows_at_most_six_buttons() -> None:
    assert {name: _shown(card) for name, card in CARDS.items() if _shown(card) > MOST_VISIBLE} == {}


def _shown(card: Node) -> int:
    own = [*card.get("actions", [])]
    for element in card["body"]:
        own += element.get("actions", [])
    return sum(one.get("mode") != "secondary" and one["type"] != "Action.ShowCard" for one in own)


def test_every_press_says_what_it_is_and_to_what_it_belongs() -> None:
    presses = list(every_node("Action.Execute"))
    assert presses
    assert [named(name, node) for name, node in presses if not _belongs(node)] == []


def _belongs(node: Node) -> bool:
    return node["data"].get("action") == node["verb"] and {"revision", "workshop"} <= set(node["data"])


def test_every_button_has_a_twin_for_older_clients() -> None:
    buttons = [(name, node) for name, node in every_node("Action.Execute") if "title" in node]
    assert [named(name, node) for name, node in buttons if "fallback" not in node] == []


def test_a_twin_does_what_its_press_does() -> None:
    twinned = [(name, node) for name, node in every_node("Action.Execute") if "fallback" in node]
    assert [named(name, node) for name, node in twinned if node["fallback"] != _twin(node)] == []


def _twin(node: Node) -> Node:
    shared = {key: value for key, value in node.items() if key not in ("verb", "fallback")}
    return shared | {"type": "Action.Submit"}


def test_what_people_wrote_is_nowhere_read_as_markdown_or_opened() -> None:
    assert [f"{name}: {text}" for name, card in CARDS.items() for text in acting(card)] == []


def test_hostile_text_stands_raw_only_in_what_is_typed_again() -> None:
    raw = [(name, node) for name, card in CARDS.items() for node in nodes(card) if HOSTILE in node.values()]
    assert raw
    assert [named(*one) for one in raw if not str(one[1].get("type", "")).startswith("Input.")] == []


def test_words_stand_beside_every_chart() -> None:
    charts = list(every_node("Chart."))
    assert charts
    assert [named(name, node) for name, node in charts if node.get("fallback") != "drop"] == []
    assert [missing for name, node in charts for missing in _missing(name, node)] == []


def _missing(name: str, chart: Node) -> Iterator[str]:
    said = " ".join(run["text"] for run in nodes(CARDS[name]) if run.get("type") == "TextRun")
    for one in chart["data"]:
        yield from (f"{name}: {words}" for words in _in_words(name, one) if words not in said)


def _in_words(name: str, one: Node) -> list[str]:
    """What stands in words beside a chart: a bar as it is drawn, of a line its days and numbers."""
    if "values" not in one:
        return [f"{one['x']}: {one['y']}"]
    days = language_of(name)
    return [part for point in one["values"] for part in (day_text(point["x"], days), str(point["y"]))]
