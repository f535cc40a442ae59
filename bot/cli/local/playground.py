"""`make run`: the service with the Agents Playground in front of it, on this machine alone.

    python -m bot.cli.local.playground FOLDER      FOLDER holds node_modules

Without Node the service runs alone.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from bot.cli.local.emulator import EmulatorError, emulator, free_port, missing, stop
from bot.cli.local.tried import tried_store

_START_SECONDS = 30
_GREETING = """
The bot runs, and the Agents Playground in front of it plays Teams:

    open    {address}
    choose  Contoso - General
    type    @ssat-bot /ssat        (pick ssat-bot from the list that @ opens, then press Post)

Ctrl-C stops both."""
_ALONE = """
The bot runs alone at {endpoint}: {reason}.
Ctrl-C stops it."""


def main(node_folder: Path) -> int:
    """Run both until somebody stops them, or one ends by itself or does not start (1)."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        store = tried_store(_say)
        _say("Starting the bot ...")
        with service(store) as (endpoint, bot):
            reason = missing(node_folder)
            if reason is not None:
                _say(_ALONE.format(endpoint=endpoint, reason=reason))
                return bot.wait()
            _say("Starting the Agents Playground, which takes up to half a minute ...")
            with emulator(node_folder.resolve(), endpoint, port=56150) as playing:
                _say(_GREETING.format(address=playing.address))
                return _until_one_ends(bot, playing.process)
    except KeyboardInterrupt:
        return 0
    except EmulatorError as trouble:
        print(trouble, file=sys.stderr)  # noqa: T201
        return 1


@contextmanager
def service(store: str | None = None) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The bot, without credentials and on loopback only; its endpoint and its process. Without a `store` it
    takes that of the settings."""
    port = free_port(int(os.environ.get("PORT", "3978")))
    bare = {"HOST": "127.0.0.1", "PORT": str(port), "MicrosoftAppId": "", "MicrosoftAppPassword": ""}
    bare |= {} if store is None else {"SSAT_STORE": store}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve"], env={**os.environ, **bare}, start_new_session=True
    )
    try:
        _wait(port, process)
        yield f"http://127.0.0.1:{port}/api/messages", process
    finally:
        stop(process)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise EmulatorError("the bot did not start")


def _until_one_ends(*processes: subprocess.Popen[bytes]) -> int:
    while all(process.poll() is None for process in processes):
        time.sleep(0.2)
    return 1


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
