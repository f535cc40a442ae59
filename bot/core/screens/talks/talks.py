"""Offers: the talks that may be useful to this customer, the decision about each, and one of them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import UNSAID, Button, Said, Stamp
from bot.core.playbook.checks.vocabulary import GENERAL
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of, reason_text, say
from bot.core.talks.steps import open_offers
from bot.core.talks.talks import LICENSED, WANTED, Talk, may_decide, talks_of, topic

TALK_FORMS = ("talk_accept", "talk_decline", "talk_held")
"""The forms that say something of a talk; the press that saves one has the same name."""
MOST_OFFERS = 10


@dataclass(frozen=True, slots=True)
class OfferLine:
    """A talk: what it is about and good for, and how it stands (texts: offers.state.<state>).

    `talks` names its kinds, `day` is an ISO day; `by` said so, `reason` is why not.
    """

    title: str
    good_for: str
    whys: tuple[str, ...]
    state: str
    talks: str = ""
    day: str = ""
    topic: Said = UNSAID  # what somebody wrote that it is about
    by: Said = UNSAID
    reason: Said = UNSAID
    requested: str = ""  # ISO day
    press: Button | None = None


@dataclass(frozen=True, slots=True)
class TalksScreen:
    """`deciders` names the roles that accept or decline, where the reader is none of them. `elsewhere`: the
    FM is told where the request for an expert is. `banner` is a sentence for the presser alone."""

    stamp: Stamp
    customer: Said
    lines: tuple[OfferLine, ...]
    deciders: tuple[str, ...] = ()
    elsewhere: bool = False
    banner: Said = UNSAID
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkScreen:
    """One talk, with what the reader may do about it."""

    stamp: Stamp
    line: OfferLine
    deciders: tuple[str, ...] = ()
    elsewhere: bool = False
    problem: str = ""
    buttons: tuple[Button, ...] = ()


def talks_screen(viewer: Viewer, banner: Said = UNSAID) -> TalksScreen:
    """Every talk; a press opens it."""
    return TalksScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        lines=tuple(offer_line(viewer, one) for one in talks_of(viewer.picture)[:MOST_OFFERS]),
        deciders=_deciders(viewer),
        elsewhere=viewer.is_fm and not viewer.personal,
        banner=banner,
        buttons=(Button("later", label="back_to_workshop", primary=True),),
    )


def talk_screen(viewer: Viewer, one: Talk, problem: str = "") -> TalkScreen:
    """One talk, with what the reader may do about it."""
    return TalkScreen(
        stamp=viewer.stamp(),
        line=offer_line(viewer, one),
        deciders=_deciders(viewer),
        elsewhere=viewer.is_fm and not viewer.personal and one.status == "accepted",
        problem=problem,
        buttons=_acts(viewer, one),
    )


def offer_line(viewer: Viewer, one: Talk) -> OfferLine:
    """A talk as its reader sees it."""
    playbook, language = viewer.book.playbook, viewer.language
    service = next((service for service in playbook.services if service.id == one.service), None)
    general = playbook.discussions.general
    good_for = service.good_for if service else general.about or general.name
    talks = [say(talk.label, language) for talk in playbook.discussions.talks if talk.id in one.talks]
    reasons = [reason_text(viewer.book, one.reason, language)] if one.reason else []
    reasons += [one.because] if one.because else []
    return OfferLine(
        title=say(topic(viewer.book, one), language),
        good_for=say(good_for, language),
        whys=tuple(why for key in one.whys if (why := _why(viewer, one, key))),
        state=_state(viewer, one),
        talks=", ".join(talks),
        day=one.day or "",
        topic=Said(one.topic),
        by=name_of(viewer.engagement, one.by),
        reason=Said(" · ".join(reasons)),
        requested=one.requested or "",
        press=Button("offer", (("item", one.id),)) if viewer.person else None,
    )


def offered_titles(viewer: Viewer) -> tuple[str, ...]:
    """The titles of the open offers."""
    return tuple(say(topic(viewer.book, one), viewer.language) for one in open_offers(viewer.picture))


def _state(viewer: Viewer, one: Talk) -> str:
    """The status; an accepted talk may lack its day, or its day may have passed."""
    if one.status != "accepted":
        return one.status
    if not one.day:
        return "undated"
    return "passed" if one.day < viewer.picture.facts.today.isoformat() else "accepted"


def _why(viewer: Viewer, one: Talk, key: str) -> str:
    rules = viewer.book.playbook.discussions
    if key == WANTED:
        return say(rules.why_wanted.text, viewer.language) if one.id != GENERAL else ""
    if key == LICENSED:
        return say(rules.why_licensed.text, viewer.language)
    found = next((add_on.text for add_on in viewer.book.playbook.add_ons if add_on.id == key), {})
    return say(found, viewer.language) if found else ""


def _deciders(viewer: Viewer) -> tuple[str, ...]:
    if viewer.person and may_decide(viewer.book, viewer.engagement, viewer.person):
        return ()
    wanted = viewer.book.playbook.discussions.roles
    return tuple(say(role.name, viewer.language) for role in viewer.book.playbook.roles if role.id in wanted)


def _acts(viewer: Viewer, one: Talk) -> tuple[Button, ...]:
    here = (("item", one.id),)
    accept, decline, held = ((*here, ("form", form)) for form in TALK_FORMS)
    buttons: list[Button] = []
    if not _deciders(viewer):
        match one.status:
            case "offered":
                buttons.append(Button("change_offer", accept, label="talk_accept", primary=True))
                buttons.append(Button("change_offer", decline, label="talk_decline"))
            case "accepted":
                buttons.append(Button("change_offer", accept, label="talk_date", primary=True))
                buttons.append(Button("change_offer", decline, label="talk_decline_after_all"))
            case "declined":
                buttons.append(Button("change_offer", accept, label="talk_accept_after_all", primary=True))
    if viewer.is_fm and one.status in ("offered", "accepted"):
        buttons.append(Button("change_offer", held, label="talk_held", overflow=one.status == "offered"))
    if viewer.is_fm and viewer.personal and one.status == "accepted":
        buttons.append(Button("expert_request", here))
    return (*buttons, Button("offer_list", label="back_to_offers", primary=not buttons))
