"""The workshop of Contoso, in German: everything that people can do in a workshop, done at least once."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.teams.send_faults import Refused
from tests.stored.stage import Stage, answers, aside, leaves, post_in, to_question
from tests.world import PERSONAL, Human

POST = post_in(1)
SETUP = {
    "customer": "Contoso AG",
    "services": "outlook_mobile,onedrive,teams",
    "licensed": "outlook_mobile,entra,onedrive,sharepoint,teams",
    "in_use": "teams",
    "pilot": "2027-02-01",
    "launch": "2027-03-15",
    "language": "de",
    "country": "DE",
    "state": "Bayern",
    "time_zone": "Europe/Berlin",
    "licences": "400",
    "enterprise_offering": "no",
    "extended_service": "yes",
    "extended_reason": "Drei Standorte, ein neuer Vorstand",
    "depth": "full",
    "pace": "week",
    "answer_by": "2026-12-01",
    "key_inputs": "kickoff_held,resources_chosen",
}
_LONG = (
    "Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin, und jede Frage hat einen Namen. "
)


def moment(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


async def starts(fm: Human, where: str, setup: dict[str, str]) -> None:
    """A workshop is there and set up."""
    await fm.says("/ssat", where)
    await fm.does("lead")
    await fm.does("save_setup", setup)


async def joins(human: Human, where: str, roles: str) -> None:
    """Somebody says what they are, on the card that all see."""
    faces(human, where)
    await human.does("take_part")
    await human.does("save_roles", {"roles": roles})


def faces(human: Human, where: str) -> None:
    """Turn to the workshop card of a place."""
    human.looking_at = next(
        message
        for message in reversed(human.world.teams.messages)
        if message.conversation == where and message.card and "take_part" in str(message.card)
    )


async def leads(fm: Human, where: str) -> None:
    """The FM opens their own view on the card that all see."""
    faces(fm, where)
    await leaves(fm)
    await fm.does("lead")


async def contoso(stage: Stage) -> None:
    """From the kick-off to the check-ins; then it runs on."""
    anna, ben = stage.people["anna"], stage.people["ben"]
    carl, dora = stage.people["carl"], stage.people["dora"]
    stage.passes_to(moment("2026-10-26 09:00"))
    await starts(anna, POST, SETUP)
    await joins(ben, POST, "project_lead,sponsor")
    await joins(carl, POST, "it")
    await joins(dora, POST, "communication,training")
    await _said(anna, ben, carl, dora)
    stage.passes_to(moment("2026-10-27 10:00"))
    await _disputed(anna, ben, carl)
    await _excepted(anna, dora)
    await _planned(anna, ben, carl)
    await _talks(anna, ben)
    await _measured(stage, anna, ben)
    await _recorded(stage, anna)
    await _minutes(stage, anna, ben)
    await _looked_up(anna, ben, carl, dora)
    await _series(stage, anna, ben, carl)


async def _said(anna: Human, ben: Human, carl: Human, dora: Human) -> None:
    await answers(anna, "D1", status="some", pilot="2027-02-01", launch="2027-03-01")
    await answers(anna, "D2", now="outlook_mobile,onedrive,teams", later="sharepoint", rest="open")
    await answers(anna, "D3", gain="time", result=(_LONG * 4)[:390], noticed_by="Vertrieb & Einkauf")
    await answers(ben, "DC", still_right="right")
    await answers(ben, "ST1", commitment="open", area="it_wider", reason="decision_open")
    await aside(ben, "planned", "ST2", planned_by_name="Tom Berger", planned_on="2026-12-04")
    await answers(ben, "ST6", works_council="not_started", data_protection="agreed")
    await aside(ben, "skipped", "SZ5", because="Das klären wir später")
    await aside(ben, "skipped", "SZ5", because="Noch später")
    await aside(ben, "handed", "SZ4", handed_to=carl.who.key)
    await aside(dora, "not_applicable", "TR2", because="Alle sind geschult")
    await answers(carl, "SZ4", people="400", without_pc="none", per_group="known")
    await answers(carl, "EX1", where="own_server", until="2027-01-29")
    await answers(
        carl, "TR4", trained_on="2026-12-11", answers="partly", escalation="no", reason="people_time"
    )
    await answers(ben, "OD1", join="join")
    await answers(dora, "SZ1", problem_1="Zu viele Anhänge", problem_2="Suchen", department="Vertrieb")
    await answers(ben, "TE5", state="named", contact_name="Uwe aus Köln")


async def _disputed(anna: Human, ben: Human, carl: Human) -> None:
    await answers(carl, "DC", still_right="change", what_changed="Der Start")
    await to_question(ben, "SZ1")
    await ben.does("confirm")
    await leaves(carl)
    await leads(anna, POST)
    await anna.does("form", form="settle")
    await anna.does("settle", {"voice": carl.who.key})
    await answers(anna, "D4", mandate="agreed", owner=ben.who.key)


async def _excepted(anna: Human, dora: Human) -> None:
    await to_question(dora, "AW1")
    await dora.does("form", form="except")
    await dora.does("except", {"services": "teams"})
    await answers(dora, "AW1", plan="partly", after_launch="no", reason="budget", owner_name="Agentur Blick")
    await answers(dora, "AW1", "teams", plan="yes", after_launch="yes")
    await answers(dora, "AW3", channels="email,intranet")


async def _planned(anna: Human, ben: Human, carl: Human) -> None:
    await leads(anna, POST)
    await anna.does("setup")
    await anna.does("save_setup", SETUP | {"launch": "2027-04-12"})
    await anna.does("apply")
    await ben.says("/plan", POST)
    await ben.does("plan")
    for title, owner, due in (
        ("Raumplan schreiben", ben, "2026-11-27"),
        ("Schulungsraum buchen", carl, "2026-12-01"),
        ("Aushang drucken", ben, "2026-11-20"),
    ):
        await ben.does("add_item")
        await ben.does("save_item", {"title": title, "owner": owner.who.key, "due": due})
    await _acts(ben, "own-3", "item_dropped", because="Niemand liest Aushänge")
    await _acts(ben, "ST1", "item_stuck", because="Der Vorstand tagt erst im Januar.")
    await _acts(ben, "own-1", "item_date", due="2026-12-01")
    await _acts(anna, "ST2", "item_owner", owner=anna.who.key)
    await _acts(anna, "TR4", "item_done")
    await _acts(anna, "TR4", "item_reopen")
    await _acts(anna, "AW1", "item_done")
    await answers(ben, "ST6", works_council="agreed", data_protection="agreed")
    await leaves(ben)


async def _acts(human: Human, item: str, action: str, **entered: str) -> None:
    await human.says("/plan", POST)
    await human.does("plan")
    await human.does("open_item", item=item)
    if entered:
        await human.does("change_item", form=action)
    await human.does(action, entered)


async def _talks(anna: Human, ben: Human) -> None:
    ben.looks_at("Passend zu Ihren Antworten")
    await ben.does("offers")
    await ben.does("offer", item="entra")
    await ben.does("change_offer", form="talk_accept")
    await ben.does("talk_accept", {"talks": "sme_talk", "day": "2026-12-10"})
    await ben.does("offer", item="sharepoint")
    await ben.does("change_offer", form="talk_decline")
    await ben.does("talk_decline", {"why_not": "budget", "because": "Erst im nächsten Jahr"})
    await ben.does("offer", item="intune")
    await ben.does("change_offer", form="talk_accept")
    await ben.does("talk_accept", {"talks": "business_value_workshop,sme_talk"})
    await anna.says("/next-steps", PERSONAL)
    await anna.does("offers")
    await anna.does("offer", item="intune")
    await anna.does("change_offer", form="talk_held")
    await anna.does("talk_held", {"day": "2026-10-26"})
    await anna.does("offer", item="entra")
    await anna.does("expert_request")
    await anna.does("talk_requested")


async def _measured(stage: Stage, anna: Human, ben: Human) -> None:
    await ben.says("/plan", POST)
    await ben.does("plan")
    await ben.does("metrics")
    await ben.does("other_metric")
    await ben.does("choose_metric", {"metric": "active_users@teams"})
    await ben.does("save_metric", {"baseline": "12", "target": "120", "date": "2027-06-30"})
    await ben.does("other_metric")
    await ben.does("choose_metric", {"metric": "sentiment"})
    await ben.does("save_metric", {"target": "62.5", "date": "2027-06-30"})
    await ben.does("other_metric")
    await ben.does("choose_metric", {"metric": "time_saved"})
    await ben.does("save_metric", {"target": "30", "date": "2027-06-30"})
    await ben.does("enter_values")
    values = {"value_active_users_of_teams": "31", "value_sentiment": "58.25", "day": "2026-10-26"}
    await ben.does("save_values", values)
    stage.passes_to(moment("2026-11-02 10:00"))
    await ben.does("metric", item="active_users@teams")
    await ben.does("enter_values")
    await ben.does("save_values", {"value_active_users_of_teams": "44"})
    await ben.does("metric_list")
    await ben.does("metric", item="time_saved")
    await ben.does("drop_metric")
    await ben.does("metric", item="active_users@teams")
    await ben.does("metric_list")
    await leads(anna, POST)
    await anna.does("metrics")
    await anna.does("review_held")
    await leaves(anna)


async def _recorded(stage: Stage, anna: Human) -> None:
    await leads(anna, POST)
    await anna.does("tasks")
    await anna.does("task", item="3718")
    await anna.does("task_done", {"task_note": "Gezeigt im Termin mit dem Vertrieb"})
    await anna.does("add_task")
    await anna.does("save_task", {"task_id": "4711", "task_name": "Sicherheitsgespräch"})
    await anna.does("task", item="4711")
    await anna.does("task_note", {"task_note": "Termin fehlt noch"})
    await anna.does("material")
    await anna.does("shown", item="R20")
    await anna.does("save_shown", {"shown_on": "2026-10-27"})
    await anna.does("tasks")
    await anna.does("outcomes")
    await anna.does("outcome", item="portal_known")
    await anna.does("record")
    await anna.does("note", service="teams")
    note = {"note_text": "Waits for the works council until January.", "note_status": "blocked"}
    await anna.does("save_note", note)
    await anna.does("note", service="onedrive")
    kit = {"note_text": "Kit is on its way to the project lead.", "note_status": "in_progress"}
    await anna.does("save_note", kit)
    await anna.does("note", service="outlook_mobile")
    await anna.does("save_note", {"note_status": "no_intent"})
    await anna.does("overall")
    overall = {
        "next_action": "Agree on the dates of the talks",
        "next_owner": anna.who.key,
        "next_due": "2026-12-08",
        "effort": "regular",
        "forecast_15": "2027-04-30",
        "forecast_40": "2027-06-30",
        "forecast_max": "2027-09-30",
    }
    await anna.does("save_overall", overall)
    await anna.does("tasks")
    await anna.does("task", item="3718")
    await anna.does("tasks")
    await anna.does("material")
    await anna.does("shown", item="R20")
    await anna.does("material")
    await anna.does("tasks")
    await leads(anna, POST)
    await anna.does("form", form="hand_over")
    await leads(anna, POST)
    await anna.does("completing")


async def _minutes(stage: Stage, anna: Human, ben: Human) -> None:
    stage.passes_to(moment("2026-11-03 10:00"))
    await leads(anna, POST)
    await anna.does("minutes")
    await anna.does("issue_minutes")
    await answers(ben, "AW4", sender="management", signer=ben.who.key)
    await leaves(ben)
    await leads(anna, POST)
    await anna.does("minutes")
    await anna.does("issue_minutes")
    await anna.does("follow_up")
    await anna.does("minutes")
    ben.looks_at("Protokoll, Fassung 2")
    await ben.does("confirm_minutes")


async def _looked_up(anna: Human, ben: Human, carl: Human, dora: Human) -> None:
    await carl.says("/hilfe", POST)
    await carl.says("/language en", POST, targeted=True)
    await carl.says("/ressourcen OneDrive", POST, targeted=True)
    await ben.says("/next-steps", POST)
    await anna.says("/next-steps", PERSONAL)
    await anna.says("/export", PERSONAL)
    await anna.says("/tasks", PERSONAL)
    await anna.says("/complete", PERSONAL)
    await anna.says("/portfolio", PERSONAL)
    await anna.does("pick")
    await carl.says("/tasks", POST, targeted=True)
    await ben.says("/status", POST, targeted=True)
    await ben.does("summary")
    for form in ("except", "planned", "handed", "not_applicable", "skipped"):
        await to_question(dora, "TR1")
        await dora.does("form", form=form)
    await to_question(dora, "TR1")
    await leaves(dora)
    for form in ("item_stuck", "item_dropped", "item_date", "item_owner"):
        await ben.says("/plan", POST)
        await ben.does("plan")
        await ben.does("open_item", item="own-1")
        await ben.does("change_item", form=form)


async def _series(stage: Stage, anna: Human, ben: Human, carl: Human) -> None:
    await anna.says("/check-in", POST, targeted=True)
    weekly = {
        "rhythm": "weekly",
        "weekday": "wednesday",
        "hour": "10",
        "time_zone": "Europe/Berlin",
        "until": "2027-03-31",
    }
    await anna.does("check_in_set", weekly)
    await anna.does("check_in_change", form="check_in_snooze")
    await anna.does("check_in_snooze", {"day": "2026-11-05"})
    await anna.does("check_in_change", form="check_in_pause")
    await anna.does("check_in_pause", {"paused_until": "2026-11-10"})
    await anna.does("check_in_resume")
    await stage.sweeps_at(moment("2026-11-11 09:05"))
    carl.looks_at("Wo stehen wir?")
    await carl.does("mute")
    await stage.sweeps_at(moment("2026-11-18 09:05"))
    await stage.sweeps_at(moment("2026-11-25 09:05"))
    stage.troubled.broken["29:id-ben"] = Refused(412, "PreconditionFailed", 3600.0)
