"""Unknown, none and zero on every answer of the glance page and on every row of a list."""

import pytest

from khedmat.cards import form
from khedmat.web import glance
from khedmat.web.facts import facts, published
from khedmat.web.journey import journey
from tests.factories import forms
from tests.factories.cards import VersionFactory

SAID, UNSAID, UNCLEAR = "said", "unsaid", "unclear"
ITEM = form.CostItem
ANSWERS = {
    "coin": [
        (form.Cost(), [], None, UNSAID),
        (form.Cost(), ["cost"], None, UNCLEAR),
        (form.Cost(), ["cost.free"], None, UNCLEAR),
        (form.Cost(free=False), [], None, UNSAID),
        (form.Cost(free=True), [], "رایگان", SAID),
        (form.Cost(items=[ITEM(amount_rial=0)]), [], "صفر ریال", SAID),
        (form.Cost(items=[ITEM(amount_rial=0), ITEM(amount_rial=10)]), [], "صفر ریال و ۱۰ ریال", SAID),
        (form.Cost(items=[ITEM(text="طبق تعرفه")]), [], "طبق تعرفه", SAID),
        (form.Cost(items=[ITEM(account="IR1")]), [], None, UNSAID),
        (form.Cost(text="بسته به مساحت"), [], "بسته به مساحت", SAID),
        (form.Cost(free=True, items=[ITEM(amount_rial=10)]), [], "۱۰ ریال", SAID),
        (form.Cost(free=True), ["cost.free"], "رایگان", SAID),
    ],
    "walk": [
        (form.Visits(), [], None, UNSAID),
        (form.Visits(), ["visits"], None, UNCLEAR),
        (form.Visits(count=0), [], "نیازی به مراجعهٔ حضوری نیست", SAID),
        (form.Visits(count=0, max=0), [], "نیازی به مراجعهٔ حضوری نیست", SAID),
        (form.Visits(count=0, max=2), [], "حداکثر ۲ بار", SAID),
        (form.Visits(count=1), [], "۱ بار", SAID),
        (form.Visits(count=2, max=5), [], "۲ تا ۵ بار", SAID),
        (form.Visits(count=3, max=3), [], "۳ بار", SAID),
        (form.Visits(max=4), [], "حداکثر ۴ بار", SAID),
        (form.Visits(text="بر حسب مورد"), [], "بر حسب مورد", SAID),
    ],
    "clock": [
        (form.Duration(), [], None, UNSAID),
        (form.Duration(), ["average_duration.unit"], None, UNCLEAR),
        (form.Duration(text="پس از تکمیل پرونده"), [], "پس از تکمیل پرونده", SAID),
        (form.Duration(value=0, unit="day"), [], "۰ روز", SAID),
        (form.Duration(value=3, unit="day", working=True), [], "۳ روز کاری", SAID),
        (form.Duration(value=3, unit="day", working=False), [], "۳ روز", SAID),
        (form.Duration(min=2, max=5, unit="week"), [], "۲ تا ۵ هفته", SAID),
        (form.Duration(min=5, max=5, unit="day"), [], "۵ روز", SAID),
        (form.Duration(value=20, unit="minute", basis="visit"), [], "۲۰ دقیقه در هر مراجعه", SAID),
        (form.Duration(value=3), [], None, UNSAID),
    ],
    "repeat": [
        (form.Frequency(), [], None, UNSAID),
        (form.Frequency(), ["frequency.per"], None, UNCLEAR),
        (form.Frequency(once=True), [], "یک بار برای همیشه", SAID),
        (form.Frequency(times=0), [], "۰ بار", SAID),
        (form.Frequency(times=2, per="season"), [], "۲ بار در هر فصل", SAID),
    ],
}
PARTS = {"coin": "cost", "walk": "visits", "clock": "average_duration", "repeat": "frequency"}
CASES = [(icon, *case) for icon, cases in ANSWERS.items() for case in cases]


@pytest.mark.parametrize(("icon", "part", "undecided", "text", "state"), CASES)
def test_an_answer_keeps_unknown_none_and_zero_apart(icon, part, undecided, text, state):
    card = form.Card(**{PARTS[icon]: part})

    (answer,) = [answer for answer in glance.answers(card, undecided) if answer.icon == icon]

    assert (answer.text, answer.state) == (text, state)


@pytest.mark.django_db
@pytest.mark.parametrize(("icon", "part", "undecided", "text", "state"), [c for c in CASES if c[0] != "repeat"])
def test_a_row_of_a_list_says_what_the_page_says(icon, part, undecided, text, state):
    card = form.Card(title="خدمت", **{PARTS[icon]: part})
    VersionFactory(published=True, document=forms.document(card, undecided=undecided))

    (fact,) = [fact for fact in facts(published().get()) if fact.icon == icon]

    assert (fact.text, fact.state) == (text, state)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("cost", "shown"),
    [
        (None, "ذکر نشده"),
        ({"free": True}, "رایگان"),
        ({"items": [{"amount_rial": 0}]}, "صفر ریال"),
        ({"text": "توافقی"}, "توافقی"),
    ],
)
def test_a_page_says_a_cost_in_one_way_only(client, cost, shown):
    version = VersionFactory(published=True, card={"cost": cost})

    answers = client.get(f"/services/{version.service.pk}/").content.decode()
    part = answers[answers.index("چقدر هزینه دارد") :].partition("</div>")[0]

    others = {"ذکر نشده", "رایگان", "صفر ریال", "توافقی", "روشن نیست"} - {shown}
    assert shown in part
    assert not [other for other in others if other in part]


STAGE = form.StageAccess
WAYS = [
    (STAGE(), [], "unsaid"),
    (STAGE(electronic=False, non_electronic=False), [], "neither"),
    (STAGE(electronic=True), [], "electronic"),
    (STAGE(electronic=True, non_electronic=False), [], "electronic"),
    (STAGE(electronic=False, non_electronic=True), [], "paper"),
    (STAGE(electronic=True, non_electronic=True), [], "both"),
    (STAGE(), ["stages.request.electronic"], "unclear"),
    (STAGE(), ["stages.request.channels"], "unsaid"),
    (STAGE(electronic=True), ["stages.request.non_electronic"], "electronic"),
]


@pytest.mark.parametrize(("stage", "undecided", "mode"), WAYS)
def test_a_stage_keeps_its_two_boxes_apart_from_nothing_said(stage, undecided, mode):
    card = form.Card(stages=form.Stages(request=stage))

    stop = journey(card, undecided)[1]

    assert stop.mode == mode


@pytest.mark.parametrize("path", ["channels", "visit_levels", "visit_reasons", "electronic"])
def test_a_doubt_about_any_box_of_a_stage_is_told_at_that_stage_alone(path):
    stops = journey(form.Card(), [f"stages.delivery.{path}"])

    assert [stop.doubt for stop in stops] == [False, False, False, True]
