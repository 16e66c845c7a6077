"""R02: the national card hears which provinces still stand beside an older one."""

import pytest

from khedmat.cards import checking
from khedmat.cards.checking import store_findings
from khedmat.cards.copies import moves, writing
from khedmat.cards.governing.entries import BY_ID
from khedmat.cards.models import Finding
from tests.factories.cards import VersionFactory
from tests.factories.copies import LATER, copy_of, national, new_template, province

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(monkeypatch):
    """The rules of the form say nothing; those that need the database are asked."""
    monkeypatch.setattr(checking, "check", lambda document: [])
    return national()


def found():
    return list(Finding.objects.filter(rule="R02").values_list("version__number", "message"))


def test_publication_of_the_national_card_finds_the_provinces_that_keep_an_older_one(world):
    yazd = province(world.owner, "یزد", "21")
    copy_of(world, "published")
    copy_of(world, "published", at_office=yazd)

    version = new_template(world, visits={"count": 5})

    (finding,) = version.findings.filter(rule="R02")
    assert finding.severity == "A"
    assert "کرمان، یزد" in finding.message
    assert "نسخهٔ ۲ " in finding.message


def test_a_draft_of_a_copy_and_a_card_without_copies_say_nothing(world):
    copy_of(world, "draft")

    new_template(world, visits={"count": 5})

    assert found() == []


def test_a_copy_that_is_compared_and_published_anew_takes_the_finding_away(world):
    copy = copy_of(world, "published")
    template = new_template(world, visits={"count": 5})
    assert len(found()) == 1

    draft = writing.compare(copy, {}, seen=template.pk, by=world.kerman.author, at=LATER)
    for act, by in [(moves.submit, world.kerman.author), (moves.approve, world.kerman.approver)]:
        draft = act(draft, by=by, at=LATER)
    assert len(found()) == 1
    moves.publish(draft, by=world.publisher, at=LATER)

    assert found() == []


def test_a_version_on_its_way_and_another_service_are_not_asked_about(world):
    copy_of(world, "published")
    new_template(world, visits={"count": 5})
    draft, other = VersionFactory(service=world.service), VersionFactory(published=True)

    for version in (draft, other):
        assert all(one.rule != "R02" for one in store_findings(version, on=LATER.date()))


def test_it_stands_among_the_rules_that_everybody_reads():
    assert BY_ID["R02"].severity == "A"
