"""Lists of services and of permits, many rows at once; and what the findings of any form have in common."""

import json
from dataclasses import asdict, fields

import pytest
from hypothesis import HealthCheck, given, settings

from khedmat.cards.rules.engine import RULES, check
from khedmat.cards.rules.rule import SEVERITIES, Finding
from tests.cards.rules.cases_form import BROKEN as OF_FORM
from tests.cards.rules.cases_permits import BROKEN as OF_PERMITS
from tests.cards.rules.cases_service import BROKEN as OF_SERVICE
from tests.cards.rules.example import CANCEL, INQUIRY, PERMIT, example, permit_list
from tests.factories import forms, generated

ALL = [*OF_FORM, *OF_SERVICE, *OF_PERMITS]
KINDS = {rule.id: rule.kinds for rule in RULES}
EASY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def service(title="صدور گواهی مهارت", code="18051234000"):
    return {"title": title, "service_id": code}


def service_list(*rows):
    return example(kind="service_list", services=list(rows))


def said_of(document):
    return [(one.rule, one.field) for one in check(document)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([service()], []),
        ([service(), service("ثبت شکایت", None)], []),
        ([service(None)], [("C01", "services.0.title")]),
        ([service("..."), service("—")], [("C01", "services.0.title"), ("C01", "services.1.title")]),
        ([service(), service(code="1805123400")], [("I02", "services.1.service_id")]),
        (
            [service(code="28051234000"), service(code="0")],
            [("I02", "services.0.service_id"), ("I02", "services.1.service_id")],
        ),
        ([], []),
    ],
)
def test_each_row_of_a_list_of_services_is_asked_for_its_title_and_its_number(rows, said):
    assert said_of(service_list(*rows)) == said


def test_a_list_of_services_is_not_asked_what_only_a_card_can_say():
    rules = {rule for rule, kinds in KINDS.items() if "service_list" in kinds}

    assert rules == {"I02", "I04", "C01", "C02", "K04"}


def test_a_long_list_names_every_row_that_lacks_something():
    rows = [service(None) if place % 10 == 0 else service(code=f"1301{place:07}") for place in range(1000)]

    assert [field for _, field in said_of(service_list(*rows))] == [
        f"services.{place}.title" for place in range(0, 1000, 10)
    ]


def test_a_well_filled_list_of_permits_has_nothing_to_find():
    shared = PERMIT | {"process": "shared"}

    assert said_of(permit_list(shared, CANCEL | {"process": "shared"}, inquiries=[INQUIRY])) == []


def test_each_permit_of_a_list_is_judged_by_its_own_rows():
    other = {"title": "کارت مربیگری"}
    document = permit_list(PERMIT, CANCEL, PERMIT | other, PERMIT | other | {"action": "renew", "validity": None})

    assert said_of(document) == [("P03", "permits.2.action")]


def test_rows_below_a_title_belong_to_it_until_the_next_title():
    untitled = {"title": None}
    document = permit_list(PERMIT, CANCEL | untitled, PERMIT | {"title": "کارت مربیگری"}, CANCEL | untitled)

    assert said_of(document) == []


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_finding_is_whole_persian_and_on_one_line(case):
    for one in check(case.document()):
        assert one.severity in SEVERITIES
        assert "%(" not in one.message + one.fix
        assert "\n" not in one.message
        assert any("آ" <= letter <= "ی" for letter in one.message)
        assert not any(letter in one.fix for letter in "يك٤٥٦")


@pytest.mark.parametrize("case", ALL, ids=str)
def test_findings_come_in_one_order_once_each(case):
    found = check(case.document())

    assert found == check(case.document())
    assert len(set(found)) == len(found)
    assert [one.severity for one in found] == sorted((one.severity for one in found), key=SEVERITIES.index)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_finding_points_into_the_form(case):
    roots = {"card", "permits", "inquiries", "services"}

    assert {one.field.split(".")[0] for one in check(case.document())} <= roots


def test_a_finding_has_the_five_names_that_programs_read():
    (one,) = [one for one in check(example({"title": "دفترچه"})) if one.rule == "C06"]

    assert [field.name for field in fields(Finding)] == ["rule", "severity", "field", "message", "fix"]
    assert json.loads(json.dumps(asdict(one), ensure_ascii=False)) == asdict(one)


def test_checking_changes_nothing_of_the_form():
    document = example({"stages": None, "cost": None}, permits=[PERMIT], inquiries=[INQUIRY])
    before = document.model_dump_json()

    check(document)

    assert document.model_dump_json() == before


@EASY
@given(generated.cards())
def test_any_card_gives_findings_of_rules_that_there_are(card):
    found = check(forms.document(card))

    assert {one.rule for one in found} <= set(KINDS)
    assert all(one.message and one.field for one in found)


@EASY
@given(generated.cards())
def test_nothing_that_is_never_published_is_quoted(card):
    secret = "رازمگو"
    filler = card.filled_by.model_copy(update={"name": secret, "phone": secret, "email": secret})
    items = [item.model_copy(update={"account": secret}) for item in card.cost.items]
    hidden = card.model_copy(update={"filled_by": filler, "cost": card.cost.model_copy(update={"items": items})})

    assert secret not in " ".join(one.message + one.fix for one in check(forms.document(hidden)))


@pytest.mark.parametrize("value", ["%", "%s", "%(row)s", "%%", "{row}", "\\n", "<b>", "«»"])
def test_a_value_is_quoted_and_never_carried_out(value):
    said = [one.message for one in check(example({"visits": {"text": f"شماری {value} بار"}})) if one.rule == "V06"]

    assert said == [f"تعداد بار مراجعه عدد نیست: «شماری {value} بار»."]
