"""Talks on services: what brings them, what answers say of them already, who decides, and the request."""

from __future__ import annotations

import pytest

from bot.core.answers.events import AskLast, Say
from bot.core.engagement import Person
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.effects import PostSummary
from bot.core.screens.talks.forms import request_screen, talk_form
from bot.core.screens.talks.talks import talk_screen, talks_screen
from bot.core.talks.effects import OfferTalks
from bot.core.talks.events import DecideTalk, TalkAct
from bot.core.talks.request import expert_request
from bot.core.talks.talks import Talk, announce, find_talk, may_decide, talks_of
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop, running

DEVICES = ["outlook_mobile", "entra", "intune"]


def offers(workshop: Workshop) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {one.id: (one.status, one.whys) for one in talks_of(workshop.picture)}


def answers(workshop: Workshop, person: Person, question: str, raw: dict[str, str]) -> None:
    step = workshop.happens(Say(person, question, None, "answer", raw, workshop.engagement.revision))
    assert step.faults == ()


def talk(workshop: Workshop, key: str) -> Talk:
    found = find_talk(workshop.picture, key)
    assert found is not None, key
    return found


@pytest.mark.parametrize(
    ("setup", "expected"),
    [
        ({"services": "exchange"}, DEVICES),
        ({"services": "exchange,intune"}, ["outlook_mobile", "entra"]),
        ({"services": "exchange", "in_use": "intune,entra"}, ["outlook_mobile"]),
        ({"services": "teams", "in_use": "exchange"}, DEVICES),
        ({"services": "teams"}, []),
    ],
)
def test_exchange_brings_what_goes_with_it_on_devices_but_what_they_have(
    book: Book, setup: dict[str, str], expected: list[str]
) -> None:
    found = offers(running(book, **setup))
    assert [key for key, (_, whys) in found.items() if "exchange_devices" in whys] == expected


@pytest.mark.parametrize(
    ("question", "raw", "brings"),
    [
        ("EX1", {"where": "own_server"}, True),
        ("EX1", {"where": "cloud"}, False),
        ("EX2", {"apps": "outlook", "afterwards": "outlook_all"}, True),
        ("EX2", {"apps": "nothing", "afterwards": "outlook_all"}, False),
    ],
)
def test_mailboxes_that_move_or_are_read_on_phones_bring_the_same(
    book: Book, question: str, raw: dict[str, str], brings: bool
) -> None:
    workshop = running(book, services="outlook_mobile", depth="full")
    answers(workshop, IT, question, raw)
    assert list(offers(workshop)) == (["entra", "intune"] if brings else [])


def test_what_is_licensed_and_not_in_scope_is_offered_unless_they_decided_against_it(book: Book) -> None:
    workshop = running(book, services="teams", licensed="teams,sharepoint,onedrive", depth="full")
    assert offers(workshop) == {key: ("offered", ("licensed",)) for key in ("onedrive", "sharepoint")}
    workshop.says(FM, "D2", now="teams", later="onedrive", rest="declined", reason="no_need")
    assert list(offers(workshop)) == ["onedrive"]


def test_what_the_team_wants_to_know_more_about_comes_first_and_is_accepted_where_a_talk_is_wanted(
    book: Book,
) -> None:
    workshop = running(book, services="exchange,teams", licensed="exchange,teams,sharepoint")
    workshop.happens(AskLast(FM))
    closing = {"rhythm": "weekly", "tool": "meeting", "effort": "light", "project_plan": "yes"}
    answers(workshop, LEAD, "CL", {**closing, "gaps": "sharepoint,teams", "confirm": "confirmed"})
    assert list(offers(workshop).items())[:2] == [
        ("sharepoint", ("offered", ("wanted", "licensed"))),
        ("teams", ("offered", ("wanted",))),
    ]
    answers(workshop, LEAD, "CL", {**closing, "gaps": "teams", "offer": "sme_talk", "confirm": "confirmed"})
    one = talk(workshop, "teams")
    assert (one.status, one.talks, one.by, one.day) == ("accepted", ("sme_talk",), LEAD.key, None)


def test_a_talk_that_is_wanted_without_a_service_is_a_talk_about_open_questions(book: Book) -> None:
    workshop = running(book, services="teams")
    workshop.happens(AskLast(FM))
    closing = {"rhythm": "weekly", "tool": "meeting", "effort": "light", "project_plan": "yes"}
    answers(workshop, LEAD, "CL", {**closing, "offer": "business_value_workshop", "confirm": "confirmed"})
    assert offers(workshop) == {"general": ("accepted", ("wanted",))}
    answers(workshop, LEAD, "CL", {**closing, "topic": "Barrierefreiheit", "confirm": "confirmed"})
    one = talk(workshop, "general")
    assert (one.status, one.topic) == ("offered", "Barrierefreiheit")
    assert talk_screen(workshop.viewer(LEAD), one).line.topic == "Barrierefreiheit"


