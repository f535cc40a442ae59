"""Samples of the export card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.export import ExportScreen
from bot.core.screens.parts import Button, Said
from tests.cards.samples.parts import HOSTILE, STAMP


def _take(file: str, *, primary: bool = False, overflow: bool = False) -> Button:
    form = file.rpartition("_")[2]
    return Button("take", (("file", file),), label=form, primary=primary, overflow=overflow)


_WHOLE = ExportScreen(
    STAMP,
    Said("Contoso AG"),
    (
        ("minutes", (_take("minutes_docx", primary=True), _take("minutes_md", overflow=True))),
        ("record", (_take("record_xlsx"), _take("record_md", overflow=True))),
        ("calendar", (_take("calendar_ics"),)),
        (
            "data",
            (
                _take("data_xlsx"),
                _take("data_json", overflow=True),
                _take("data_csv", overflow=True),
            ),
        ),
        ("portfolio", (_take("portfolio_xlsx"),)),
    ),
    files=True,
    buttons=(Button("minutes"),),
)
SAMPLES = (
    ("whole", _WHOLE),
    ("asked", replace(_WHOLE, asked=Said("Protokoll Contoso AG 2026-11-23.docx"))),
    ("no_files", replace(_WHOLE, files=False, customer=Said(""))),
    ("hostile", replace(_WHOLE, customer=HOSTILE, asked=HOSTILE)),
)
