"""What is in the image is started as the image says: the wheel, its user, its command, a read-only root."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.deploy.image import commands_of, read_image
from tests.deploy.rooted import APP, Rooted, rooted
from tests.fakes.connector import running_connector
from tests.service.client import Person, Room, browser, member

WRITE = "import sys; open(sys.argv[1], 'w').write('x')"


@pytest.fixture(scope="module")
def container(tmp_path_factory: pytest.TempPathFactory) -> Rooted:
    return rooted(tmp_path_factory.mktemp("image"), read_image())


@asynccontextmanager
async def _started(container: Rooted) -> AsyncIterator[tuple[Process, int]]:
    """The service of the image, by its own command, and the port that it listens on."""
    port = _free_port()
    process = await container.start(container.image.command, {"PORT": str(port)})
    try:
        assert process.stderr is not None
        said: list[str] = []
        async with asyncio.timeout(60):
            while not any("listening on" in line for line in said):
                said.append((await process.stderr.readline()).decode())
                assert said[-1], "\n".join(said)
        assert f'"listening on 127.0.0.1:{port}"' in said[-1], "a line of JSON"
        yield process, port
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_the_service_runs_as_the_user_of_the_image_and_keeps_answers_in_its_volume_alone(
    container: Rooted,
) -> None:
    async with _started(container) as (process, port), browser() as session, running_connector() as teams:
        status = _status(process.pid)
        assert re.findall(r"^[UG]id:\s+(\d+)", status, re.MULTILINE) == container.image.user.split(":")
        assert [await _asked(session, port, path) for path in ("healthz", "readyz")] == [200, 200]
        teams.people = [member("fm")]
        fm = Person(Room(f"http://127.0.0.1:{port}", session, teams, "19:image@thread.tacv2"), "fm")
        assert await fm.says("/ssat") == 200
        await teams.arrived(1)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 30) == 0
    assert (container.data / "ssat.db").stat().st_uid == 10001
    told = container.run(["ssat-bot", "export", "--format", "json"])
    assert (told.returncode, "19:image@thread.tacv2" in told.stdout) == (0, True), told.stderr


async def test_the_health_check_of_the_image_is_true(container: Rooted) -> None:
    async with _started(container) as (_, port):
        well = await asyncio.to_thread(container.run, container.image.health, {"PORT": str(port)})
        assert (well.returncode, well.stderr) == (0, "")
    gone = container.run(container.image.health, {"PORT": str(port)})
    assert gone.returncode == 1


@pytest.mark.parametrize("path", ["/new", "/etc/new", f"{APP}/new", "/usr/new"])
def test_nothing_of_the_root_can_be_written(container: Rooted, path: str) -> None:
    tried = container.run(["python", "-c", WRITE, path])
    assert tried.returncode == 1
    assert "Read-only file system" in tried.stderr or "Permission denied" in tried.stderr


def test_the_root_is_read_only_and_not_merely_somebody_elses(container: Rooted) -> None:
    mounts = container.run(["cat", "/proc/self/mounts"]).stdout
    options = {line.split()[1]: line.split()[3].split(",") for line in mounts.splitlines()}
    assert "ro" in options["/"]
    assert "rw" in options["/data"]


@pytest.mark.parametrize("path", ["/data/new", "/tmp/new"])  # noqa: S108
def test_the_volume_and_the_temporary_folder_can_be_written(container: Rooted, path: str) -> None:
    assert container.run(["python", "-c", WRITE, path]).returncode == 0


def test_the_playbook_and_the_texts_travel_with_it(container: Rooted) -> None:
    told = container.run(["ssat-bot", "check"])
    assert (told.returncode, told.stderr) == (0, "")
    assert re.match(rf"{APP}/lib/.*/bot/playbook.yaml: in order \(\d+ questions", told.stdout)


def test_the_image_is_built_of_the_hashed_lock_and_the_wheel() -> None:
    commands = commands_of()
    installs = [one for one in commands.split("&&") if " install " in one and "pip" in one]
    assert len(installs) == 3
    assert all("--require-hashes" in one or "--no-deps --no-index dist/" in one for one in installs)
    assert "hatchling build --target wheel" in commands


def _status(process: int) -> str:
    return Path(f"/proc/{process}/status").read_text(encoding="utf-8")


async def _asked(session: aiohttp.ClientSession, port: int, path: str) -> int:
    async with session.get(f"http://127.0.0.1:{port}/{path}") as answer:
        return answer.status


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
