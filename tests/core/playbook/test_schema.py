"""The JSON schema for editors takes what the loader takes, and refuses what it refuses for its shape."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import Any

import yaml

from bot.core.playbook.load import read_playbook
from bot.core.playbook.model.schema import playbook_schema
from bot.core.playbook.shipped import shipped_playbook_path
from tests import needs
from tests.core.playbook.playbooks import NAME, SMALL, broken, changed
from tests.playbook_of_tests import PATH

OVERLAY = SMALL.with_name("overlay.yaml")


def refusals(playbooks: Sequence[Any]) -> list[list[str]]:
    """What the schema refuses in each playbook."""
    command = [needs.node(), str(needs.NODE / "validate_playbook.mjs")]
    sent = json.dumps({"schema": playbook_schema(), "playbooks": playbooks}, default=_a_day)
    done = subprocess.run(command, input=sent, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = json.loads(done.stdout)
    return found


def _a_day(value: object) -> object:
    """A day without quotes is a value of its own in YAML, and no text."""
    return {"day": str(value)}


def data(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def test_the_schema_takes_every_playbook_and_overlay_that_the_loader_takes() -> None:
    files = (shipped_playbook_path(), PATH, SMALL, OVERLAY)
    assert refusals([data(path.read_text("utf-8")) for path in files]) == [[], [], [], []]


def test_what_breaks_the_shape_breaks_the_schema() -> None:
    """What YAML itself forbids or quietly changes the editor's YAML reader says, or nobody but the loader."""
    texts = {name: changed((way["old"], way["new"])) for name, way in broken("broken_shapes.yaml").items()}
    readable = {name: text for name, text in texts.items() if is_about_shape(text)}
    assert len(readable) > 10
    found = dict(zip(readable, refusals([data(text) for text in readable.values()]), strict=True))
    assert [name for name, faults in found.items() if not faults] == []


def is_about_shape(text: str) -> bool:
    """True where the loader's only faults are of the shape: of no reading, reference, sentence or rule."""
    said = [fault.message for fault in read_playbook(text, NAME)[1]]
    of_shape = ("must be ", "is missing", "there is no such field", "is no key", "a test is ")
    return bool(said) and all(any(words in one for words in of_shape) for one in said)


def test_what_breaks_an_overlay_breaks_the_schema() -> None:
    broken_ones = [
        {"extends": "shipped", "questions": [{"due": 3}]},
        {"extends": "shipped", "questions": [{"id": "ST4", "dew": 3}]},
        {"extends": "shipped", "questions": [{"id": "ST4", "due": "soon"}]},
        {"extends": "shipped", "questions": [{"id": "ST4", "roles": {"plus": ["it"]}}]},
        {"extends": "shipped", "rolls": []},
        {"extends": 5},
    ]
    fitting = [
        {"extends": "shipped", "questions": [{"id": "ST4", "roles": {"add": ["it"]}, "after": "ST1"}]},
        {"extends": "shipped", "questions": [{"id": "ST4", "verdict": {"2": {"say": {"en": "Late."}}}}]},
        {"extends": "shipped", "minutes": {"decided": {"2": {"remove": True}}}},
        {"extends": "shipped", "page": {"goals": [{"id": "g1", "remove": True}]}},
    ]
    found = refusals([*broken_ones, *fitting])
    assert [bool(faults) for faults in found] == [True] * len(broken_ones) + [False] * len(fitting)


def test_the_schema_says_what_each_section_is_for() -> None:
    shapes = playbook_schema()["$defs"]
    assert shapes["Rule"]["description"].startswith("The verdict where every test in `when` holds")
