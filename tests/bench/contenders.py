"""Who is measured: how each bot is started, and who talks to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.bench.leaving import ROOMS, Leaving
from tests.bench.presses import Presses
from tests.bench.talk import Messages, Talker, object_id, tenant_id
from tests.fakes.settings import IDENTITY

IN_FLIGHT = 16
"""Those who talk to a bot at the same time."""


@dataclass(frozen=True)
class Place:
    """Where bots find what is around them. `token` is a good one for a service at `tls_connector`."""

    folder: Path
    connector: str
    tls_connector: str
    token: str


@dataclass(frozen=True)
class Contender:
    """`turns` are those of one round; `replies`: whether each turn must bring one message to the connector.
    Who talks names `service_url`, whose path is the bot's own, and sends the headers. `peer` is the venv of
    somebody else's bot. A round has so many `laps`, before each of which those who talk get ready."""

    name: str
    module: Sequence[str]
    talker: Callable[[str, int], Talker]
    turns: int
    replies: bool
    service_url: str
    settings: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    peer: str = ""
    laps: int = 1

    @property
    def path(self) -> str:
        """What the connector counts its messages under."""
        return self.service_url.rpartition("/")[2]


STOCK = "stock botbuilder echo"
AGENTS = "Agents SDK waterfall, memory"
ANSWER = "answer turn on SQLite"
UPDATE = "turn with an update"
TOKENS = "answer turn with tokens"


def contenders(place: Place) -> list[Contender]:
    """The yardstick first, then its like, then ours. What they store goes into the folder."""
    return [*_peers(place), *_ours(place)]


def _peers(place: Place) -> list[Contender]:
    def peer(name: str, module: str, venv: str, turns: int) -> Contender:
        whole = f"tests.bench.peers.{module}"
        own = f"{place.connector}/{module}"
        return Contender(name, (whole,), Messages, turns, True, own, folder, peer=venv)

    folder = {"FOLDER": str(place.folder)}
    return [
        peer(STOCK, "stock_echo", "botbuilder", 64),
        peer("stock waterfall on SQLite", "stock_waterfall", "botbuilder", 48),
        peer(AGENTS, "agents_waterfall", "agents", 320),
        peer("Teams SDK echo", "teams_echo", "teams", 160),
        peer("bare aiohttp (the limit)", "bare", "botbuilder", 2400),
    ]


def _ours(place: Place) -> list[Contender]:
    bot, plain = ("bot", "serve"), place.connector
    rooms = IN_FLIGHT * ROOMS
    answers, updates = _anonymous(place, "answers"), _anonymous(place, "updates")
    bearer = {"Authorization": f"Bearer {place.token}"}
    tokens = _identified(place)
    return [
        Contender(ANSWER, bot, Presses, 960, False, f"{plain}/answers", answers),
        Contender(UPDATE, bot, partial(Leaving, []), rooms, True, f"{plain}/updates", updates, laps=3),
        Contender(TOKENS, bot, Presses, 960, False, place.tls_connector, tokens, bearer),
    ]


def _anonymous(place: Place, name: str) -> dict[str, str]:
    store = f"sqlite:///{place.folder / name}.db"
    return {"MicrosoftAppId": "", "SSAT_STORE": store, "SSAT_REMINDERS": "off"}


def _identified(place: Place) -> dict[str, str]:
    identity = f"{place.connector}/identity"
    return {
        **_anonymous(place, "tokens"),
        **IDENTITY,
        "SSAT_FM_IDS": object_id(0),
        "SSAT_TENANTS": ",".join(map(tenant_id, range(IN_FLIGHT))),
        "SSAT_SERVICE_HOSTS": place.tls_connector.removeprefix("https://").partition("/")[0],
        "ToBotFromChannelOpenIdMetadataUrl": f"{identity}/metadata",
        "ToChannelFromBotLoginUrl": f"{identity}/tenant",
        "SSL_CERT_FILE": str(place.folder / "trusted.pem"),
        "SSAT_GRACE": "0",
    }
