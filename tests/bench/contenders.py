"""Who is measured: how each bot is started, and who talks to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.presses import Presses
from tests.bench.talk import Messages, Talker


@dataclass(frozen=True)
class Contender:
    """`replies`: whether each turn must bring one message to the connector."""

    name: str
    module: Sequence[str]
    talker: Callable[[str, int], Talker]
    turns: int
    replies: bool
    settings: Mapping[str, str] = field(default_factory=dict)


STOCK = Contender("stock botbuilder echo", ("tests.bench.stock_echo",), Messages, 600, replies=True)


def contenders(folder: Path) -> list[Contender]:
    """The yardstick first. What they store goes into the folder."""
    ours = {"MicrosoftAppId": "", "SSAT_STORE": f"sqlite:///{folder}/bench.db", "SSAT_REMINDERS": "off"}
    return [
        STOCK,
        Contender("answer turn on SQLite", ("bot", "serve"), Presses, 10_000, replies=False, settings=ours),
    ]
