"""The page that the playbook implements: every element of it, and every link, has its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from bot.core.playbook.book import Book
from bot.core.playbook.links import with_links
from bot.core.playbook.model.playbook import Playbook, Resource
from bot.core.questions.picture import Picture
from bot.core.reading.library import living
from tests.fakes.settings import anonymous_settings
from tests.playbook_page import (
    ADDED_RULES,
    ADDED_SERVICES,
    ELEMENTS,
    LINKS,
    NEXT_PROCESS,
    SECTION_LINKS,
    TASKS,
)
from tests.service.card import Card, actions, filled, inputs, positive, question_of, walk
from tests.world import CHANNEL, PERSONAL, Human, World

_OPERATORS = "https://playbook.contoso.com/next-process"


def _found(playbook: Playbook, path: str) -> Any:
    here: Any = playbook
    for step in path.split("."):
        if isinstance(here, list):
            here = next((one for one in here if str(one.id) == step), None)
        else:
            here = getattr(here, step, None)
    return here


def test_every_element_of_the_page_has_its_place(shipped: Book) -> None:
    assert [element for element, path in ELEMENTS.items() if not _found(shipped.playbook, path)] == []


@pytest.mark.parametrize("part", ["page.goals", "page.methods", "page.key_inputs", "page.outcomes", "tasks"])
def test_a_part_of_the_page_holds_nothing_that_the_page_does_not(shipped: Book, part: str) -> None:
    paths = {f"{part}.{one.id}" for one in _found(shipped.playbook, part)}
    assert paths == {path for path in ELEMENTS.values() if path.startswith(f"{part}.")}


def test_the_four_parts_of_the_method_outcome_belong_to_it(shipped: Book) -> None:
    parts = [one.id for one in shipped.playbook.page.outcomes if one.part_of == "method_understood"]
    assert parts == [
        "ssat_reviewed",
        "metrics_prepared",
        "plan_integration_understood",
        "awareness_and_training_planned",
    ]


def test_every_section_says_its_role_and_services(shipped: Book) -> None:
    for method in shipped.playbook.page.methods:
        assert method.role["de"] == "FastTrack Manager"
        assert method.services == (["onedrive"] if method.id == "launch_programme" else [])


def test_every_task_is_required_and_has_its_role_services_and_section(shipped: Book) -> None:
    tasks = {one.id: one for one in shipped.playbook.tasks}
    said = {number: (tasks[number].method, set(tasks[number].services)) for number in TASKS}
    assert said == TASKS
    assert {(tasks[number].required, tasks[number].role["de"]) for number in TASKS} == {
        (True, "FastTrack Manager")
    }
    listed = {
        section: _found(shipped.playbook, f"page.methods.{section}").tasks for section, _ in TASKS.values()
    }
    assert [number for number, (section, _) in TASKS.items() if number not in listed[section]] == []


def test_the_rules_of_the_page_hold(shipped: Book) -> None:
    playbook = shipped.playbook
    assert playbook.enterprise.licences_over == 20_000
    (add_on,) = (one for one in playbook.add_ons if one.id not in ADDED_RULES)
    assert set(add_on.propose) == {"outlook_mobile", "entra", "intune"}
    for step in playbook.next_steps:
        either = [step.when] if isinstance(step.when, dict) else step.when
        asked = {subject for tests in either for subject in tests}
        enterprise = step.id in (
            "introduce_sme",
            "explain_extended_service",
            "check_ins",
            "review_checklist",
            "follow_actions",
        )
        assert (asked == {"setup.extended_service"}) is enterprise


def test_what_we_added_to_the_page_is_part_of_no_task_and_no_section_of_it(shipped: Book) -> None:
    playbook = shipped.playbook
    assert {one.id for one in playbook.services} >= set(ADDED_SERVICES)
    assert {one.id for one in playbook.add_ons} >= set(ADDED_RULES)
    named = {service for task in playbook.tasks for service in task.services}
    named |= {service for method in playbook.page.methods for service in method.services}
    assert named.isdisjoint(ADDED_SERVICES)
    assert {task.id for task in playbook.tasks} == set(TASKS)


def test_the_nine_services_of_the_page_keep_their_names_of_then(shipped: Book) -> None:
    of_the_page = [one.name for one in shipped.playbook.services if one.id not in ADDED_SERVICES]
    assert of_the_page == [
        "Office 365 ProPlus",
        "Windows 10",
        "Outlook Mobile",
        "AADP",
        "Exchange",
        "Intune",
        "OneDrive for Business",
        "SharePoint",
        "Microsoft Teams",
    ]


def test_every_added_service_has_questions_of_its_own_each_with_material(shipped: Book) -> None:
    for service in ADDED_SERVICES:
        asked = [one for one in shipped.playbook.questions if service in one.services]
        assert len(asked) >= 7
        assert [one.id for one in asked if not one.resources or one.room != "services"] == []


def _living(playbook: Playbook, audience: str) -> list[Resource]:
    usable = ("working", "unchecked")
    return [one for one in playbook.resources if one.audience == audience and one.status in usable]


def _resource(shipped: Book, target: str) -> Resource:
    return next(one for one in shipped.playbook.resources if target in (one.url, one.source))


def test_every_link_of_the_page_is_a_resource(shipped: Book) -> None:
    known = {address for one in shipped.playbook.resources for address in (one.url, one.source)}
    assert [target for target in LINKS if target not in known] == []


def test_every_section_has_its_links(shipped: Book) -> None:
    linked = {name: _found(shipped.playbook, f"page.methods.{name}").resources for name in SECTION_LINKS}
    assert linked == {
        name: [_resource(shipped, one).id for one in targets] for name, targets in SECTION_LINKS.items()
    }


def test_beside_what_nobody_checked_stands_the_official_page_of_today_as_our_addition(shipped: Book) -> None:
    of_the_page = [_resource(shipped, target) for target in [*LINKS, NEXT_PROCESS]]
    assert [one.id for one in of_the_page if one.added] == []
    beside = {one.id: one.official for one in of_the_page if one.status == "unchecked"}
    assert len(beside) > 15
    for key, official in beside.items():
        page = shipped.resources[official or ""]
        assert page.added, key
        assert page.audience in ("customer", shipped.resources[key].audience), key
        assert (page.url or "").startswith("https://"), key


def test_every_resource_has_an_audience_a_language_and_no_day_that_nobody_asked_on(shipped: Book) -> None:
    for one in shipped.playbook.resources:
        assert one.audience in ("customer", "presented", "fm")
        assert one.languages
        assert one.status == "unchecked" or one.replacement or one.checked, one.id
        assert one.checked is None, "nothing outside can be reached while building"


def test_only_the_link_to_the_next_process_is_left_to_the_operator(shipped: Book) -> None:
    assert [one.source for one in shipped.playbook.resources if one.url is None] == [NEXT_PROCESS]


@pytest.fixture
def linked(shipped: Book, tmp_path: Path) -> Book:
    """The playbook with the operator's address for the next process."""
    file = tmp_path / "links.yaml"
    file.write_text(f"{_resource(shipped, NEXT_PROCESS).id}: {_OPERATORS}\n", encoding="utf-8")
    return Book(with_links(shipped.playbook, file))


