"""The sentences for people as they stand in their files, in all languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from bot.core.playbook.shipped import shipped_playbook_path
from tests.words_in_code import ROOT

LANGUAGES = {"de", "en"}
TEXTS = ROOT / "bot" / "core" / "texts.yaml"


def interface() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every key of texts.yaml with its sentence by language."""
    return _leaves(yaml.load(TEXTS.read_text("utf-8"), Loader=yaml.CSafeLoader))


def _leaves(node: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    for key, value in node.items():
        here = f"{path}.{key}" if path else key
        if all(isinstance(one, str) for one in value.values()):
            yield here, value
        else:
            yield from _leaves(value, here)


def playbook() -> Iterator[Mapping[str, str]]:
    """Every text of the playbook by language."""
    return _texts(yaml.load(shipped_playbook_path().read_text("utf-8"), Loader=yaml.CSafeLoader))


def _texts(node: Any) -> Iterator[Mapping[str, str]]:
    if isinstance(node, dict) and LANGUAGES & set(node):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)
