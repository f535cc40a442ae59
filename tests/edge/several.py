"""An FM of workshops in several group chats."""

from __future__ import annotations

from tests.world import Human

SETUP = {"services": "teams", "depth": "short", "launch": "2027-03-15", "answer_by": ""}


async def leads(fm: Human, customer: str, place: str, **setup: str) -> None:
    """The FM begins a workshop in a group chat and sets it up."""
    await fm.says("/ssat", place)
    await fm.does("lead")
    await fm.does("save_setup", {**SETUP, **setup, "customer": customer})
