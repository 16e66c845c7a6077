"""The register written by hand: who may, what is refused, what the log keeps."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from khedmat.organizations.models import Organization, OrganizationEdit
from khedmat.organizations.perms import can_carry_out, can_keep_register
from khedmat.organizations.registering import Entry, correct, make
from tests.factories.changes import carried, merged, planned
from tests.factories.people import OrganizationFactory, PlaceFactory, UserFactory, centre, person, publisher

pytestmark = pytest.mark.django_db


def entry(**more):
    plain = {
        "kind": "organization",
        "scope": "national",
        "parent": None,
        "place": None,
        "domains": [],
        "aliases": [],
        "valid_from": None,
    }
    return Entry(**(plain | more))


def corrected(agency, *, seen=0, by=None, **more):
    return correct(agency, entry(**more), seen=seen, by=by or publisher(), at=timezone.now())


def made(code="new", name="سازمان نو", *, by=None, **more):
    return make(code, name, entry(**more), by=by or publisher(), at=timezone.now())


@pytest.mark.parametrize(
    ("role", "keeps", "carries"),
    [
        ("publisher", True, True),
        ("reviewer", True, False),
        ("manager", False, False),
        ("author", False, False),
        ("reader", False, False),
    ],
)
def test_the_centre_keeps_the_register_and_its_publishers_carry_out(role, keeps, carries):
    user, today = person(role, centre()), timezone.localdate()

    assert can_keep_register(user, today) == keeps
    assert can_carry_out(user, today) == carries


@pytest.mark.parametrize("role", ["publisher", "reviewer", "manager"])
def test_the_same_role_elsewhere_keeps_nothing(role):
    user, today = person(role, OrganizationFactory()), timezone.localdate()

    assert not can_keep_register(user, today)
    assert not can_carry_out(user, today)


def test_a_new_agency_stands_in_the_register_and_in_the_log():
    place, parent = PlaceFactory(code="07"), OrganizationFactory(code="above")

    agency = made(place=place, parent=parent, domains=["new.example"], valid_from=date(2024, 3, 20))

    log = agency.edits.get()
    assert log.before == {}
    assert log.after == {
        "name": "سازمان نو",
        "kind": "organization",
        "scope": "national",
        "parent": "above",
        "place": "07",
        "domains": ["new.example"],
        "aliases": [],
        "valid_from": "2024-03-20",
    }


def test_a_code_is_one_agency_s():
    made()

    with pytest.raises(ValidationError, match="شناسهٔ دیگری"):
        made(name="سازمان دیگر")

    assert Organization.objects.get(code="new").name == "سازمان نو"


def test_of_a_correction_the_log_keeps_what_changed_and_nothing_else():
    agency = OrganizationFactory(kind="organization", domains=["a.example"])

    corrected(agency, kind="company", domains=["a.example"])

    log = agency.edits.get()
    assert (log.before, log.after) == ({"kind": "organization"}, {"kind": "company"})


@pytest.mark.parametrize("act", [lambda by: made(by=by), lambda by: corrected(OrganizationFactory(), by=by)])
@pytest.mark.parametrize("who", ["nobody", "manager", "publisher elsewhere"])
def test_others_are_told_whose_work_it_is(act, who):
    at = OrganizationFactory()
    by = UserFactory() if who == "nobody" else person(who.partition(" ")[0], at)

    with pytest.raises(ValidationError, match="مرکز بررسی"):
        act(by)

    assert not OrganizationEdit.objects.exists()


def test_two_who_correct_at_once_do_not_overwrite_each_other():
    agency, first = OrganizationFactory(), person("reviewer", centre())
    corrected(agency, kind="company", by=first)

    with pytest.raises(ValidationError) as refusal:
        corrected(agency, kind="bank")

    agency.refresh_from_db()
    assert str(first) in refusal.value.messages[0]
    assert agency.kind == "company"


def test_no_agency_stands_below_itself_however_far():
    top = OrganizationFactory(name="بالا")
    middle = OrganizationFactory(parent=top)
    low = OrganizationFactory(parent=middle)

    with pytest.raises(ValidationError, match="مادر آن نمی"):
        corrected(top, parent=low)
    with pytest.raises(ValidationError):
        corrected(top, parent=top)

    top.refresh_from_db()
    assert top.parent is None


def test_nothing_is_put_below_an_ended_agency_and_none_is_corrected():
    old = OrganizationFactory()
    merged(old, OrganizationFactory(name="جانشین"))
    old.refresh_from_db()

    with pytest.raises(ValidationError, match="جانشین آن"):
        made(parent=old)
    with pytest.raises(ValidationError, match="جانشین آن"):
        corrected(old, kind="bank")


def test_a_domain_is_one_agency_s_until_that_agency_ends():
    old = OrganizationFactory(name="صاحب", domains=["a.example"])

    with pytest.raises(ValidationError, match="«a.example» از آن «صاحب»"):
        made(domains=["b.example", "a.example"])

    carried(planned("closing", [old]))
    assert made(domains=["a.example"]).domains == ["a.example"]


@pytest.mark.parametrize("change", [{"kind": "circus"}, {"scope": "universal"}])
def test_words_that_the_lists_do_not_hold_are_refused(change):
    with pytest.raises(ValidationError, match="در فهرست نیست"):
        made(**change)


def test_the_log_never_changes_and_no_agency_is_deleted():
    agency = made()

    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        agency.edits.update(after={})
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        Organization.objects.filter(pk=OrganizationFactory().pk).delete()
