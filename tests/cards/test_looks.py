"""Every card looks as it was last read: all of them as transcripts, a few whole.

With SSAT_RECORD=1 the files are written instead; the difference is then read in review.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.cards.drawn import CARDS, nodes
from tests.cards.marks import KNOWN, file_of, marked
from tests.cards.samples import SAMPLES

ROOM = Path(__file__).parent
WHOLE = (
    "agenda.hostile.en",
    "form.setup.de",
    "metric.course.en",
    "question.first.en",
    "result.gap.de",
    "summary.done.de",
    "workshop.running.en",
)
"""What is also kept as the JSON that a client gets: one card of each make."""


def changes(room: str, ending: str, files: Mapping[str, str]) -> list[str]:
    """The lines that differ from the files as they were last read, and the files that nothing writes."""
    folder = ROOM / room
    if os.environ.get("SSAT_RECORD"):
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}{ending}").write_text(text, encoding="utf-8")
    kept = {path.name.removesuffix(ending): path.read_text(encoding="utf-8") for path in folder.iterdir()}
    return [line for name in sorted({*kept, *files}) for line in _differ(name, kept, files)]


def _differ(name: str, kept: Mapping[str, str], files: Mapping[str, str]) -> Iterator[str]:
    before, now = kept.get(name, "").splitlines(), files.get(name, "").splitlines()
    yield from difflib.unified_diff(before, now, f"{name}, kept", f"{name}, drawn", lineterm="", n=1)


def test_every_card_reads_as_it_was_last_read() -> None:
    changed = changes("transcripts", ".txt", {card: file_of(card, CARDS) for card in SAMPLES})
    assert not changed, "\n".join(changed)


def test_a_card_of_each_make_is_the_same_to_the_last_property() -> None:
    whole = {name: json.dumps(CARDS[name], ensure_ascii=False, indent=1) + "\n" for name in WHOLE}
    changed = changes("snapshots", ".json", whole)
    assert not changed, "\n".join(changed)


def test_the_transcripts_show_every_property_that_a_card_has() -> None:
    had = {
        (node["type"], key)
        for card in CARDS.values()
        for node in nodes(card)
        if "type" in node
        for key in node
    }
    known = {(kind, key) for kind, keys in KNOWN.items() for key in keys}
    assert sorted(had - known) == []


def test_a_colour_an_action_and_an_input_are_seen_in_a_transcript() -> None:
    card = {
        "body": [
            {"type": "TextBlock", "text": "Gap", "color": "Attention", "spacing": "Small", "wrap": True},
            {"type": "Input.Text", "id": "name", "label": "Name", "isRequired": True, "maxLength": 9},
        ],
        "actions": [
            {
                "type": "Action.Execute",
                "title": "Save",
                "verb": "save",
                "data": {"action": "save", "workshop": 1, "revision": 12, "item": "ST1"},
                "style": "positive",
            }
        ],
    }
    assert marked(card) == [
        "Gap⟨attention⟩ₛ",
        "{Name #name ⟦text maxLength=9⟧*: }",
        "[Save⟦save item=ST1 +inputs without twin⟧*]",
    ]
