"""The verdicts of a question, a factor or a service."""

from enum import StrEnum


class Verdict(StrEnum):
    """The six verdicts of the workshop, in the order in which they are reported."""

    READY = "ready"
    ON_COURSE = "on_course"
    AT_RISK = "at_risk"
    GAP = "gap"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
