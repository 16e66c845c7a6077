"""Each version in force is judged once by each edition of the shapes, and the row stays as it is."""

import hashlib
import logging

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import ProtectedError

from khedmat.linked_data import checking, tasks
from khedmat.linked_data.checking import check, check_some, unchecked
from khedmat.linked_data.conformance import shapes_digest
from khedmat.linked_data.formats import NTRIPLES, written
from khedmat.linked_data.models import ConformanceCheck
from khedmat.linked_data.published import facts_of, with_told
from khedmat.linked_data.service import document
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.conformance import BREACH, judged

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return VersionFactory(published=True)


def test_a_published_card_is_judged_with_the_data_that_anybody_reads(version):
    assert check_some(9, at=NOW) == 1

    row = ConformanceCheck.objects.get()
    facts = facts_of(with_told(version))
    read = written(document(facts), NTRIPLES, base=facts.base)
    assert (row.version, row.conforms, row.violations, row.at) == (version, True, [], NOW)
    assert (row.shapes, row.data) == (shapes_digest(), hashlib.sha256(read).hexdigest())


def test_what_was_judged_is_not_asked_again(version):
    check_some(9, at=NOW)

    assert check_some(9, at=NOW) == 0
    assert ConformanceCheck.objects.count() == 1


def test_other_shapes_judge_anew_and_the_old_row_stays(version):
    old = judged(version, BREACH, shapes="0" * 64)

    assert check_some(9, at=NOW) == 1
    assert list(ConformanceCheck.objects.order_by("pk").values_list("conforms", flat=True)) == [False, True]
    assert ConformanceCheck.objects.get(pk=old.pk).violations == [BREACH]


@pytest.mark.parametrize(
    ("stage", "is_asked"),
    [("draft", False), ("accepted", False), ("published", True), ("suspended", True), ("retired", False)],
)
def test_only_what_is_in_force_is_judged(stage, is_asked):
    VersionFactory(stage=stage)

    assert unchecked().exists() == is_asked


def test_a_new_version_has_a_row_of_its_own(version):
    check_some(9, at=NOW)
    advance(version, "replaced")
    new = VersionFactory(service=version.service, published=True, card={"title": "عنوان دیگر"})

    assert list(unchecked()) == [new]


def test_no_more_are_judged_at_once_than_asked_for_and_the_newest_first(version):
    newer = VersionFactory(published=True)

    assert check_some(1, at=NOW) == 1
    assert ConformanceCheck.objects.get().version == newer


def test_a_breach_is_kept_with_its_place_and_kind(version, monkeypatch):
    def untitled(facts):
        said = document(facts)
        del next(node for node in said["@graph"] if node["type"] == "cpsv:PublicService")["title"]
        return said

    monkeypatch.setattr(checking, "document", untitled)

    row = check(with_told(version), at=NOW)

    (breach,) = row.violations
    assert not row.conforms
    assert breach["node"].endswith(f"/id/service/n{version.service_id}")
    assert breach["path"] == "http://purl.org/dc/terms/title"
    assert breach["constraint"] == "MinCountConstraintComponent"


def test_a_card_that_cannot_be_judged_is_logged_and_holds_up_no_other(version, monkeypatch, caplog):
    broken = VersionFactory(published=True)

    def fails(facts):
        if facts.number == f"n{broken.service_id}":
            raise ValueError
        return document(facts)

    monkeypatch.setattr(checking, "document", fails)

    with caplog.at_level(logging.ERROR):
        assert check_some(9, at=NOW) == 1

    assert str(broken.pk) in caplog.text
    assert list(unchecked()) == [broken]


def test_the_task_judges_at_the_time_it_is_told(version):
    assert tasks.check_conformance(timestamp=int(NOW.timestamp())) == 1
    assert ConformanceCheck.objects.get().at == NOW


def test_the_questions_of_a_step_grow_by_one_row_a_card(version, django_assert_num_queries):
    with django_assert_num_queries(2):
        check_some(1, at=NOW)


@pytest.mark.parametrize("said", [{"conforms": True, "violations": [BREACH]}, {"conforms": False, "violations": []}])
def test_a_verdict_without_its_reasons_is_refused_by_the_database(version, said):
    row = ConformanceCheck(version=version, shapes="1" * 64, data="2" * 64, at=NOW, **said)

    with pytest.raises(ValidationError, match="باید بگوید کجا"):
        row.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_row_is_never_changed_and_never_goes(version):
    row = judged(version)

    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        ConformanceCheck.objects.filter(pk=row.pk).update(conforms=False, violations=[BREACH])
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        row.delete()
    with pytest.raises((ProtectedError, DatabaseError)), transaction.atomic():
        version.delete()


def test_the_same_shapes_judge_a_version_once(version):
    judged(version)

    with pytest.raises(IntegrityError), transaction.atomic():
        judged(version)
