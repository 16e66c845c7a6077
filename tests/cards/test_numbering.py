"""IDs: the next number of the register, given once, kept for ever, refused in words."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from khedmat.cards import actions
from khedmat.cards.functions import functions
from khedmat.cards.identifiers import exists_as_function
from khedmat.cards.models import GivenId, Service
from khedmat.cards.numbering import next_id
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, identified
from tests.factories.people import OrganizationFactory, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]


def sent(office, **card):
    return VersionFactory(service__owner=office.owner, stage="submitted", card=card).service


def give(office, service, function="1301", parent=None, by=None):
    return actions.give_id(
        service, function=function, why="برابر عنوان", parent=parent, by=by or office.reviewer, at=NOW
    )


def said(caught):
    return " ".join(caught.value.messages)


def test_main_services_are_numbered_one_after_the_other_whatever_their_function(office):
    codes = [give(office, sent(office), function).code for function in ("1301", "1702", "1909")]

    assert codes == ["13010001000", "17020002000", "19090003000"]


def test_an_id_is_kept_with_who_gave_it_when_and_why(office):
    service = sent(office)

    give(office, service)

    given = GivenId.objects.get()
    assert (given.service, given.by, given.at, given.why) == (service, office.reviewer, NOW, "برابر عنوان")
    assert (given.function, given.main, given.sub, given.is_legacy) == ("1301", "0001", "000", False)
    assert Service.objects.get().code == given.code


def test_publishers_of_the_centre_give_ids_too(office):
    assert give(office, sent(office), by=office.publisher).code == "13010001000"


def test_sub_services_are_numbered_from_a_hundred_up_in_the_family_of_their_main_service(office):
    main, other = sent(office), sent(office)
    give(office, main)
    give(office, other)

    codes = [give(office, sent(office), function, parent=main).code for function in ("1301", "1702")]
    of_other = give(office, sent(office), parent=other).code

    assert codes == ["13010001100", "17020001101"]
    assert of_other == "13010002100"


def test_the_register_begins_after_the_highest_number_that_came_from_before(office):
    identified(sent(office), "13042656100", is_legacy=True)
    identified(sent(office), "10031093000", is_legacy=True)

    assert give(office, sent(office)).code == "13012657000"


def test_a_number_that_a_waiting_form_says_it_bears_is_passed_over(office):
    give(office, sent(office))
    sent(office, service_id="10030002000")

    assert give(office, sent(office)).code == "13010003000"


def test_a_later_legacy_number_leaves_the_register_where_it_was(office):
    give(office, sent(office))
    identified(sent(office), "13049000000", is_legacy=True)

    assert give(office, sent(office)).code == "13010002000"


def test_sub_services_go_on_from_those_of_before(office):
    main = identified(sent(office), "17041326000", is_legacy=True)
    identified(sent(office), "10011326100", is_legacy=True)

    assert give(office, sent(office), parent=main).code == "13011326101"


def test_what_a_failure_undoes_leaves_no_gap(office):
    def give_and_fail():
        with transaction.atomic():
            give(office, sent(office))
            raise RuntimeError

    pytest.raises(RuntimeError, give_and_fail)

    assert give(office, sent(office)).code == "13010001000"


def test_the_number_shown_beforehand_is_the_one_that_is_given_when_nobody_is_quicker(office):
    main = sent(office)
    shown = next_id("1301", None)

    assert give(office, main).code == shown
    assert next_id("1301", Service.objects.get(pk=main.pk)) == "13010001100"


@pytest.mark.parametrize("who", ["author", "approver", "reader"])
def test_only_the_centre_gives_ids(office, who):
    with pytest.raises(ValidationError, match="کار بررسی"):
        give(office, sent(office), by=getattr(office, who))


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_the_same_role_elsewhere_gives_none(office, role):
    with pytest.raises(ValidationError, match="کار بررسی"):
        give(office, sent(office), by=person(role, OrganizationFactory()))

    assert not GivenId.objects.exists()


def test_a_service_gets_no_second_id(office):
    service = sent(office)
    give(office, service)

    with pytest.raises(ValidationError, match="13010001000"):
        give(office, service)


def test_a_service_of_which_nothing_was_sent_gets_none(office):
    drafted = VersionFactory(service__owner=office.owner).service

    with pytest.raises(ValidationError, match="نویسندگان «سازمان نمونه»"):
        give(office, drafted)


def test_a_service_whose_form_states_an_id_gets_no_other(office):
    with pytest.raises(ValidationError, match="با انتشار ثبت"):
        give(office, sent(office, service_id="10031093000"))


def test_an_unknown_function_is_refused(office):
    with pytest.raises(ValidationError, match="فهرست کارکردهای دولت نیست"):
        give(office, sent(office), function="1466")


def test_a_parent_without_an_id_is_refused(office):
    with pytest.raises(ValidationError, match="خدمت اصلی هنوز شناسه ندارد"):
        give(office, sent(office), parent=sent(office))


def test_a_parent_that_is_itself_a_sub_service_is_refused(office):
    main, sub = sent(office), sent(office)
    give(office, main)
    give(office, sub, parent=main)

    with pytest.raises(ValidationError, match="خود زیرخدمت است"):
        give(office, sent(office), parent=Service.objects.get(pk=sub.pk))


def test_without_a_reason_nothing_is_given(office):
    with pytest.raises(ValidationError, match="دلیل گزیدن کارکرد"):
        actions.give_id(sent(office), function="1301", why="", by=office.reviewer, at=NOW)

    assert Service.objects.get().code is None


@pytest.mark.parametrize(("code", "parent"), [("13019999000", False), ("13010005999", True)])
def test_a_full_register_says_so(office, code, parent):
    identified(sent(office), code, is_legacy=True)
    main = identified(sent(office), "13010005000", is_legacy=True) if parent else None

    with pytest.raises(ValidationError, match="پر شده است"):
        give(office, sent(office), parent=main)


def test_every_condition_that_fails_is_said_at_once(office):
    with pytest.raises(ValidationError) as caught:
        give(office, VersionFactory().service, function="9999", parent=ServiceFactory(), by=office.author)

    assert len(caught.value.messages) == 4


@pytest.mark.parametrize("change", [{"code": "13010009000"}, {"why": "دیگر"}])
def test_the_database_keeps_the_register_as_it_is(office, change):
    give(office, sent(office))

    with pytest.raises(DatabaseError), transaction.atomic():
        GivenId.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        GivenId.objects.all().delete()


def test_the_id_of_a_service_never_changes_nor_goes(office):
    service = identified(sent(office))

    for code in (None, "13010009000"):
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            Service.objects.filter(pk=service.pk).update(code=code)


def test_one_number_is_never_given_twice(office):
    give(office, sent(office))

    for code in ("13010001000", "17020001000"):
        with pytest.raises(IntegrityError), transaction.atomic():
            GivenId.objects.create(service=sent(office), code=code, why="باز", by=office.reviewer, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_four_at_once_get_four_numbers_in_a_row(office):
    services = [sent(office) for _ in range(4)]

    results = at_once(*[lambda one=one: give(office, one) for one in services])

    assert refusals(results) == []
    assert sorted(GivenId.objects.values_list("main", flat=True)) == ["0001", "0002", "0003", "0004"]


@pytest.mark.django_db(transaction=True)
def test_one_service_asked_for_twice_at_once_gets_one_id(office):
    service = sent(office)

    results = at_once(*[lambda: give(office, service)] * 3)

    assert len(refusals(results)) == 2
    assert GivenId.objects.get().code == Service.objects.get().code == "13010001000"


def test_a_card_without_an_id_is_not_published_and_the_refusal_says_who_gives_it(office):
    version = VersionFactory(service__owner=office.owner, stage="accepted")

    with pytest.raises(ValidationError, match="هنوز شناسه ندارد") as caught:
        actions.publish(version, by=office.publisher, at=NOW)
    give(office, version.service)

    assert "«دادن شناسه»" in said(caught)
    assert actions.publish(version, by=office.publisher, at=NOW).stage == "published"


def test_an_id_of_the_form_is_registered_as_from_before_when_it_is_published(office):
    version = VersionFactory(service__owner=office.owner, stage="accepted", card={"service_id": "10031093000"})

    actions.publish(version, by=office.publisher, at=NOW)

    given = GivenId.objects.get()
    assert (given.code, given.is_legacy, given.by, given.service) == (
        "10031093000",
        True,
        office.publisher,
        version.service,
    )


def test_a_form_cannot_claim_a_place_in_a_family_that_was_numbered_here(office):
    give(office, sent(office))
    version = VersionFactory(service__owner=office.owner, stage="accepted", card={"service_id": "13010001105"})

    with pytest.raises(ValidationError, match="13010001105"):
        actions.publish(version, by=office.publisher, at=NOW)


def test_the_functions_are_those_that_exist():
    every = [f"{first}{second:02}" for first in range(10, 20) for second in range(1, 10)]

    assert list(functions()) == [code for code in every if exists_as_function(f"{code}0001000")]
