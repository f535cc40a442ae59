"""Processes of the bot without their second of imports: forked by one that has imported it.

`python -m tests.service.nursery` is that one, and says where it listens. Whoever connects sends what to run
and where its output goes, and hears the id of the process and, when it is over, its exit code. The nursery
ends with its standard input.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import select
import shutil
import signal
import socket
import sys
import tempfile
from typing import Any

_MOST = 1 << 20
_FILES = 3
"""Standard input, output and error."""

Asked = dict[str, Any]


def main() -> Asked:
    """Fork whatever is asked for. This returns in the forks alone: with what they shall be."""
    import bot.app
    import bot.store.azure.store  # noqa: F401

    # What was imported stays: a fork that looks for garbage would copy all of it by looking.
    gc.collect()
    gc.freeze()
    # What keeps a bot ends with it, and nobody asks how.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    folder = tempfile.mkdtemp()
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(f"{folder}/socket")
    listening.listen(100)
    print(f"{folder}/socket", flush=True)  # noqa: T201
    while sys.stdin not in select.select([listening, sys.stdin], [], [])[0]:
        asking, _ = listening.accept()
        if not os.fork():
            listening.close()
            return _kept(asking)
        asking.close()
    shutil.rmtree(folder)
    sys.exit()


def _kept(asking: socket.socket) -> Asked:
    """What is asked for, in the process that shall be it. The one that keeps it ends here, with it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    told, files, _, _ = socket.recv_fds(asking, _MOST, _FILES)
    if not files:
        os._exit(1)
    if born := os.fork():
        for file in files:
            os.close(file)
        asking.sendall(f"{born}\n".encode())
        _, how = os.waitpid(born, 0)
        asking.sendall(f"{os.waitstatus_to_exitcode(how)}\n".encode())
        os._exit(0)
    asking.close()
    for number, file in enumerate(files):
        os.dup2(file, number)
    asked: Asked = json.loads(told)
    return asked


def become(asked: Asked) -> None:
    """Be `python -m MODULE` with these arguments, in this folder, with this environment alone."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.argv[:] = [asked["module"], *asked["arguments"]]
    runpy.run_module(asked["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    become(main())
