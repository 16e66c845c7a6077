"""Rows that are written without templates: whatever an agency or a card is called stays text."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.template.defaultfilters import truncatewords
from hypothesis import given
from hypothesis import strategies as some

from khedmat.organizations.tree import Branch
from khedmat.web.templatetags import rows
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, person

NAME = '<i title="۱">نام & نشان</i>'
AS_TEXT = "&lt;i title=&quot;۱&quot;&gt;نام &amp; نشان&lt;/i&gt;"
AGENCY = SimpleNamespace(code="somebody", name=NAME)
NOTHING = dict.fromkeys(("prepared", "examined", "given", "shown", "late"), 0)


def standing(**said):
    return SimpleNamespace(agency=AGENCY, called=AGENCY.name, **NOTHING | {"titles": None, "on_portal": None} | said)


def quality(**said):
    counts = dict.fromkeys(("cards", "stale", "broken", "answers", "notes"), 3)
    return SimpleNamespace(agency=AGENCY, **counts | {"good": None} | said)


@pytest.mark.parametrize(
    "written",
    [
        rows.branches([Branch(AGENCY, 0, 1, [Branch(AGENCY, 1, 1, [])])]),
        rows.duty_rows([standing(), standing(titles=2, on_portal=1, late=3)]),
        rows.quality_rows([(quality(), []), (quality(good=50), [])]),
    ],
    ids=["branches", "duty", "quality"],
)
def test_the_name_of_an_agency_is_text(written):
    assert "<i" not in written
    assert written.count(AS_TEXT) >= 2


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "role"), [("/services/", ""), ("/agencies/", ""), ("/desk/", "author")])
def test_titles_and_names_are_text_on_pages(client, client_for, address, role):
    owner = OrganizationFactory(name=NAME)
    VersionFactory(published=True, service__owner=owner, card={"title": NAME})
    reader = client_for(person(role, owner)) if role else client

    page = reader.get(address).content.decode()

    assert "<i " not in page
    assert AS_TEXT in page


def test_what_is_unknown_is_no_number():
    unknown, known = rows.duty_rows([standing()]), rows.duty_rows([standing(titles=0, on_portal=0, late=2)])

    assert unknown.count("class=unsaid") == 2
    assert "ندارد" in unknown
    assert "unsaid" not in known
    assert "<td>۲<td>۰" in known
    assert 'class="duty-late"' in known


def test_a_kept_part_is_written_once_for_the_same_words():
    part = Template('{% load ui %}{% kept "desk/_nav.html" person=person unread=unread work=work %}')

    first, same, other = (
        part.render(Context({"person": person, "unread": unread, "work": frozenset(["office"])}))
        for person, unread in [("الف", 2), ("الف", 2), ("<b>", 0)]
    )

    assert first == same
    assert 'class="unread">۲' in first
    assert 'title="&lt;b&gt;"' in other
    assert "unread" not in other


@given(some.text("ابپ \n<&1", max_size=60))
def test_a_fact_is_cut_where_djangos_filter_cuts_it(text):
    assert rows._short(text) == truncatewords(text, 12)


@pytest.mark.parametrize(
    ("state", "shown"), [("said", "یک<br>&lt;۲"), ("unsaid", "ذکر نشده"), ("unclear", "روشن نیست")]
)
def test_a_box_of_a_permit_is_said_or_it_is_said_why_not(state, shown):
    cell = SimpleNamespace(title="مدت", text="یک\n<2", state=state)

    written = rows.permit_actions([SimpleNamespace(action="", cells=[cell])])

    assert "<h3>—</h3>" in written
    assert shown in written
