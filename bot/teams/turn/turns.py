"""The turn as a transaction: read once, decide, commit once, answer; what is to be sent follows."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from botbuilder.core import TurnContext
from botbuilder.schema import Activity
from msgspec.structs import replace

import cards
from bot.core.engagement import Person
from bot.core.keys import place_key
from bot.core.parts import Stamp
from bot.core.ports import Clock, Conflict, OutcomeUnknown, RowUnreadable, StoreUnavailable
from bot.core.problems import FAULTS, Problem
from bot.core.questions.identity import entered_as_known, keyed_as_known, known_by
from bot.core.screens.problem import ProblemScreen
from bot.core.screens.welcome import WelcomeScreen
from bot.kept.loaded import with_people_known
from bot.kept.next_try import try_again
from bot.kept.state.columns import TooLong
from bot.teams.inbound.http import Reply
from bot.teams.inbound.incoming import Incoming, to_activity
from bot.teams.logs import CORRELATION
from bot.teams.outbound.messages import addressed, invoke_body
from bot.teams.outbound.roster import Rosters
from bot.teams.outbound.sending import Address
from bot.teams.presses.table import run_again, run_press
from bot.teams.turn.adapter import LeanAdapter
from bot.teams.turn.again.answered import Answered
from bot.teams.turn.again.uncertain import UncertainWrites
from bot.teams.turn.apology import apology
from bot.teams.turn.call import Call, Tools
from bot.teams.turn.deliveries import Deliveries
from bot.teams.turn.finder import Finder
from bot.teams.turn.home import show_first
from bot.teams.turn.places import Places
from bot.teams.turn.typed.open_questions import OpenQuestions
from bot.teams.turn.typed.run import run_typed
from bot.teams.views.clients import Clients
from bot.teams.views.open_views import OpenViews
from bot.teams.views.refreshes import Refreshes
from dialogs.press import Press
from dialogs.turn import KEY, WorkshopTurn

log = logging.getLogger(__name__)

_TRIES = 12
"""How often a turn runs when another process wrote first each time."""
_PAUSE = 0.02
"""Seconds by which the pause between two of these runs may grow."""
_LIMIT = 7.0
"""Seconds of a turn, with the wait for those before it in its conversation; Teams documents that it
gives up after 15."""
_ANSWERED = Reply(200)


class Turns:
    """Receives activities. One at a time a conversation in this process; the store's tags decide races
    with other processes."""

    def __init__(
        self,
        tools: Tools,
        adapter: LeanAdapter,
        deliveries: Deliveries,
        rosters: Rosters,
        clock: Clock,
        token: Callable[[], Awaitable[object]],
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._tools = tools
        self._adapter = adapter
        self._deliveries = deliveries
        self._rosters = rosters
        self._clock = clock
        self._token = token
        self._jitter = jitter
        self._heard, self._uncertain = Answered(clock), UncertainWrites(clock)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._finder = Finder(tools, rosters, clock)
        self._questions = OpenQuestions()
        self._places = Places(tools.engagements, clock)
        self._views, self._clients = OpenViews(clock), Clients(clock)
        self._refreshes = Refreshes(tools, self._views, self._clients, rosters, clock)

    async def receive(self, incoming: Incoming, payload: dict[str, Any]) -> Reply:
        """The answer to an activity; 5xx where nothing was stored and Teams should send it again."""
        if incoming.kind in ("ended", "returned", "removed", "members") and incoming.scope != "personal":
            return await self._place_changes(incoming)
        if incoming.kind == "installed":
            self._welcome(incoming)
            if incoming.scope != "personal":
                return await self._place_changes(incoming)
            if incoming.scope == "personal":
                await self._show_first(incoming, to_activity(payload))
            return _ANSWERED
        if incoming.kind == "file":
            self._tools.file_offers.answer(incoming)
            return _ANSWERED
        if incoming.kind == "refresh":
            return await self._refreshes.answer(incoming)
        if incoming.kind not in ("message", "press"):
            return Reply(501) if incoming.is_invoke else _ANSWERED
        activity = to_activity(payload)
        if incoming.kind == "message" and incoming not in self._heard:
            # What a message shows is sent: without a token nothing of it could leave.
            await self._token()
        try:
            async with asyncio.timeout(_LIMIT):
                return await self._one_at_a_time(incoming, activity)
        except TimeoutError:
            log.error("turn took too long")
            return self._apology(incoming, self._not_stored(incoming))

    async def _place_changes(self, incoming: Incoming) -> Reply:
        """5xx where it could not be noted, so that Teams tells it again."""
        self._rosters.forget()
        if incoming.kind == "members":
            return _ANSWERED
        try:
            async with asyncio.timeout(_LIMIT):
                await self._places.change(incoming)
        except (StoreUnavailable, Conflict, TimeoutError) as trouble:
            log.warning("what became of a place is not noted: %s", type(trouble).__name__)
            return Reply(503)
        return _ANSWERED

    async def _one_at_a_time(self, incoming: Incoming, activity: Activity) -> Reply:
        lock = self._locks.setdefault(place_key(incoming.tenant, incoming.conversation), asyncio.Lock())
        async with lock:
            if incoming in self._heard:
                return _ANSWERED
            return await self._transact(incoming, activity)

    async def _transact(self, incoming: Incoming, activity: Activity) -> Reply:
        problem = Problem.STORE_DOWN
        try:
            for attempt in range(_TRIES):
                try:
                    return await self._attempt(incoming, activity)
                except Conflict:
                    # Two processes that begin again at the same time meet again.
                    await asyncio.sleep(attempt * _PAUSE * self._jitter())
        except RowUnreadable as trouble:
            log.error("%s", trouble)
            return self._for_good(incoming, Problem.UNREADABLE)
        except StoreUnavailable as trouble:
            log.warning("store: %s", trouble)
            problem = self._not_stored(incoming)
        except TooLong:
            log.warning("workshop full")
            return self._for_good(incoming, Problem.WORKSHOP_FULL)
        except Exception as trouble:
            # A press is answered in any case; a message is given back, so that Teams sends it again.
            if not incoming.is_invoke:
                raise
            log.exception("turn failed", exc_info=trouble)
            problem = Problem.UNEXPECTED
        log.error("turn not stored", extra={"problem": problem.value})
        return self._apology(incoming, problem)

    async def _attempt(self, incoming: Incoming, activity: Activity) -> Reply:
        call = await self._prepare(incoming, activity)

        async def work(context: TurnContext) -> None:
            if call.turn is not None:
                context.turn_state[KEY] = call.turn
            await self._route(call)

        shown = await self._adapter.run(call.context, work)
        turn, engagements = call.turn, self._tools.engagements
        engagement = turn.engagement if turn else None
        if turn is not None and engagement is not None:
            before = call.before or engagements.new(engagement)
            if call.before is None or engagement is not before.engagement:
                await self._deliveries.foresee(engagement.id, turn.effects)
                # A view that showed news and did nothing else is drawn as before when its press comes again.
                activity = incoming.id if turn.has_acted else None
                by = turn.person.key
                try:
                    kept = await engagements.commit(
                        before, engagement, turn.records, call.now, activity=activity, by=by
                    )
                except (OutcomeUnknown, asyncio.CancelledError):
                    self._uncertain.note(engagement.id, incoming)
                    raise
                self._uncertain.forget(engagement, turn.person)
                if kept.engagement.urgent != before.engagement.urgent:
                    self._deliveries.sort_later(kept.engagement)
            self._questions.remember(turn, incoming)
            self._deliveries.follow(turn, incoming)
        self._heard.add(incoming)
        reply = self._deliveries.reply(call, shown)
        self._views.note(call, reply)
        return reply

    async def _prepare(self, incoming: Incoming, activity: Activity) -> Call:
        press = Press.read(incoming.value) if incoming.value is not None else None
        loaded = await self._finder.find(incoming, press)
        personal = incoming.scope == "personal"
        place = loaded.engagement.reference.conversation if loaded and personal else incoming.conversation
        people = await self._rosters.people_for(incoming, place, press)
        incoming = _of(incoming, people.who(incoming.person, incoming.teams_id))
        now = self._clock.now()
        turn, roster = None, people.names
        if loaded is not None:
            who, teams_id = incoming.person, incoming.teams_id
            loaded = with_people_known(loaded, lambda one: people.key_of(one, who, teams_id))
            known = known_by(loaded.book, loaded.engagement)
            incoming = _of(incoming, self._tools.as_known(loaded.engagement, incoming))
            roster = keyed_as_known(known, people.names)
            if press is not None:
                entered, written = people.entered(press.inputs)
                entered = people.by_object_id(entered)
                roster |= keyed_as_known(known, written)
                press = press.entered_as(entered_as_known(known, entered))
            turn = WorkshopTurn(
                book=loaded.book,
                texts=self._tools.texts.of(loaded.engagement.playbook),
                person=incoming.person,
                now=now,
                engagement=self._uncertain.told(
                    addressed(await self._deliveries.placed(loaded.engagement), incoming),
                    incoming.person,
                    incoming,
                ),
                locale=incoming.locale,
                personal=personal,
                roster=roster,
                teams_id=incoming.teams_id,
                roster_read=people.fetched,
                press=press,
                activity=incoming.id,
                read_whole=partial(self._tools.engagements.whole, loaded.engagement.id),
            )
            self._deliveries.hears(loaded.engagement.id)
        context = self._adapter.context(activity)
        call = Call(self._tools, incoming, context, now, loaded, turn, press, roster, CORRELATION.get())
        call.on_phone = self._clients.is_phone(incoming)
        if turn is not None:
            turn.answered_alone, turn.private = call.alone, call.private
            turn.follows = press is None or incoming.is_invoke
        call.is_still_in = lambda engagement: self._finder.is_still_in(engagement, incoming)
        call.ask_in_doubt = self._deliveries.in_doubt
        call.people_in = lambda place: self._rosters.people(
            incoming.tenant, Address(incoming.service_url, place)
        )
        return call

    async def _route(self, call: Call) -> None:
        incoming, turn = call.incoming, call.turn
        again = turn is not None and incoming.id in turn.engagement.seen
        if incoming.kind == "press":
            if call.press is None:
                await call.refuse(Problem.BAD_PRESS)
            elif again and turn is not None:
                # The effect is there already: answer with the person's present view.
                await run_again(call, turn)
            else:
                await run_press(call)
            return
        if again and turn is not None:
            # The effect is stored; what it was to send may have died with another process.
            await self._deliveries.resume(turn.engagement)
            return
        found = self._tools.commands.find(incoming.asked)
        if found is not None:
            command, rest = found
            await command.run(call, rest)
        else:
            await self._hear(call)

    async def _hear(self, call: Call) -> None:
        """Text that is no command. In the personal chat it may answer the question that the person has open
        there, of a workshop elsewhere."""
        if call.turn is None and call.incoming.scope == "personal":
            found = await self._questions.workshop_in_chat(call.incoming, self._tools.engagements)
            if found is not None and await self._finder.may_open(found, call.incoming):
                call.before, call.turn = found, call.sit(found)
                call.context.turn_state[KEY] = call.turn
        turn = call.turn
        if turn is not None and call.incoming.id in turn.engagement.seen:
            await self._deliveries.resume(turn.engagement)
        else:
            await run_typed(call, call.incoming.text, self._questions.open_for(turn) if turn else None)

    def _welcome(self, incoming: Incoming) -> None:
        languages, texts = self._tools.book.playbook.languages, self._tools.texts
        first = texts.words(incoming.locale).language
        ordered = sorted(languages, key=lambda one: one != first)
        screen = WelcomeScreen(
            tuple(texts.words(one) for one in ordered),
            Stamp(0, 0),
            personal=incoming.scope == "personal",
            days=tuple(self._tools.settings.retention.items()),
        )
        self._deliveries.greet(incoming, cards.render(screen, texts.words(first)))

    async def _show_first(self, incoming: Incoming, activity: Activity) -> None:
        """Below the welcome of a personal chat show what the person finds there; /ssat shows it again."""
        try:
            async with asyncio.timeout(_LIMIT):
                await try_again(self._tools.engagements, incoming.person.key, self._clock.now())
                call = await self._prepare(incoming, activity)
                self._deliveries.reply(
                    call, await self._adapter.run(call.context, lambda _: show_first(call))
                )
        except (StoreUnavailable, TimeoutError) as trouble:
            log.warning("home not shown: %s", trouble)

    def _for_good(self, incoming: Incoming, problem: Problem) -> Reply:
        """A message is not given back: the next time it would find what it found now."""
        if incoming.is_invoke:
            return self._apology(incoming, problem)
        found = CORRELATION.get() if problem in FAULTS else ""
        screen = ProblemScreen(problem, Stamp(0, 0), correlation=found)
        self._deliveries.greet(incoming, cards.render(screen, self._tools.texts.words(incoming.locale)))
        return Reply(200, problem=problem.value)

    def _not_stored(self, incoming: Incoming) -> Problem:
        """Where the write itself was cut off, it may be stored all the same."""
        return Problem.UNCERTAIN if incoming in self._uncertain else Problem.STORE_DOWN

    def _apology(self, incoming: Incoming, problem: Problem) -> Reply:
        if not incoming.is_invoke:
            # Teams sends the message again; to say so in the thread, too, would say it twice.
            return Reply(503, problem=problem.value)
        press = Press.read(incoming.value) if incoming.value is not None else None
        number = press.data.workshop if press else None
        tools, place = self._tools, (incoming.tenant, incoming.conversation)
        known = tools.engagements.last_known(*place, number) if number else None
        book, engagement = (known.book, known.engagement) if known else (tools.book, None)
        names = self._rosters.known(Address(incoming.service_url, incoming.conversation)).names
        now, correlation = self._clock.now(), CORRELATION.get()
        card = apology(book, tools.texts, incoming, engagement, problem, correlation, now, names)
        return Reply(200, invoke_body(card), problem.value)


def _of(incoming: Incoming, person: Person) -> Incoming:
    """The activity as that of a person, who mostly is the one that it names."""
    return incoming if person == incoming.person else replace(incoming, person=person)
