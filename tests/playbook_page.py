"""The page that the playbook implements, as data: its links, its elements and where each lives, its tasks."""

LINKS = (
    "https://technet.microsoft.com/en-us/library/mt750539.aspx",
    "https://aka.ms/success-workshop-decks-all",
    "https://aka.ms/Microsoft-365-End-User-Adoption-Guide",
    "https://aka.ms/adoption-planning-workshop",
    "https://www.microsoft.com/en-us/fasttrack/?rtc=1",
    "https://transform.microsoft.com/#/",
    "https://demos.microsoft.com/Login",
    "https://aka.ms/OneDriveAdoptionLaunchProgramKit",
    "https://resources.techcommunity.microsoft.com/resources/onedrive-adoption/",
    "https://aka.ms/success-plan-checklist",
    "https://aka.ms/Guide-Adoption-4-4-Pre-reqs-and-Success-Factors",
    "https://aka.ms/sample-success-plan-template",
    "https://aka.ms/measuring-success-guide",
    "https://aka.ms/key-stakeholders-guide",
    "https://blogs.office.com/?filter-type=customer-stories",
    "https://fasttrack.microsoft.com/",
    "https://go.microsoft.com/fwlink/?linkid=838407",
    "https://fasttrack.microsoft.com/microsoft365/resourcehub",
    "https://go.microsoft.com/fwlink/?linkid=848142",
    "https://aka.ms/measure-success-and-m365-usage-reports",
    "https://aka.ms/o365-reporting-dashboard-overview",
    "https://aka.ms/business-value-discussions",
    "https://aka.ms/frpsmerequest",
    "https://aka.ms/which-scenario-when-deck",
    "success-support-success-execution-partner.md",
    "http://partner-docs.microsoft.com",
)
"""Every link target of the page. The checklist is linked twice."""
NEXT_PROCESS = "success-support-success-execution-partner.md"

ELEMENTS = {
    "title: Durchführung des Kundenerfolgsworkshops": "page.title",
    "programme manager: Rosie Arrieta": "page.owner",
    "phase: Analyse": "page.phase",
    "Übersicht": "page.overview",
    "goal: Wissensstand verstehen, Lücken schließen": "page.goals.understand_and_close_gaps",
    "goal: zu Unternehmenswertworkshop und SME-Gesprächen ermutigen": "page.goals.invite_to_value_workshop",
    "goal: vier Erfolgsfaktoren festlegen": "page.goals.set_success_factors",
    "goal: Kommunikation und Schulung planen": "page.goals.plan_communication_and_training",
    "goal: regelmäßige Kommunikationszeiten": "page.goals.agree_rhythm",
    "goal: Enterprise-Leistungsangebot": "page.goals.decide_enterprise_offering",
    "method: Planen des Erfolgsworkshops": "page.methods.plan_workshop",
    "method: Diensteinführungsprogramm": "page.methods.launch_programme",
    "method: Erfassen von SSAT": "page.methods.capture_ssat",
    "method: Ressourcen für Bekanntmachung und Schulung": "page.methods.awareness_and_training",
    "method: Erfolgsmetriken": "page.methods.success_metrics",
    "method: Besprechungen zum Mehrwert": "page.methods.added_value",
    "method: Kundenerfolgsworkshop abgeschlossen": "page.methods.workshop_completed",
    "method: Nicht kategorisierte Aufgaben": "page.methods.uncategorised_tasks",
    "the text of the uncategorised tasks": "page.uncategorised",
    "input: Kick-off-Meeting ist abgeschlossen": "page.key_inputs.kickoff_held",
    "input: Kunde versteht den Wert, Rollen, DIBS": "page.key_inputs.value_and_roles_known",
    "input: FM weiß, welche Ressourcen benötigt werden": "page.key_inputs.resources_chosen",
    "input: nicht im Enterprise-Leistungsangebot": "page.key_inputs.not_in_enterprise_offering",
    "outcome: Kunde hat den Erfolg definiert": "page.outcomes.success_defined",
    "outcome: Kunde navigiert im FastTrack-Portal": "page.outcomes.portal_known",
    "outcome: nächste Schritte, Werkzeuge, Kommunikation vereinbart": "page.outcomes.next_steps_agreed",
    "outcome: versteht Einführungsmethode und Änderungsmanagement": "page.outcomes.method_understood",
    "outcome: Status und Lücken (SSAT) überprüft": "page.outcomes.ssat_reviewed",
    "outcome: auf Erfolgsmetriken vorbereitet": "page.outcomes.metrics_prepared",
    "outcome: Erfolgsplan im Projektplan": "page.outcomes.plan_integration_understood",
    "outcome: Bekanntmachung und Schulung im Projektplan": "page.outcomes.awareness_and_training_planned",
    "outcome: vorbereitet, einen Erfolgsplan zu entwickeln": "page.outcomes.plan_prepared",
    "outcome: an Workshops und SME-Gesprächen teilgenommen": "page.outcomes.added_value_known",
    "outcome: Einführungsvoraussetzungen bestätigt": "page.outcomes.prerequisites_confirmed",
    "outcome: Verständnis von Erfolg und Aufwand": "page.outcomes.effort_understood",
    "outcome, Enterprise: nächste Schritte erläutert": "page.outcomes.enterprise_explained",
    "next step: Einführungs-SME vorstellen (Enterprise)": "next_steps.introduce_sme",
    "next step: Besprechungen zum Austausch planen": "next_steps.check_ins",
    "next step: abgeschlossene Erfolgs-Checkliste überprüfen": "next_steps.review_checklist",
    "next step: Fortschritt von Aktionselementen besprechen": "next_steps.follow_actions",
    "next step: Prozess der Erfolgserzielung überprüfen": "next_steps.next_process",
    "task 3734": "tasks.3734",
    "task 3278": "tasks.3278",
    "task 3718": "tasks.3718",
    "task 3737": "tasks.3737",
    "task 3738": "tasks.3738",
    "task 2536": "tasks.2536",
    "rule: Exchange auf Geräten oder Umzug": "add_ons.exchange_devices",
    "rule: mehr als 20.000 Lizenzen": "enterprise.licences_over",
}
"""Each element of the page, and where it lives in the playbook."""

TASKS = {
    3734: ("added_value", {"office", "windows"}),
    3278: ("added_value", {"outlook_mobile", "entra", "exchange", "intune"}),
    3718: ("added_value", {"onedrive"}),
    3737: ("added_value", {"sharepoint"}),
    3738: ("added_value", {"office"}),
    2536: ("workshop_completed", set[str]()),
}
"""FTOP task -> its section, and its services (none: all). All are required, all are the FM's."""

SECTION_LINKS = {
    "plan_workshop": LINKS[1:7],
    "launch_programme": LINKS[7:9],
    "capture_ssat": LINKS[9:15],
    "awareness_and_training": LINKS[15:19],
    "success_metrics": LINKS[19:21],
    "added_value": LINKS[21:24],
}

ADDED_SERVICES = ("copilot",)
"""The services that the page of 2020 does not know: our own addition, with no line, task or section of it."""
ADDED_RULES = ("copilot_permissions", "copilot_daily_work")
"""The rules on complementary services that are our own addition."""
