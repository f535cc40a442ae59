"""Text: TextBlock reads Markdown, RichTextBlock and its TextRuns do not."""

from __future__ import annotations

from adaptivecards import elements
from adaptivecards.baseobject import PropertyType

from cards._kit.strict import Element, Part, Parts


class TextBlock(Element, elements.TextBlock):
    """A paragraph of trusted text, Markdown included; `style="heading"` makes it a heading."""

    style = PropertyType(type=str)


class TextRun(Element, elements.TextRun):
    """A piece of a RichTextBlock, as it is, never Markdown."""

    selectAction = Part()


class RichTextBlock(Element, elements.RichTextBlock):
    """A paragraph made of runs."""

    inlines = Parts()
