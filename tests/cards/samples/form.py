"""Samples of the form card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Input, Option, Stamp
from bot.core.screens.forms.form import FormScreen
from tests.cards.samples.parts import HOSTILE, STAMP

_SERVICES = (
    Option("teams", "Microsoft Teams"),
    Option("onedrive", "OneDrive"),
    Option("exchange", "Exchange Online"),
    Option("office", "Microsoft 365 Apps"),
)
_YES_NO = (Option("yes", "Ja"), Option("no", "Nein"))
_COUNTRIES = tuple(
    Option(f"{a}{b}", f"Land {a}{b}") for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXY"
)
_BACK = Button("open", (("question", "ST1"), ("service", "")), label="back_to_question")
_ASKED = Stamp(1, 12, "ST1")
_SUBJECT = "Wer aus der Geschäftsleitung unterstützt das Projekt sichtbar?"


def _aside(form: str, inputs: tuple[Input, ...]) -> FormScreen:
    return FormScreen(
        form, _ASKED, inputs, (Button(form, label="save", primary=True, bare=False), _BACK), _SUBJECT
    )


_SETUP = FormScreen(
    "setup",
    STAMP,
    (
        Input("customer", "text", "Kunde", HOSTILE, required=True, max_length=120),
        Input(
            "services",
            "multi",
            "Dienste in diesem Workshop",
            "teams,onedrive",
            _SERVICES,
            required=True,
            expanded=True,
        ),
        Input("in_use", "multi", "Davon schon im Einsatz", "teams", _SERVICES),
        Input("pilot", "date", "Start für die Ersten (Pilot)", "2027-01-11"),
        Input("launch", "date", "Start für alle", "2026-01-01", problem="Dieses Datum ist schon vorbei."),
        Input("country", "choice", "Land", "AA", _COUNTRIES, required=True),
        Input(
            "time_zone",
            "text",
            "Zeitzone, z. B. Europe/Berlin",
            "Europe/Berlin",
            required=True,
            max_length=60,
        ),
        Input(
            "licences",
            "number",
            "Anzahl der Lizenzen",
            "viele",
            min=0,
            max=5_000_000,
            problem="Bitte eine ganze Zahl.",
        ),
        Input(
            "enterprise_offering",
            "choice",
            "Zusatzangebot für Großunternehmen?",
            "no",
            _YES_NO,
            expanded=True,
        ),
        Input(
            "depth",
            "choice",
            "Umfang",
            "short",
            (Option("short", "Kurz"), Option("full", "Ausführlich")),
            required=True,
            expanded=True,
        ),
    ),
    (Button("save_setup", primary=True, bare=False), Button("later", label="cancel")),
    problem="Der Start für alle liegt vor dem Piloten.",
    folded=frozenset({"pilot", "country", "time_zone", "licences", "enterprise_offering", "depth"}),
)
_SETUP_AT_FIRST = replace(
    _SETUP,
    inputs=tuple(replace(one, problem="") for one in _SETUP.inputs if one.id != "licences"),
    problem="",
)
_ROLES = (Option("it", "IT und Support"), Option("training", "Schulung"), Option("listener", "Nur zuhören"))
_TAKE_PART = FormScreen(
    "take_part",
    STAMP,
    (Input("roles", "multi", "Ihre Rollen", "it", _ROLES, required=True, expanded=True),),
    (Button("save_roles", primary=True, bare=False), Button("later", label="cancel")),
)
_REDIRECT = FormScreen(
    "redirect",
    STAMP,
    (Input("enterprise_reason", "text", "Warum machen Sie trotzdem weiter?", max_length=500),),
    (
        Button("redirect", primary=True),
        Button("go_on", bare=False),
        Button("lead", label="setup", overflow=True),
    ),
    lines=("Mit diesem Kunden arbeitet die Adoption SME.",),
)
_PEOPLE = (Option("t/1", "Ada Lovelace", said=True), Option("t/2", HOSTILE, said=True))
_WHO = Input("handed_to", "choice", "Wer könnte es wissen?", options=_PEOPLE)
_BY = Input("planned_by", "choice", "Wer kümmert sich darum?", options=_PEOPLE)
_DAY = Input("planned_on", "date", "Bis wann?", required=True)
_BECAUSE = Input("because", "text", "Begründung", required=True, multiline=True, max_length=500)
_EXCEPT = Input(
    "services", "multi", "Für welche Dienste gilt etwas anderes?", "", _SERVICES, required=True, expanded=True
)
SAMPLES = (
    ("setup", _SETUP),
    ("setup_at_first", _SETUP_AT_FIRST),
    ("take_part", _TAKE_PART),
    ("redirect", _REDIRECT),
    ("planned", _aside("planned", (_BY, _DAY))),
    ("handed", _aside("handed", (_WHO,))),
    ("not_applicable", _aside("not_applicable", (_BECAUSE,))),
    ("skipped", _aside("skipped", (Input("because", "text", "Begründung", multiline=True, max_length=500),))),
    ("except", _aside("except", (_EXCEPT,))),
)
