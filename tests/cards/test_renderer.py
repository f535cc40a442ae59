"""Microsoft's own renderer parses, validates and draws every sample."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cards.drawn import CARDS

NODE_ROOM = Path(__file__).parents[1] / "node"
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(
    NODE is None or not (NODE_ROOM / "node_modules" / "adaptivecards").exists(),
    reason="needs Node 20 or newer and `make test`, which installs tests/node/package.json",
)


def looked_at(cards: dict[str, Any]) -> dict[str, Any]:
    """What one run of the renderer says of each card."""
    assert NODE is not None
    sent = json.dumps([{"name": name, "card": card} for name, card in cards.items()])
    command = [NODE, str(NODE_ROOM / "check_cards.mjs")]
    done = subprocess.run(command, input=sent, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return {one["name"]: one for one in json.loads(done.stdout)}


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """All samples, in one process."""
    return looked_at(CARDS)


def test_the_renderer_finds_no_fault(seen: dict[str, Any]) -> None:
    assert set(seen) == set(CARDS)
    assert {name: one["faults"] for name, one in seen.items() if one["faults"]} == {}


def test_the_renderer_draws_no_link_or_image_that_people_wrote(seen: dict[str, Any]) -> None:
    assert [name for name, one in seen.items() if not one["html"]] == []
    acting = ('href="https://evil', "<img")
    assert [f"{name}: {sign}" for name, one in seen.items() for sign in acting if sign in one["html"]] == []


def test_the_renderer_would_find_a_fault() -> None:
    unlabelled = {"type": "Input.Text", "id": "a", "isRequired": True}
    wrong = {"type": "AdaptiveCard", "version": "1.5", "body": [unlabelled, {"type": "Nonsense"}]}
    assert looked_at({"wrong": wrong})["wrong"]["faults"]