@pytest.mark.parametrize(
    ("wish", "stands", "day"),
    [("wanted", "accepted", "2026-07-01"), ("held", "held", None), ("not_needed", "declined", None)],
)
def test_nobody_is_asked_again_what_an_answer_settled(
    book: Book, wish: str, stands: str, day: str | None
) -> None:
    workshop = running(book, services="sharepoint", depth="full")
    answers(workshop, LEAD, "SP4", {"wish": wish, "day": day or ""})
    one = talk(workshop, "sharepoint")
    assert (one.status, one.day, one.by) == (stands, day, LEAD.key)


@pytest.mark.parametrize(("person", "may"), [(FM, True), (LEAD, True), (SPONSOR, True), (IT, False)])
def test_the_customer_decides_through_its_lead_or_sponsor_and_the_fm_records_it(
    book: Book, person: Person, may: bool
) -> None:
    workshop = running(book, services="exchange")
    assert may_decide(book, workshop.engagement, person) is may
    step = workshop.happens(DecideTalk(person, "intune", "accept", {"talks": "sme_talk"}))
    assert [fault.problem for fault in step.faults] == ([] if may else [Problem.NOT_YOUR_OFFER])
    assert bool(talk_screen(workshop.viewer(person), talk(workshop, "intune")).deciders) is not may


def test_a_decision_says_who_and_when_and_the_same_again_changes_nothing(book: Book) -> None:
    workshop = running(book, services="exchange")
    accept = DecideTalk(LEAD, "intune", "accept", {"talks": "sme_talk", "day": "2026-07-01"})
    step = workshop.happens(accept)
    one = talk(workshop, "intune")
    assert (one.status, one.talks, one.day, one.by, one.at) == (
        "accepted",
        ("sme_talk",),
        "2026-07-01",
        LEAD.key,
        "2026-06-10T09:00:00Z",
    )
    assert [record.what for record in step.records if hasattr(record, "what")] == ["talk_accept"]
    before = workshop.engagement
    assert workshop.happens(accept).engagement is before
    workshop.happens(DecideTalk(LEAD, "intune", "decline", {"why_not": "budget", "because": "Erst 2027."}))
    one = talk(workshop, "intune")
    assert (one.status, one.day, one.reason, one.because) == ("declined", None, "budget", "Erst 2027.")


