"""Systems, exchanged data and audiences in the boxes of a card, bound to their registers."""

import pytest
from django.db import IntegrityError, transaction

from khedmat.cards.beginning import create_draft
from khedmat.cards.checking import store_findings
from khedmat.cards.drafting import replace_draft
from khedmat.cards.form import Document
from khedmat.cards.lines import actions
from khedmat.cards.lines.boxes import MOST, audiences_in, elements_in, names_in, systems_in
from khedmat.cards.lines.where import counted, naming, standing
from khedmat.cards.models import ExchangedElement, NamedAudience, ServiceVersion, UsedSystem
from khedmat.registers.enums import Register
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, UserFactory
from tests.factories.registers import a_system, an_audience, an_element, steward

ASKED = {"agency": "گمرک", "system": "سامانه جامع تجارت", "fields": "کد ملی، تاریخ تولد"}
INSIDE = {"system": "بانک چاه‌ها", "fields": "دبی مجاز"}
BOXES = {
    "system_name": "سامانهٔ آب",
    "internal_systems": [INSIDE],
    "external_inquiries": [ASKED],
    "audience": "صادرکنندگان و واردکنندگان",
}


def document(**boxes):
    return forms.document(forms.card(**(BOXES | boxes)))


def version_with(**boxes):
    version = VersionFactory(published=True, document=document(**boxes))
    store_findings(version, on=NOW.date())
    return version


def names(said):
    return [one["name"] for one in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, []),
        ("", []),
        ("کد ملی", ["کد ملی"]),
        ("کد ملی، تاریخ تولد", ["کد ملی", "تاریخ تولد"]),
        ("کد ملی\nتاریخ تولد", ["کد ملی", "تاریخ تولد"]),
        ("اصناف و شرکت‌ها", ["اصناف و شرکت‌ها", "اصناف", "شرکت‌ها"]),
        ("حقیقی یا حقوقی", ["حقیقی یا حقوقی", "حقیقی", "حقوقی"]),
        ("(افراد حقیقی، حقوقی)", ["افراد حقیقی", "حقوقی"]),
        ("دانشجویان. کارکنان", ["دانشجویان", "کارکنان"]),
        ("ویزا", ["ویزا"]),
        ("، ؛ -", ["-"]),
        ("مردم، مردم", ["مردم"]),
    ],
)
def test_a_box_is_split_at_what_parts_names(text, expected):
    assert names_in([text]) == expected


def test_a_box_of_prose_gives_a_bounded_number_of_names():
    assert len(names_in(["، ".join(f"گروه {number}" for number in range(MOST * 3))])) == MOST


def test_each_system_says_what_it_is_to_the_service():
    assert list(systems_in(document())) == [
        {"name": "سامانهٔ آب", "use": "own"},
        {"name": "بانک چاه‌ها", "use": "inside"},
        {"name": "سامانه جامع تجارت", "use": "asked"},
    ]


def test_fields_of_both_sections_are_data():
    assert names(elements_in(document())) == ["دبی مجاز", "کد ملی", "تاریخ تولد"]


def test_a_list_of_services_names_nothing():
    empty = Document(kind="service_list", source={"name": "a.txt", "media_type": "text/plain"})

    assert [list(of(empty)) for of in (systems_in, elements_in, audiences_in)] == [[], [], []]


@pytest.mark.django_db
def test_a_card_is_bound_to_all_registers_and_the_version_stays_as_it_was():
    system, element, audience = a_system(), an_element(aliases=("کد ملی",)), an_audience()
    version = version_with()
    content = ServiceVersion.objects.get(pk=version.pk).content

    assert UsedSystem.objects.get(system=system).use == "asked"
    assert ExchangedElement.objects.get(element=element).name == "کد ملی"
    assert NamedAudience.objects.get(audience=audience).version == version
    assert NamedAudience.objects.filter(audience=None).count() == 2
    assert ServiceVersion.objects.get(pk=version.pk).content == content


@pytest.mark.django_db
def test_a_new_name_reaches_cards_but_asks_no_rule_again():
    version = version_with()
    before = ServiceVersion.objects.get(pk=version.pk).checked_with

    audience = an_audience()

    assert list(naming(ServiceVersion.objects.published(), audience)) == [version]
    assert ServiceVersion.objects.get(pk=version.pk).checked_with == before != ""


@pytest.mark.django_db
def test_a_merge_of_systems_moves_the_names_of_cards():
    gone, kept = a_system(), a_system("پنجرهٔ تجارت")
    version_with()

    shown = actions.preview(gone, kept)
    actions.merge(gone, kept, seen=shown.seen, by=steward(), at=NOW)

    assert [line.name for line in shown.lines] == ["سامانه جامع تجارت"]
    assert UsedSystem.objects.get(name="سامانه جامع تجارت").system == kept


@pytest.mark.django_db
def test_a_system_that_changes_its_place_in_the_card_is_written_anew():
    here, there = {"system_name": "سامانه تجارت"}, {"external_inquiries": [ASKED | {"system": "سامانه تجارت"}]}
    empty = {"system_name": None, "internal_systems": [], "external_inquiries": []}
    by, draft = (
        UserFactory(),
        create_draft(document(**empty | here), owner=OrganizationFactory(), by=UserFactory(), at=NOW),
    )

    replace_draft(draft, document(**empty | there), by=by, at=NOW)

    assert UsedSystem.objects.get().use == "asked"


@pytest.mark.django_db
def test_published_cards_are_counted_once_each():
    system = a_system()
    version_with(system_name="سامانه جامع تجارت"), version_with()
    VersionFactory(document=document())

    assert counted(Register.SYSTEMS) == {system.pk: 2}
    assert naming(ServiceVersion.objects.published(), system, use="own").count() == 1
    assert list(standing(Register.SYSTEMS)) == [system]


@pytest.mark.django_db
def test_the_database_knows_what_a_system_can_be_to_a_service():
    version_with()

    with pytest.raises(IntegrityError, match="used_system_known_words"), transaction.atomic():
        UsedSystem.objects.update(use="else")


@pytest.mark.django_db
def test_a_line_reads_as_its_name_and_orders_are_told_apart():
    version = version_with()
    line = UsedSystem.objects.earliest("order")

    assert str(line) == "سامانهٔ آب"
    with pytest.raises(IntegrityError, match="used_system_order_once"), transaction.atomic():
        UsedSystem.objects.create(version=version, order=line.order, name="سامانه", letters="سامانه", use="own")
