"""Who is measured: how each bot is started, and who talks to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.leaving import Leaving
from tests.bench.presses import Presses
from tests.bench.talk import Messages, Talker
from tests.fakes.settings import IDENTITY


@dataclass(frozen=True)
class Place:
    """Where bots find what is around them. `token` is a good one for what they are asked on TLS."""

    folder: Path
    connector: str
    tls_connector: str
    token: str


@dataclass(frozen=True)
class Contender:
    """`replies`: whether each turn must bring one message to the connector. Who talks names `service_url`,
    and sends the headers."""

    name: str
    module: Sequence[str]
    talker: Callable[[str, int], Talker]
    turns: int
    replies: bool
    service_url: str
    settings: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def contenders(place: Place) -> list[Contender]:
    """The yardstick first. What they store goes into the folder."""
    bot, plain = ("bot", "serve"), place.connector
    stock = Contender("stock botbuilder echo", ("tests.bench.stock_echo",), Messages, 600, True, plain)
    return [
        stock,
        Contender("answer turn on SQLite", bot, Presses, 10_000, False, plain, _anonymous(place, "answers")),
        Contender("turn with an update", bot, Leaving, 1_000, True, plain, _anonymous(place, "updates")),
        Contender(
            "answer turn with tokens",
            bot,
            Presses,
            10_000,
            False,
            place.tls_connector,
            _identified(place),
            {"Authorization": f"Bearer {place.token}"},
        ),
    ]


def _anonymous(place: Place, name: str) -> dict[str, str]:
    store = f"sqlite:///{place.folder / name}.db"
    return {"MicrosoftAppId": "", "SSAT_STORE": store, "SSAT_REMINDERS": "off"}


def _identified(place: Place) -> dict[str, str]:
    identity = f"{place.connector}/identity"
    return {
        **_anonymous(place, "tokens"),
        **IDENTITY,
        "SSAT_FM_IDS": "object-0",
        "SSAT_TENANTS": "bench-tenant",
        "SSAT_SERVICE_HOSTS": place.tls_connector.removeprefix("https://"),
        "ToBotFromChannelOpenIdMetadataUrl": f"{identity}/metadata",
        "ToChannelFromBotLoginUrl": f"{identity}/tenant",
        "SSL_CERT_FILE": str(place.folder / "trusted.pem"),
        "SSAT_GRACE": "0",
    }
