"""Reading activities: what Teams and the Playground send, and any shape that nobody sends."""

from __future__ import annotations

from typing import Any

import pytest
from botbuilder.schema import Activity
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.engagement import Person
from bot.teams.inbound.incoming import Incoming, read_incoming, to_activity
from tests.fakes.activities import ADA, BOT, CHANNEL, installed, message, press, refresh, submit
from tests.fakes.settings import TENANT

URL = "https://smba.trafficmanager.net/emea/"
PERSON = Person(TENANT, ADA["aadObjectId"], "Ada")


def test_a_mention_in_a_channel() -> None:
    incoming = read_incoming(message(URL, "/resources  Teams   &amp; Outlook"))
    assert incoming == Incoming(
        kind="message",
        id="1700000000001",
        person=PERSON,
        tenant=TENANT,
        tenant_as_sent=TENANT,
        scope="channel",
        conversation=CHANNEL,
        thread="1699999999999",
        channel_id=CHANNEL,
        team_id=CHANNEL,
        service_url=URL,
        bot_id=BOT["id"],
        bot_name="ssat",
        teams_id="29:ada",
        locale="de-DE",
        time_zone="Europe/Berlin",
        country="DE",
        text="/resources Teams & Outlook",
        asked="/resources Teams & Outlook",
    )


def test_both_kinds_of_press_read_the_same() -> None:
    data = {"action": "answer", "revision": "3", "count": "4", "urgent": "true", "several": "a,b"}
    executed, submitted = read_incoming(press(URL, data)), read_incoming(submit(URL, data))
    assert executed.kind == submitted.kind == "press"
    assert executed.value == submitted.value == data
    assert (executed.is_invoke, submitted.is_invoke) == (True, False)
    assert executed.reply_to_id == submitted.reply_to_id == "1700000000000"


def test_what_a_client_asks_by_itself_is_no_press() -> None:
    asked = read_incoming(refresh(URL, {"action": "refresh", "workshop": 1, "revision": 7}))
    assert (asked.kind, asked.is_invoke, asked.reply_to_id) == ("refresh", True, "1700000000000")
    assert asked.value == {"action": "refresh", "workshop": 1, "revision": 7}
    acting = read_incoming(refresh(URL, {"action": "answer", "workshop": 1}))
    assert acting.kind == "refresh", "whatever the card says: nobody pressed"
    by_hand = read_incoming(press(URL, {"action": "refresh", "workshop": 1, "revision": 7}))
    assert by_hand.kind == "refresh", "Teams has a button for it beyond those whom the card names"


@pytest.mark.parametrize("named", ["iOS", "Android", "Windows", "Mac", "Web"])
def test_an_activity_names_its_client(named: str) -> None:
    assert read_incoming(refresh(URL, {}, named)).platform == named
    assert read_incoming(message(URL)).platform == ""


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        (installed(URL), "installed"),
        (installed(URL, "add-upgrade"), "other"),
        (installed(URL, "remove"), "removed"),
        ({"type": "conversationUpdate", "membersAdded": [{"id": "29:bo"}]}, "members"),
        ({"type": "conversationUpdate", "membersRemoved": [{"id": "29:bo"}]}, "members"),
        ({"type": "messageReaction"}, "other"),
        ({"type": "typing", "from": None, "recipient": None}, "other"),
        ({"type": "invoke", "name": "composeExtension/query", "value": {"x": 1}}, "other"),
    ],
)
def test_every_event_has_its_kind(changed: dict[str, Any], kind: str) -> None:
    assert read_incoming(message(URL) | changed).kind == kind


def test_the_bot_is_no_new_member() -> None:
    added = [BOT, {"id": "29:bo", "name": "Bo", "aadObjectId": "b0"}]
    incoming = read_incoming(message(URL, type="conversationUpdate", membersAdded=added))
    assert incoming.members_added == (Person(TENANT, "b0", "Bo"),)


@pytest.mark.parametrize(
    ("conversation", "scope"),
    [
        ({"id": "a:1", "conversationType": "personal"}, "personal"),
        ({"id": "19:x", "conversationType": "groupChat"}, "groupChat"),
        ({"id": "19:x", "conversationType": "channel"}, "channel"),
        ({"id": "19:x", "isGroup": True}, "groupChat"),
        ({"id": "1"}, "personal"),
    ],
)
def test_every_conversation_has_its_scope(conversation: dict[str, Any], scope: str) -> None:
    incoming = read_incoming(message(URL, conversation=conversation))
    assert (incoming.scope, incoming.thread, incoming.tenant) == (scope, None, TENANT)


def test_somebody_from_outside_keeps_their_tenant() -> None:
    incoming = read_incoming(message(URL) | {"from": ADA | {"tenantId": "home"}})
    assert incoming.person.key == f"home/{ADA['aadObjectId']}"
    assert incoming.tenant == TENANT


def test_somebody_without_an_object_id_has_the_one_of_teams() -> None:
    incoming = read_incoming(message(URL) | {"from": {"id": "29:x", "name": " B\u0000o\n "}})
    assert incoming.person == Person(TENANT, "29:x", "Bo")


def test_a_slash_command_is_targeted() -> None:
    assert read_incoming(message(URL, recipient=BOT | {"isTargeted": True})).targeted
    assert not read_incoming(message(URL)).targeted


