"""The choice among several playbooks: what the workshop is about, before it is set up."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.choose import ChooseScreen


def may_choose(viewer: Viewer) -> bool:
    """True while the workshop may still be about another playbook."""
    engagement = viewer.engagement
    return bool(viewer.book.siblings) and engagement.status == "setup" and not engagement.voices


def is_unchosen(viewer: Viewer) -> bool:
    """True where the FM has to choose first."""
    return may_choose(viewer) and not viewer.engagement.playbook


def playbooks_screen(viewer: Viewer) -> ChooseScreen:
    """Every playbook by its title, the one that counts now first to press."""
    standing = viewer.engagement.playbook or viewer.book.playbook.id
    options = tuple(
        (
            Said(say(one.title or {"": one.id or ""}, viewer.language)),
            Button("playbook", (("item", one.id or ""),), primary=one.id == standing),
        )
        for one in viewer.book.siblings
    )
    return ChooseScreen(
        "playbook", viewer.stamp(), options=options, buttons=(Button("later", label="cancel"),)
    )
