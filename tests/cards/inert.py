"""Finds where text of people would act on a card: as Markdown, as a date, as a link."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.cards.drawn import nodes

MARKDOWN = ("](", "![", "<at>all", "`", "{{", "://evil", "*b*")


def acting(card: Mapping[str, Any]) -> list[str]:
    """The elements that read as Markdown, expand or open what the hostile text of the samples holds."""
    return [json.dumps(node) for node in nodes(card) if _acts(node)]


def _acts(node: Mapping[str, Any]) -> bool:
    if node.get("type") in ("TextBlock", "FactSet") and _marked(json.dumps(node)):
        return True
    if set(node) == {"title", "value"} and _marked(node["title"]):
        return True
    if node.get("type") == "Action.OpenUrl" and not node["url"].startswith("https://"):
        return True
    if node.get("type") == "Action.OpenUrl" and node["url"].startswith("https://evil"):
        return True
    return node.get("type") == "TextRun" and "{{" in node["text"]


def _marked(text: str) -> bool:
    return any(mark in text for mark in MARKDOWN)
