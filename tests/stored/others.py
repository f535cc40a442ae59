"""The other workshops: one in every state and place, and those in which a send went wrong."""

from __future__ import annotations

from bot.teams.outbound.send_faults import Gone, Refused, Unsure
from tests.stored.rich import SETUP, faces, joins, leads, moment, starts
from tests.stored.stage import Stage, answers, leaves, may, post_in, to_question
from tests.world import GROUP, PERSONAL, Human

_PLAIN = {
    "customer": "Tailspin Toys",
    "services": "onedrive,teams",
    "pilot": "2027-02-01",
    "launch": "2027-03-15",
    "language": "de",
}
_WEEKLY = {"rhythm": "weekly", "hour": "10", "time_zone": "Europe/Berlin", "until": "2027-03-31"}
_LATER = Refused(412, "PreconditionFailed", 3600.0)


async def silent(stage: Stage) -> None:
    """Nobody reacts to four check-ins; the FM cannot be told yet."""
    gina = stage.people["gina"]
    stage.passes_to(moment("2026-09-14 09:00"))
    await starts(gina, post_in(7), _PLAIN | {"customer": "Wingtip AG"})
    await _checks_in(gina, post_in(7), weekday="thursday")
    stage.troubled.broken["29:id-gina"] = _LATER
    for day in ("09-17", "09-24", "10-01", "10-08"):
        await stage.sweeps_at(moment(f"2026-{day} 08:05"))


async def lost(stage: Stage) -> None:
    """The conversation is gone: the check-ins rest, and the FM cannot be told yet."""
    frank = stage.people["frank"]
    stage.passes_to(moment("2026-10-09 09:00"))
    await starts(frank, post_in(6), _PLAIN | {"customer": "Litware Ltd", "language": "en", "country": "GB"})
    await _checks_in(frank, post_in(6), weekday="monday")
    stage.troubled.broken["29:id-frank"] = _LATER
    stage.troubled.broken[post_in(6)] = Gone(404, "ConversationNotFound")
    await stage.sweeps_at(moment("2026-10-12 08:05"))


async def fabrikam(stage: Stage) -> None:
    """A short one in a group chat, in English, for a customer of the enterprise offering. All is answered,
    and the process ends before the last result and the summary are posted."""
    anna, gus = stage.people["anna"], stage.people["gus"]
    stage.passes_to(moment("2026-11-26 09:00"))
    setup = _PLAIN | {"customer": "Fabrikam Inc.", "language": "en", "country": "US", "state": ""}
    setup |= {"licences": "30000", "enterprise_offering": "yes", "depth": "short", "pace": "week"}
    setup |= {"licensed": "onedrive,sharepoint,teams", "time_zone": "America/New_York"}
    await starts(anna, GROUP, setup)
    await anna.does("go_on", {"enterprise_reason": "Agreed with the Adoption SME"})
    await joins(gus, GROUP, "project_lead,sponsor,department,communication,training,it")
    await answers(gus, "DC", still_right="right")
    await answers(gus, "ST1", commitment="agreed", sponsor=gus.who.key, area="management")
    four = ("success_owner", "project_lead", "communication", "training")
    await answers(gus, "ST2", **dict.fromkeys(four, gus.who.key))
    await answers(gus, "SZ1", scenarios="meetings,other", other_scenario="Shift handover")
    await answers(gus, "SZ4", people="2500", without_pc="some")
    await answers(gus, "SZ5", metrics="usage,sentiment", baseline="open", baseline_by=gus.who.key)
    await answers(gus, "AW1", plan="yes", owner=gus.who.key)
    await answers(gus, "AW3", channels="email,poster")
    await answers(gus, "AW4", sender="nobody", first_message="2027-01-11")
    await answers(gus, "TR1", plan="no", reason="no_need")
    await answers(gus, "TR2", formats="online,sheet")
    closing = {"rhythm": "fortnightly", "tool": "meeting", "effort": "light", "project_plan": "yes"}
    closing |= {"gaps": "sharepoint", "topic": "Records", "offer": "sme_talk", "confirm": "confirmed"}
    await answers(gus, "CL", **closing)
    stage.passes_to(moment("2026-11-26 09:10"))
    await to_question(gus, "TR4")
    await stage.dies_while(gus.does("answer", {"trained_on": "2027-01-15", "answers": "yes"}))
    await leads(anna, GROUP)
    await anna.does("record")
    for service, status in (("onedrive", "unknown"), ("teams", "duplicate")):
        await anna.does("note", service=service)
        await anna.does("save_note", {"note_status": status})
    await leads(anna, GROUP)
    await anna.does("minutes")
    await stage.dies_while(anna.does("issue_minutes"))


