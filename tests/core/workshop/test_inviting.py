"""The FM invites people: who gets which roles, who is mentioned, and where the invited begin."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.core.engagement import Participant, Person
from bot.core.people.effects import PostInvitation
from bot.core.people.events import Invite
from bot.core.people.invitations import invited_field, known_roles
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.effects import UpdateShared
from bot.core.screens.people.invitation import MOST_INVITED, invitation_screen
from bot.core.screens.people.invite import invite_form
from bot.core.step import Step
from bot.core.workshop.path_finder import Next, Place, next_for
from tests.core.workshops import FM, IT, LEAD, SPONSOR, Workshop


@pytest.fixture
def begun(book: Book) -> Workshop:
    """A workshop that was set up; nobody takes part yet."""
    workshop = Workshop(book)
    workshop.is_set_up()
    return workshop


def invite(workshop: Workshop, **roles: Person | tuple[Person, ...]) -> Step:
    """The FM saves the form with these people, and nobody else in it."""
    people = {role: who if isinstance(who, tuple) else (who,) for role, who in roles.items()}
    raw = {invited_field(role): ",".join(one.key for one in who) for role, who in people.items()}
    return workshop.happens(Invite(FM, raw))


def posted(step: Step) -> list[PostInvitation]:
    return [effect for effect in step.effects if isinstance(effect, PostInvitation)]


def roles_of(workshop: Workshop, one: Person) -> list[str]:
    return workshop.engagement.people[one.key].roles


def test_the_invited_have_their_roles_and_one_message_speaks_to_all_of_them(begun: Workshop) -> None:
    step = invite(begun, project_lead=LEAD, sponsor=(LEAD, SPONSOR))
    assert step.effects == (UpdateShared(), PostInvitation(1, (LEAD.key, SPONSOR.key)))
    assert (roles_of(begun, LEAD), roles_of(begun, SPONSOR)) == (["project_lead", "sponsor"], ["sponsor"])
    assert begun.engagement.people[SPONSOR.key].name == SPONSOR.name


def test_whoever_was_invited_is_asked_a_question_first(begun: Workshop) -> None:
    assert next_for(begun.picture, LEAD.key).place is Place.ROLES
    invite(begun, project_lead=LEAD)
    assert next_for(begun.picture, LEAD.key) == Next(Place.ROOM, begun.picture.queue(LEAD.key)[0])


def test_whoever_was_handed_a_question_begins_with_it_and_says_their_role_afterwards(begun: Workshop) -> None:
    begun.says(FM, "TR1", "handed", handed_to=IT.key)
    assert next_for(begun.picture, IT.key) == Next(Place.ROOM, begun.picture.find("TR1", None))
    begun.says(IT, "TR1", "not_applicable", because="Entfällt")
    assert next_for(begun.picture, IT.key).place is Place.ROLES


def test_without_anybody_chosen_the_message_comes_once(begun: Workshop) -> None:
    assert posted(invite(begun)) == [PostInvitation(1)]
    before = begun.engagement
    assert invite(begun) == Step(before)


def test_a_second_invitation_speaks_to_the_new_ones_and_to_those_with_other_roles(begun: Workshop) -> None:
    invite(begun, project_lead=LEAD, sponsor=SPONSOR)
    step = invite(begun, project_lead=LEAD, sponsor=SPONSOR, communication=SPONSOR, it=IT)
    assert posted(step) == [PostInvitation(2, (SPONSOR.key, IT.key))]
    before = begun.engagement
    assert invite(begun, project_lead=LEAD, sponsor=SPONSOR, communication=SPONSOR, it=IT) == Step(before)


def test_a_role_that_somebody_took_stays_and_one_that_the_fm_gave_can_be_taken_back(begun: Workshop) -> None:
    begun.joins(IT, "it")
    invite(begun, training=(IT, SPONSOR))
    assert roles_of(begun, IT) == ["training", "it"]
    step = invite(begun)
    assert (roles_of(begun, IT), roles_of(begun, SPONSOR), posted(step)) == (["it"], [], [])


def test_what_the_invited_say_themselves_counts_from_then_on(begun: Workshop) -> None:
    invite(begun, training=SPONSOR)
    begun.joins(SPONSOR, "sponsor")
    invite(begun)
    assert roles_of(begun, SPONSOR) == ["sponsor"]


def test_the_fm_who_takes_a_role_is_not_mentioned_to_themself(begun: Workshop) -> None:
    assert posted(invite(begun, project_lead=FM)) == [PostInvitation(1)]
    assert roles_of(begun, FM) == ["project_lead"]


def test_listening_beside_another_role_is_no_listening(begun: Workshop) -> None:
    invite(begun, listener=LEAD, project_lead=LEAD)
    assert roles_of(begun, LEAD) == ["project_lead"]


def test_answers_name_people_for_roles_until_they_have_some(begun: Workshop) -> None:
    begun.says(FM, "ST2", communication=SPONSOR.key, training_name="Tom Berger", project_lead=LEAD.key)
    found = {role: people for role, people in known_roles(begun.picture).items() if people}
    assert found == {"communication": [SPONSOR.key], "project_lead": [LEAD.key]}
    form = invite_form(begun.viewer(FM))
    values = {one.id: one.value for one in form.inputs if one.value}
    assert values == {"invited_communication": SPONSOR.key, "invited_project_lead": LEAD.key}
    assert [name for _, name in form.known] == ["Tom Berger"]
    invite(begun, sponsor=SPONSOR, project_lead=LEAD)
    assert known_roles(begun.picture)["communication"] == []


@pytest.mark.parametrize(
    ("by", "raw", "problem"),
    [
        (LEAD, {}, Problem.FM_ONLY),
        (FM, {"invited_it": "contoso/nobody"}, Problem.UNKNOWN_CHOICE),
    ],
)
def test_what_is_refused_invites_nobody(
    begun: Workshop, by: Person, raw: dict[str, str], problem: Problem
) -> None:
    before = begun.engagement
    step = begun.happens(Invite(by, raw))
    assert (step.faults[0].problem, begun.engagement) == (problem, before)


def test_before_the_setup_nobody_is_invited(book: Book) -> None:
    step = Workshop(book).happens(Invite(FM, {}))
    assert step.faults == (Fault(Problem.NOT_SET_UP, values=(("fm", FM.name),)),)


def test_the_message_counts_the_questions_of_people_with_the_same_roles(begun: Workshop) -> None:
    invite(begun, communication=(SPONSOR, IT), training=LEAD)
    screen = invitation_screen(begun.viewer(FM), 1, (SPONSOR.key, IT.key, LEAD.key), {IT.key: "29:it"})
    communication, training = screen.lines
    assert communication.people == ((SPONSOR.name, "sponsor"), (IT.name, "29:it"))
    assert (communication.questions, communication.minutes) == (3, 4)
    assert [name for name, _ in training.people] == [LEAD.name]


def test_of_very_many_twenty_are_mentioned_and_the_others_named(begun: Workshop) -> None:
    keys = tuple(f"contoso/p{number}" for number in range(25))
    people = {key: Participant(key, ["it"]) for key in keys}
    begun.engagement = replace(begun.engagement, people=people)
    [line] = invitation_screen(begun.viewer(FM), 1, keys, {}).lines
    assert [bool(teams_id) for _, teams_id in line.people] == [True] * MOST_INVITED + [False] * 5
