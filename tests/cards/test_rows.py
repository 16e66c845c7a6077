"""The lists of the form as rows: in printed order, complete, and each holding only what the form offers."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from khedmat.cards.canonical import content_of
from khedmat.cards.form import Card
from khedmat.cards.models import (
    CostItem,
    DiagramBox,
    DiagramLink,
    DocumentRequirement,
    ExternalInquiry,
    Filler,
    InternalSystem,
    LegalCitation,
    Process,
    ServiceVersion,
    StageAccess,
    StageChange,
    ValueTrace,
)
from khedmat.cards.rows import CHILDREN, children_of, columns_of
from khedmat.core.refusals import refusing_in_words
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
ORDERED = [
    DocumentRequirement,
    LegalCitation,
    CostItem,
    InternalSystem,
    ExternalInquiry,
    Process,
    DiagramBox,
    DiagramLink,
]
WRONG_ROWS = [
    (CostItem, {"order": 9, "amount_rial": -1}, "منفی"),
    (ExternalInquiry, {"order": 9, "fee_rial": -1}, "منفی"),
    (ExternalInquiry, {"order": 9, "modes": ["pigeon"]}, "چاپی فرم"),
    (ExternalInquiry, {"order": 9, "paper_by": "nobody"}, "چاپی فرم"),
    (InternalSystem, {"order": 9, "modes": ["online", "x"]}, "چاپی فرم"),
    (StageAccess, {"stage": "payment"}, "چاپی فرم"),
    (StageAccess, {"stage": ""}, "نام مرحله"),
    (StageAccess, {"stage": "production", "channels": ["fax"]}, "چاپی فرم"),
    (StageAccess, {"stage": "production", "visit_levels": ["village"]}, "چاپی فرم"),
    (StageAccess, {"stage": "production", "visit_reasons": ["custom"]}, "چاپی فرم"),
    (StageAccess, {"stage": "request"}, "یک بار"),
    (ValueTrace, {"path": "card.title", "block": 0, "start": 0, "end": 0, "sure": 1}, "یک ردپا"),
    (ValueTrace, {"path": "card.x", "block": 0, "start": 0, "end": 0, "sure": 1.1}, "از صفر تا یک"),
    (ValueTrace, {"path": "card.x", "block": 0, "start": 0, "end": 0, "sure": -0.1}, "از صفر تا یک"),
]
WRONG_WORDS = {
    "nature": ["royal", "Sovereign", "حاکمیتی"],
    "service_type": [["G2X"], ["G2C", "g2b"], [""]],
    "level": [["استانی"], ["national", "planet"]],
    "life_events": [["wedding"]],
    "start_trigger": [["law"]],
    "recipients_per": ["week"],
    "frequency_per": ["decade"],
    "duration_unit": ["season"],
    "duration_basis": ["once"],
    "edition": ["1400 ", "1401"],
    "duration_min": [-1],
    "duration_max": [-0.001],
    "visits_max": [-1],
    "sha256": ["0" * 63, "G" * 64, "A" * 64, ""],
}


@pytest.mark.parametrize("model", ORDERED, ids=lambda model: model.__name__)
def test_two_rows_never_share_a_place(model):
    version = VersionFactory()
    first = model.objects.filter(version=version).first()

    with pytest.raises(ValidationError, match="یک ترتیب"), refusing_in_words():
        model.objects.create(version=version, order=first.order)


@pytest.mark.parametrize(("model", "values", "words"), WRONG_ROWS, ids=lambda value: getattr(value, "__name__", None))
def test_a_row_that_the_form_does_not_offer_is_refused_in_words(model, values, words):
    version = VersionFactory()

    with pytest.raises(ValidationError, match=words), refusing_in_words():
        model.objects.create(version=version, **values)


@pytest.mark.parametrize(
    ("column", "value"), [(name, value) for name, values in WRONG_WORDS.items() for value in values]
)
def test_a_column_that_the_form_does_not_offer_is_refused_in_words(column, value):
    version = VersionFactory()

    with pytest.raises(ValidationError, match="[آ-ی]"), refusing_in_words():
        ServiceVersion.objects.filter(pk=version.pk).update(**{column: value})


@pytest.mark.parametrize("changes", [{"source": "nowhere"}, {"target": ""}, {"target": "archived"}])
def test_a_change_of_stage_is_between_stages_that_there_are(changes):
    version = VersionFactory()
    values = {"version": version, "by": UserFactory(), "at": NOW, "target": "draft", "sha256": version.sha256}

    with pytest.raises(ValidationError, match="این مرحله"), refusing_in_words():
        StageChange.objects.create(**values | changes)


def test_a_version_has_one_filler():
    version = VersionFactory()

    with pytest.raises(Exception, match=r"."), refusing_in_words():
        Filler.objects.create(version=version, name="دیگری")


def test_every_constraint_of_the_program_speaks_persian():
    rules = [
        rule
        for model in apps.get_models()
        if model.__module__.startswith("khedmat")
        for rule in model._meta.constraints
    ]

    assert len(rules) > 35
    assert [
        rule.name for rule in rules if not any("آ" <= letter <= "ی" for letter in str(rule.violation_error_message))
    ] == []


def test_rows_keep_the_order_of_the_form_from_one():
    version = VersionFactory(card={"processes": ["سه", "یک", "دو", "یک"]})

    assert list(version.process_rows.values_list("order", "title")) == [(1, "سه"), (2, "یک"), (3, "دو"), (4, "یک")]


def test_every_list_of_the_form_becomes_rows():
    version = VersionFactory()

    assert {model.__name__: model.objects.filter(version=version).count() for model in CHILDREN} == {
        "DocumentRequirement": 2,
        "LegalCitation": 1,
        "CostItem": 1,
        "StageAccess": 3,
        "InternalSystem": 1,
        "ExternalInquiry": 1,
        "Process": 3,
        "DiagramBox": 3,
        "DiagramLink": 2,
        "Filler": 1,
        "ValueTrace": 1,
    }


def test_an_empty_card_makes_no_row_and_says_nothing_in_any_column():
    document = forms.document().model_copy(update={"card": Card(), "trace": {}})

    assert not any(children_of(document).values())
    assert set(map(str, columns_of(Card()).values())) == {"", "None", "[]"}


@pytest.mark.parametrize(
    ("answer", "column", "kept"),
    [
        ({"cost": {"free": False}}, "cost_free", False),
        ({"cost": {"free": None}}, "cost_free", None),
        ({"recipients": {"count": 0}}, "recipients_count", 0),
        ({"visits": {"count": 0}}, "visits_count", 0),
        ({"average_duration": {"value": 0.5, "unit": "hour"}}, "duration_value", 0.5),
        ({"nature": None}, "nature", ""),
        ({"frequency": {"once": False}}, "frequency_once", False),
        ({"leads_to_permit": None}, "leads_to_permit", None),
        ({"service_id": "10031093000"}, "stated_id", "10031093000"),
        ({"stages": None}, "is_electronic", None),
        ({"stages": {"production": {"electronic": True}}}, "is_electronic", True),
        ({"stages": {"request": {"electronic": False}}}, "is_electronic", False),
        ({"stages": {"request": {"electronic": False}}}, "needs_visit", False),
        ({"title": "x" * 2000}, "title_key", "x" * 300),
    ],
)
def test_zero_no_and_nothing_are_three_answers_in_the_columns_too(answer, column, kept):
    version = VersionFactory(card=answer)

    version.refresh_from_db()
    assert getattr(version, column) == kept


def test_the_card_of_a_version_is_the_card_that_was_filed():
    version = ServiceVersion.objects.get(pk=VersionFactory().pk)

    assert content_of(version.card) == content_of(forms.card())
    assert version.document.card == version.card
    assert version.public_card.filled_by.name is None


def test_a_version_without_a_title_has_a_name_all_the_same():
    assert str(VersionFactory.build(title="", number=1, stage="draft"))
