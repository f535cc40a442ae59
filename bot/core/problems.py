"""The problems of a person's press or message: each has its sentence in texts.yaml (problem.*)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Expected trouble, as a value."""

    REQUIRED = "required"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_FRACTION = "not_a_fraction"
    OUT_OF_RANGE = "out_of_range"
    NOT_ONE_NUMBER = "not_one_number"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    DATE_IN_PAST = "date_in_past"
    DATE_IN_FUTURE = "date_in_future"
    UNKNOWN_CHOICE = "unknown_choice"
    NOT_AN_ADDRESS = "not_an_address"
    NOBODY_CHOSEN = "nobody_chosen"
    TWO_PEOPLE = "two_people"
    SEVERAL_PEOPLE = "several_people"
    CHOOSE_ROLE_OF_FOUND = "choose_role_of_found"
    NOBODY_FOUND = "nobody_found"
    UNKNOWN_TIME_ZONE = "unknown_time_zone"
    UNKNOWN_STATE = "unknown_state"
    CHOOSE_STATE = "choose_state"
    WHICH_LANGUAGE = "which_language"
    UNKNOWN_LANGUAGE = "unknown_language"
    LAUNCH_BEFORE_PILOT = "launch_before_pilot"
    OLD_CARD = "old_card"
    NOT_ASKED = "not_asked"
    TOO_LATE_TO_UNDO = "too_late_to_undo"
    TOO_MANY_VOICES = "too_many_voices"
    WORKSHOP_FULL = "workshop_full"
    FM_ONLY = "fm_only"
    NO_FM = "no_fm"
    NOT_AN_FM = "not_an_fm"
    NOT_WHAT_YOU_TYPED = "not_what_you_typed"
    NOT_YOURS = "not_yours"
    NOT_YOUR_ITEM = "not_your_item"
    NOT_IN_PLAN = "not_in_plan"
    OWNER_LEFT = "owner_left"
    TOO_MANY_ITEMS = "too_many_items"
    MINUTES_CHANGED = "minutes_changed"
    MINUTES_ARE_THEIRS = "minutes_are_theirs"
    FILES_IN_PERSONAL_CHAT = "files_in_personal_chat"
    IN_PERSONAL_CHAT = "in_personal_chat"
    NOT_OFFERED = "not_offered"
    NOT_YOUR_OFFER = "not_your_offer"
    NO_SUCH_METRIC = "no_such_metric"
    NOTHING_ENTERED = "nothing_entered"
    SAME_AS_TODAY = "same_as_today"
    TOO_MANY_VALUES = "too_many_values"
    TASK_IS_THERE = "task_is_there"
    NO_SUCH_TASK = "no_such_task"
    TOO_MANY_TASKS = "too_many_tasks"
    NO_SUCH_MATERIAL = "no_such_material"
    SHOWN_IN_FUTURE = "shown_in_future"
    NOT_IN_RECORD = "not_in_record"
    FORECAST_ORDER = "forecast_order"
    NO_CHECK_IN = "no_check_in"
    SERIES_TOO_LONG = "series_too_long"
    SERIES_TOO_SHORT = "series_too_short"
    SNOOZE_OUTSIDE = "snooze_outside"
    DAY_OFF = "day_off"
    NOT_LATER_THAN_TODAY = "not_later_than_today"
    PAUSE_TOO_LONG = "pause_too_long"
    REMINDED_TODAY = "reminded_today"
    NOBODY_TO_REMIND = "nobody_to_remind"
    NOT_SET_UP = "not_set_up"
    SET_UP_FIRST = "set_up_first"
    NO_WORKSHOP = "no_workshop"
    NO_WORKSHOP_YET = "no_workshop_yet"
    NONE_OF_YOURS = "none_of_yours"
    NONE_WITH_YOU = "none_with_you"
    DISCARDED = "discarded"
    FILES_FOR_FM = "files_for_fm"
    WORKSHOP_FINISHED = "workshop_finished"
    NEWER_WORKSHOP = "newer_workshop"
    BAD_PRESS = "bad_press"
    STORE_DOWN = "store_down"
    UNEXPECTED = "unexpected"
    UNREADABLE = "unreadable"


FAULTS = frozenset({Problem.STORE_DOWN, Problem.UNEXPECTED, Problem.UNREADABLE})
"""Those that are nobody's doing. The log has a line on each: only they show the id by which it is found."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem, at a field where it belongs to one, with what its sentence needs."""

    problem: Problem
    field: str | None = None
    values: tuple[tuple[str, str], ...] = ()
