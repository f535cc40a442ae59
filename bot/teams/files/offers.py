"""Files for people, made and sent beside the turn: offered by a consent card, put where the person allows."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass

import cards
from bot.core.engagement import Engagement, Person
from bot.core.keys import identity
from bot.core.papers.files import FileKind, file_name
from bot.core.parts import Said, Stamp
from bot.core.ports import Clock, StoreUnavailable
from bot.core.questions.identity import as_known
from bot.core.screens.notice import NoticeScreen
from bot.core.texts import Texts, Words
from bot.kept.audit.audit import Audit
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.papers.maker import FileMaker
from bot.teams.files.consent import Consent, FileOffer, consent_message, file_message, kind_of, read_consent
from bot.teams.files.drive import Drive, UploadFailed, is_allowed
from bot.teams.inbound.incoming import Incoming
from bot.teams.outbound.messages import conversation_of, message, queue_of
from bot.teams.outbound.outbox import Outbox, Send
from bot.teams.outbound.sending import Address

log = logging.getLogger(__name__)

LONGEST_TEXT = 20_000
"""Characters of a file that is sent as a message."""
_ACCEPTED_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Made:
    """A file and what it is called."""

    name: str
    content: bytes
    words: Words


class FileOffers:
    """Makes files of the workshops that a person leads, under any of their ids (`ids_of`), and of no others;
    and for anybody `own`, all that is kept of themselves.
    Without a `drive`, or where no Teams stands behind, a file comes as text, or a sentence says where it is
    found."""

    def __init__(
        self,
        texts: Texts,
        engagements: Engagements,
        outbox: Outbox,
        clock: Clock,
        drive: Drive | None,
        *,
        sends_files: bool,
        ids_of: Callable[[str], Iterable[str]],
        own: Callable[[Person], Awaitable[bytes]],
        audit: Audit,
    ) -> None:
        self._texts = texts
        self._engagements = engagements
        self._outbox = outbox
        self._clock = clock
        self._drive = drive
        self._ids_of = ids_of
        self._own = own
        self._audit = audit
        self.sends_files = sends_files and drive is not None
        self._running: set[asyncio.Task[None]] = set()
        self._accepted: OrderedDict[str, None] = OrderedDict()

    def offer(self, incoming: Incoming, kind: FileKind, engagement: str) -> None:
        """Make a file and offer it in the chat that the press came from; returns at once."""
        self._later(incoming, self._offer(incoming, kind, engagement))

    def answer(self, incoming: Incoming) -> None:
        """Act on the answer to a consent card: accepted, the file is made and put there. Returns at once."""
        consent = read_consent(incoming.value or {})
        upload = consent.upload_info if consent else None
        if consent is None or consent.action == "decline" or upload is None or incoming.scope != "personal":
            return
        if upload.upload_url in self._accepted:
            # Teams asks again where the answer did not reach it in time.
            return
        self._accepted[upload.upload_url] = None
        if len(self._accepted) > _ACCEPTED_KEPT:
            self._accepted.popitem(last=False)
        self._later(incoming, self._accept(incoming, consent))

    async def settle(self) -> None:
        """Wait for what is being made or sent."""
        await asyncio.gather(*self._running, return_exceptions=True)

    def _later(self, incoming: Incoming, work: Coroutine[object, object, None]) -> None:
        async def guarded() -> None:
            try:
                await work
            except StoreUnavailable:
                log.warning("file not made: the store cannot be used")
                self._say(incoming, "file_failed")
            except Exception as trouble:
                log.exception("file not made", exc_info=trouble)
                self._say(incoming, "file_failed")

        task = asyncio.create_task(guarded())
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _offer(self, incoming: Incoming, kind: FileKind, engagement: str) -> None:
        led = await self._led(incoming.person, kind, engagement)
        if led is None:
            self._say(incoming, "file_not_yours")
        elif self.sends_files:
            made = await self._make(incoming, kind, led)
            about = made.words(f"export.{kind.about}.about")
            named = "" if kind.of_all else engagement
            self._send(incoming, consent_message(FileOffer(kind, made.name, about, len(made.content), named)))
        else:
            maker = FileMaker(self._texts, self._words(incoming, led[0].engagement), self._clock.now())
            text = maker.message(kind, await self._engagements.source(led[0]))
            if text is None or len(text) > LONGEST_TEXT:
                self._say(incoming, "file_elsewhere")
            else:
                self._audit.note("exported", incoming.person, engagement, kind.value)
                self._send(incoming, {"type": "message", "textFormat": "markdown", "text": text})

    async def _accept(self, incoming: Incoming, consent: Consent) -> None:
        kind, upload, drive = kind_of(consent.context), consent.upload_info, self._drive
        if kind is None or upload is None or drive is None:
            self._say(incoming, "file_failed")
            return
        led = await self._led(incoming.person, kind, consent.context.engagement)
        if led is None:
            self._say(incoming, "file_not_yours")
            return
        made = await self._make(incoming, kind, led)
        try:
            await drive.put(upload.upload_url, made.content)
        except UploadFailed as trouble:
            log.error("file not sent", extra={"reason": str(trouble), "kind": kind.value})
            self._say(incoming, "file_failed")
            return
        self._audit.note("exported", incoming.person, consent.context.engagement, kind.value)
        if is_allowed(upload.content_url):
            self._send(incoming, file_message(upload))
        else:
            self._say(incoming, "file_there", name=Said(made.name))

    async def _led(self, person: Person, kind: FileKind, engagement: str) -> list[Loaded] | None:
        """The workshops that a file is about, read now: those that this person leads, and no others. None
        where there are none; what somebody takes about themselves is about no workshop."""
        if kind is FileKind.PERSON_JSON:
            return []
        if kind.of_all:
            wanted = await self._engagements.portfolio.all_of_fm(person.key)
        else:
            wanted = [engagement] if engagement else []
        loaded = [await self._engagements.load(key) for key in wanted]
        found = [(one, one.engagement) for one in loaded if one is not None]
        same = {person.id.lower(), *self._ids_of(person.id)}
        return [one for one, now in found if identity(now.fm) in same and now.status != "gone"] or None

    async def _make(self, incoming: Incoming, kind: FileKind, led: Sequence[Loaded]) -> Made:
        now = self._clock.now()
        if kind is FileKind.PERSON_JSON:
            words = self._words(incoming)
            return Made(file_name(kind, "", words, now), await self._own(incoming.person), words)
        first = led[0].engagement
        words = self._words(incoming, first)
        maker = FileMaker(self._texts, words, now)
        sources = [await self._engagements.source(one) for one in led]
        # Another thread: a document takes longer than others may wait.
        content = await asyncio.to_thread(maker.make, kind, sources)
        return Made(file_name(kind, first.setup.customer, words, now), content, words)

    def _words(self, incoming: Incoming, engagement: Engagement | None = None) -> Words:
        known = engagement.people.get(as_known(engagement, incoming.person).key) if engagement else None
        setup = engagement.setup.language if engagement else None
        texts = self._texts.of(engagement.playbook) if engagement else self._texts
        return texts.words((known and known.language) or incoming.locale or setup)

    def _say(self, incoming: Incoming, notice: str, **values: Said) -> None:
        screen = NoticeScreen(notice, Stamp(0, 0), tuple(values.items()))
        self._send(incoming, message(cards.render(screen, self._words(incoming))))

    def _send(self, incoming: Incoming, activity: Mapping[str, object]) -> None:
        to = Address(incoming.service_url, conversation_of(incoming))
        self._outbox.put(queue_of(incoming), Send("post", to, activity))
