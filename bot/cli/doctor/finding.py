"""A finding of the doctor: one line about one thing that was tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_WIDTH = 9


@dataclass(frozen=True, slots=True)
class Finding:
    """`about` what, `how` it stands, and in `says` what was seen and, where that is bad, what to do."""

    about: str
    says: str
    how: Literal["ok", "warning", "FAIL", "not tried"] = "ok"

    @property
    def fails(self) -> bool:
        """True where the service would not work."""
        return self.how == "FAIL"

    def line(self) -> str:
        """The finding in one line."""
        return f"{self.how:<{_WIDTH}} {self.about}: {' '.join(self.says.split())}"
