"""The Agents Playground: Microsoft's emulator of a Teams client, started as a program of its own.

It comes from npm, as a tool for developers; its licence forbids shipping it with the product.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_START_SECONDS = 30
_PROGRAM = "node_modules/@microsoft/m365agentsplayground/cli.js"
_TENANT = "00000000-0000-0000-0000-000000000001"
_OTHERS = ("Adele Vance", "Isaiah Langer", "Patti Fernandez", "Lynne Robbins", "Diego Siciliani")


class EmulatorError(RuntimeError):
    """The Playground did not start; the text says why."""


@dataclass(frozen=True)
class Emulator:
    """A running Playground."""

    address: str
    process: subprocess.Popen[bytes]
    folder: Path

    def log(self) -> str:
        """The output of the Playground; faults of its configuration stand nowhere else."""
        file = self.folder / "devTools/m365agentsplayground.log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def config(self) -> dict[str, Any]:
        """The people, chats and team it plays; OSError while it is not up."""
        with urllib.request.urlopen(f"{self.address}/_internal/v1/config", timeout=5) as answer:  # noqa: S310
            config: dict[str, Any] = json.load(answer)["config"]
        return config


def missing(node_folder: Path) -> str | None:
    """The program or file that has to be there first; None where nothing is missing."""
    if shutil.which("node") is None:
        return "Node is missing: install Node 20 or newer, then run make again"
    if not (node_folder / _PROGRAM).exists():
        return "the Agents Playground is missing: `make setup` gets it"
    return None


def free_port(wanted: int = 0) -> int:
    """This port where it is free, else any other."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return free_port()
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def emulator(
    node_folder: Path, endpoint: str, *, port: int = 0, environment: Mapping[str, str] | None = None
) -> Iterator[Emulator]:
    """Play Teams for the bot that listens at the endpoint, as long as the block runs.

    The client's time zone is TZ, its locale always en-US. EmulatorError where it does not start.
    """
    at = free_port(port)
    address = f"http://127.0.0.1:{at}"
    with tempfile.TemporaryDirectory(prefix="ssat-playground-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / ".m365agentsplayground.yml").write_text(json.dumps(_document()), encoding="utf-8")
        command = ["node", "--require", str(node_folder / "loopback.cjs"), str(node_folder / _PROGRAM)]
        command += ["--app-endpoint", endpoint, "--channel-id", "msteams", "--port", str(at)]
        command += ["--service-url", f"{address}/_connector", "--disable-telemetry"]
        # A session of its own: Ctrl-C reaches the one who started it, who then ends it in order.
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=folder,
            env={**os.environ, **(environment or {}), "PATH": _path_without_browser(folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            playing = Emulator(address, process, folder)
            _wait(playing)
            yield playing
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a program: asked first, then made to."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(playing: Emulator) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and playing.process.poll() is None:
        try:
            playing.config()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise EmulatorError(f"the Agents Playground did not start: {playing.log()[-1500:].strip()}")


def _path_without_browser(folder: Path) -> str:
    """A PATH whose xdg-open does nothing: the address is printed, and nobody may be at the screen."""
    stand_in = folder / "bin/xdg-open"
    stand_in.parent.mkdir()
    stand_in.write_text("#!/bin/sh\n", encoding="utf-8")
    stand_in.chmod(0o755)
    return f"{stand_in.parent}{os.pathsep}{os.environ.get('PATH', '')}"


def _document() -> dict[str, Any]:
    """Its configuration file: it wants exactly five others, and one channel beside General."""
    return {
        "version": "0.1.1",
        "tenantId": _TENANT,
        "bot": {"id": "00000000-0000-0000-0000-000000000011", "name": "ssat-bot"},
        "currentUser": _person(0, "Megan Bowen"),
        "users": [_person(number, name) for number, name in enumerate(_OTHERS, 1)],
        "personalChat": {"id": "personal-chat"},
        "groupChat": {"id": "group-chat", "name": "Group chat"},
        "team": {
            "id": "team",
            "name": "Contoso",
            "aadGroupId": "00000000-0000-0000-0000-000000000031",
            "channels": [{"id": "channel-workshop", "name": "Workshop"}],
        },
    }


def _person(number: int, name: str) -> dict[str, str]:
    given, _, family = name.partition(" ")
    mail = f"{given}.{family}@example.com".lower()
    return {
        "id": f"user-{number}",
        "name": name,
        "userPrincipleName": mail,
        "email": mail,
        "givenName": given,
        "surname": family,
        "aadObjectId": f"00000000-0000-0000-0000-0000000000{20 + number}",
    }
