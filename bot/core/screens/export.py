"""The files that an FM can take from a workshop, in every format."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.papers.files import FileKind
from bot.core.parts import UNSAID, Button, Said, Stamp
from bot.core.reading.viewer import Viewer
from bot.core.screens.left_out import is_left_out

_GROUPS: tuple[tuple[str, tuple[FileKind, ...]], ...] = (
    ("minutes", (FileKind.MINUTES_DOCX, FileKind.MINUTES_MD)),
    ("record", (FileKind.RECORD_XLSX, FileKind.RECORD_MD)),
    ("calendar", (FileKind.CALENDAR_ICS,)),
    ("data", (FileKind.DATA_XLSX, FileKind.DATA_JSON, FileKind.DATA_CSV)),
    ("portfolio", (FileKind.PORTFOLIO_XLSX,)),
)
_BESIDE = (FileKind.MINUTES_MD, FileKind.RECORD_MD, FileKind.DATA_JSON, FileKind.DATA_CSV)
"""Forms that few want: they stand in the menu."""


@dataclass(frozen=True, slots=True)
class ExportScreen:
    """`groups` are (what it is: texts export.<what>.title and .about, the presses that bring it). `asked` is
    the name of the file that was asked for last; `files` says whether files can be sent here."""

    stamp: Stamp
    customer: Said
    groups: tuple[tuple[str, tuple[Button, ...]], ...]
    files: bool
    asked: Said = UNSAID
    buttons: tuple[Button, ...] = ()


def export_screen(viewer: Viewer, *, files: bool, asked: Said = UNSAID) -> ExportScreen:
    """The files of one workshop, and the one over all."""
    groups = tuple(
        (
            what,
            tuple(
                Button(
                    "take",
                    (("file", kind.value),),
                    label=kind.extension,
                    primary=kind is FileKind.MINUTES_DOCX,
                    overflow=kind in _BESIDE,
                )
                for kind in kinds
            ),
        )
        for what, kinds in _GROUPS
        if not is_left_out(viewer.book, what)
    )
    customer = Said(viewer.engagement.setup.customer)
    return ExportScreen(viewer.stamp(), customer, groups, files, asked, (Button("minutes"),))
