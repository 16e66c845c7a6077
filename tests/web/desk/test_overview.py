"""A version as a map of its sections: what each still wants and where it is mended."""

from types import SimpleNamespace

import pytest

from khedmat.cards import form
from khedmat.web.desk.overview import next_part, overview
from tests.factories import forms
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db


def found(field, severity="B"):
    return SimpleNamespace(field=field, severity=severity, rule="C01")


def parts_of(version, *findings, may_edit=True):
    return {part.section.slug: part for part in overview(version, findings, may_edit=may_edit)}


def empty(**kwargs):
    return VersionFactory(document=forms.document(form.Card(title="خدمت نمونه"), **kwargs))


def test_every_section_of_the_form_is_on_the_map_in_printed_order():
    slugs = list(parts_of(VersionFactory()))

    assert slugs[:3] == ["identity", "specification", "details"]
    assert slugs[-3:] == ["filler", "permits", "inquiries"]
    assert len(slugs) == 10


@pytest.mark.parametrize(
    ("slug", "findings", "state"),
    [
        ("details", [], "whole"),
        ("details", [found("card.cost", "N")], "whole"),
        ("details", [found("card.cost", "A")], "found"),
        ("access", [found("card.stages")], "found"),
        ("access", [found("card.stages.request.channels")], "found"),
        ("permits", [found("permits.0.title")], "empty"),
        ("processes", [found("card.diagram")], "found"),
    ],
)
def test_a_section_says_how_it_stands(slug, findings, state):
    assert parts_of(VersionFactory(), *findings)[slug].state == state


def test_a_lost_mark_makes_its_section_doubtful_whatever_else_it_holds():
    version = empty(undecided=["nature", "stages.request.channels", "permits.0.action"])

    parts = parts_of(version, found("card.nature"))

    assert {slug for slug, part in parts.items() if part.state == "doubtful"} == {"specification", "access", "permits"}


def test_boxes_of_other_editions_are_counted_only_where_they_are_filled():
    plain, more = VersionFactory(), VersionFactory(card={"service_hours": "۸ تا ۱۴"})

    counts = [(part.filled, part.of) for part in (parts_of(one)["access"] for one in (plain, more))]

    assert counts[1] == (counts[0][0] + 1, counts[0][1] + 1)


def test_a_reason_why_a_box_does_not_apply_fills_it():
    document = forms.document(form.Card(title="ت")).model_copy(
        update={"not_applicable": {"card.cost": "این خدمت را کسی نمی‌خرد"}}
    )

    assert parts_of(VersionFactory(document=document))["details"].filled == 1


def test_findings_are_counted_where_their_boxes_are():
    parts = parts_of(
        empty(), found("card.level"), found("card.audience", "A"), found("card.title", "N"), found("source")
    )

    assert (parts["specification"].blockers, parts["specification"].answers) == (1, 1)
    assert parts["identity"].notes == 1


def test_the_way_on_is_the_first_section_that_wants_something():
    version = empty()

    assert next_part(overview(version, [], may_edit=True)).section.slug == "identity"
    assert next_part(overview(version, [found("card.cost"), found("permits")], may_edit=True)).section.slug == "details"


def test_whoever_may_write_goes_to_the_boxes_and_the_others_to_the_printed_card():
    version = VersionFactory()

    mine, theirs = (parts_of(version, may_edit=may)["specification"].goal for may in (True, False))

    assert mine == f"/desk/versions/{version.pk}/edit/specification/"
    assert theirs == f"/desk/versions/{version.pk}/card/#s4"


def test_every_place_of_the_map_is_on_the_printed_card(client_for):
    owner = OrganizationFactory()
    document = forms.document(permits=forms.PERMITS, inquiries=forms.INQUIRIES)
    version = VersionFactory(service__owner=owner, document=document)

    page = client_for(person("reader", owner)).get(f"/desk/versions/{version.pk}/card/").content.decode()

    for part in parts_of(version, may_edit=False).values():
        assert f'id="{part.goal.partition("#")[2]}"' in page


def test_the_page_shows_map_score_history_and_what_may_be_done(client_for):
    owner = OrganizationFactory()
    version = VersionFactory(service__owner=owner)
    FindingFactory(version=version, field="card.level")

    page = client_for(person("author", owner)).get(f"/desk/versions/{version.pk}/").content.decode()

    for piece in ("part-found", 'id="score"', f"/desk/versions/{version.pk}/history/", "ادامهٔ پر کردن"):
        assert piece in page
    assert f'href="/desk/versions/{version.pk}/edit/specification/"' in page


@pytest.mark.parametrize(("role", "is_offered"), [("author", True), ("approver", False), ("reader", False)])
def test_a_new_draft_is_offered_to_authors_of_what_was_sent(client_for, role, is_offered):
    owner = OrganizationFactory()
    version = VersionFactory(service__owner=owner, published=True)

    page = client_for(person(role, owner)).get(f"/desk/versions/{version.pk}/").content.decode()

    assert (f"/desk/services/{version.service.pk}/redraft/" in page) == is_offered
    assert "ادامهٔ پر کردن</a>" not in page
