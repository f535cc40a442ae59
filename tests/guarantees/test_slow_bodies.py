"""Guarantee 11: whoever sends slowly does not hold a connection for ever."""

from __future__ import annotations

from concurrent.futures import Future

from tests.guarantees.slow_senders import SENDERS, Outcome


def test_11_a_slow_body_is_closed_after_thirty_seconds_and_nobody_waits_for_it(
    slow_senders: Future[Outcome],
) -> None:
    outcome = slow_senders.result(timeout=90)
    status, waited = outcome.message
    assert status == 200
    assert waited < 10
    assert [line for line, _ in outcome.ends] == ["HTTP/1.1 408 Request Timeout"] * SENDERS
    assert all(29 < seconds < 40 for _, seconds in outcome.ends)
