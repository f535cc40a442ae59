"""What the tests of numbers and traces share: the pieces of the tests of service and guarantees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guarantees.conftest import certificate, identity, teams
from tests.ports.azurite import azurite
from tests.service.conftest import bot, channel, connector, session, start

__all__ = ["azurite", "bot", "certificate", "channel", "connector", "identity", "session", "start", "teams"]


@pytest.fixture
def store(tmp_path: Path) -> dict[str, str]:
    """The settings of a store on SQLite."""
    return {"SSAT_STORE": f"sqlite:///{tmp_path / 'answers.db'}"}