async def _begin(fm: Human, depth: str) -> None:
    await fm.says("/ssat")
    await fm.sends({"action": "lead", "workshop": 1, "revision": 1})
    form = filled(fm.card) | {
        "customer": "Contoso",
        "services": ",".join(_services(fm.world)),
        "depth": depth,
    }
    form |= {"country": "DE", "state": "BY", "time_zone": "Europe/Berlin", "enterprise_offering": "no"}
    form |= {"licences": "25000", "extended_service": "yes", "pilot": "2027-02-01", "launch": "2027-05-03"}
    await fm.sends(dict(positive(fm.card)["data"]) | form | {"answer_by": "2026-12-18"})
    await fm.sends(dict(positive(fm.card)["data"]) | filled(fm.card))


def _services(world: World) -> list[str]:
    return list(world.book.service_names)


@pytest.mark.parametrize("language", ["de", "en"])
async def test_every_living_resource_is_offered_to_its_audience_where_it_may_be_seen(
    linked: Book, language: str
) -> None:
    world = _world_of_fms(linked, len(LINKS))
    for number, target in enumerate(LINKS):
        resource = living(linked, _resource(linked, target).id)
        assert resource is not None, target
        asking = f"/resources {resource.title[language]}"
        # Everybody in a place of their own: the bot keeps to the pace that Teams allows in each.
        fm = world.person(f"fm{number}", locale=language)
        in_channel = await _offered(fm, asking, f"{CHANNEL}-{number};messageid=1")
        privately = await _offered(fm, asking, PERSONAL)
        assert (resource.url in in_channel) is (resource.audience == "customer"), target
        assert resource.url in privately, target