async def northwind(stage: Stage) -> None:
    """A meeting goes on in the thread; whatever is to be posted, the process ends first."""
    anna, ben = stage.people["anna"], stage.people["ben"]
    carl, dora, where = stage.people["carl"], stage.people["dora"], post_in(3)
    stage.passes_to(moment("2026-11-26 10:00"))
    setup = SETUP | {"customer": "Northwind GmbH", "pace": "live", "extended_service": "no", "key_inputs": ""}
    await starts(anna, where, setup)
    await joins(ben, where, "project_lead")
    await joins(carl, where, "it")
    await joins(dora, where, "communication")
    await to_question(dora, "AW1")
    await dora.does("form", form="except")
    await dora.does("except", {"services": "teams"})
    await answers(dora, "AW1", plan="yes", after_launch="yes", owner=dora.who.key)
    await leads(anna, where)
    await anna.does("live_start")
    carl.looks_at(_question(stage, where))
    ben.looking_at = carl.looking_at
    anna.looking_at = carl.looking_at
    assert ben.looking_at is not None
    if may(ben, "live_answer"):
        await ben.does("live_answer", {"status": "new"})
    await anna.does("live_state")
    await stage.dies_while(anna.does("live_next"))
    await _checks_in(anna, where, weekday="monday")
    faces(ben, where)
    await to_question(ben, "OD1")
    join = {"join": "join", "introduction": "2026-12-10", "workshop_day": "2026-12-17"}
    await stage.dies_while(ben.does("answer", join))
    faces(carl, where)
    await to_question(carl, "EX1")
    await stage.dies_while(carl.does("answer", {"where": "cloud"}))
    faces(ben, where)
    await to_question(ben, "ST2")
    await ben.does("form", form="handed")
    await stage.dies_while(ben.does("handed", {"handed_to": carl.who.key}))
    await to_question(ben, "ST6")
    await ben.does("form", form="handed")
    await stage.dies_while(anna.says("/ssat", where))
    stage.troubled.broken[where] = Unsure("500")
    await anna.says("/status", where, targeted=True)
    await leaves(anna)
    await anna.does("lead")
    await anna.does("minutes")
    await anna.does("issue_minutes")
    del stage.troubled.broken[where]
    stage.restarts()


async def adatum(stage: Stage) -> None:
    """One customer is left to the Adoption SME; the next workshop of the channel is discarded."""
    anna, where = stage.people["anna"], post_in(4)
    stage.passes_to(moment("2026-11-26 11:00"))
    setup = _PLAIN | {"customer": "Adatum SE", "licences": "26000", "enterprise_offering": "yes"}
    await starts(anna, where, setup)
    await anna.does("redirect")
    await anna.says("/ssat", where)
    await anna.says("/ssat", where, targeted=True)
    await anna.does("new_workshop")
    faces(anna, where)
    await anna.does("lead")
    await anna.does("setup")
    await anna.does("discard")


async def proseware(stage: Stage) -> None:
    """One that is completed, with a check-in series that was stopped and a lead that was handed over."""
    anna, ines, where = stage.people["anna"], stage.people["ines"], post_in(5)
    stage.passes_to(moment("2026-11-26 12:00"))
    await starts(anna, where, _PLAIN | {"customer": "Proseware plc", "language": "en", "country": "GB"})
    await joins(ines, where, "project_lead")
    await answers(ines, "DC", still_right="right")
    await to_question(ines, "ST2")
    await ines.says("Rita from purchasing", where)
    await _checks_in(anna, where, rhythm="monthly", nth="3", weekday="tuesday")
    await anna.says("/check-in", where, targeted=True)
    await anna.does("check_in_stop")
    await leads(anna, where)
    await anna.does("completing")
    await anna.does("complete")
    await anna.does("complete_anyway")
    await anna.says("/ssat", where, targeted=True)


async def alpine(stage: Stage) -> None:
    """One that rests: the check-ins pause, several people are in the middle of their questions."""
    anna, ines, jan = stage.people["anna"], stage.people["ines"], stage.people["jan"]
    where = post_in(2)
    stage.passes_to(moment("2026-11-26 13:00"))
    await starts(anna, where, _PLAIN | {"customer": "Alpine Ski House", "country": "AT"})
    await joins(ines, where, "department")
    await joins(jan, where, "project_lead")
    await answers(jan, "DC", still_right="right")
    await answers(jan, "SZ1", scenarios="projects")
    await answers(ines, "SZ1", scenarios="files")
    await to_question(jan, "SZ4")
    await _checks_in(anna, where, rhythm="fortnightly", weekday="tuesday")
    await anna.says("/check-in", where, targeted=True)
    await anna.does("check_in_change", form="check_in_pause")
    await anna.does("check_in_pause", {"paused_until": "2027-01-11"})
    await answers(jan, "SZ1", scenarios="files,projects")


async def tailspin(stage: Stage) -> None:
    """A rehearsal in a personal chat, which is still to be set up; and a person who has just met the bot."""
    hugo, kim = stage.people["hugo"], stage.people["kim"]
    stage.passes_to(moment("2026-11-26 14:00"))
    await hugo.says("/ssat", PERSONAL)
    await hugo.does("rehearse")
    await hugo.does("rehearse_here")
    await kim.adds_the_bot()


async def cut_off(stage: Stage) -> None:
    """A check-in and a reminder are on their way when the process ends."""
    hugo, where = stage.people["hugo"], post_in(8)
    stage.passes_to(moment("2026-11-26 15:00"))
    await starts(hugo, where, _PLAIN | {"customer": "Trey Research"})
    await hugo.says("/plan", where)
    await hugo.does("add_item")
    await hugo.does("save_item", {"title": "Probelauf", "owner": hugo.who.key, "due": "2026-11-30"})
    await _checks_in(hugo, where, weekday="friday")
    stage.passes_to(moment("2026-11-27 09:05"))
    await stage.dies_while(stage.sweeps())


async def asked_which(stage: Stage) -> None:
    """The FM of many workshops asks in the personal chat."""
    anna = stage.people["anna"]
    stage.passes_to(moment("2026-11-28 12:00"))
    for command in ("/status", "/portfolio", "/export", "/plan"):
        await anna.says(command, PERSONAL)


def _question(stage: Stage, where: str) -> str:
    """What the newest card of a place asks."""
    message = next(one for one in reversed(stage.teams.messages) if one.conversation == where and one.card)
    assert message.card is not None
    return str(next(item["text"] for item in message.card["body"] if item.get("style") == "heading"))


async def _checks_in(fm: Human, where: str, **series: str) -> None:
    await fm.says("/check-in", where, targeted=True)
    await fm.does("check_in_change" if may(fm, "check_in_change") else "check_in_set", _WEEKLY | series)
