"""Bot, Playground and Chromium together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.cli.local.emulator import emulator
from bot.core.playbook.book import Book
from bot.core.texts import Texts
from tests import needs
from tests.browser.leading import Leading
from tests.browser.locale import speaking
from tests.browser.playground import Playground, drive
from tests.browser.service import Service
from tests.playbook_of_tests import PLAYS_IT
from tests.ports.azurite import azurite

__all__ = ["azurite"]

Serve = Callable[..., Service]
Open = Callable[..., Playground]
Lead = Callable[..., Leading]

_BERLIN = {"TZ": "Europe/Berlin"}


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """serve(): the playbook of the tests on a new SQLite file; serve(SSAT_STORE=...): with these settings."""
    with ExitStack() as stack:

        def start(module: Sequence[str] = ("bot", "serve"), **settings: str) -> Service:
            bare = {**PLAYS_IT, "MicrosoftAppId": "", "SSAT_STORE": f"sqlite:///{tmp_path}/ssat.db"}
            service = Service(module, {**bare, **settings}, tmp_path / "bot.log")
            stack.callback(service.stop)
            service.start()
            return service

        yield start


@pytest.fixture
def teams() -> Iterator[Open]:
    """teams(service, locale="de-DE", width=..): the Playground before a bot, in the personal chat."""
    folder, chromium = needs.playground(), needs.chromium()
    with ExitStack() as stack:

        def start(
            service: Service, locale: str = "en-US", *, width: int = 1400, height: int = 1000
        ) -> Playground:
            endpoint = service.endpoint
            if locale != "en-US":
                endpoint = stack.enter_context(speaking(locale, endpoint))
            playing = stack.enter_context(emulator(folder, endpoint, environment=_BERLIN))
            return stack.enter_context(drive(playing, chromium, width=width, height=height))

        yield start


@pytest.fixture
def lead(serve: Serve, teams: Open, book: Book, texts: Texts) -> Lead:
    """lead("de-DE", pictures=folder, ...): somebody before a new bot; further settings are the bot's."""

    def start(locale: str, pictures: Path | None = None, **settings: str) -> Leading:
        return Leading(teams(serve(**settings), locale), book, texts.words(locale), pictures)

    return start


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """Where pictures are kept."""
    folder = Path(__file__).parents[2] / "build/screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
