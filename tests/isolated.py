"""Runs a command where only this machine can be reached: `python -m tests.isolated COMMAND ...`.

The Playground and a browser look outside as soon as they start. On Linux the command gets a network namespace
of its own, with loopback and nothing else; elsewhere it runs as it is, and one line says so.
"""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
from pathlib import Path
from typing import NoReturn

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_SET_FLAGS = 0x8914
_UP_AND_RUNNING = 0x1 | 0x40


def leave_the_network() -> None:
    """Move this process into a network namespace with loopback only; OSError where that is refused."""
    user, group = os.getuid(), os.getgid()
    try:
        _unshare(_CLONE_NEWNET)
    except PermissionError:
        # Without root a user namespace gives the right to make one; people and files keep their owners in it.
        _unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    _loopback_up()


def _unshare(flags: int) -> None:
    # os.unshare came with Python 3.12.
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "unshare"):
        raise OSError("this system has no network namespaces")
    if library.unshare(flags) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _loopback_up() -> None:
    import fcntl

    request = struct.pack("16sH14x", b"lo", _UP_AND_RUNNING)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, request)


def main(command: list[str]) -> NoReturn:
    """Become the command."""
    try:
        leave_the_network()
    except OSError as trouble:
        print(f"Runs without a network namespace of its own ({trouble}).", file=sys.stderr)  # noqa: T201
    os.execvp(command[0], command)  # noqa: S606


if __name__ == "__main__":
    main(sys.argv[1:])
