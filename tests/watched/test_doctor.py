"""`ssat-bot doctor`: tries what the service needs; a line each, with what to do where it is wrong."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.doctor.network import Heard, tried_clock
from bot.core.ports import Table
from tests.fakes.certificate import Certificate
from tests.fakes.connector import FakeConnector
from tests.fakes.identity import Identity
from tests.fakes.settings import SECRET
from tests.guarantees.secured import settings_for
from tests.guarantees.stored import opened
from tests.ports.azurite import Azurite
from tests.service.process import Ran, environment, run_command

ROOT = Path(__file__).parents[2]


@pytest.fixture
def known(
    identity: Identity, teams: FakeConnector, certificate: Certificate, store: Mapping[str, str]
) -> dict[str, str]:
    """The settings of a bot with credentials for which all is in order."""
    return settings_for(identity, teams, certificate) | dict(store)


async def tried(folder: Path, settings: Mapping[str, str]) -> tuple[Ran, dict[str, str]]:
    """What it printed, and each thing tried -> how it stands."""
    ran = await run_command(folder, settings, "doctor")
    lines = [line.partition(": ")[0].split(maxsplit=1) for line in (ran.out + ran.err).splitlines()]
    how = {about: how for how, about in lines if how != "not"}
    return ran, how | {about.removeprefix("tried "): "not tried" for how, about in lines if how == "not"}


async def test_where_all_is_in_order_every_thing_has_its_line_and_nothing_is_left_behind(
    known: dict[str, str], tmp_path: Path
) -> None:
    held = await opened(known)
    ran, how = await tried(tmp_path, known)
    about = ["settings", "playbook", "store", "signing keys", "token", "connector", "clock"]
    assert (ran.code, ran.err) == (0, "")
    assert list(how) == about
    assert set(how.values()) == {"ok"}
    assert await held.query(Table.PENDING, "doctor") == []
    await held.close()


async def test_an_expired_secret_is_named_with_what_to_do(
    known: dict[str, str], identity: Identity, tmp_path: Path
) -> None:
    identity.token_fault = {"error": "invalid_client", "error_codes": [7000222], "error_description": SECRET}
    ran, how = await tried(tmp_path, known)
    assert (ran.code, how["token"]) == (1, "FAIL")
    [line] = ran.err.splitlines()
    assert "7000222" in line
    assert "make a new one, set MicrosoftAppPassword" in line
    assert SECRET not in ran.err + ran.out


async def test_hosts_that_do_not_answer_are_named(known: dict[str, str], tmp_path: Path) -> None:
    away = {"ToBotFromChannelOpenIdMetadataUrl": "http://127.0.0.1:9/metadata"}
    ran, how = await tried(tmp_path, known | away | {"SSAT_SERVICE_HOSTS": "127.0.0.1:9"})
    assert ran.code == 1
    assert (how["signing keys"], how["connector"], how["token"]) == ("FAIL", "FAIL", "ok")
    assert "127.0.0.1:9 does not answer" in ran.err


async def test_faults_of_settings_are_said_and_nothing_else_is_touched(tmp_path: Path) -> None:
    ran, how = await tried(tmp_path, {"PORT": "http", "MicrosoftAppPassword": "x"})
    assert ran.code == 1
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["PORT", "MicrosoftAppId"]
    assert {how[one] for one in ("store", "token", "clock")} == {"not tried"}
    assert not (tmp_path / "ssat.db").exists()


async def test_a_store_that_cannot_be_used_is_said_in_one_line(
    store: Mapping[str, str], tmp_path: Path
) -> None:
    await asyncio.to_thread(_not_a_database, store)
    ran, how = await tried(tmp_path, store)
    assert (ran.code, how["store"]) == (1, "FAIL")
    [line] = ran.err.splitlines()
    assert "file is not a database" in line
    assert "restore a backup" in line


def _not_a_database(store: Mapping[str, str]) -> None:
    file = Path(store["SSAT_STORE"].removeprefix("sqlite:///"))
    file.write_text("this is no database, and long enough to be seen as none " * 9)


async def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    ran, how = await tried(tmp_path, {})
    assert (ran.code, how["store"], how["token"]) == (0, "ok", "not tried")
    assert "not there yet" in ran.out
    assert os.listdir(tmp_path) == []
    ran, how = await tried(tmp_path, {"SSAT_STORE": "sqlite:///no/such/folder/ssat.db"})
    assert (ran.code, how["store"]) == (1, "FAIL")


async def test_tables_are_written_to_as_well_and_a_host_that_is_away_is_named(
    azurite: Azurite, tmp_path: Path
) -> None:
    tables = {"SSAT_STORE": "azure-tables", "AZURE_STORAGE_CONNECTION_STRING": azurite.connection_string()}
    ran, how = await tried(tmp_path, tables)
    assert (ran.code, how["store"]) == (0, "ok")
    away = tables | {"AZURE_STORAGE_CONNECTION_STRING": azurite.connection_string(9)}
    ran, how = await tried(tmp_path, away)
    assert (ran.code, how["store"]) == (1, "FAIL")
    assert "check AZURE_STORAGE_CONNECTION_STRING" in ran.err
    assert "AccountKey" not in ran.err


async def test_a_store_of_an_earlier_version_is_left_as_it_is(
    store: Mapping[str, str], tmp_path: Path
) -> None:
    await (await opened(store)).close()
    file = store["SSAT_STORE"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 1")
    ran, how = await tried(tmp_path, store)
    assert (ran.code, how["store"]) == (0, "warning")
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)


def test_on_a_network_disk_it_fails_and_the_service_warns(store: Mapping[str, str], tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text("27 1 0:40 / / rw - cifs //files.example/share rw\n", encoding="utf-8")
    program = f"import pathlib, bot.store.sqlite.disk as disk; disk.MOUNTS = pathlib.Path({str(mounts)!r})\n"
    program += "import sys; from bot.cli import main; sys.exit(main(sys.argv[1:]))"
    given = environment({**store, "PORT": "0"})

    def started(command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", program, command],
            cwd=tmp_path,
            env=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    with started("doctor") as doctor:
        assert "cifs is a network disk" in doctor.communicate(timeout=30)[1]
        assert doctor.returncode == 1
    with started("serve") as service:
        assert service.stderr is not None
        said = next(line for line in service.stderr if "SSAT_STORE" in line or "Traceback" in line)
        service.terminate()
        assert "WARNING" in said
        assert "cifs is a network disk" in said
        service.communicate(timeout=30)
        assert service.returncode == 0


@pytest.mark.parametrize(
    ("ahead", "how"),
    [(0, "ok"), (-20, "ok"), (45, "warning"), (-299, "warning"), (301, "FAIL"), (-4000, "FAIL")],
)
def test_the_clock_may_differ_by_less_than_tokens_allow(ahead: float, how: str) -> None:
    heard = Heard()
    heard.ahead = [ahead, ahead, 100_000.0] if ahead > 0 else [-100_000.0, ahead, ahead]
    assert tried_clock(heard).how == how


def test_without_an_answer_nothing_is_said_of_the_clock() -> None:
    assert tried_clock(Heard()).how == "not tried"
