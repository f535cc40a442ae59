"""A card as plain lines: what a person reads and can press, for the terminal and for transcripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]


def transcript(card: Node) -> list[str]:
    """The lines of a card, top to bottom: headings with #, inputs in braces, buttons in brackets.

    An input is `{label: value | choice · choice}`, with ⏎ where a line ends in it; a button in the menu
    stands after `…`, the button of the next step has a star. Text to tap is in brackets too, a link has its
    address behind it. What is folded is indented.
    """
    lines = [line for element in card.get("body", ()) for line in _element(element)]
    return [*lines, *_actions(card.get("actions", ()))]


def texts_of(node: Node) -> str:
    """The text of a TextBlock or RichTextBlock."""
    if node["type"] == "TextBlock":
        return str(node["text"])
    return "".join(_run(one) for one in node.get("inlines", ()))


def _run(node: Node | str) -> str:
    if isinstance(node, str):
        return node
    text, tapped = str(node["text"]), node.get("selectAction")
    if tapped is None:
        return text
    return f"{text} <{tapped['url']}>" if tapped["type"] == "Action.OpenUrl" else f"[{text}]"


def _element(node: Node) -> Iterator[str]:
    kind = node["type"]
    if node.get("isVisible") is False:
        # A press unfolds it.
        yield from (f"  {line}" for line in _element({**node, "isVisible": True}))
    elif kind in ("TextBlock", "RichTextBlock"):
        heading = "# " if node.get("style") == "heading" else ""
        yield heading + texts_of(node).strip()
    elif kind == "FactSet":
        yield from (f"{fact['title']} {fact['value']}" for fact in node["facts"])
    elif kind == "ColumnSet":
        columns = (" ".join(_element(column)) for column in node["columns"])
        yield " · ".join(text for text in columns if text)
    elif kind == "ActionSet":
        yield from _actions(node["actions"])
    elif kind.startswith("Input."):
        yield _input(node)
    elif kind.startswith("Chart."):
        fallback = node.get("fallback")
        if isinstance(fallback, Mapping):
            yield from _element(fallback)
    else:
        for inner in node.get("items", ()):
            yield from _element(inner)
        press = node.get("selectAction")
        if press:
            yield f"[{press.get('title', '')}]"


def _input(node: Node) -> str:
    star = "*" if node.get("isRequired") else ""
    chosen = " ⏎ ".join(str(node.get("value", "")).splitlines())
    choices: Sequence[Node] = node.get("choices", ())
    if choices:
        picked = [one for one in chosen.split(",") if one]
        named = " + ".join(str(one["title"]) for one in choices if str(one["value"]) in picked)
        shown = " · ".join(str(one["title"]) for one in choices[:12]) + (" · …" if len(choices) > 12 else "")
        return f"{{{node['label']}{star}: {named} | {shown}}}"
    lines = chosen.replace("\n", " ⏎ ")
    return f"{{{node['label']}{star}: {lines}}}"


def _actions(actions: Sequence[Node]) -> Iterator[str]:
    shown = [_button(one) for one in actions if one.get("mode") != "secondary"]
    menu = [_button(one) for one in actions if one.get("mode") == "secondary"]
    if shown or menu:
        yield " ".join(shown) + (f" … {' '.join(menu)}" if menu else "")
    for one in actions:
        if one["type"] == "Action.ShowCard":
            yield from (f"  {line}" for line in transcript(one["card"]))


def _button(action: Node) -> str:
    star = "*" if action.get("style") == "positive" else ""
    target = f" {action['url']}" if action["type"] == "Action.OpenUrl" else ""
    return f"[{action.get('title', '')}{star}{target}]"
