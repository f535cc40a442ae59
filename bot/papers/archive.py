"""Office files are zip archives: packed so that the same content gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from shutil import copyfileobj
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)
_LONG = 2**31 - 1
"""Bytes from which the size of a file needs more room."""


def repacked(archive: bytes) -> bytes:
    """The same files, in the same order, without the moment at which they were packed."""
    target = BytesIO()
    repack(BytesIO(archive), target)
    return target.getvalue()


def repack(archive: IO[bytes], target: IO[bytes]) -> None:
    """The same from one file into another, a piece at a time."""
    with ZipFile(archive) as source, ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name in source.namelist():
            long = source.getinfo(name).file_size >= _LONG
            with source.open(name) as found, packed.open(entry(name), "w", force_zip64=long) as into:
                copyfileobj(found, into)


def entry(name: str) -> ZipInfo:
    """A file of an archive, of no moment and no system."""
    found = ZipInfo(name, LONG_AGO)
    found.compress_type = ZIP_DEFLATED
    found.create_system = 0
    return found
