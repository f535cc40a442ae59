"""Makes a file of a kind from engagements as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.core.export.document import engagement_document
from bot.core.export.table import answers_csv
from bot.core.papers.dates import dates
from bot.core.papers.files import FileKind
from bot.core.papers.minutes import minutes_paper
from bot.core.papers.paper import Paper
from bot.core.papers.portfolio import portfolio
from bot.core.papers.record_sheet import record_sheet
from bot.core.papers.register import register
from bot.core.papers.source import Source
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.record.sheet.notes import sheet_words
from bot.core.texts import Texts, Words


@dataclass(frozen=True, slots=True)
class FileMaker:
    """What files are made with. `words` are those of whoever takes them; what is for a customer is written
    in the language of their workshop."""

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

                return calendar_ics([dates(self._everybody(one)) for one in sources], self.now)
            case FileKind.DATA_JSON:
                whole = msgspec.json.encode({"engagements": self._documents(sources)})
                return msgspec.json.format(whole, indent=2) + b"\n"
            case FileKind.DATA_CSV:
                return answers_csv(self._documents(sources)).encode()
            case FileKind.DATA_XLSX | FileKind.PORTFOLIO_XLSX:
                return self._workbook(kind, sources)

    def message(self, kind: FileKind, source: Source) -> str | None:
        """What a file says as a message in Teams; None where it is more than a page of text."""
        from bot.papers.markdown import message_md

        match kind:
            case FileKind.MINUTES_DOCX | FileKind.MINUTES_MD:
                return message_md(minutes_paper(self._everybody(source)))
            case FileKind.RECORD_XLSX | FileKind.RECORD_MD:
                return message_md(*self.records([source]))
        return None

    def records(self, sources: Sequence[Source]) -> list[Paper]:
        """The record sheet of each workshop; it is kept in English."""
        pictures = [Picture(one.book, one.whole, self.now) for one in sources]
        return [record_sheet(picture, sheet_words()) for picture in pictures]

    def minutes(self, sources: Sequence[Source]) -> list[Paper]:
        """The minutes of each workshop, in its language."""
        return [minutes_paper(self._everybody(one)) for one in sources]

    def _workbook(self, kind: FileKind, sources: Sequence[Source]) -> bytes:
        from bot.papers.workbook import workbook_xlsx

        words = self.words
        pictures = [Picture(one.book, one.engagement, self.now) for one in sources]
        tables = portfolio(pictures, words)
        if kind is FileKind.DATA_XLSX:
            tables = (*tables, *register(self._documents(sources)))
        return workbook_xlsx(tables, words.language, self.now, words(f"file.{kind.about}"))

    def _documents(self, sources: Sequence[Source]) -> list[dict[str, object]]:
        return [
            engagement_document(one.book, one.engagement, one.voices, self.now)
            | ({} if one.everything is None else {"whole": one.everything})
            for one in sources
        ]

    def _everybody(self, source: Source) -> Viewer:
        words = self.texts.words(source.engagement.setup.language)
        return Viewer(Picture(source.book, source.engagement, self.now), words)
