"""The list of permits: one card a permit, its actions side by side, its inquiries below."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from khedmat.permits.actions import create_list, follow_drafts
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db


def listed(*permits, inquiries=(), undecided=(), agency=None):
    """A public list of permits."""
    plain = {"kind": "permit_list", "source": {"name": "permits.html", "media_type": "text/html"}}
    parts = {"permits": list(permits), "inquiries": list(inquiries), "undecided": list(undecided)}
    document = forms.form.from_contract(plain | parts)
    return create_list(document, organization=agency or OrganizationFactory(), by=UserFactory(), at=NOW)


def with_card(stage="published", **parts):
    """A card at some stage with the permits that came with it."""
    document = forms.document(**parts)
    version = VersionFactory(document=document)
    follow_drafts(None, written=[(version, document)])
    return advance(version, stage)


def row(title, action="issue", **more):
    return {"title": title, "action": action, **more}


def shown(client, query=""):
    return client.get(f"/permits/{query}").context["page"].object_list


def titles(client, query=""):
    return [permit.row.title for permit in shown(client, query)]


def said(column):
    return {str(cell.title): (cell.text, cell.state) for cell in column.cells}


def test_actions_of_one_permit_stand_side_by_side_in_the_order_of_the_form(client):
    listed(row("پروانه", "revive"), row("جواز"), row("پروانه", "renew"), row("پروانه"))

    actions = {permit.row.title: [column.action for column in permit.columns] for permit in shown(client)}

    assert actions == {"پروانه": ["صدور", "تمدید", "احیا"], "جواز": ["صدور"]}


@pytest.mark.parametrize("title", ["پروانهٔ بهره‌برداری", "پروانه بهره برداری", "پروانۀ بهره‌برداری"])
def test_two_spellings_of_a_title_are_one_permit(client, title):
    listed(row("پروانه بهره‌برداری"), row(title, "renew"))

    assert len(shown(client)) == 1


def test_one_title_of_two_agencies_is_two_permits(client):
    listed(row("پروانه"))
    listed(row("پروانه"))

    assert titles(client) == ["پروانه", "پروانه"]


def test_titles_come_in_the_order_of_the_persian_alphabet(client):
    listed(row("ژرف"), row("گواهی"), row("پروانه"), row("یکان"), row("ابزار"), row("چاپ"))

    assert titles(client) == ["ابزار", "پروانه", "چاپ", "ژرف", "گواهی", "یکان"]


def test_free_of_charge_zero_and_not_said_are_three_things(client):
    zero = row("پروانه", fee={"amount_rial": 0})
    free = row("پروانه", "renew", fee={"text": "رایگان"})
    listed(zero, free, row("پروانه", "amend"))

    (permit,) = shown(client)

    fees = [said(column)["هزینه"] for column in permit.columns]
    assert fees == [("صفر ریال", "said"), ("رایگان", "said"), (None, "unsaid")]


def test_electronic_and_not_electronic_are_two_boxes(client):
    listed(row("پروانه", electronic=False), row("پروانه", "renew", electronic=True, non_electronic=True))

    first, second = (said(column) for column in shown(client)[0].columns)

    assert (first["الکترونیکی"][0], first["غیرالکترونیکی"]) == ("خیر", (None, "unsaid"))
    assert (second["الکترونیکی"][0], second["غیرالکترونیکی"][0]) == ("بله", "بله")


def test_a_lost_mark_of_a_list_is_not_clear(client):
    listed(row("الف"), row("ب"), undecided=["permits.1.electronic"])

    found = {permit.row.title: said(permit.columns[0]) for permit in shown(client)}

    assert found["ب"]["الکترونیکی"] == (None, "unclear")
    assert "الکترونیکی" not in found["الف"]


def test_a_lost_mark_of_a_card_is_not_clear(client):
    with_card(permits=[row("پروانه")], undecided=["permits.0.applicants"])

    assert said(shown(client)[0].columns[0]) == {"متقاضی": (None, "unclear")}


def test_boxes_that_no_action_fills_are_named_once(client):
    listed(row("پروانه", validity="یک سال"), row("پروانه", "renew"))

    (permit,) = shown(client)

    assert len(permit.silent) == 12
    assert [str(cell.title) for cell in permit.columns[1].cells] == ["مدت اعتبار"]


def test_inquiries_stand_below_their_permit_with_their_stars(client):
    named = {"permit": "پروانه", "agency": "سازمان ثبت", "kind": "inquiry", "name": "مالکیت"}
    other = {"permit": "پروانه", "agency": "شهرداری", "kind": "other", "duration": {"value": 24, "unit": "hour"}}
    listed(row("پروانه"), row("جواز"), inquiries=[named, other])

    permits = {permit.row.title: permit.inquiries for permit in shown(client)}

    assert [(one.agency, one.stars) for one in permits["پروانه"]] == [("سازمان ثبت", "**"), ("شهرداری", "***")]
    assert [cell.text for cell in permits["پروانه"][1].cells] == ["۲۴ ساعت"]
    assert permits["جواز"] == []


def test_an_inquiry_for_a_permit_that_form_one_does_not_have_is_not_lost(client):
    listed(row("پروانه"), inquiries=[{"permit": "چیز دیگر", "agency": "سازمان ثبت"}, {"agency": "شهرداری"}])

    page = client.get("/permits/").context["page"]

    assert sorted(one.agency for one in page.alone) == ["سازمان ثبت", "شهرداری"]
    assert page.object_list[0].inquiries == []


def test_an_inquiry_of_another_agency_for_a_permit_of_the_same_name_stays_away(client):
    listed(row("پروانه"))
    listed(row("جواز"), inquiries=[{"permit": "پروانه", "agency": "شهرداری"}])

    assert [permit.inquiries for permit in shown(client)] == [[], []]


@pytest.mark.parametrize("words", ["بهره برداری", "بهره‌برداري", "پروانة", "سازمان نمونه پروانه"])
def test_search_folds_letters_marks_and_spaces(client, words):
    listed(row("پروانهٔ بهره‌برداری"), agency=OrganizationFactory(name="سازمان نمونه"))
    listed(row("جواز"))

    assert titles(client, f"?q={words}") == ["پروانهٔ بهره‌برداری"]


def test_the_filter_counts_the_permits_of_each_agency_that_hold_the_words(client):
    one = OrganizationFactory(name="سازمان یک", code="one")
    listed(row("پروانه"), row("پروانه", "renew"), row("جواز"), agency=one)
    listed(row("پروانه"), agency=OrganizationFactory(name="سازمان دو", code="two"))

    form = client.get("/permits/?q=جواز").context["form"]

    assert dict(form.fields["agency"].choices[1:]) == {"one": "سازمان یک (۱)", "two": "سازمان دو (۰)"}
    assert titles(client, "?agency=one") == ["پروانه", "جواز"]


def test_an_unknown_agency_is_said_and_narrows_nothing(client):
    listed(row("پروانه"))

    response = client.get("/permits/?agency=nobody")

    assert response.context["form"].errors["agency"]
    assert len(response.context["page"].object_list) == 1


@pytest.mark.parametrize(
    ("number", "first"), [("1", "م 01"), ("2", "م 11"), ("99", "م 21"), ("-3", "م 21"), ("x", "م 01")]
)
def test_pages_cut_between_permits_and_never_inside_one(client, number, first):
    listed(*(row(f"م {n:02}", action) for n in range(1, 24) for action in ("issue", "renew")))

    page = client.get("/permits/", {"page": number, "q": "م"}).context["page"]

    assert page.paginator.count == 23
    assert page.object_list[0].row.title == first
    assert {len(permit.columns) for permit in page.object_list} == {2}


def test_every_permit_is_on_one_page_and_on_one_only(client):
    listed(*(row(f"مجوز {n}") for n in range(25)))

    seen = [title for number in (1, 2, 3) for title in titles(client, f"?page={number}")]

    assert sorted(seen) == sorted(f"مجوز {n}" for n in range(25))


def test_the_page_costs_at_most_four_questions_whatever_the_rows(client, assert_same_cost):
    listed(row("پروانه"), inquiries=[{"permit": "پروانه", "agency": "شهرداری"}])
    many = [row(f"مجوز {n}", action) for n in range(30) for action in ("issue", "cancel")]

    assert_same_cost(lambda: client.get("/permits/"), lambda: listed(*many, inquiries=forms.INQUIRIES))

    with CaptureQueriesContext(connection) as queries:
        client.get("/permits/?page=2")
    assert len(queries) <= 4


def test_a_permit_of_a_published_card_shows_the_way_to_its_service(client):
    version = with_card(permits=[row("پروانه")])

    assert f"/services/{version.service.pk}/" in client.get("/permits/").content.decode()


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "replaced"])
def test_a_permit_of_a_card_that_is_not_in_force_is_in_no_list(client, stage):
    with_card(stage, permits=[row("پروانه")], inquiries=forms.INQUIRIES)

    page = client.get("/permits/").context["page"]

    assert (page.object_list, page.alone) == ([], [])


def test_nothing_found_says_what_to_do(client):
    listed(row("پروانه"))

    assert "مجوزی با این صافی‌ها نیست" in client.get("/permits/?q=زرافه").content.decode()


def test_what_an_agency_writes_is_never_markup(client):
    listed(row("<script>alert(1)</script>", notes="<b>x</b>"), inquiries=[{"agency": "<i>y</i>"}])

    page = client.get("/permits/").content.decode()

    assert not [tag for tag in ("<script>alert", "<b>x", "<i>y") if tag in page]


def test_an_action_narrows_the_list_and_the_counts_of_agencies(client):
    listed(row("پروانهٔ یک"), row("پروانهٔ یک", "renew"), row("پروانهٔ دو"))

    renewed = client.get("/permits/?action=renew").context

    assert [permit.row.title for permit in renewed["page"].object_list] == ["پروانهٔ یک"]
    assert [column.action for column in renewed["page"].object_list[0].columns] == ["تمدید"]
    assert "(۱)" in str(renewed["form"].fields["agency"].choices[1][1])


def test_an_unknown_action_is_shown_as_an_error_and_narrows_nothing(client):
    listed(row("پروانهٔ یک"))

    page = client.get("/permits/?action=nowhere")

    assert len(page.context["page"].object_list) == 1
    assert "field-error" in page.content.decode()
