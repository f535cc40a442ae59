"""Makes a file of a kind from engagements as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from bot.core.export.document import engagement_document
from bot.core.papers.dates import Dates, dates
from bot.core.papers.files import FileKind
from bot.core.papers.minutes import minutes_paper
from bot.core.papers.paper import Paper
from bot.core.papers.portfolio import PortfolioTables
from bot.core.papers.record_sheet import record_sheet
from bot.core.papers.register import Register
from bot.core.papers.source import Source
from bot.core.questions.picture import Picture
from bot.core.reading.taken_out import shown_part
from bot.core.reading.viewer import Viewer
from bot.core.texts import Texts, Words
from bot.papers.spool import Spool
from bot.papers.streams import CsvStream, JsonStream, PageStream, Stream, WholeStream, streamed


@dataclass(frozen=True, slots=True)
class FileMaker:
    """Makes files, all at one moment. `words` are those of whoever takes them; what is for a customer is
    written in the language of their workshop."""

    texts: Texts
    words: Words
    now: datetime

    def make(self, kind: FileKind, sources: Sequence[Source]) -> bytes:
        """The file. The same engagements at the same moment give the same bytes."""
        match kind:
            case FileKind.MINUTES_DOCX:
                from bot.papers.word import papers_docx

                return papers_docx(self.minutes(sources), self.now)
            case FileKind.MINUTES_MD:
                from bot.papers.markdown import paper_md

                return "\n".join(paper_md(paper) for paper in self.minutes(sources)).encode()
            case FileKind.RECORD_XLSX:
                from bot.papers.workbook import paper_xlsx

                return paper_xlsx(self.records(sources[:1])[0], self.now)
            case FileKind.RECORD_MD:
                from bot.papers.markdown import paper_md

                return "\n".join(paper_md(paper) for paper in self.records(sources)).encode()
            case FileKind.CALENDAR_ICS:
                from bot.papers.calendar import calendar_ics

                return calendar_ics([self._dates(one) for one in sources], self.now)
            case FileKind.DATA_JSON | FileKind.DATA_CSV:
                target = BytesIO()
                streamed(self.stream(kind, target), sources)
                return target.getvalue()
            case FileKind.DATA_XLSX | FileKind.PORTFOLIO_XLSX:
                return self._workbook(kind, sources)
            case FileKind.PERSON_JSON:
                raise LookupError("it is made of a person, not of workshops")

    def stream(self, kind: FileKind, out: BinaryIO) -> Stream:
        """The same file, written into `out` workshop by workshop."""
        match kind:
            case FileKind.DATA_JSON:
                return JsonStream(out, self.document)
            case FileKind.DATA_CSV:
                return CsvStream(out, self.document)
            case FileKind.CALENDAR_ICS:
                from bot.papers.calendar import calendar_ics

                return WholeStream(out, self._dates, lambda parts: calendar_ics(parts, self.now))
            case FileKind.MINUTES_DOCX:
                from bot.papers.word import papers_docx

                return WholeStream(out, self._minutes, lambda parts: papers_docx(parts, self.now))
            case FileKind.RECORD_MD | FileKind.MINUTES_MD:
                from bot.papers.markdown import paper_md

                paper = self._record if kind is FileKind.RECORD_MD else self._minutes
                return PageStream(out, lambda source: paper_md(paper(source)))
            case FileKind.DATA_XLSX:
                return _WorkbookStream(self, out)
        return WholeStream(out, lambda source: source, lambda sources: self.make(kind, sources))

    def message(self, kind: FileKind, source: Source) -> str | None:
        """The content of a file as a message in Teams; None where it is more than a page of text."""
        from bot.papers.markdown import message_md

        match kind:
            case FileKind.MINUTES_DOCX | FileKind.MINUTES_MD:
                return message_md(self._minutes(source))
            case FileKind.RECORD_XLSX | FileKind.RECORD_MD:
                return message_md(*self.records([source]))
        return None

    def records(self, sources: Sequence[Source]) -> list[Paper]:
        """The record sheet of each workshop; it is kept in English."""
        return [self._record(one) for one in sources]

    def minutes(self, sources: Sequence[Source]) -> list[Paper]:
        """The minutes of each workshop, in its language."""
        return [self._minutes(one) for one in sources]

    def _workbook(self, kind: FileKind, sources: Sequence[Source]) -> bytes:
        from bot.papers.workbook import workbook_xlsx

        words = self.words
        tables = PortfolioTables(words)
        for one in sources:
            tables.add(Picture(one.book, one.engagement, self.now))
        found = tables.tables()
        if kind is FileKind.DATA_XLSX:
            register = Register()
            for one in sources:
                register.add(self.document(one))
            found = (*found, *register.tables())
        return workbook_xlsx(found, words.language, self.now, words(f"file.{kind.about}"))

    def document(self, one: Source) -> dict[str, object]:
        """An engagement as data."""
        document = engagement_document(one.book, one.engagement, one.voices, self.now)
        return document if one.everything is None else {**document, "whole": one.everything}

    def _minutes(self, one: Source) -> Paper:
        viewer = self._everybody(one)
        return shown_part(minutes_paper(viewer), viewer.words)

    def _record(self, one: Source) -> Paper:
        words = self.texts.of(one.engagement.playbook).words("en")
        return shown_part(record_sheet(Picture(one.book, one.whole, self.now), words), words)

    def _dates(self, one: Source) -> Dates:
        viewer = self._everybody(one)
        return shown_part(dates(viewer), viewer.words)

    def _everybody(self, source: Source) -> Viewer:
        words = self.texts.of(source.engagement.playbook).words(source.engagement.setup.language)
        return Viewer(Picture(source.book, source.engagement, self.now), words)


class _WorkbookStream:
    """All data as a workbook: its tables grow on the disk, and are written when all workshops are in them."""

    def __init__(self, maker: FileMaker, out: BinaryIO) -> None:
        self._maker = maker
        self._out = out
        self._portfolio = PortfolioTables(maker.words, Spool)
        self._register = Register(Spool)

    def add(self, source: Source) -> None:
        picture = Picture(source.book, source.engagement, self._maker.now)
        document = self._maker.document(source)
        self._portfolio.add(picture)
        self._register.add(document)

    def end(self) -> None:
        from bot.papers.workbook import write_xlsx

        words = self._maker.words
        tables = (*self._portfolio.tables(), *self._register.tables())
        title = words(f"file.{FileKind.DATA_XLSX.about}")
        write_xlsx(Paper(title, words.language, tables), self._maker.now, self._out)