def test_the_client_tells_what_the_activity_does_not() -> None:
    incoming = read_incoming(message(URL, locale="../../etc", localTimezone=None))
    assert (incoming.locale, incoming.time_zone) == ("de-DE", "Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<at>ssat</at> /ssat", "/ssat"),
        ("/ssat <at>ssat</at>", "/ssat"),
        ("<at>ssat</at>&nbsp;/ssat\u00a0now", "/ssat now"),
        ("<at>ssat</at> <at>Bo</at> does it", "Bo does it"),
        ("one \r\n  two\n\nthree", "one\ntwo\n\nthree"),
        ("a &lt; b &amp;lt; c AT&T", "a < b &lt; c AT&T"),
        ("nul\u0000less", "nulless"),
        ("  ", ""),
        ("x" * 30_000, "x" * 10_000),
    ],
)
def test_the_text_is_what_the_person_means(text: str, read: str) -> None:
    assert read_incoming(message(URL) | {"text": text}).text == read


MET = {"type": "mention", "mentioned": {"id": "29:bo", "name": "Bo"}, "text": "<at>Bo</at>"}


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("<at>ssat</at> /status", [{"type": "mention", "mentioned": BOT}]),
        ('<at id="0">ssat</at> /status', [{"type": "mention", "mentioned": BOT, "text": "<at>ssat</at>"}]),
        (
            "<at>Q&amp;A Bot</at> /status",
            [{"type": "mention", "mentioned": BOT | {"name": "Q&A Bot"}, "text": "<at>Q&A Bot</at>"}],
        ),
        ("<at>Bo</at> <at>ssat</at> /status", [MET, {"type": "mention", "mentioned": BOT}]),
        ("<at>ssat</at> /status <at>Bo</at>", [MET, {"type": "mention", "mentioned": BOT}]),
        ("&gt; what she said\r\n<at>ssat</at> /status", [{"type": "mention", "mentioned": BOT}]),
        (
            "<blockquote itemid=1><p>what she said</p></blockquote><at>ssat</at> /status",
            [{"type": "mention", "mentioned": BOT}],
        ),
    ],
    ids=["no text", "numbered", "ampersand", "after another", "before another", "quoted", "reply"],
)
def test_what_is_asked_has_nobodys_mention_and_nothing_quoted(text: str, entities: list[Any]) -> None:
    assert read_incoming(message(URL, entities=entities) | {"text": text}).asked == "/status"


def test_a_greater_sign_alone_is_no_quotation() -> None:
    assert read_incoming(message(URL) | {"text": "> 500"}).text == "> 500"


def test_only_what_is_not_the_text_once_more_is_attached() -> None:
    kinds = ("text/html", "messageReference", "image/png")
    read = [read_incoming(message(URL, attachments=[{"contentType": one}])).attached for one in kinds]
    assert read == [False, False, True]


def deep(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = {"x": value}
    return value


@pytest.mark.parametrize(
    "changed",
    [
        {"type": None},
        {"type": 5},
        {"type": "x" * 300},
        {"conversation": None},
        {"conversation": {}},
        {"conversation": {"id": 7}},
        {"conversation": []},
        {"id": None},
        {"id": ["x"]},
        {"id": "x" * 2_000},
        {"from": None},
        {"from": {"id": ""}},
        {"from": "29:ada"},
        {"entities": {"type": "mention"}},
        {"entities": [5]},
        {"text": ["x"]},
        {"value": "text"},
        {"value": [1]},
        {"value": {"x": "y" * 70_000}},
        {"value": deep(9)},
        {"channelData": []},
        {"channelData": {"tenant": "x"}},
        {"type": "invoke", "name": "adaptiveCard/action", "value": None},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": None}},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"data": "x"}}},
    ],
    ids=lambda one: str(one)[:60],
)
def test_a_wrong_shape_is_refused_without_repeating_it(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^(not an activity|a press|a message)") as refusal:
        read_incoming(message(URL) | changed)
    assert "yyy" not in str(refusal.value)


def test_a_value_of_eight_levels_is_read() -> None:
    assert read_incoming(submit(URL, deep(8))).value == deep(8)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = sorted(message(URL) | press(URL) | {"membersAdded": [], "action": ""})


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=4))
def test_any_value_anywhere_is_read_or_refused(changed: dict[str, Any]) -> None:
    payload = message(URL) | changed
    try:
        incoming = read_incoming(payload)
    except ValueError:
        return
    assert isinstance(incoming, Incoming)
    assert isinstance(to_activity(payload), Activity)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read = read_incoming(message(URL) | {"text": text}).text
    assert read == read.strip()
    assert "\x00" not in read


def test_the_sdk_gets_what_it_needs() -> None:
    activity = to_activity(message(URL))
    assert (activity.type, activity.text, activity.channel_id) == (
        "message",
        "<at>ssat</at> /ssat",
        "msteams",
    )
    assert activity.from_property.aad_object_id == ADA["aadObjectId"]
    assert activity.recipient.id == BOT["id"]
    assert activity.conversation.tenant_id == TENANT
    assert activity.channel_data["team"]["id"] == CHANNEL
    assert to_activity(press(URL, {"a": "1"})).value["action"]["data"] == {"a": "1"}


@pytest.mark.parametrize(
    "payload",
    [[], "x", {}, {"type": "message"}, {"type": 5}, message(URL) | {"text": 5}, message(URL) | {"from": 5}],
)
def test_the_sdk_gets_nothing_of_a_wrong_shape(payload: Any) -> None:
    with pytest.raises(ValueError, match=r" (is|has) "):
        to_activity(payload)