@pytest.mark.parametrize(
    ("by", "act", "raw", "fault"),
    [
        (LEAD, "accept", {}, Fault(Problem.REQUIRED, "talks")),
        (LEAD, "accept", {"talks": "tea"}, Fault(Problem.UNKNOWN_CHOICE, "talks")),
        (LEAD, "accept", {"talks": "sme_talk", "day": "2026-06-09"}, Fault(Problem.DATE_IN_PAST, "day")),
        (LEAD, "decline", {"because": "so"}, Fault(Problem.REQUIRED, "why_not")),
        (FM, "held", {"day": "2026-06-11"}, Fault(Problem.DATE_IN_FUTURE, "day")),
        (LEAD, "held", {"day": "2026-06-10"}, Fault(Problem.NOT_YOUR_OFFER)),
        (FM, "requested", {}, Fault(Problem.OLD_CARD)),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_changes_nothing(
    book: Book, by: Person, act: TalkAct, raw: dict[str, str], fault: Fault
) -> None:
    workshop = running(book, services="exchange")
    before = workshop.engagement
    step = workshop.happens(DecideTalk(by, "intune", act, raw))
    assert step.faults == (fault,)
    assert workshop.engagement is before


def test_what_is_not_offered_cannot_be_decided(book: Book) -> None:
    workshop = running(book, services="teams")
    step = workshop.happens(DecideTalk(LEAD, "intune", "accept", {"talks": "sme_talk"}))
    assert step.faults == (Fault(Problem.NOT_OFFERED),)


def test_a_decision_stays_when_its_offer_goes(book: Book) -> None:
    workshop = running(book, services="exchange")
    workshop.happens(DecideTalk(LEAD, "intune", "accept", {"talks": "sme_talk"}))
    workshop.is_set_up(services="teams")
    assert offers(workshop) == {"intune": ("accepted", ())}


def test_the_thread_hears_of_a_talk_once_and_not_beside_the_summary(book: Book) -> None:
    workshop = running(book, services="outlook_mobile", depth="full")
    step = workshop.says(IT, "EX1", where="own_server")
    told = [effect for effect in step.effects if isinstance(effect, OfferTalks)]
    assert told == [OfferTalks(("entra", "intune"))]
    assert workshop.engagement.offered == ["entra", "intune"]
    again = workshop.says(IT, "EX2", apps="outlook", afterwards="outlook_all")
    assert not any(isinstance(effect, OfferTalks) for effect in again.effects)
    fresh = running(book, services="exchange")
    after, effects = announce(fresh.picture, fresh.engagement, "CL", (PostSummary(),))
    assert (after.offered, effects) == (DEVICES, ())


def test_an_answer_that_has_nothing_to_do_with_talks_brings_none(book: Book) -> None:
    workshop = running(book, services="exchange")
    step = workshop.says(LEAD, "SZ4", people="400", without_pc="none")
    assert not any(isinstance(effect, OfferTalks) for effect in step.effects)


def test_the_request_is_filled_in_from_the_engagement_in_english_and_says_nothing_that_is_not_known(
    book: Book,
) -> None:
    workshop = running(book, services="exchange", licensed="exchange,intune", licences="2400", language="de")
    workshop.happens(
        DecideTalk(LEAD, "intune", "accept", {"talks": "business_value_workshop", "day": "2026-07-01"})
    )
    request = expert_request(workshop.picture, talk(workshop, "intune"))
    assert request.subject == "Business value discussion: Microsoft Intune for Contoso AG"
    assert request.text.splitlines() == [
        "Customer: Contoso AG",
        "Country: Germany",
        "Language: German",
        "Kind of talk: Business value discussion",
        "Topic: Microsoft Intune",
        "Why: Complements Exchange Online on phones and other devices. "
        "Licensed, and not part of this workshop.",
        "Preferred date: 1 Jul 2026",
        "Services in this workshop: Exchange Online",
        "Licensed services: Exchange Online, Microsoft Intune",
        "Licences: 2,400",
        "First users start: 1 Sep 2026",
        "Launch for all: 1 Dec 2026",
    ]


def test_the_request_and_its_links_are_for_the_fm_in_the_personal_chat_alone(book: Book) -> None:
    workshop = running(book, services="exchange")
    workshop.happens(DecideTalk(FM, "intune", "accept", {"talks": "sme_talk"}))
    one = talk(workshop, "intune")
    asks = {
        who: "expert_request" in [button.action for button in talk_screen(viewer, one).buttons]
        for who, viewer in {
            "the FM in the chat": workshop.viewer(FM, personal=True),
            "the FM in the channel": workshop.viewer(FM),
            "somebody else": workshop.viewer(LEAD, personal=True),
        }.items()
    }
    assert asks == {"the FM in the chat": True, "the FM in the channel": False, "somebody else": False}
    links = request_screen(workshop.viewer(FM, personal=True), one).links
    assert [link.key for link in links] == ["R21", "R22", "R35", "R23"]
    assert [link.key for link in request_screen(workshop.viewer(FM), one).links] == ["R23"]


def test_asking_for_an_expert_keeps_who_accepted(book: Book) -> None:
    workshop = running(book, services="exchange")
    workshop.happens(DecideTalk(LEAD, "intune", "accept", {"talks": "sme_talk"}))
    workshop.happens(DecideTalk(FM, "intune", "requested", {}))
    one = talk(workshop, "intune")
    assert (one.status, one.requested, one.by) == ("accepted", "2026-06-10", LEAD.key)


def test_the_customer_reads_no_jargon_and_the_form_shows_what_is_known(book: Book) -> None:
    workshop = running(book, services="exchange")
    workshop.happens(DecideTalk(LEAD, "intune", "accept", {"talks": "sme_talk", "day": "2026-07-01"}))
    screen = talks_screen(workshop.viewer(LEAD))
    shown = " ".join(f"{one.title} {one.good_for} {' '.join(one.whys)}" for one in screen.lines)
    assert "Firmendaten bleiben geschützt" in shown
    assert not any(word in shown for word in ("BVD", "SME", "FTOP"))
    form = talk_form(workshop.viewer(LEAD), talk(workshop, "intune"), "talk_accept")
    assert {one.id: one.value for one in form.inputs} == {"talks": "sme_talk", "day": "2026-07-01"}
