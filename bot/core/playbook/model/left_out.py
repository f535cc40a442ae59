"""The sections that a playbook may leave out, as they stand where it does: empty, so that nothing follows."""

from __future__ import annotations

from bot.core.playbook.model.base import Named
from bot.core.playbook.model.offers import Discussions, Enterprise, ExpertRequest, SuccessReview, Why
from bot.core.playbook.model.page import Page


def no_page() -> Page:
    """A page without any line."""
    return Page(
        title={}, phase={}, owner="", overview={}, goals=[], methods=[], key_inputs=[], outcomes=[],
        uncategorised={},
    )  # fmt: skip


def no_discussions() -> Discussions:
    """Discussions of which nobody can have one."""
    nothing = Why(text={}, request="")
    return Discussions(
        roles=[],
        talks=[],
        why_wanted=nothing,
        why_licensed=nothing,
        general=Named(id="general", name={}),
        request=ExpertRequest(subject="", lines=[]),
    )


def no_review() -> SuccessReview:
    """A review that is never due."""
    return SuccessReview(active_percent=100, enabled_users=1, small_under=1, people="")


def no_enterprise() -> Enterprise:
    """An offering that nobody takes part in."""
    return Enterprise(licences_over=0, redirect={})
