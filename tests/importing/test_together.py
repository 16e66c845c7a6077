"""Documents written in one transaction: the same rows as one by one, and what stops one of them stops no other."""

import datetime
from operator import attrgetter

import pytest
from django.apps import apps
from django.db import transaction

from bench import generate
from khedmat.cards import beginning
from khedmat.cards.models import Service, ServiceVersion, StageChange, ValueTrace
from khedmat.files.models import StoredFile
from khedmat.importing import actions
from khedmat.importing.actions import apply, importer
from khedmat.importing.models import Intake
from khedmat.permits.models import PermitForm, PermitList
from tests.factories.cards import NOW, advance
from tests.importing.paper import permit, permits_text, planned, taken, whats, write

pytestmark = pytest.mark.django_db
APPS = ("cards", "files", "importing", "permits", "webhooks", "search")
FORMS = 12
OWN = ("id", "pgh_id", "pgh_created_at")  # of a row alone


def carry_out(plan, at_once, monkeypatch):
    monkeypatch.setattr(actions, "A_BATCH", at_once)
    return apply(plan, by=importer(), at=NOW)


def rows_of(model, keys):
    """Without their own keys; of others' keys the place, or the hash of the file."""
    fields = [one for one in model._meta.concrete_fields if one.name not in OWN]
    for row in model._default_manager.order_by("pk"):
        said = ((keys.get(one.related_model), getattr(row, one.attname)) for one in fields)
        yield repr([places.get(value) if places else value for places, value in said])


def everything():
    """Every row of every table that an import writes, whatever its key."""
    models = [model for name in APPS for model in apps.get_app_config(name).get_models()]
    keys = {
        model: {
            pk: place for place, pk in enumerate(model._default_manager.order_by("pk").values_list("pk", flat=True))
        }
        for model in models
    }
    keys[StoredFile] = dict(StoredFile.objects.values_list("pk", "sha256"))
    return {model.__name__: sorted(rows_of(model, keys)) for model in models}


def many_kinds(folder):
    """New cards of all boxes, lists of permits, a paper of a draft that stands, and one of a published service."""
    (_draft, published) = taken(
        write(folder, "draft.txt", title="خدمت یک"), write(folder, "published.txt", title="خدمت دو")
    )
    advance(published.version, "published")
    write(folder, "draft.txt", title="خدمت یک", description="شرحی دیگر", documents="برگ سبز")
    write(folder, "published.txt", title="خدمت دو", description="شرحی دیگر")
    write(folder, "permits.html", text=permits_text(permit(), permit(action="تمدید")))
    for form in generate.forms(range(FORMS), "docx", ""):
        (folder / f"{form.seed}.docx").write_bytes(form.data)


def test_what_is_written_at_once_is_what_is_written_one_by_one(agency, folder, monkeypatch):
    many_kinds(folder)
    plan = planned(folder, agency=agency)
    told = {}
    for at_once in (100, 3, 1):
        with transaction.atomic():
            results = carry_out(plan, at_once, monkeypatch)
            told[at_once] = (whats(results), everything())
            transaction.set_rollback(True)

    assert told[100][0] == told[3][0] == told[1][0]
    whole = told[1][1]
    for name, rows in whole.items():
        assert (told[100][1][name], told[3][1][name]) == (rows, rows), name
    assert len(whole["ServiceVersion"]) > FORMS / 2
    assert min(map(len, map(whole.get, ("ValueTrace", "Finding", "ServiceVersionEvent", "PermitForm", "Edit")))) > 0


@pytest.mark.parametrize(("wrong", "words"), [({"nature": "royal"}, "چاپی فرم"), ({"visits_count": 10**30}, "اندازهٔ")])
def test_what_the_database_refuses_is_refused_alone(agency, folder, monkeypatch, wrong, words):
    for number in range(7):
        write(folder, f"{number}.txt", title=f"خدمت {number}")
    values = beginning.values_of
    monkeypatch.setattr(beginning, "values_of", lambda one: values(one) | (wrong if one.card.title == "خدمت 4" else {}))

    results = taken(folder)

    assert whats(results) == ["add"] * 4 + ["refuse"] + ["add"] * 2
    assert words in results[4].row.reason
    assert Service.objects.count() == ServiceVersion.objects.count() == Intake.objects.count() == 6
    assert StageChange.objects.count() == StoredFile.objects.count() == 6
    monkeypatch.undo()
    assert whats(taken(folder)) == ["leave"] * 4 + ["add"] + ["leave"] * 2


def test_what_nobody_foresaw_in_one_document_is_raised_when_those_before_it_are_written(agency, folder, monkeypatch):
    for number in range(5):
        write(folder, f"{number}.txt", title=f"خدمت {number}")
    create = actions.create_drafts

    def failing(new, **given):
        if "خدمت 3" in [one.document.card.title for one in new]:
            raise RuntimeError("unforeseen")
        return create(new, **given)

    monkeypatch.setattr(actions, "create_drafts", failing)
    with pytest.raises(RuntimeError):
        taken(folder)

    assert set(ServiceVersion.objects.values_list("title", flat=True)) == {f"خدمت {number}" for number in range(3)}


def test_a_file_of_many_documents_is_one_file_with_all_of_them(agency, folder):
    page = "\n".join(f'{{"kind": "permit_list", "permits": [{{"title": "پروانه {place}"}}]}}' for place in range(4))
    write(folder, "lists.jsonl", text=page)

    results = taken(folder, agency=agency)

    assert [result.permit_list for result in results] == list(PermitList.objects.order_by("pk"))
    assert list(Intake.objects.order_by("part").values_list("part", flat=True)) == [0, 1, 2, 3]
    assert (StoredFile.objects.count(), PermitForm.objects.count(), ValueTrace.objects.count()) == (1, 4, 0)


def test_forms_of_two_agencies_side_by_side_come_out_in_the_order_of_the_files(agency, folder, monkeypatch):
    other = type(agency).objects.create(code="other", name="سازمان دیگر نمونه", kind=agency.kind)
    for number in range(6):
        write(folder, f"{number}.txt", title=f"خدمت {number}", agency=(agency, other)[number % 2].name)
    plan = planned(folder)

    results = carry_out(plan, 4, monkeypatch)

    assert [result.row for result in results] == list(plan.rows)
    assert list(map(attrgetter("version.service.owner.code"), results)) == ["sample-office", "other"] * 3
    assert {version.created_at for version in ServiceVersion.objects.all()} == {NOW.astimezone(datetime.UTC)}
