"""Whoever suspends or retires a service sees first what leans on it."""

import pytest

from khedmat.cards.actions import retire
from khedmat.cards.checking import store_findings
from khedmat.cards.models import IssuingService
from khedmat.web.desk import leaning
from tests.factories import forms
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, advance, identified
from tests.factories.copies import copy_of, national
from tests.factories.people import OrganizationFactory, centre, person, publisher
from tests.factories.registers import a_document

pytestmark = pytest.mark.django_db
NOTHING = "هیچ خدمت، زیرخدمت یا استانی به آن تکیه ندارد"


def service(title, *asks, code="", stage="published"):
    found = ServiceFactory(owner=OrganizationFactory(name=f"دستگاه {title}"))
    document = forms.document(forms.card(title=title, documents=list(asks)))
    version = VersionFactory(service=identified(found, code) if code else found, document=document)
    store_findings(version, on=NOW.date())
    return advance(version, stage)


def page(client_for, version, step="suspend", by=None):
    response = client_for(by or publisher()).get(f"/desk/versions/{version.pk}/decide/{step}/")
    return " ".join(response.content.decode().split())


def test_a_service_on_which_nothing_leans_says_so(client_for):
    assert NOTHING in page(client_for, service("صدور پروانهٔ ساخت"))


@pytest.mark.parametrize(("stage", "step"), [("published", "suspend"), ("suspended", "retire")])
def test_published_cards_that_ask_for_its_document_are_named_with_their_agency(client_for, stage, step):
    giver = service("صدور پروانهٔ ساخت")
    service("انشعاب آب", "پروانهٔ ساخت")
    service("انشعاب برق", "پروانه ساخت", stage="submitted")
    advance(giver, stage)

    said = page(client_for, giver, step)

    assert "می‌خواهند (۱)" in said
    assert "دستگاه انشعاب آب" in said
    assert "انشعاب برق" not in said


def test_it_is_told_whether_another_service_gives_the_same(client_for):
    giver = service("صدور پروانهٔ ساخت")
    service("انشعاب آب", "پروانهٔ ساخت")
    assert "تنها این خدمت آن را می‌دهد" in page(client_for, giver)

    service("اعطای پروانهٔ ساخت")
    assert "تنها این خدمت آن را می‌دهد" not in page(client_for, giver)


def test_a_name_of_the_register_and_what_its_steward_said_count_as_well(client_for):
    entry = a_document("پروانهٔ ساختمان", ("جواز ساخت",))
    giver, asker = service("رسیدگی به درخواست"), service("انشعاب گاز", "جواز ساخت")
    IssuingService.objects.create(document_type=entry, service=giver.service)

    assert asker.title in page(client_for, giver)


def test_a_main_service_shows_its_published_sub_services(client_for):
    main, part = service("انشعاب گاز", code="13031466000"), service("نصب کنتور", code="13031466100")

    assert "زیرخدمت‌های آن (۱)" in page(client_for, main)
    assert NOTHING in page(client_for, part)


def test_provinces_that_work_by_it_are_shown_and_their_drafts_are_not(client_for):
    world = national()
    copy_of(world)
    assert NOTHING in page(client_for, world.version, by=world.publisher)


def test_a_province_with_a_published_copy_is_shown(client_for):
    world = national()
    copy_of(world, "published")

    said = page(client_for, world.version, by=world.publisher)

    assert f'href="/services/{world.service.pk}/in/08/"' in said
    assert "دفتر کرمان" in said


def test_the_retired_service_that_sends_people_here_is_shown(client_for):
    gone, successor = service("خدمت کهنه", stage="suspended"), service("خدمت تازه")
    retire(gone, reason="یکی شدند.", successor=successor.service, by=publisher(), at=NOW)

    assert "خدمت کهنه" in page(client_for, successor)


def test_a_long_list_is_cut_and_counted(client_for, monkeypatch):
    monkeypatch.setattr(leaning, "MOST", 2)
    giver = service("صدور پروانهٔ ساخت")
    for number in range(3):
        service(f"انشعاب {number}", "پروانهٔ ساخت")

    said = page(client_for, giver)

    assert "می‌خواهند (۳)" in said
    assert said.count("دستگاه انشعاب") == 2


def test_other_steps_ask_nothing_of_it_and_the_page_keeps_its_bound(client_for, django_assert_max_num_queries):
    giver = service("صدور پروانهٔ ساخت", code="13031466000")
    service("انشعاب آب", "پروانهٔ ساخت")
    client = client_for(publisher())

    client.get(f"/desk/versions/{giver.pk}/decide/suspend/")  # the figures of the registry are counted once

    with django_assert_max_num_queries(12):
        client.get(f"/desk/versions/{giver.pk}/decide/suspend/")


def test_who_may_not_decide_sees_none_of_it(client_for):
    giver = service("صدور پروانهٔ ساخت")

    assert 'id="leaning"' not in page(client_for, giver, by=person("reviewer", centre()))
