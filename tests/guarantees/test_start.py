"""Guarantees 1 and 24: nothing starts half-configured, and everything that is wrong is said at once."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.fakes.settings import IDENTITY
from tests.playbook_of_tests import PATH
from tests.service.process import AS_SHIPPED, Bot, run_command


async def test_01_without_credentials_it_starts_on_loopback_alone(tmp_path: Path) -> None:
    for host in ("0.0.0.0", "bot.contoso.com"):  # noqa: S104
        ran = await run_command(tmp_path, {"HOST": host, "PORT": "0"}, "serve")
        assert (ran.code, ran.out) == (1, "")
        assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["MicrosoftAppId"]
    assert not (tmp_path / "ssat.db").exists(), "nothing was touched"


async def test_01_on_loopback_it_starts_without_credentials_and_says_so(
    start: Callable[[Mapping[str, str]], Bot],
) -> None:
    bot = start(AS_SHIPPED)
    await bot.start()
    assert await bot.logs("no MicrosoftAppId")
    assert await bot.stop() == 0


async def test_01_credentials_that_are_not_whole_name_what_is_missing(tmp_path: Path) -> None:
    names = ["MicrosoftAppPassword", "SSAT_FM_IDS"]
    runs = await asyncio.gather(
        *(run_command(tmp_path, IDENTITY | {"PORT": "0", name: ""}, "serve") for name in names)
    )
    for name, ran in zip(names, runs, strict=True):
        assert (ran.code, ran.out) == (1, "")
        assert [line.partition(":")[0] for line in ran.err.splitlines()] == [name]
        assert IDENTITY["MicrosoftAppPassword"] not in ran.err


@pytest.mark.parametrize("command", ["serve", "check"])
async def test_24_faults_of_settings_and_playbook_are_said_at_once_with_their_line(
    command: str, tmp_path: Path
) -> None:
    broken = (
        PATH.read_text(encoding="utf-8")
        .replace("\n    due: 5\n", "\n    dew: 5\n", 1)
        .replace("\n    roles: [it]", "\n    roles: it", 1)
    )
    (tmp_path / "mine.yaml").write_text(broken, encoding="utf-8")
    lines = broken.splitlines()
    wrong = {"PORT": "http", "SSAT_LOG": "loud", "SSAT_STORE": "mysql://x", "SSAT_PLAYBOOK": "mine.yaml"}
    ran = await run_command(tmp_path, wrong, command)
    assert (ran.code, ran.out) == (1, "")
    said = [line.split(":")[:2] for line in ran.err.splitlines()]
    assert {"PORT", "SSAT_LOG", "SSAT_STORE"} <= {name for name, _ in said}
    for text in ("    dew: 5", "    roles: it"):
        assert ["mine.yaml", str(lines.index(text) + 1)] in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "PORT: 127.0.0.1:{port} is in use: end what listens there, or set PORT"),
        (IDENTITY | {"HOST": "192.0.2.1"}, "HOST: 192.0.2.1:{port} is no address of this machine: set HOST"),
        (
            {"SSAT_STORE": "azure-tables", "AZURE_STORAGE_CONNECTION_STRING": "garbage"},
            "AZURE_STORAGE_CONNECTION_STRING: is no connection string: "
            "copy it anew from the storage account, under Access keys",
        ),
    ],
    ids=["port in use", "foreign host", "connection string"],
)
async def test_24_an_address_that_leads_nowhere_is_one_line_with_what_to_do(
    given: Mapping[str, str], said: str, tmp_path: Path
) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        ran = await run_command(tmp_path, {"PORT": str(port), **given}, "serve")
    assert ran.code == 1
    # Lines of the log begin with the day; on this machine no keys come either.
    faults = [line for line in ran.err.splitlines() if not line[:4].isdigit()]
    assert faults == [said.format(port=port)]


async def test_24_a_setting_that_was_only_meant_as_one_keeps_it_from_starting(tmp_path: Path) -> None:
    lines = ["PORT=0", "SSAT_REMINDER=off", 'MicrosoftAppPassword="unterminated']
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    ran = await run_command(tmp_path, {}, "serve")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        ".env: line 3 cannot be read: is a quote not closed?",
        "SSAT_REMINDER: is no setting: do you mean SSAT_REMINDERS?",
    ]
