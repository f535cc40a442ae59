"""Somebody who answers the questions of a full workshop, and holds the next one in a new channel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from tests.bench.talk import Activity, Post, envelope, tenant_id

_SETUP = {
    "customer": "Contoso",
    "services": "teams,exchange,sharepoint,onedrive,intune,outlook_mobile",
    "depth": "full",
    "pilot": "2031-02-03",
    "launch": "2031-03-03",
    "licences": "1200",
}
_VALUES = {
    "Input.Text": "A short answer",
    "Input.Number": "40",
    "Input.Date": "2031-02-03",
    "Input.Toggle": "true",
}


class Presses:
    """Talks in channels of its own, in each of which a workshop begins before a round: its turns are answers.
    Only a walk that is longer than the workshop begins another one on its way.

    In a tenant of its own, where none is named: the bot sends a tenant no more than Teams takes, which is
    less than it can do, and what waits for that would be measured, too.
    """

    def __init__(self, service_url: str, number: int, tenant: str = "") -> None:
        self._service_url = service_url
        self._tenant = tenant or tenant_id(number)
        self._channels = (f"19:bench-{number}-{one}@thread.tacv2" for one in count(1))
        self._channel = ""
        self._asked: object = None
        self._last: Any = None

    async def prepare(self, post: Post) -> None:
        """Up to the first question of a new workshop."""
        self._asked, self._channel = None, next(self._channels)
        await post(self._start())
        self._last = await post(self._lead())
        while not self.asks(self._last):
            self._last = await post(self.next(self._last))

    def asks(self, answer: Any) -> bool:
        """True where the card in the answer asks a question, rather than for the setup."""
        return bool((_main_button(answer["value"]) or {}).get("question"))

    def next(self, answer: Any) -> Activity:
        """Press the main button of the card in the answer, with every input that must be filled.

        RuntimeError where an answer was refused, or there is nothing to press.
        """
        if answer is None:
            # The first turn, or the answer to /ssat.
            return self._lead() if self._last is None else self.next(self._last)
        self._last = None
        card = answer["value"]
        data = _main_button(card) or {}
        # One question may come in two views, of which the second asks what the first gave rise to.
        asked = (data.get("question"), data.get("service"), *_ids(card))
        if asked == self._asked and data.get("question"):
            raise RuntimeError(f"the answer to {asked} was refused: {_texts(card)}")
        if not data or (self._asked and not data.get("question")):
            # The walk ended.
            self._asked, self._channel = None, next(self._channels)
            return self._start()
        self._asked = asked if data.get("question") else None
        return self._press({**data, **dict(_filled(card))})

    def later(self, answer: Any) -> Activity:
        """Press `Later` on the card in the answer."""
        data = (one["data"] for one in _nodes(answer["value"]) if isinstance(one.get("data"), dict))
        return self._press(next(one for one in data if one.get("action") == "later"))

    def _start(self) -> Activity:
        whole = self._envelope()
        mention = {"type": "mention", "text": "<at>ssat-bot</at>", "mentioned": whole["recipient"]}
        return {**whole, "type": "message", "text": "<at>ssat-bot</at> /ssat", "entities": [mention]}

    def _lead(self) -> Activity:
        return self._press({"action": "lead", "revision": 0})

    def _press(self, data: Mapping[str, Any]) -> Activity:
        action = {"type": "Action.Execute", "verb": data["action"], "data": data}
        invoke = {
            "type": "invoke",
            "name": "adaptiveCard/action",
            "value": {"action": action},
            "replyToId": "1",
        }
        return {**self._envelope(), **invoke}

    def _envelope(self) -> Activity:
        return envelope(self._service_url, self._channel, channel=True, tenant=self._tenant)


def _main_button(card: Any) -> dict[str, Any] | None:
    """The data of the card's main button; None where it has none."""
    press = next((one for one in _nodes(card) if one.get("style") == "positive"), None)
    return dict(press["data"]) if press else None


def _filled(card: Any) -> Iterator[tuple[str, str]]:
    inputs = [node for node in _nodes(card) if str(node.get("type")).startswith("Input.")]
    required = [one for one in inputs if one.get("isRequired")] or inputs[:1]
    for one in inputs:
        if one["id"] in _SETUP:
            yield one["id"], _SETUP[one["id"]]
        elif one.get("value"):
            yield one["id"], one["value"]
        elif one in required:
            choices = one.get("choices")
            yield one["id"], choices[0]["value"] if choices else _VALUES[one["type"]]


def _ids(card: Any) -> list[str]:
    return [node["id"] for node in _nodes(card) if str(node.get("type")).startswith("Input.")]


def _texts(card: Any) -> list[str]:
    return [str(node["text"]) for node in _nodes(card) if "text" in node]


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for one in node:
            yield from _nodes(one)
    elif isinstance(node, dict):
        yield node
        for key, one in node.items():
            if key != "fallback":
                yield from _nodes(one)
