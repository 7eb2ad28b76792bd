"""What is usually measured of each function. Targets come from one's own baseline, so none are given."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.views.plan.plan import PlanLine, PlanSection
from advisor.views.plan.plan_facts import PlanFacts
from advisor.words.translation import mark, marked, t

_Measure = tuple[str, str]  # id and text

_SERVICE = ("service-level", mark("Service level: contacts answered within the time agreed, % of all."))
_ABANDONED = ("abandoned", mark("Abandoned contacts: % that hang up or leave before an answer."))
_FIRST = (
    "first-contact",
    mark("First-contact resolution: contacts without another on the same matter in 7 days, %."),
)
_SATISFIED = (
    "satisfaction",
    mark("Customer satisfaction: asked after the contact, with the rate of answers."),
)
_HANDLING = (
    "handling",
    mark("Average handling time, talk and after-work; as a warning, never as a target alone."),
)
_QUALITY = ("quality", mark("Quality score of a random sample, scored at home and there in the same way."))
_ACCURACY = ("accuracy", mark("Accuracy: items without an error, % of a random sample."))
_ON_TIME = ("on-time", mark("On time: items done within the time agreed, %."))
_BACKLOG = ("backlog", mark("Backlog: items that wait, in days of work."))
_RESTORE = ("restore", mark("Time to restore service, by severity: median and 90th percentile."))
_TOUCHLESS = ("touchless", mark("Items done without a person's help, %."))

_VOICE = (_SERVICE, _ABANDONED, _FIRST, _SATISFIED, _HANDLING, _QUALITY)
_BACK = (_ACCURACY, _ON_TIME, _BACKLOG, _TOUCHLESS)
_BY_FUNCTION: Mapping[str, tuple[_Measure, ...]] = {
    "customer-support": _VOICE,
    "technical-support": (
        _SERVICE,
        _FIRST,
        _RESTORE,
        ("escalated", mark("Escalations: tickets handed on to the next level, %.")),
        ("reopened", mark("Reopened tickets, %.")),
        _SATISFIED,
    ),
    "sales": (
        ("conversion", mark("Conversion: offers accepted, % of conversations with a decision maker.")),
        ("qualified", mark("Qualified leads: leads that sales accepts, %.")),
        ("revenue", mark("Revenue won for each hour worked, cancellations taken off.")),
        ("complaints", mark("Complaints and breaches of contact rules for each 1,000 contacts.")),
        _QUALITY,
    ),
    "social-media": (
        ("first-answer", mark("Time to the first answer, by channel: median and 90th percentile.")),
        ("answered", mark("Posts and messages that call for an answer and got one, %.")),
        _SATISFIED,
        _QUALITY,
        ("raised", mark("Matters raised in time that could harm the name of the house, %.")),
    ),
    "data-entry": (_ACCURACY, ("output", mark("Items for each hour worked.")), _ON_TIME, _BACKLOG),
    "order-processing": (
        ("cycle", mark("Order cycle time: median and 90th percentile.")),
        _ACCURACY,
        _TOUCHLESS,
        _BACKLOG,
    ),
    "payroll-hr": (
        ("pay-accuracy", mark("Payslips without an error, %.")),
        ("pay-time", mark("Payrolls paid on the due day, %.")),
        ("hr-answers", mark("Questions of staff answered within the time agreed, %.")),
        ("statutory", mark("Statutory reports filed in time, %.")),
    ),
    "finance-accounting": (
        ("close", mark("Days to close the month.")),
        ("invoices", mark("Invoices processed for each person and month.")),
        ("unmatched", mark("Items not reconciled after 30 days: number and amount.")),
        ("collected", mark("Days of sales outstanding, against home.")),
        ("controls", mark("Controls that failed when tested, %.")),
    ),
    "procurement": (
        ("order-time", mark("From request to order: median days.")),
        ("under-contract", mark("Spend under contract, %.")),
        ("saved", mark("Savings that finance confirms.")),
        ("supplier-on-time", mark("Suppliers' deliveries on time and in full, %.")),
    ),
    "it-services": (
        _RESTORE,
        ("available", mark("Availability of the services agreed, %.")),
        ("changes", mark("Changes that had to be undone, %.")),
        ("repeat", mark("Incidents with a known cause that came back, %.")),
        _SATISFIED,
    ),
    "software-development": (
        ("lead-time", mark("Lead time from commit to production: median.")),
        ("deployments", mark("Deployments a week.")),
        ("change-failures", mark("Changes that fail in production, %.")),
        ("recovery", mark("Time to recover from a failed change: median.")),
        ("escaped", mark("Defects that customers found, for each release.")),
    ),
    "compliance-qa": (
        ("review-time", mark("Cases reviewed within the time agreed, %.")),
        ("agreement", mark("Agreement of first and second reviewer, %.")),
        ("missed", mark("Findings of auditors and supervisors that the team had missed.")),
        _BACKLOG,
    ),
    "debt-collection": (
        ("kept", mark("Promises to pay that are kept, %.")),
        ("recovered", mark("Amount recovered, % of what was placed, by age.")),
        ("reached", mark("Debtors reached, %.")),
        ("complaints", mark("Complaints and breaches of contact rules for each 1,000 contacts.")),
        _QUALITY,
    ),
    "content-moderation": (
        ("decisions", mark("Decisions that hold on appeal or second review, %.")),
        ("time-to-act", mark("Time to act, by severity: median and 90th percentile.")),
        ("missed-harm", mark("Harmful items missed, % of a random sample.")),
        ("wellbeing", mark("Well-being of moderators: exposure hours, support taken up, sick days.")),
    ),
}
_ALWAYS = (
    ("cost-unit", mark("Cost of a unit of work, all told, against the plan.")),
    ("turnover", mark("Turnover and vacant seats, % a month.")),
    ("incidents", mark("Security incidents, and time until they were reported.")),
)


def measures(facts: PlanFacts) -> PlanSection:
    """Measures usual for the function, and three that every outsourced work needs."""
    function = facts.function
    usual: tuple[_Measure, ...] = _BACK
    if function is not None:
        usual = _BY_FUNCTION.get(function.id) or (_VOICE if function.for_customers else _BACK)
    lines = tuple(PlanLine(f"measure.{key}", marked(text)) for key, text in (*usual, *_ALWAYS))
    title = t("Measures")
    if function is not None:
        title = t("Measures usual for {function}", function=function.label)
    intro = t("Take each target from your own baseline; the same definition at home and there.")
    return PlanSection("measure", title, intro, lines)
