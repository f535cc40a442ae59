"""Links that are asked, what is kept of their answers, and who sees that a page is gone."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer
from yarl import URL

from bot.cli import main
from bot.core.parts import Stamp
from bot.core.playbook.book import Book
from bot.core.playbook.link_watch import Answer
from bot.core.playbook.load import load_playbook
from bot.core.reading.library import Reader, links, living, search
from bot.core.screens.record.tasks import material_screen, tasks_screen
from bot.core.screens.resources import resources_screen
from bot.core.texts import load_texts
from bot.links.asking import asked_links, faults_of, is_lost
from bot.links.kept import keep_answers, kept_answers, learn
from bot.settings import load_settings
from bot.store.open import open_store_of
from tests.core.workshops import FM, running
from tests.fakes.store import FakeStore

NOW = datetime(2026, 11, 29, 6, tzinfo=UTC)
FM_ALONE = Reader("de", fm=True, personal=True)


@pytest.fixture
async def site() -> AsyncIterator[BaseTestServer]:
    """A site with a page, one that has gone, one for those who signed in, and one that knows no HEAD."""

    async def answer(request: web.Request) -> web.Response:
        if request.path == "/only-get":
            return web.Response(status=404 if request.method == "HEAD" else 200)
        return web.Response(status={"/here": 200, "/sign-in": 401, "/broken": 500}.get(request.path, 404))

    application = web.Application()
    application.router.add_route("*", "/{page:.*}", answer)
    async with TestServer(application) as server:
        yield server


def at(book: Book, **pages: str) -> Book:
    """The book with these addresses for its resources, and no address for any other."""
    resources = [one.model_copy(update={"url": pages.get(one.id)}) for one in book.playbook.resources]
    return Book(book.playbook.model_copy(update={"resources": resources}))


def found(book: Book, key: str, *, gone: bool = True) -> Answer:
    return Answer(key, book.resources[key].url or "", "answers 404", "2026-11-29", works=not gone, gone=gone)


async def test_a_link_is_asked_and_what_it_says_is_kept_with_its_day(
    shipped: Book, site: BaseTestServer
) -> None:
    pages = {"R01": "here", "R07": "gone", "R08": "sign-in", "R09": "broken", "R11": "only-get"}
    book = at(shipped, **{key: str(site.make_url(f"/{page}")) for key, page in pages.items()})
    answers = await asked_links(book.playbook, NOW)
    assert {(one.resource, one.works, one.gone) for one in answers} == {
        ("R01", True, False),
        ("R07", False, True),
        ("R08", False, False),
        ("R09", False, False),
        ("R11", True, False),
    }
    assert {one.on for one in answers} == {"2026-11-29"}
    assert [line.partition(":")[0] for line in faults_of(answers)] == ["R07", "R08", "R09"]
    store = FakeStore()
    await keep_answers(store, answers)
    assert sorted(await kept_answers(store), key=lambda one: one.resource) == answers


async def test_a_later_check_takes_the_place_of_the_one_before(shipped: Book) -> None:
    store = FakeStore()
    await keep_answers(store, [found(shipped, "R07"), found(shipped, "R08")])
    await keep_answers(store, [found(shipped, "R08", gone=False)])
    assert await kept_answers(store) == [found(shipped, "R08", gone=False)]


async def test_what_was_gone_stays_so_while_nobody_knows_more(shipped: Book) -> None:
    store = FakeStore()
    gone = found(shipped, "R07")
    unknown = Answer("R07", gone.url, "does not answer", "2026-12-01", works=False, gone=False)
    await keep_answers(store, [gone])
    await keep_answers(store, [unknown])
    assert await kept_answers(store) == [gone]
    elsewhere = replace(unknown, url="https://contoso.example/other")
    await keep_answers(store, [elsewhere])
    assert await kept_answers(store) == [elsewhere], "another address tells nothing of this one"


async def test_addresses_that_two_playbooks_call_the_same_are_both_known(shipped: Book) -> None:
    store = FakeStore()
    both = [found(shipped, "R07"), replace(found(shipped, "R07"), url="https://contoso.example/other")]
    for _ in range(2):
        await keep_answers(store, both)
    assert sorted(await kept_answers(store), key=lambda one: one.url) == both


async def test_nobody_has_a_day_before_somebody_asked(shipped: Book) -> None:
    store = FakeStore()
    book = Book(shipped.playbook)
    await learn(book.watch, store)
    assert [one.id for one in book.playbook.resources if book.watch.gone(one.url)] == []


async def test_what_is_known_stays_where_the_store_does_not_answer(shipped: Book) -> None:
    store, book = FakeStore(), Book(shipped.playbook)
    await keep_answers(store, [found(book, "R07")])
    await learn(book.watch, store)
    store.unavailable = True
    await learn(book.watch, store)
    assert living(book, "R07") is book.resources["R44"]


def test_a_short_link_that_ended_in_a_search_page_is_gone() -> None:
    asked = URL("https://aka.ms/success-plan-checklist")
    assert is_lost(asked, URL("https://www.bing.com/?ref=aka"))
    assert not is_lost(asked, URL("https://www.microsoft.com/plan"))


def test_of_a_page_that_is_gone_the_official_one_is_offered_and_it_is_not(shipped: Book) -> None:
    book = Book(shipped.playbook)
    book.watch.learn([found(book, "R07")])
    assert [one.key for one in links(book, ["R07"], FM_ALONE)] == ["R44"]
    assert "R07" not in [one.id for one in search(book, "OneDrive-Einführungsprogramm", FM_ALONE)]


def test_what_only_did_not_answer_is_offered_still(shipped: Book) -> None:
    book = Book(shipped.playbook)
    book.watch.learn([found(book, "R07", gone=False)])
    assert living(book, "R07") is book.resources["R07"]


def test_beside_what_nobody_checked_stands_the_official_page_where_there_is_room(shipped: Book) -> None:
    beside = links(shipped, ["R12"], Reader("de"), beside=True)
    assert [one.key for one in beside] == ["R12", "R61"]
    assert [one.key for one in links(shipped, ["R12"], Reader("de"))] == ["R12"]


def test_the_fm_reads_which_material_the_guidance_does_not_have(shipped: Book) -> None:
    def about(reader: Reader) -> str:
        words = load_texts().words("de")
        shown = resources_screen(shipped, Stamp(0, 0), reader, words, "Einführung von OneDrive")
        return next(one.about for _, links in shown.groups for one in links if one.key == "R44")

    assert about(FM_ALONE) == f"{about(Reader('de'))} · von uns ergänzt"


def test_the_fm_sees_what_is_gone_and_what_is_offered_instead(shipped: Book) -> None:
    book = Book(shipped.playbook)
    workshop = running(book, services="onedrive")
    assert [one.name for one in material_screen(workshop.viewer(FM)).groups] == ["presented"]
    book.watch.learn([found(book, "R07"), found(book, "R45")])
    for screen in (material_screen(workshop.viewer(FM)), tasks_screen(workshop.viewer(FM))):
        (gone,) = [one for one in screen.groups if one.name == "gone"]
        (line,) = gone.lines
        assert line.rest[0] == "Seite nicht mehr da, geprüft am 29.11.2026"
        assert [one.key for one in line.links] == ["R44"]


def test_the_check_writes_into_the_store_and_never_into_the_operators_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "links.yaml"
    playbook = Path(__file__).parents[1] / "core/playbook/small_playbook.yaml"
    own.write_text('R01: "https://127.0.0.1:1/slides"\n', "utf-8")
    monkeypatch.setenv("SSAT_LINKS", str(own))
    monkeypatch.setenv("SSAT_PLAYBOOK", str(playbook))
    monkeypatch.setenv("SSAT_STORE", f"sqlite:///{tmp_path / 'ssat.db'}")
    before = own.read_bytes()
    assert main(["check", "--links"]) == 1
    assert "R01: https://127.0.0.1:1/slides does not answer" in capsys.readouterr().err
    assert own.read_bytes() == before
    kept = asyncio.run(_kept())["R01"]
    assert (kept.works, kept.gone) == (False, False)


def test_all_playbooks_are_asked_and_all_learn_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Path(__file__).parents[1] / "core/playbook/small_playbook.yaml").read_text("utf-8")
    files = []
    for name in ("first", "second"):
        head = f'id: {name}\ntitle: {{de: "{name}", en: "{name}"}}\n'
        files.append(tmp_path / f"{name}.yaml")
        own = text.replace("https://learn.example/guide", f"https://127.0.0.1:1/{name}")
        files[-1].write_text(head + own, "utf-8")
    monkeypatch.setenv("SSAT_PLAYBOOK", os.pathsep.join(map(str, files)))
    monkeypatch.setenv("SSAT_STORE", f"sqlite:///{tmp_path / 'ssat.db'}")
    assert main(["check", "--links"]) == 1
    urls = {one.url for one in asyncio.run(_answers())}
    assert {"https://127.0.0.1:1/first", "https://127.0.0.1:1/second"} <= urls
    books = [load_playbook(file) for file in files]
    book = Book(books[0], tuple(books))
    book.watch.learn(
        [Answer("R01", "https://127.0.0.1:1/second", "answers 404", "2026-11-29", works=False, gone=True)]
    )
    second = book.named("second")
    assert second.watch.gone(second.resources["R01"].url) is not None


async def _kept() -> dict[str, Answer]:
    return {one.resource: one for one in await _answers()}


async def _answers() -> list[Answer]:
    store = await open_store_of(load_settings())
    try:
        return await kept_answers(store)
    finally:
        await store.close()
