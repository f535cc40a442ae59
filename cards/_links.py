"""Material: each link with what it is and its language, never a bare address."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.parts import Link
from bot.core.reading.wording import day_text
from bot.core.recent import Recent
from bot.core.texts import Words
from cards._kit import OpenUrl, RichTextBlock, TextRun
from cards._kit.strict import is_https
from cards._text import faint, line, plain, strong

_MANY_LANGUAGES = 3


def link_lines(links: Iterable[Link], words: Words) -> list[RichTextBlock]:
    """One line a link."""
    return [link_line(link, words) for link in links]


def link_line(link: Link, words: Words) -> RichTextBlock:
    """A link: its title to tap, what it is, for whom, in which languages.

    An address that is not https is not opened from a card: its title stands without it.
    """
    return _recent.get((link, words), (), lambda: _line(link, words))


_recent = Recent(512)


def _line(link: Link, words: Words) -> RichTextBlock:
    about = [link.about] if link.about else []
    about += _languages(link, words)
    if link.presented:
        day = day_text(link.shown, words.language) if link.shown else ""
        about.append(words("check.shown", day=day) if day else words("link.presented"))
    if link.fm_only:
        about.append(words("link.fm_only"))
    rest = " · ".join(about)
    return line(link_run(link), *([faint(f" · {rest}")] if rest else []), spacing="Small")


def link_run(link: Link) -> TextRun:
    """The title of a link, to tap."""
    if not is_https(link.url):
        return strong(link.title)
    return TextRun(
        text=plain(link.title), color="Accent", selectAction=OpenUrl(url=link.url, title=link.title)
    )


def _languages(link: Link, words: Words) -> list[str]:
    if len(link.languages) >= _MANY_LANGUAGES:
        return [words("link.language.all")]
    named = [words(f"link.language.{tag}") for tag in link.languages if words.has(f"link.language.{tag}")]
    return [", ".join(named)] if named else []
