"""Finds out whether a file lies on a network disk, where SQLite's locks and its log do not hold."""

from __future__ import annotations

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = re.compile(
    r"(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|lustre|glusterfs|davfs"
    r"|fuse\.(sshfs|smbnetfs|blobfuse2?|azure-files|s3fs|rclone|gcsfuse|goofys|glusterfs|ceph.*|davfs2?))"
)
_ESCAPED = re.compile(r"\\(\d{3})")
_UNC = ("\\\\", "//")


def network_disk(path: Path, mounts: Path | None = None) -> str:
    """The kind of network disk that the file lies on, or would; empty for a disk of this machine, and where
    the system does not tell."""
    place, mounts = path.absolute(), mounts or MOUNTS
    if str(place).startswith(_UNC) and not mounts.exists():
        return "a share of Windows"
    try:
        place = place.resolve()
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    kind = _kind_at(place, lines)
    return kind if _NETWORK.fullmatch(kind) else ""


def _kind_at(place: Path, lines: list[str]) -> str:
    """The kind of the file system that is mounted nearest above; of two at one place the later counts."""
    found, depth = "", -1
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        at = Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        if place.is_relative_to(at) and len(at.parts) >= depth:
            found, depth = after.split(" ")[0], len(at.parts)
    return found
