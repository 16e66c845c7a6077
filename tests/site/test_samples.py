"""What a newcomer finds: sample people and sample forms that went the whole way."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.cards import actions, perms
from khedmat.cards.models import Service, ServiceVersion
from khedmat.files.models import StoredFile
from khedmat.importing.models import Intake
from khedmat.organizations.actions import load_reference
from khedmat.organizations.models import Membership
from khedmat.permits.models import PermitForm, PermitList
from khedmat.site import samples
from khedmat.site.samples.copies import FIRST, SECOND
from khedmat.site.samples.people import PEOPLE

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def welcome(kept_for_the_module):
    load_reference()
    return samples.load()


def counts():
    return [table.objects.count() for table in (User, Membership, Service, ServiceVersion, StoredFile, Intake)]


def who(name):
    return User.objects.get(username=f"sample-{name}")


def seeds(stage):
    return ServiceVersion.objects.filter(stage=stage, service__owner__code__in=["plan-east-azerbaijan", "isipo"])


def test_every_form_stands_where_the_list_of_samples_says(welcome):
    forms = samples.forms()

    by_stage = {
        stage: [form for form in forms if form.service and form.stage == stage] for stage in ("published", "draft")
    }
    for stage, listed in by_stage.items():
        assert ServiceVersion.objects.filter(stage=stage).count() == len(listed)
    assert Service.objects.count() == len({form.service for form in forms if form.service})
    assert (PermitList.objects.count(), PermitForm.objects.filter(version=None).count()) == (1, 6)


def test_the_two_seed_services_are_there_as_filed_and_corrected(welcome):
    filed, corrected = seeds("draft"), seeds("published")

    assert set(filed.values_list("service", flat=True)) == set(corrected.values_list("service", flat=True))
    assert all(version.findings.filter(severity="B").exists() for version in filed)
    assert not any(version.findings.filter(severity="B").exists() for version in corrected)


def test_author_approver_reviewer_and_publisher_of_each_card_are_four(welcome):
    for version in ServiceVersion.objects.published():
        signed = {
            getattr(version, f"{name}_by") for name in ("created", "submitted", "approved", "accepted", "published")
        }
        assert (len(signed), version.submitted_by) == (4, version.created_by)
        assert version.stage_changes.exclude(as_role="").count() == 5


def test_the_author_sees_both_forms_at_the_desk(welcome, client_for):
    page = client_for(who("author")).get("/desk/").content.decode()

    for version in [*seeds("draft"), *seeds("published")]:
        assert f"/desk/versions/{version.pk}/" in page


def test_a_stranger_sees_neither_the_draft_nor_its_findings(welcome, client_for):
    client = client_for(who("other-author"))

    for version in seeds("draft"):
        assert client.get(f"/desk/versions/{version.pk}/").status_code == 404
        assert f"/desk/versions/{version.pk}/" not in client.get("/desk/").content.decode()


def test_a_reader_sees_and_changes_nothing(welcome):
    draft, today = seeds("draft").first(), timezone.localdate()

    assert perms.can_see(who("reader"), draft, today)
    assert not perms.can_edit(who("reader"), draft, today)


def test_a_filed_form_goes_no_further_than_the_centre(welcome):
    draft = seeds("draft").get(service__owner__code="isipo")
    actions.submit(draft, by=who("author"), at=timezone.now())
    actions.approve(draft, by=who("approver"), at=timezone.now())

    with pytest.raises(ValidationError, match="مانع انتشار"):
        actions.accept(draft, by=who("reviewer"), at=timezone.now())


def test_everybody_who_is_printed_can_sign_in(welcome, client):
    printed = [line.split() for line in welcome.splitlines() if line.strip().startswith("sample-")]

    assert [name for name, *_ in printed] == [person.username for person in PEOPLE]
    for name, password, *_ in printed:
        answer = Client().post("/account/login/", {"login": name, "password": password})
        assert (answer.status_code, answer["Location"]) == (302, "/desk/")


def test_printed_addresses_are_there(welcome, client):
    printed = [word for word in welcome.split() if word.startswith("/services/")]

    assert len(printed) == 2
    assert all(client.get(address).status_code == 200 for address in printed)


def test_loading_again_doubles_nothing(welcome):
    before = counts()

    samples.load()

    assert counts() == before


def test_passwords_are_of_this_installation_only(welcome):
    again = samples.load()

    assert welcome.split("sample-author")[1].split()[0] != again.split("sample-author")[1].split()[0]


def test_sample_people_work_where_the_samples_are_from():
    offices = {code for person in PEOPLE for code in person.agencies if person.role == "author"}

    assert offices == {form.agency for form in samples.forms()} | {FIRST, SECOND}
