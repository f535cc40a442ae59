"""The FM's own view (`Lead`): everything that there is to lead now, as sentences and buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.checkins.series import HELD_IN
from bot.core.meeting.steps import live_ask
from bot.core.minutes.content import Standpoint, stands
from bot.core.parts import Button
from bot.core.problems import Fault
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem
from bot.core.screens.left_out import offered
from bot.core.screens.meeting.live import live_lines
from bot.core.screens.metrics.metrics import review_news
from bot.core.screens.questions.settle import disputed_titles, disputes, settle_button
from bot.core.screens.workshop.closing import last_buttons, last_lines
from bot.core.screens.workshop.heard import heard_lines
from bot.core.screens.workshop.next_steps import value_buttons
from bot.core.screens.workshop.waiting import can_remind, open_lines, recall_lines
from bot.core.talks.steps import open_offers


def lead_form(viewer: Viewer, faults: Sequence[Fault] = ()) -> FormScreen:
    """The FM's view with the actions possible now; the first one to take has the main button."""
    engagement, words = viewer.engagement, viewer.words
    disputed = disputes(viewer)
    lines = [words("lead.disputes", titles=", ".join(disputed_titles(viewer)))] if disputed else []
    if stands(viewer.picture) is Standpoint.CHANGED:
        lines.append(words("lead.minutes_changed"))
    lines += review_news(viewer)
    undecided = open_offers(viewer.picture)
    lines += [words("lead.offers", count=len(undecided))] if undecided else []
    lines += last_lines(viewer)
    wishes = heard_lines(viewer)
    live = live_ask(viewer.picture)
    if live is not None:
        lines = [*live_lines(viewer, live), *lines]
    taken = bool(engagement.live or disputed)
    asked = (Button("my_questions", primary=not taken),) if wishes or viewer.picture.asks.early else ()
    buttons = (
        *_meeting(viewer),
        *asked,
        *_phase(viewer, undecided=bool(undecided), taken=bool(taken or asked)),
    )
    lines += [*open_lines(viewer), *recall_lines(viewer)]
    problem = form_problem(faults, words)
    return FormScreen("lead", viewer.stamp(), (), buttons, lines=tuple(lines), known=wishes, problem=problem)


def _meeting(viewer: Viewer) -> list[Button]:
    """The buttons for the question that stands in the thread, and for answers that differ."""
    found: list[Button] = []
    live = viewer.engagement.live
    if live is not None:
        following = Button("live_next", (("item", live.ask),), primary=True)
        found += [following, Button("live_state"), Button("live_stop")]
    return [*found, *settle_button(viewer, primary=not live)]


def _phase(viewer: Viewer, *, undecided: bool, taken: bool) -> list[Button]:
    """All other buttons, those that the workshop needs now first, the rest in the menu: before all is
    answered the meeting and the setup, then the end, then the papers. `taken`: the main button is given."""
    engagement, finished = viewer.engagement, viewer.picture.finished
    live, over = engagement.live is not None, engagement.status == "completed"
    held, running = engagement.status in HELD_IN, engagement.status == "running"
    ending = over or (running and finished)
    to_issue = stands(viewer.picture) in (Standpoint.NONE, Standpoint.CHANGED)
    meets = running and not finished and not taken and engagement.setup.pace == "live"
    alone = not any(one.roles for key, one in engagement.people.items() if key != engagement.fm)
    invites = running and not finished and not taken and not meets and alone and not engagement.invitations
    hand_over = (("form", "hand_over"),)
    wanted: list[tuple[bool, Button, bool]] = [
        (running and not live and not finished, Button("live_start", primary=meets), True),
        (running and not finished, Button("invite", primary=invites), not live),
        (can_remind(viewer), Button("remind"), not live),
        (running and finished, Button("completing", primary=not taken), True),
        (
            not over and not ending,
            Button("setup", label="edit_setup", primary=not (taken or meets or invites)),
            True,
        ),
        (held and not ending, Button("check_in"), not live),
        (held, Button("minutes", primary=over and to_issue), ending),
        (held, Button("record", primary=over and not to_issue), ending),
        (held, Button("tasks"), over),
        (held and ending, Button("check_in"), True),
        *(
            (True, one, undecided and one.action == "offers")
            for one in (() if live else value_buttons(viewer))
        ),
        (running and finished, Button("setup", label="edit_setup"), True),
        (running, Button("key_inputs"), False),
        (running and not live and finished, Button("live_start"), False),
        (running and not finished, Button("completing"), False),
        *((True, one, False) for one in last_buttons(viewer)),
        (over, Button("reopen"), False),
        (True, Button("form", hand_over, label="hand_over"), engagement.status == "setup"),
        (True, Button("later", label="back_to_workshop"), False),
    ]
    found = [replace(one, overflow=not seen) for there, one, seen in wanted if there]
    return list(offered(viewer.book, found))
