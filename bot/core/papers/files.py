"""The files that people can take: what each is called, and from what it is made."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum

from bot.core.texts import Words

_LONGEST_CUSTOMER = 60
_UNFIT = re.compile(r"[^\w .,()&+-]+")


class FileKind(StrEnum):
    """A file; what follows the last underline is how its name ends."""

    MINUTES_DOCX = "minutes_docx"
    MINUTES_MD = "minutes_md"
    RECORD_XLSX = "record_xlsx"
    RECORD_MD = "record_md"
    CALENDAR_ICS = "calendar_ics"
    DATA_XLSX = "data_xlsx"
    DATA_JSON = "data_json"
    DATA_CSV = "data_csv"
    PORTFOLIO_XLSX = "portfolio_xlsx"
    PERSON_JSON = "person_json"

    @property
    def extension(self) -> str:
        return self.rpartition("_")[2]

    @property
    def about(self) -> str:
        """The subject of the file, whatever its form: the part before that underline."""
        return self.rpartition("_")[0]

    @property
    def of_all(self) -> bool:
        """True when it is about all workshops of whoever takes it, not one."""
        return self in (FileKind.PORTFOLIO_XLSX, FileKind.PERSON_JSON)


def file_name(kind: FileKind, customer: str, words: Words, now: datetime) -> str:
    """A name that every system takes: kind of document, customer, day."""
    whom = "" if kind.of_all else " ".join(_UNFIT.sub(" ", customer).split())[:_LONGEST_CUSTOMER].strip(" .")
    parts = (words(f"file.{kind.about}"), whom, now.date().isoformat())
    return f"{' '.join(part for part in parts if part)}.{kind.extension}"