async def test_somebody_who_is_no_fm_is_offered_the_customers_material_alone_also_in_private(
    linked: Book,
) -> None:
    guests = _world_of_fms(linked, 0)
    for number, resource in enumerate(linked.playbook.resources):
        if resource.audience != "customer" and resource.url:
            guest = guests.person(f"guest{number}", locale="de-DE")
            assert resource.url not in await _offered(guest, f"/resources {resource.title['de']}", PERSONAL)


def _world_of_fms(shipped: Book, count: int) -> World:
    """One in which fm0, fm1 and so on are listed as FMs."""
    listed = ["id-nobody", *(f"id-fm{number}" for number in range(count))]
    return World(shipped, settings=anonymous_settings(SSAT_FM_IDS=",".join(listed)))


async def _offered(person: Human, asking: str, where: str) -> set[str]:
    await person.says(asking, where)
    return _urls(person.card)


async def test_of_a_dead_or_moved_one_the_replacement_is_offered_and_it_is_not(
    linked: Book,
) -> None:
    old = [one for one in linked.playbook.resources if one.status in ("dead", "moved")]
    assert old
    world = _world_of_fms(linked, len(old))
    for number, resource in enumerate(old):
        instead = living(linked, resource.id)
        assert instead is not None
        fm = world.person(f"fm{number}", locale="de-DE")
        shown = await _offered(fm, f"/resources {resource.title['de']}", PERSONAL)
        assert instead.url in shown, resource.id
        assert resource.url not in shown, resource.id


def test_what_the_fm_presents_stands_beside_a_question_or_in_a_step(shipped: Book) -> None:
    playbook = shipped.playbook
    beside = {key for one in playbook.questions for key in one.resources}
    beside |= {key for one in playbook.questions for rule in one.verdict for key in rule.share}
    beside |= {key for one in playbook.next_steps for key in one.resources}
    shown = {found.id for key in beside if (found := living(shipped, key))}
    presented = {one.id for one in _living(playbook, "presented")}
    assert presented <= shown


@pytest.mark.parametrize("choice", [0, -1], ids=["all is well", "all is amiss"])
async def test_no_card_of_a_channel_holds_what_only_the_fm_may_see(linked: Book, choice: int) -> None:
    world = World(linked)
    fm, guest = world.person("fm", locale="de-DE"), world.person("guest", locale="en-US")
    await _begin(fm, "full")
    seen: list[Card] = []
    await fm.sends({"action": "my_questions", "workshop": 1, "revision": 1})
    while question_of(fm.card) is not None:
        seen.append(fm.card)
        await fm.sends(dict(positive(fm.card)["data"]) | _answered(fm.card, choice))
    engagement = (await world.engagements())[0]
    asked = {ask.key for ask in Picture(linked, engagement, world.clock.now()).asks}
    assert asked <= set(engagement.voices)
    for text in ("/next-steps", "/status", "/resources", "/resources FTOP BVD SME"):
        await fm.says(text)
    guest.looks_at("Contoso")
    for action in ("overview", "summary", "next_steps", "resources"):
        await guest.sends({"action": action, "workshop": 1, "revision": 99})
        seen.append(guest.card)
    seen += [message.card for message in world.teams.messages if message.card is not None]

    only_fm = {one.url for one in linked.playbook.resources if one.audience == "fm"}
    presented = {one.url for one in linked.playbook.resources if one.audience == "presented"}
    offered = set[str]().union(*map(_urls, seen))
    assert offered & {one.url for one in linked.playbook.resources if one.audience == "customer"}
    assert not offered & only_fm
    shared = [message.card for message in world.teams.messages if message.card is not None]
    on_purpose = {one.url for key in ("R07", "R08") if (one := linked.resources[key])}
    assert not set[str]().union(*map(_urls, shared)) & (presented - on_purpose)


def _answered(card: Card, choice: int) -> dict[str, str]:
    """The first or the last of every choice; in between what stands there."""
    values = filled(card)
    for one in inputs(card):
        if one.get("choices") and not one["id"].endswith(("now", "later")) and not one.get("isMultiSelect"):
            values[one["id"]] = one["choices"][choice]["value"]
    return values


def _urls(card: Card) -> set[str]:
    """Every address on a card, as a link or in a text."""
    linked = {str(one["url"]) for one in walk(card) if one.get("type") == "Action.OpenUrl"}
    words = " ".join(str(one.get("text", "")) for one in walk(card))
    return linked | set(re.findall(r"https?://[^\s)>\]]+", words))


def test_the_driver_finds_addresses_wherever_they_stand() -> None:
    card = {"body": [{"type": "TextBlock", "text": "[a](https://a.example/x)"}]}
    assert _urls(card) == {"https://a.example/x"}
    assert actions(card) == []
