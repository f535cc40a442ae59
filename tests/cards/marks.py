"""Cards as lines to review: the lines of a transcript, with marks for what a person sees but cannot read.

    # Titel⟨b L⟩            bold and large: a size is s, m or L, a colour has its name, `~` is subtle
    Zeile₀                  how far it stands below the line before: ₀ not at all, ₛ, ₘ, ₗ; else as usual
    [Speichern⟦save a=1⟧*]  what a press sends, but the stamp of the samples; `+inputs` where they go with it
    {Kunde #customer: }     the id of an input and what it demands, the value of each choice behind its title
    ┄                       where a container begins; its style and a line above it are named

Invisible characters are written as escapes. What is not shown: how far rows of buttons stand apart, where a
container ends, and choices after the twelfth.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cards.transcript import transcript
from tests.cards.samples.parts import LONG, STAMP

Node = Mapping[str, Any]

_SIZES = {"Small": "s", "Default": "d", "Medium": "m", "Large": "L"}
_SPACES = {"None": "₀", "Small": "ₛ", "Medium": "ₘ", "Large": "ₗ"}
_WEIGHTS = {"Bolder": "b", "Default": "normal"}
_STAMPED = {"workshop": STAMP.workshop, "revision": STAMP.revision}
_FRAME = {"type", "$schema", "version", "lang", "fallbackText"}
_BLOCK = {"type", "spacing", "horizontalAlignment"}
_LOOKS = {"text", "weight", "size", "color", "isSubtle"}
_PRESS = {"type", "title", "verb", "data", "fallback", "associatedInputs", "style", "mode"}
_DEMANDS = ("maxLength", "min", "max", "style", "isMultiline", "isMultiSelect", "placeholder", "errorMessage")
_INPUT = {"type", "id", "label", "value", "choices", "isRequired", "wrap", *_DEMANDS}
KNOWN: Mapping[str, set[str]] = {
    "AdaptiveCard": {*_FRAME, "body", "actions", "msteams"},
    "TextBlock": {*_BLOCK, *_LOOKS, "style", "wrap"},
    "RichTextBlock": {*_BLOCK, "inlines"},
    "TextRun": {"type", *_LOOKS, "selectAction"},
    "Container": {"type", "id", "items", "style", "separator", "spacing", "isVisible"},
    "ColumnSet": {"type", "columns", "spacing"},
    "Column": {"type", "items", "width", "style"},
    "ActionSet": {"type", "actions", "spacing"},
    "Action.Execute": _PRESS,
    "Action.Submit": _PRESS,
    "Action.OpenUrl": {"type", "title", "url"},
    "Action.ShowCard": {"type", "title", "card"},
    "Action.ToggleVisibility": {"type", "title", "targetElements"},
    "Input.Text": _INPUT,
    "Input.Number": _INPUT,
    "Input.Date": _INPUT,
    "Input.ChoiceSet": _INPUT,
    "Chart.HorizontalBar": {"type", "title", "displayMode", "data", "fallback"},
    "Chart.Line": {"type", "title", "data", "fallback"},
    "mention": {"type", "text", "mentioned"},
}
"""What the marks, or the lines, show of each element. What is not here would change unseen."""


def marked(card: Node) -> list[str]:
    """The lines of a card, with their marks."""
    return [_visible(line) for line in (*_teams(card.get("msteams", {})), *transcript(_with_marks(card)))]


def _visible(line: str) -> str:
    shorter = line.replace(LONG, f"⟨the long text, {len(LONG)} letters⟩")
    return "".join(f"\\u{ord(one):04x}" if _is_invisible(one) else one for one in shorter)


def _is_invisible(one: str) -> bool:
    return one != " " and unicodedata.category(one) in ("Cf", "Zs")


def _teams(teams: Node) -> Iterator[str]:
    if "width" in teams:
        yield f"┄ width {teams['width']}"
    for one in teams.get("entities", ()):
        yield f"┄ mentions {one['text']} {one['mentioned']['name']} {one['mentioned']['id']}"


def _with_marks(node: Any) -> Any:
    """The node as it would be if its marks were text."""
    if isinstance(node, list):
        return [marks for one in node for marks in _several(one)]
    if not isinstance(node, Mapping):
        return node
    inner = {key: _with_marks(value) for key, value in node.items() if key not in ("data", "fallback")}
    match str(node.get("type", "")):
        case "TextBlock":
            return inner | {"text": f"{node['text']}{_looks(node)}{_block(node)}"}
        case "TextRun":
            return inner | {"text": f"{node['text']}{_looks(node)}{_opens(node)}"}
        case "RichTextBlock":
            return inner | {"inlines": [*inner["inlines"], _text(_block(node))]}
        case "Column":
            look = " ".join(str(node[key]) for key in ("width", "style") if key in node)
            return inner | {"items": [*inner["items"], _text(f"⟨{look}⟩")]}
        case "Action.Execute":
            return inner | {"title": f"{node.get('title', '')}{_sends(node)}"}
        case kind if kind.startswith("Input."):
            return inner | {"label": f"{node['label']} #{node['id']}{_demands(node)}"}
        case "" if {"title", "value"} <= set(node):
            return inner | {"title": f"{node['title']}={node['value']}"}
    return inner


def _several(node: Any) -> Iterator[Any]:
    """A node of a list, between lines that say what cannot be said in it."""
    made = _with_marks(node)
    match node:
        case {"type": "Container"}:
            about = [f" {node[key]}" for key in ("style",) if key in node]
            about += [" folded" for _ in range(node.get("isVisible") is False)]
            about += [" line" for _ in range(bool(node.get("separator")))]
            yield _text("┄" + "".join(about) + _block(node))
            yield made
        case {"type": "ColumnSet"}:
            yield _text("┄ columns" + _block(node))
            yield made
        case {"type": "Chart.HorizontalBar" | "Chart.Line"}:
            about = [node["title"], node.get("displayMode", ""), f"else {node['fallback']}"]
            yield _text(f"┄ {node['type']} {' · '.join(one for one in about if one)}")
            yield from (_text(json.dumps(one, ensure_ascii=False)) for one in node["data"])
        case _:
            yield made


def _text(text: str) -> Node:
    return {"type": "TextBlock", "text": text}


def _looks(node: Node) -> str:
    named = (
        _WEIGHTS[node["weight"]] if "weight" in node else "",
        _SIZES[node["size"]] if "size" in node else "",
        "~" if node.get("isSubtle") else "",
        str(node.get("color", "")).lower(),
        "on one line" if node["type"] == "TextBlock" and not node.get("wrap") else "",
    )
    marks = " ".join(one for one in named if one)
    return f"⟨{marks}⟩" if marks else ""


def _block(node: Node) -> str:
    side = node.get("horizontalAlignment", "")
    return (f"⟨{side.lower()}⟩" if side else "") + (_SPACES[node["spacing"]] if "spacing" in node else "")


def _opens(run: Node) -> str:
    """What a tap on a text does; that it is a link, and where to, stands in the line already."""
    action = run.get("selectAction", {})
    if action.get("type") == "Action.OpenUrl":
        return "" if action["title"] == run["text"] else f"⟨titled {action['title']}⟩"
    return _sends(action) if action else ""


def _sends(action: Node) -> str:
    sent = {key: value for key, value in action["data"].items() if _STAMPED.get(key) != value}
    words = [action["verb"], *(f"{key}={value}" for key, value in sent.items() if key != "action")]
    if "title" in action and action.get("associatedInputs") != "none":
        words.append("+inputs")
    if "fallback" not in action:
        words.append("without twin")
    return f"⟦{' '.join(words)}⟧"


def _demands(node: Node) -> str:
    kind = str(node["type"]).removeprefix("Input.").lower()
    named = [kind, *(f"{key}={node[key]}" for key in _DEMANDS if key in node)]
    return f" ⟦{' '.join(named)}⟧"


def file_of(card: str, cards: Mapping[str, Node]) -> str:
    """The transcript of all samples of a card."""
    head = f"The {card} card. tests/cards/marks.py says what the marks mean."
    parts: Sequence[str] = [
        "\n".join((f"=== {name} ===", "", *marked(one)))
        for name, one in cards.items()
        if name.partition(".")[0] == card
    ]
    return "\n\n\n".join((head, *parts)) + "\n"
