"""A command of the bot as a process that the nursery forked: its output, its end."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_TRUSTED = "SSL_CERT_FILE"
_awake: list[subprocess.Popen[bytes]] = []


class Forked:
    """As an `asyncio.subprocess.Process`."""

    def __init__(self, pid: int, told: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._told = told
        self._line = line
        self._over = asyncio.create_task(self._ends())

    async def wait(self) -> int:
        """Its exit code, when it has ended."""
        return await asyncio.shield(self._over)

    def send_signal(self, how: signal.Signals) -> None:
        """Send it a signal, unless it has ended."""
        if self.returncode is None:
            # It may have ended, and word of it be on its way.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, how)

    def kill(self) -> None:
        """End it as a crash would."""
        self.send_signal(signal.SIGKILL)

    async def _ends(self) -> int:
        self.returncode = int(await self._told.readline())
        self._line.close()
        return self.returncode


async def forked(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    *,
    given: int | None = None,
    out: int | None = None,
    err: int | None = None,
    module: str = "bot",
) -> Forked:
    """`python -m MODULE ARGUMENTS` in a folder, with this environment alone. What it is `given` to read comes
    from an open file, and its output goes to others; where one is missing there is nothing."""
    asked = {
        "module": module,
        "arguments": list(arguments),
        "folder": str(folder),
        "environment": dict(environment),
    }
    asking = socket.socket(socket.AF_UNIX)
    asking.connect(_nursery(environment.get(_TRUSTED, "")))
    nothing = os.open(os.devnull, os.O_RDWR)
    files = [nothing if one is None else one for one in (given, out, err)]
    socket.send_fds(asking, [json.dumps(asked).encode()], files)
    os.close(nothing)
    told, line = await asyncio.open_unix_connection(sock=asking)
    return Forked(int(await told.readline()), told, line)


class Heard:
    """A pipe: `end` is for a process to write into, `text` what it wrote."""

    def __init__(self) -> None:
        self.reader = asyncio.StreamReader()
        self._reads, self.end = os.pipe()

    async def begins(self) -> None:
        """Nobody but the process writes any more: what it writes can be read, to its end."""
        os.close(self.end)
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(self.reader), os.fdopen(self._reads, "rb", buffering=0)
        )


class Typed:
    """A pipe: a process reads from `end` what is written here."""

    def __init__(self) -> None:
        self.end, self._writes = os.pipe()

    def begins(self) -> None:
        """Nobody but the process reads any more."""
        os.close(self.end)

    def write(self, text: str) -> None:
        """A few lines: as much as a pipe holds."""
        os.write(self._writes, text.encode())

    def ends(self) -> None:
        """Nothing more will come."""
        os.close(self._writes)


@functools.cache
def _nursery(trusted: str) -> str:
    """Where the nursery with these trusted certificates listens, which aiohttp reads when it is imported. It
    ends with this process, which holds the other end of its input."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.service.nursery"],
        cwd=_ROOT,
        env={**os.environ, **({_TRUSTED: trusted} if trusted else {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    _awake.append(process)
    assert process.stdout is not None
    return process.stdout.readline().decode().strip()
