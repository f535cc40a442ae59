"""What the service does not import when it starts: it is imported where it is needed first."""

from __future__ import annotations

import subprocess
import sys

LATER = {
    "azure.core": "a store or a credential of Azure",
    "azure.data.tables": "a store in Azure",
    "azure.identity": "a credential of Azure",
    "docx": "minutes as a document",
    "icalendar": "a calendar file",
    "opentelemetry": "traces",
    "prometheus_client": "numbers",
    "rapidfuzz": "typed words",
    "xlsxwriter": "a record sheet",
    "dateparser": "a typed day",
    "requests": "the SDK's own network",
}
"""Packages, each with what needs it."""
_STARTED = """
import sys
import bot.app
from bot.cli.opened import opened_book
opened_book()
print(*sys.modules)
"""


def test_what_no_first_turn_needs_is_not_imported_when_the_service_starts(tmp_path: object) -> None:
    environment = {"MicrosoftAppId": "", "SSAT_STORE": f"sqlite:///{tmp_path}/answers.db"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _STARTED], capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    assert "bot.teams.turn.turns" in imported
    assert not imported & LATER.keys()
