"""Plain scalars as YAML 1.1 reads them: `no` is false, `12:30` is 750, `010` is 8."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from yaml.constructor import SafeConstructor
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

_READ_AS: Final = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    date: "a date",
    type(None): "nothing",
    dict: "a mapping",
    list: "a list",
}
_TAGS: Final = {f"tag:yaml.org,2002:{kind}" for kind in ("bool", "int", "float", "null", "timestamp")}
_CONSTRUCTOR: Final = SafeConstructor()


def read_plain(text: str) -> Any:
    """The value of an unquoted scalar; the text itself where it has no other, or an impossible one."""
    rules = Resolver.yaml_implicit_resolvers.get(text[0] if text else "", ())
    for tag, pattern in rules:
        if tag in _TAGS and pattern.match(text):
            try:
                return _CONSTRUCTOR.construct_object(ScalarNode(tag, text))
            except ValueError:  # 2026-02-31, or a number of five thousand digits
                return text
    return text


def read_as(value: object) -> str:
    """The kind of value that YAML read, in words for authors."""
    if value is True or value is False:
        return str(value).lower()
    return next((words for kind, words in _READ_AS.items() if isinstance(value, kind)), "text")
