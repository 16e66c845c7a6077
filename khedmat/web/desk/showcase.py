"""Every component in every state, on one page: what is changed in the style is seen here first."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from khedmat.cards import form
from khedmat.cards.deadlines import Wait
from khedmat.cards.printing.drawing import draw
from khedmat.cards.rules.rule import Finding
from khedmat.cards.score import Facts, Score, score
from khedmat.web.glance import Answer
from khedmat.web.journey import journey

FILLED = form.StageAccess(
    electronic=True,
    non_electronic=True,
    channels=["website", "phone", "counter_office"],
    visit_levels=["provincial"],
    visit_reasons=["document"],
)
STAGES = form.Stages(
    information=form.StageAccess(electronic=True, non_electronic=False, channels=["website", "sms"]),
    request=form.StageAccess(
        electronic=False, non_electronic=True, visit_levels=["county"], visit_reasons=["identity"]
    ),
    production=FILLED,
)
DIAGRAM = form.Diagram(
    boxes=["شروع", "بررسی درخواست", "استعلام", "بازدید", "صدور", "پایان"],
    links=[
        ("شروع", "بررسی درخواست"),
        ("بررسی درخواست", "استعلام"),
        ("بررسی درخواست", "بازدید"),
        ("استعلام", "صدور"),
        ("بازدید", "صدور"),
        ("صدور", "پایان"),
    ],
)


def _scores() -> list[Score]:
    """A card that is half filled in, without a blocker and with one."""
    card = form.Card(title="صدور پروانه", executive_agency="سازمان نمونه", audience="همه", stages=STAGES)
    source = form.Source(name="sample", media_type="text/plain")
    document = form.Document(kind="service_card", card=card, source=source)
    blocker = Finding("K03", "B", "card.audience", "در «نوع مخاطبین» جای‌نگه‌دار مانده است: «XX».", "")
    facts = Facts(date(2026, 5, 1), changed_on=date(2025, 9, 1), has_source=True)
    return [score(document, findings, facts) for findings in ([], [blocker])]


def everything() -> dict[str, Any]:
    """Samples that look like real ones and are nobody's."""
    return {
        "undecided": ["service_type", "cost"],
        "stops": journey(form.Card(stages=STAGES), ()),
        "drawing": draw(DIAGRAM),
        "answers": [
            Answer("چقدر طول می‌کشد؟", "۳ روز کاری", "said", 5, "clock", "از روز کامل‌شدن مدارک"),
            Answer("چقدر هزینه دارد؟", None, "unsaid", 5, "coin"),
            Answer("برای چه کسی؟", None, "unclear", 4, "people"),
        ],
        "findings": [
            SimpleNamespace(
                rule="C02",
                severity=severity,
                field="card.audience",
                message="خانهٔ «نوع مخاطبین» خالی است.",
                fix="گروه گیرندگان را بنویسید.",
            )
            for severity in "BAN"
        ],
        "scores": _scores(),
        "waits": [Wait(0, 10, date(2026, 5, 23)), Wait(4, 6, date(2026, 5, 23)), Wait(13, -3, date(2026, 5, 23))],
        "tones": ["plain", "accent", "good", "mind", "seal"],
        "icons": [
            "people",
            "clock",
            "coin",
            "walk",
            "website",
            "mobile_app",
            "email",
            "post",
            "phone",
            "sms",
            "counter_office",
            "intranet",
            "in_person",
        ],
    }
