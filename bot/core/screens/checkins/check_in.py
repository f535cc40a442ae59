"""The FM's views of the check-ins: the series as it is set, and the forms that set, move and pause it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.core.cadence import furthest_end
from bot.core.checkins.series import WEEKDAYS, calendar_of, is_paused, local_day, room_to_move, upcoming
from bot.core.checkins.steps import MOVED_DAY, NTHS, PAUSED_UNTIL, RHYTHMS, series_entries
from bot.core.engagement import CheckIn
from bot.core.parts import Button, Input, Option, Said
from bot.core.playbook.named import wished_rhythm
from bot.core.problems import Fault
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import appointment, day_text, name_of, weekday_text
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, problem_at
from bot.core.screens.notice import NoticeScreen

FORMS = ("check_in_set", "check_in_snooze", "check_in_pause")
"""The forms; the press that saves one has the same name."""
_USUAL_HOUR, _USUAL_DAY = 10, 1
_AFTER_LAUNCH = timedelta(weeks=4)
_WITHOUT_LAUNCH = timedelta(weeks=13)


def check_in_view(viewer: Viewer, did: str = "", faults: Sequence[Fault] = ()) -> FormScreen:
    """The series, with the buttons to change it; without one the form that sets it. `did` is the press that
    led here."""
    series = viewer.engagement.check_in
    if series is None:
        return series_form(viewer, faults=faults)
    words = viewer.words
    lines = [words(f"check_in.did.{did}")] if did else []
    if series.status == "off":
        lines.append(words("check_in.stopped"))
    else:
        lines += [*_how_it_stands(viewer, series), rhythm_sentence(viewer, series)]
    return FormScreen(
        "check_in",
        viewer.stamp(),
        (),
        _view_buttons(viewer, series),
        lines=tuple(lines),
        problem=form_problem(faults, words),
    )


def series_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form that sets the series: prefilled as it is set, else with a proposal for this workshop."""
    values = dict(sent) if sent is not None else _set_now(viewer) or _proposed(viewer)
    inputs = []
    for entry in series_entries():
        options = _options(viewer, entry.id)
        label = entry.id if entry.id == "time_zone" else f"check_in_{entry.id}"
        inputs.append(
            Input(
                entry.id,
                input_kind(entry.kind),
                viewer.words(f"field.{label}"),
                values.get(entry.id, ""),
                options,
                required=entry.required,
                expanded=0 < len(options) <= len(RHYTHMS),
                max_length=entry.limit if entry.kind == "text" else None,
                problem=problem_at(entry.id, faults, viewer.words),
            )
        )
    back = Button("lead", label="cancel") if viewer.engagement.check_in is None else _cancel()
    return _form(viewer, "check_in_set", tuple(inputs), back, faults)


def snooze_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form that moves the next check-in to another day."""
    series, due = viewer.engagement.check_in, upcoming(viewer.engagement.check_in)
    day = local_day(series, due).isoformat() if series and due else ""
    room = room_to_move(series, viewer.picture.now, calendar_of(viewer.engagement)) if series else None
    lines = [next_sentence(viewer)] if due else []
    if room is not None:
        first, last = (day_text(one.isoformat(), viewer.language) for one in room)
        lines.append(viewer.words("check_in.room", first=first, last=last))
    one = _day(viewer, MOVED_DAY, day, sent, faults)
    return _form(viewer, "check_in_snooze", (one,), _cancel(), faults, tuple(lines))


def pause_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form that pauses check-ins until a day."""
    series = viewer.engagement.check_in
    until = (series.paused_until or "") if series and is_paused(series, viewer.picture.now) else ""
    return _form(
        viewer, "check_in_pause", (_day(viewer, PAUSED_UNTIL, until, sent, faults),), _cancel(), faults
    )


def check_in_notice(viewer: Viewer) -> NoticeScreen:
    """The next check-in, as all in a channel may read it; the FM's own view is a press away, where it is not
    shown to somebody else alone."""
    fm = name_of(viewer.engagement, viewer.engagement.fm)
    series, due = viewer.engagement.check_in, upcoming(viewer.engagement.check_in)
    of_others = viewer.person is not None and not viewer.is_fm
    if series is None or series.status == "off":
        buttons = () if of_others else (Button("check_in", label="check_in_first", primary=True),)
        return NoticeScreen("check_in_none", viewer.stamp(), (("fm", fm),), buttons=buttons)
    if due is None:
        buttons = () if of_others else (Button("check_in", primary=True),)
        stands = Said(" ".join(_how_it_stands(viewer, series)))
        return NoticeScreen(
            "check_in_rests", viewer.stamp(), (("stands", stands), ("fm", fm)), buttons=buttons
        )
    said = appointment(due.isoformat(), viewer.language, series.cadence.time_zone)
    values = tuple((name, Said(text)) for name, text in said.items())
    buttons = () if of_others else (Button("check_in", primary=True),)
    return NoticeScreen("check_in_next", viewer.stamp(), (*values, ("fm", fm)), buttons=buttons)


def next_sentence(viewer: Viewer) -> str:
    """A sentence with the moment of the next check-in, empty where none follows."""
    series, due = viewer.engagement.check_in, upcoming(viewer.engagement.check_in)
    if series is None or due is None:
        return ""
    said = appointment(due.isoformat(), viewer.language, series.cadence.time_zone)
    return viewer.words("check_in.next", day=said["day"], time=said["time"], zone=said["zone"])


def series_sentence(viewer: Viewer) -> str:
    """The same, or that the check-ins rest, and why; empty where there are none."""
    series = viewer.engagement.check_in
    if series is None or series.status == "off":
        return ""
    return next_sentence(viewer) or " ".join(_how_it_stands(viewer, series))


