"""Parts that the samples of several cards share."""

from __future__ import annotations

from bot.core.screens.parts import Button, FactorLine, Finding, Link, Said, Stamp
from bot.core.verdict import Verdict

STAMP = Stamp(workshop=1, revision=12)
HOSTILE = Said(
    "[Win](https://evil.example) ![x](https://evil.example/p.png) *b* _i_ <at>all</at> `c` "
    "{{DATE(2026-02-14T06:08:39Z,LONG)}} https://evil.example"
)
LONG = Said(("Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin. " * 29)[:2000])

GUIDE = Link(
    "R13",
    "Leitfaden für wesentliche Beteiligte",
    "wer dabei sein sollte",
    "https://aka.ms/key-stakeholders-guide",
    ("de", "en"),
)
CHECKLIST = Link(
    "R09",
    "Erfolgs-Checkliste",
    "was vor dem Start stehen sollte",
    "https://aka.ms/success-plan-checklist",
    ("en",),
)
DECK = Link(
    "R01",
    "Präsentation zum Erfolgsworkshop",
    "Folien für die Besprechung",
    "https://aka.ms/success-workshop-decks-all",
    ("de", "en", "fr"),
    presented=True,
)
FM_GUIDE = Link(
    "R10", "Leitfaden 4+4", "Voraussetzungen und Faktoren", "https://aka.ms/4-4", ("en",), fm_only=True
)

MY_QUESTIONS = Button("my_questions", primary=True)
NEXT_STEPS = Button("next_steps")
BACK_TO_WORKSHOP = Button("later", label="back_to_workshop")

FACTORS = (
    FactorLine("stakeholders", "Beteiligte", 8, 8, Verdict.READY),
    FactorLine("scenarios", "Szenarien", 5, 8, Verdict.ON_COURSE),
    FactorLine("awareness", "Bekanntmachung", 3, 8, Verdict.GAP),
    FactorLine("training", "Schulung", 0, 12, Verdict.UNKNOWN),
)

SPONSOR_GAP = Finding(
    question="ST1",
    title="Unterstützung der Leitung",
    verdict=Verdict.GAP,
    sentence="Noch unterstützt niemand aus der Geschäftsleitung das Projekt sichtbar.",
    reason="Mandat fehlt",
    action="Sponsorin oder Sponsor benennen und Zusage einholen",
    due="2026-12-24",
    owner=Said("Ada Lovelace"),
    links=(GUIDE,),
)
COUNCIL_RISK = Finding(
    question="ST6",
    title="Betriebsrat und Datenschutz",
    verdict=Verdict.AT_RISK,
    sentence="Die Gespräche haben begonnen, aber es gibt noch keinen Termin.",
    action="Termin mit dem Betriebsrat vereinbaren",
    due="2027-01-08",
    services=("Microsoft Teams", "OneDrive"),
    unconfirmed=True,
)
TRAINING_PLANNED = Finding(
    question="TR1",
    title="Schulungsplan",
    verdict=Verdict.ON_COURSE,
    detail=Said("geplant: Jan Müller, bis 15.01.2027"),
    due="2027-01-15",
    owner=Said("Jan Müller"),
)
CHANNEL_OPEN = Finding(
    question="AW3",
    title="Wege der Kommunikation",
    verdict=Verdict.UNKNOWN,
    sentence="Diese Frage ist noch offen.",
)
HOSTILE_GAP = Finding(
    question="SZ1",
    title="Szenarien",
    verdict=Verdict.GAP,
    reason=HOSTILE,
    detail=LONG,
    action="Ein Szenario je Bereich festhalten",
    due="2026-12-24",
    owner=HOSTILE,
)
FINDINGS = (SPONSOR_GAP, COUNCIL_RISK, CHANNEL_OPEN, TRAINING_PLANNED)
