"""Carrying a plan out: whole documents or nothing, however often and whatever stops it."""

import hashlib

import pytest
from django.db import DataError

from khedmat.accounts.models import User
from khedmat.cards.models import Finding, Service, ServiceVersion, StageChange
from khedmat.files.models import StoredFile
from khedmat.importing import actions
from khedmat.importing.actions import apply, importer
from khedmat.importing.models import Intake
from khedmat.permits.models import PermitForm
from tests.factories.cards import NOW, advance
from tests.factories.people import OrganizationFactory, UserFactory
from tests.importing.paper import permit, permits_text, planned, taken, whats, write

pytestmark = pytest.mark.django_db
TABLES = (Service, ServiceVersion, Intake, StoredFile, StageChange)


def counts():
    return [table.objects.count() for table in TABLES]


def carry_out(plan):
    return apply(plan, by=importer(), at=NOW)


def titles(new):
    return [one.document.card.title for one in new]


def three(folder):
    for name in "abc":
        write(folder, f"{name}.txt", title=f"خدمت {name}")
    return planned(folder)


def test_a_card_becomes_a_draft_with_its_file_trace_and_findings(agency, folder):
    path = write(folder, code="10031093000")

    (result,) = taken(path)

    version = ServiceVersion.objects.get()
    assert result.version == version
    assert (version.stage, version.service.owner, version.stated_id) == ("draft", agency, "10031093000")
    assert version.source_file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert version.traces.filter(path="card.title").exists()
    assert version.findings.count() == sum(result.row.findings.values()) > 0
    assert version.service.code is None


def test_what_is_written_is_what_was_planned(agency, folder):
    plan = three(folder)

    results = carry_out(plan)

    assert [result.row for result in results] == list(plan.rows)
    assert all(result.is_written for result in results)


def test_running_twice_doubles_nothing(agency, folder):
    write(folder, "permits.html", text=permits_text(permit()))
    plan = three(folder)
    carry_out(plan)
    before = counts()

    again, anew = carry_out(plan), taken(folder)

    assert counts() == before
    assert set(whats(again)) == set(whats(anew)) == {"leave"}


def test_a_stop_in_the_middle_leaves_whole_documents_and_a_second_run_the_rest(agency, folder, monkeypatch):
    plan = three(folder)
    create = actions.create_drafts

    def stopped(new, **origin):
        made = create(new, **origin)
        if "خدمت c" in titles(new):
            raise KeyboardInterrupt
        return made

    monkeypatch.setattr(actions, "A_BATCH", 2)
    monkeypatch.setattr(actions, "create_drafts", stopped)
    with pytest.raises(KeyboardInterrupt):
        carry_out(plan)
    assert set(ServiceVersion.objects.values_list("title", flat=True)) == {"خدمت a", "خدمت b"}
    assert Finding.objects.exclude(version__title__in=["خدمت a", "خدمت b"]).count() == 0

    monkeypatch.setattr(actions, "create_drafts", create)
    assert whats(taken(folder)) == ["leave", "leave", "add"]
    assert counts()[:3] == [3, 3, 3]


def test_a_changed_paper_replaces_the_draft_and_keeps_its_history(agency, folder):
    taken(write(folder))

    (result,) = taken(write(folder, description="شرحی دیگر"))

    version = ServiceVersion.objects.get()
    assert (result.version, version.description) == (version, "شرحی دیگر")
    assert version.stage_changes.count() == Intake.objects.count() == StoredFile.objects.count() == 2
    assert version.source_file == Intake.objects.last().file


def test_a_changed_paper_of_a_published_service_is_a_new_draft(agency, folder):
    (first,) = taken(write(folder))
    advance(first.version, "published")

    (second,) = taken(write(folder, description="شرحی دیگر"))

    assert (second.version.service, second.version.number) == (first.version.service, 2)
    assert set(ServiceVersion.objects.values_list("number", "stage")) == {(1, "published"), (2, "draft")}


def test_permits_that_follow_a_card_come_with_it(agency, folder):
    page = permits_text(permit(), permit(action="تمدید"))
    card = "<table><tr><td>عنوان خدمت</td><td>صدور پروانه نمونه</td></tr>"
    card += f"<tr><td>نام دستگاه اجرایی</td><td>{agency.name}</td></tr><tr><td>شرح خدمت</td><td>شرح</td></tr></table>"

    (result,) = taken(write(folder, "card.html", text=page.replace("<body>", f"<body>{card}")))

    assert result.row.kind == "service_card"
    assert list(PermitForm.objects.order_by("order").values_list("version", "action")) == [
        (result.version.pk, "issue"),
        (result.version.pk, "renew"),
    ]


def test_a_file_that_changed_since_the_plan_is_refused(agency, folder):
    plan = planned(write(folder))
    write(folder, description="دیگر")

    (result,) = carry_out(plan)

    assert (result.row.what, "پرونده پس از برنامه‌ریزی" in result.row.reason) == ("refuse", True)
    assert counts() == [0] * len(TABLES)


def test_a_file_that_is_gone_since_the_plan_is_refused_and_the_rest_is_written(agency, folder):
    plan = three(folder)
    (folder / "b.txt").unlink()

    assert whats(carry_out(plan)) == ["add", "refuse", "add"]


def test_a_register_that_changed_since_the_plan_is_asked_anew(agency, folder):
    plan = planned(write(folder))
    taken(write(folder, "other.txt", description="دیگری زودتر رسید"))

    (result,) = carry_out(plan)

    assert (result.row.what, "آنچه ثبت است" in result.row.reason) == ("refuse", True)
    assert ServiceVersion.objects.get().description == "دیگری زودتر رسید"


def test_what_another_run_wrote_meanwhile_is_left(agency, folder):
    plan = planned(write(folder))
    taken(folder)

    assert whats(carry_out(plan)) == ["leave"]


def test_an_author_who_left_meanwhile_writes_nothing(agency, folder):
    author = UserFactory()
    membership = author.memberships.create(organization=agency, role="author", starts_on=NOW.date())
    plan = planned(write(folder), author=author)
    membership.delete()

    (result,) = apply(plan, by=author, at=NOW)

    assert (result.row.what, counts()[:3]) == ("refuse", [0, 0, 0])


def test_what_the_database_refuses_is_said_and_the_rest_is_written(agency, folder, monkeypatch):
    plan = three(folder)
    create = actions.create_drafts

    def refusing(new, **given):
        made = create(new, **given)
        if "خدمت b" in titles(new):
            raise DataError("value too long")
        return made

    monkeypatch.setattr(actions, "create_drafts", refusing)
    results = carry_out(plan)

    assert whats(results) == ["add", "refuse", "add"]
    assert "اندازهٔ نگه‌داشتنی" in results[1].row.reason


def test_one_form_for_two_agencies_is_one_file_and_two_services(agency, folder):
    path, other = write(folder), OrganizationFactory()
    taken(path)
    taken(path, agency=other)

    assert counts()[:4] == [2, 2, 2, 1]


def test_nobody_signs_in_as_the_importer(db):
    account = importer()

    assert importer() == account == User.objects.get()
    assert (account.is_active, account.has_usable_password()) == (False, False)


def test_every_result_is_watched_as_it_comes(agency, folder):
    seen = []

    results = apply(three(folder), by=importer(), at=NOW, watch=seen.append)

    assert seen == results