def mute_notice(viewer: Viewer, *, muted: bool) -> NoticeScreen:
    """The notice that somebody gets no more reminders, or gets them again, with the button that undoes it."""
    other = Button("unmute") if muted else Button("mute")
    buttons = (Button("items", label="my_actions", primary=True), other)
    if muted:
        return NoticeScreen("muted", viewer.stamp(), buttons=buttons)
    return NoticeScreen("unmuted", viewer.stamp(), buttons=buttons)


def _how_it_stands(viewer: Viewer, series: CheckIn) -> list[str]:
    """The sentences on a pause and on the next check-in."""
    words, until = viewer.words, series.paused_until
    paused = is_paused(series, viewer.picture.now)
    if paused and until is None:
        return [words("check_in.resting")]
    rests = [words("check_in.paused", day=day_text(until, viewer.language))] if paused and until else []
    return [*rests, next_sentence(viewer) or words("check_in.over")]


def rhythm_sentence(viewer: Viewer, series: CheckIn) -> str:
    """The rhythm in one sentence: how often, on which weekday, at what hour of which zone, until when."""
    cadence = series.cadence
    return viewer.words(
        f"check_in.every.{cadence.rhythm}",
        nth=viewer.words(f"check_in.nth.{cadence.nth}"),
        weekday=weekday_text(cadence.weekday, viewer.language),
        hour=_hour_text(cadence.hour),
        zone=cadence.time_zone,
        until=day_text(cadence.until, viewer.language),
    )


def _view_buttons(viewer: Viewer, series: CheckIn) -> tuple[Button, ...]:
    """The buttons for the series now; one that runs has none as the main button."""
    lead = Button("lead", label="back_to_lead")
    paused = is_paused(series, viewer.picture.now)
    if series.status == "off" or (upcoming(series) is None and not paused):
        first = Button("check_in_change", (("form", "check_in_set"),), label="check_in_first", primary=True)
        return (first, lead)
    buttons = [Button("check_in_resume", primary=True)] if paused else []
    change = Button("check_in_change", (("form", "check_in_set"),), label="check_in_edit")
    buttons.append(change)
    room = room_to_move(series, viewer.picture.now, calendar_of(viewer.engagement))
    if not paused and room is not None and room[0] < room[1]:
        buttons.append(Button("check_in_change", (("form", "check_in_snooze"),), label="check_in_snooze"))
    pause = "check_in_longer" if paused else "check_in_pause"
    buttons.append(Button("check_in_change", (("form", "check_in_pause"),), label=pause))
    return (*buttons, lead, Button("check_in_stop", overflow=True))


def _form(
    viewer: Viewer,
    form: str,
    inputs: tuple[Input, ...],
    back: Button,
    faults: Sequence[Fault],
    lines: tuple[str, ...] = (),
) -> FormScreen:
    save = Button(form, label="save", primary=True, bare=False)
    problem = form_problem(faults, viewer.words)
    return FormScreen(form, viewer.stamp(), inputs, (save, back), lines=lines, problem=problem)


def _cancel() -> Button:
    return Button("check_in", label="cancel")


def _day(
    viewer: Viewer, name: str, value: str, sent: Mapping[str, str] | None, faults: Sequence[Fault]
) -> Input:
    return Input(
        name,
        "date",
        viewer.words(f"field.check_in_{name}"),
        value if sent is None else sent.get(name, ""),
        required=True,
        problem=problem_at(name, faults, viewer.words),
    )


def _set_now(viewer: Viewer) -> dict[str, str]:
    """The series as the values of its inputs; one that is over gets another end."""
    series = viewer.engagement.check_in
    if series is None:
        return {}
    cadence = series.cadence
    over = upcoming(series) is None
    return {
        "rhythm": cadence.rhythm,
        "nth": str(cadence.nth) if cadence.rhythm == "monthly" else "",
        "weekday": WEEKDAYS[cadence.weekday],
        "hour": str(cadence.hour),
        "time_zone": cadence.time_zone,
        "until": _proposed(viewer)["until"] if over else cadence.until,
    }


def _proposed(viewer: Viewer) -> dict[str, str]:
    """The rhythm that the team wished for, until four weeks after the launch."""
    wished, facts = viewer.picture.facts.value(wished_rhythm(viewer.book.playbook)), viewer.picture.facts
    launch = facts.day("launch")
    until = launch + _AFTER_LAUNCH if launch else facts.today
    if until <= facts.today + _AFTER_LAUNCH:
        until = facts.today + _WITHOUT_LAUNCH
    return {
        "rhythm": wished if isinstance(wished, str) and wished in RHYTHMS else "fortnightly",
        "weekday": WEEKDAYS[_USUAL_DAY],
        "hour": str(_USUAL_HOUR),
        "time_zone": viewer.engagement.setup.time_zone,
        "until": min(until, furthest_end(facts.today)).isoformat(),
    }


def _options(viewer: Viewer, name: str) -> tuple[Option, ...]:
    words = viewer.words
    match name:
        case "rhythm":
            return tuple(Option(one, words(f"option.{one}")) for one in RHYTHMS)
        case "nth":
            return tuple(Option(one, words(f"check_in.nth.{one}")) for one in NTHS)
        case "weekday":
            return tuple(
                Option(one, weekday_text(number, viewer.language)) for number, one in enumerate(WEEKDAYS)
            )
        case "hour":
            return tuple(Option(str(hour), _hour_text(hour)) for hour in range(24))
    return ()


def _hour_text(hour: int) -> str:
    return f"{hour:02}:00"
