"""Where the stored workshops are played: a whole bot on any store, and a Teams whose faults are provoked."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine, Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Any

import cards
from bot.core.ports import Store
from bot.teams.http import Reply
from bot.teams.sending import Address, MemberInfo
from cards.pressing import Node, pressables
from cards.transcript import transcript
from tests.fakes.settings import anonymous_settings
from tests.fakes.teams import FakeTeams, Message
from tests.stored.book import stored_book
from tests.stored.seen import Seen, fingerprint
from tests.world import CHANNEL, Human, World

_GERMAN = ("anna", "ben", "dora", "gina", "hugo", "jan")
_ENGLISH = ("carl", "frank", "gus", "ines", "kim")
FMS = ("anna", "frank", "gina", "hugo")
_FIRST_NEW = 1001
"""Message ids of a later process lie above those of the stored cards."""


def post_in(channel: int) -> str:
    """A post in one of several channels."""
    return f"{CHANNEL}{channel};messageid=170000000000{channel}"


def at_the_table(world: World) -> None:
    """Everybody, in every channel; each speaks a language of their own."""
    for name in _ENGLISH + _GERMAN:
        human = world.person(name, locale="de-DE" if name in _GERMAN else "en-GB")
        member = MemberInfo(f"29:{human.who.id}", human.who.id, human.who.name, human.who.tenant)
        for channel in range(1, 10):
            world.teams.roster.setdefault(post_in(channel).partition(";")[0], []).append(member)


class TroubledTeams(FakeTeams):
    """`broken` are faults by place: every send there raises it. With `dies` the process is gone when it
    posts next: nothing that was on its way arrives or is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.broken: dict[str, Exception] = {}
        self.dies = False

    async def _called(self, what: str, where: str) -> None:
        await super()._called(what, where)
        if self.dies and what in ("post", "new_post"):
            raise asyncio.CancelledError
        fault = next((one for place, one in self.broken.items() if where.startswith(place)), None)
        if fault is not None and what != "members":
            raise fault


class LaterTeams(FakeTeams):
    """A Teams that shows cards of a process before: what is updated may be unknown."""

    def __init__(self) -> None:
        super().__init__()
        self._ids = count(_FIRST_NEW)
        self._shown: list[tuple[str, list[str]]] = []
        self._old: set[str] = set()

    def lines(self) -> list[str]:
        """What it was told to show since it was asked last, place by place: those wait for nobody else."""
        shown = sorted(self._shown, key=lambda one: one[0])
        self._shown = []
        return [line for _, lines in shown for line in lines]

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        made = await super().post(to, activity, targeted=targeted)
        self._note("post", to.conversation, self.find(made))
        return made

    async def update(
        self, to: Address, activity_id: str, activity: Mapping[str, Any], *, targeted: bool = False
    ) -> None:
        await super().update(to, activity_id, activity, targeted=targeted)
        # Which number a new one got depends on those beside it.
        old = activity_id in self._old
        self._note(f"update {activity_id}" if old else "update", to.conversation, self.find(activity_id))

    async def new_post(self, to: Address, channel_id: str, activity: Mapping[str, Any]) -> tuple[str, str]:
        made = await super().new_post(to, channel_id, activity)
        self._note("new post", channel_id, self.find(made[1]))
        return made

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        self._shown.append((f"chat-{person_id}", [f"new chat with {person_id}"]))
        return await super().new_chat(to, person_id, tenant)

    def find(self, activity_id: str) -> Message:
        """A message by its id; one of a process before is there, too."""
        if all(message.id != activity_id for message in self.messages):
            self.messages.append(Message(activity_id, "", None, ""))
            self._old.add(activity_id)
        return super().find(activity_id)

    def _note(self, what: str, where: str, message: Message) -> None:
        said = message.text.splitlines() if message.card is None else transcript(message.card)
        lines = [f"  {line}" for line in (said if message.file is None else message.file)]
        self._shown.append((where, [f"{what} in {where}", *lines]))


