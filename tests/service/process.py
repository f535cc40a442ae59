"""The bot as a process of its own: started, asked, killed, ended; and the other `ssat-bot` commands.

The nursery forks them: each start would else take a second of the processor to import the same once more.
They play the playbook of the tests, unless the settings name another one or are `AS_SHIPPED`.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.playbook_of_tests import PLAYS_IT
from tests.service.forked import Forked, Heard, Typed, forked

AS_SHIPPED = {"SSAT_PLAYBOOK": ""}
_ROOT = Path(__file__).parents[2]
_START_SECONDS = 30
_END_SECONDS = 10
_LISTENING = re.compile(r"listening on 127\.0\.0\.1:(\d+)")


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """These settings and nothing of this machine's; the bot is imported from the source tree."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), **settings}


class Bot:
    """`python -m bot serve` on a free port, in a folder without an .env. `said` is what it logged."""

    def __init__(self, settings: Mapping[str, str], folder: Path) -> None:
        self._settings = {"HOST": "127.0.0.1", "PORT": "0", **PLAYS_IT, **settings}
        self._folder = folder
        self.said: list[str] = []
        self.url = ""
        self._listens = asyncio.Event()
        self._spoke = asyncio.Event()
        self._process: Forked | None = None

    async def start(self) -> None:
        """Start it and wait until it listens; AssertionError with its log where it ends instead."""
        self._listens = asyncio.Event()
        said = Heard()
        self._process = await forked(["serve"], self._folder, environment(self._settings), err=said.end)
        await said.begins()
        self._reader = asyncio.create_task(self._read(said.reader))
        try:
            async with asyncio.timeout(_START_SECONDS):
                await self._listens.wait()
            assert self.url, "the bot ended:\n" + "\n".join(self.said)
        except BaseException:
            await self.kill()
            raise

    async def logs(self, words: str, least: int = 1, seconds: float = 20.0) -> list[str]:
        """The lines of its log that hold these words, so many at least, waited for."""
        async with asyncio.timeout(seconds):
            while len(found := [line for line in self.said if words in line]) < least:
                self._spoke.clear()
                await self._spoke.wait()
        return found

    async def kill(self) -> None:
        """End it as a crash would: nothing is finished or saved."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to end, as an operator does; its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        process = self._process
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(how)
        try:
            async with asyncio.timeout(_END_SECONDS):
                code = await process.wait()
                await self._reader
        finally:
            if process.returncode is None:
                process.kill()
        return code

    async def _read(self, errors: asyncio.StreamReader) -> None:
        self.url = ""
        async for raw in errors:
            line = raw.decode()
            self.said.append(line.rstrip())
            self._spoke.set()
            found = _LISTENING.search(line)
            if found:
                self.url = f"http://127.0.0.1:{found[1]}"
                self._listens.set()
        self._listens.set()


@dataclass(frozen=True)
class Ran:
    """A command that ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


async def run_command(folder: Path, settings: Mapping[str, str], *arguments: str, typed: str = "") -> Ran:
    """`python -m bot ARGUMENTS` in a folder without an .env, to its end; what was typed is piped into it."""
    out, err, given = Heard(), Heard(), Typed()
    process = await forked(
        arguments,
        folder,
        environment({**PLAYS_IT, **settings}),
        given=given.end,
        out=out.end,
        err=err.end,
    )
    given.begins()
    with contextlib.suppress(BrokenPipeError):
        given.write(typed)
    given.ends()
    await out.begins()
    await err.begins()
    try:
        async with asyncio.timeout(_START_SECONDS):
            said = await asyncio.gather(out.reader.read(), err.reader.read(), process.wait())
    finally:
        process.kill()
    return Ran(said[2], said[0].decode(), said[1].decode())
