"""Cards: a screen in, an Adaptive Card out. One file a card; cards decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.core.parts import Said
from bot.core.reading.taken_out import shown_card
from bot.core.screens.checkins.agenda import AgendaScreen
from bot.core.screens.checkins.open_questions import OpenQuestionsScreen
from bot.core.screens.checkins.reminder import ReminderScreen
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.export import ExportScreen
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.help import HelpScreen
from bot.core.screens.metrics.metrics import MetricScreen, MetricsScreen
from bot.core.screens.minutes.minutes import MinutesScreen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.people.invitation import InvitationScreen
from bot.core.screens.plan.plan import ItemScreen, PlanScreen
from bot.core.screens.problem import ProblemScreen
from bot.core.screens.questions.question import QuestionScreen
from bot.core.screens.record.checklist import ChecklistScreen
from bot.core.screens.record.record import RecordScreen
from bot.core.screens.resources import ResourcesScreen
from bot.core.screens.talks.forms import RequestScreen
from bot.core.screens.talks.talks import TalkScreen, TalksScreen
from bot.core.screens.welcome import WelcomeScreen
from bot.core.screens.workshop.home import HomeScreen
from bot.core.screens.workshop.next_steps import NextStepsScreen
from bot.core.screens.workshop.portfolio import PortfolioScreen
from bot.core.screens.workshop.result import ResultScreen
from bot.core.screens.workshop.status import StatusScreen
from bot.core.screens.workshop.summary import SummaryScreen
from bot.core.screens.workshop.workshop import WorkshopScreen
from bot.core.texts import Words
from cards import (
    agenda,
    checklist,
    choose,
    export,
    form,
    help,
    home,
    invitation,
    item,
    metric,
    metrics,
    minutes,
    next_steps,
    notice,
    open_questions,
    plan,
    portfolio,
    problem,
    question,
    record,
    reminder,
    request,
    resources,
    result,
    status,
    summary,
    talk,
    talks,
    welcome,
    workshop,
)
from cards._news import below_news

Screen = (
    AgendaScreen
    | ChecklistScreen
    | ChooseScreen
    | ExportScreen
    | FormScreen
    | HelpScreen
    | InvitationScreen
    | HomeScreen
    | ItemScreen
    | MetricScreen
    | MetricsScreen
    | MinutesScreen
    | NextStepsScreen
    | NoticeScreen
    | OpenQuestionsScreen
    | TalkScreen
    | TalksScreen
    | PlanScreen
    | PortfolioScreen
    | ProblemScreen
    | QuestionScreen
    | RecordScreen
    | ReminderScreen
    | RequestScreen
    | ResourcesScreen
    | ResultScreen
    | StatusScreen
    | SummaryScreen
    | WelcomeScreen
    | WorkshopScreen
)

RENDERERS: Mapping[type, Callable[[Any, Words], dict[str, object]]] = {
    WelcomeScreen: welcome.render,
    WorkshopScreen: workshop.render,
    FormScreen: form.render,
    QuestionScreen: question.render,
    ResultScreen: result.render,
    SummaryScreen: summary.render,
    ResourcesScreen: resources.render,
    NextStepsScreen: next_steps.render,
    PlanScreen: plan.render,
    ItemScreen: item.render,
    PortfolioScreen: portfolio.render,
    HomeScreen: home.render,
    TalksScreen: talks.render,
    TalkScreen: talk.render,
    RequestScreen: request.render,
    MetricsScreen: metrics.render,
    MetricScreen: metric.render,
    MinutesScreen: minutes.render,
    ExportScreen: export.render,
    StatusScreen: status.render,
    HelpScreen: help.render,
    ProblemScreen: problem.render,
    ChooseScreen: choose.render,
    NoticeScreen: notice.render,
    ChecklistScreen: checklist.render,
    RecordScreen: record.render,
    AgendaScreen: agenda.render,
    ReminderScreen: reminder.render,
    OpenQuestionsScreen: open_questions.render,
    InvitationScreen: invitation.render,
}
"""Every card there is."""


def render(screen: Screen, words: Words, news: Sequence[Said] = ()) -> dict[str, object]:
    """The card of a screen in the language of `words`, as plain JSON-ready data, below lines of `news`."""
    drawn = RENDERERS[type(screen)](screen, words)
    return shown_card(below_news(drawn, news) if news else drawn, words)
