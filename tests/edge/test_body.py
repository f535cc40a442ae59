"""A body as JSON: what is not an object is refused, whatever it is."""

from __future__ import annotations

import pytest

from bot.teams.inbound.body import BadBody, decode


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (rb'{"a":"\ud800"}', "\ufffd"),
        (rb'{"a":"\udc00x\ud83d\ude00"}', "\ufffdx\U0001f600"),
        (rb'{"a":"\\ud800 \ud83d"}', "\\ud800 \ufffd"),
        (rb'{"a":"\u0000"}', "\x00"),
    ],
)
def test_half_a_pair_is_replaced(raw: bytes, read: str) -> None:
    assert decode(raw) == {"a": read}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff",
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":NaN}',
        b'{"a":1e999}',
        b"[" * 90_000,
        b"[]",
        b"5",
        b"null",
    ],
)
def test_what_is_no_object_is_refused(raw: bytes) -> None:
    with pytest.raises(BadBody) as refusal:
        decode(raw)
    assert refusal.value.status == 400