class Stage(World):
    """A world that remembers every card that somebody saw, by whom and where."""

    def __init__(self, store: Store, begin: datetime) -> None:
        self.troubled = TroubledTeams()
        super().__init__(stored_book(), store, anonymous_settings(), self.troubled)
        self.passes_to(begin)
        self.seen: list[Seen] = []
        self._kinds: dict[str, str] = {}
        self._known: set[tuple[str, str]] = set()
        at_the_table(self)

    @classmethod
    @contextlib.contextmanager
    def on(cls, store: Store, begin: datetime) -> Iterator[Stage]:
        """A stage, for as long as the renderers say which card is of which kind: the card itself does not."""
        stage, renderers = cls(store, begin), cards.RENDERERS
        assert isinstance(renderers, dict)
        before = dict(renderers)
        renderers.update({screen: stage._noting(render) for screen, render in before.items()})
        try:
            yield stage
        finally:
            renderers.update(before)

    def passes_to(self, moment: datetime) -> None:
        """It is that moment."""
        self.clock.passes(seconds=(moment - self.clock.now()).total_seconds())

    async def deliver(self, payload: Mapping[str, Any]) -> Reply:
        reply = await super().deliver(payload)
        who = next(
            (one for one in self.people.values() if one.who.id == payload["from"]["aadObjectId"]), None
        )
        if who is not None and reply.body and str(reply.body.get("type", "")).endswith("card.adaptive"):
            where = str(payload["conversation"]["id"])
            self._saw(reply.body["value"], who, where, str(payload.get("replyToId", "")))
        self._look(who)
        return reply

    async def dies_while(self, doing: Coroutine[Any, Any, object]) -> None:
        """The process ends while it sends; the next one knows nothing of it."""
        self.troubled.dies = True
        with contextlib.suppress(asyncio.CancelledError):
            await doing
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)
        self.troubled.dies = False
        self.restarts()

    async def sweeps_at(self, moment: datetime) -> None:
        """What is due then is sent."""
        self.passes_to(moment)
        await self.sweeps()
        self._look(None)

    def _look(self, who: Human | None) -> None:
        """Note what Teams shows now; a card in somebody's own chat is theirs."""
        for message in self.teams.messages:
            if message.card is not None:
                chat = message.conversation.removeprefix("chat-29:id-")
                target = (message.targeted or "").removeprefix("29:id-")
                mine = self.people.get(target) or self.people.get(chat)
                reader = mine or who or next(iter(self.people.values()))
                self._saw(message.card, reader, message.conversation, message.id, shared=mine is None)

    def _saw(self, card: Node, who: Human, where: str, message: str, *, shared: bool = False) -> None:
        mark = fingerprint(card)
        kind = self._kinds.get(mark)
        if kind is None or (mark, where) in self._known:
            return
        self._known.add((mark, where))
        self.seen.append(Seen(kind, who.who.id.removeprefix("id-"), who.locale, where, message, shared, card))

    def _noting(self, render: Any) -> Any:
        kind = str(render.__module__).rpartition(".")[2]

        def noting(screen: Any, words: Any) -> Any:
            card = render(screen, words)
            self._kinds[fingerprint(card)] = kind
            return card

        return noting


def may(human: Human, action: str) -> bool:
    """Whether the card that this person sees has this button."""
    return any(one.action.get("data", {}).get("action") == action for one in pressables(human.card))


async def leaves(human: Human) -> None:
    """Back to the workshop's card, from wherever the person is."""
    if may(human, "later"):
        await human.does("later")


async def answers(human: Human, question: str, service: str = "", **entered: Any) -> None:
    """Open a question and answer it."""
    await to_question(human, question, service)
    await human.does("answer", entered)


async def aside(human: Human, form: str, question: str, service: str = "", **entered: Any) -> None:
    """Open a question and say something else than an answer."""
    await to_question(human, question, service)
    await human.does("form", form=form)
    await human.does(form, entered)


async def to_question(human: Human, question: str, service: str = "") -> None:
    """The question, from wherever the person is."""
    if not may(human, "open") and not may(human, "overview"):
        await leaves(human)
    if not may(human, "open"):
        await human.does("overview")
    names = {"question": question} | ({"service": service} if service else {})
    await human.does("open", None, **names)
