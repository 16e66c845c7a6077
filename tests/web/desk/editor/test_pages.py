"""The pages of the editor: an untouched page rewrites nothing, costs little, weighs little, and is for its office."""

import gzip
import re
from datetime import date
from importlib.resources import files

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from khedmat.web.desk.editor.sections import SECTIONS
from tests.factories import forms
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_system
from tests.web.desk.editor.conftest import again, told
from tests.web.desk.editor.paper import CARDS, form_of, fullest, sample

pytestmark = pytest.mark.django_db
SLUGS = [section.slug for section in SECTIONS]
STATIC = files("khedmat.web") / "static"
DOCUMENTS = {name: lambda name=name: sample(name) for name in CARDS} | {"fullest": fullest}


@pytest.fixture
def draft_of(office):
    """`draft_of(document)`: a draft of the office that says so."""
    return lambda document: VersionFactory(service__owner=office.owner, created_by=office.author, document=document)


def page_of(draft, section):
    return f"/desk/versions/{draft.pk}/edit/{section}/"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_saving_pages_that_nobody_touched_changes_nothing(client_for, office, draft_of, name):
    draft, browser = draft_of(DOCUMENTS[name]()), client_for(office.author)

    answers = [
        browser.post(page_of(draft, slug), form_of(browser.get(page_of(draft, slug))) | {"go": "next"})
        for slug in SLUGS
    ]

    assert {answer.status_code for answer in answers} == {302}
    assert [edit.changes for edit in draft.edits.all()] == []
    assert again(draft).sha256 == draft.sha256


def test_a_page_comes_packed(client_for, office, address):
    response = client_for(office.author).get(address("access"), headers={"Accept-Encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "gzip"
    assert len(response.content) < 20_000


def test_a_number_that_is_none_is_marked_in_its_row(send):
    page = send("details", {"card.cost.items-0-amount_rial": "ده ریال", "card.visits.count": "۲"})
    field = HTMLParser(page.content.decode()).css_first("[name='card.cost.items-0-amount_rial']")

    assert page.status_code == 422
    assert field.attributes["value"] == "ده ریال"
    assert field.attributes["aria-invalid"] == "true"


def test_a_refused_box_of_the_diagram_may_be_taken_as_on_paper(send, office):
    page = send("processes", {"card.diagram.boxes": ["شروع", "ثبت در دفتر", "پایان"]})
    offered = HTMLParser(page.content.decode()).css("input[name=as_paper]")
    send("processes", form_of(page) | {"as_paper": offered[0].attributes["value"]})

    assert page.status_code == 422
    assert [box.attributes["value"] for box in offered] == ["ثبت در دفتر"]
    assert again(office.draft).card.diagram.boxes == ["شروع", "ثبت در دفتر", "پایان"]


def test_the_last_page_leads_to_the_first(send, address):
    assert send("inquiries", {"go": "next"}).url == address("identity")


def test_enter_in_a_field_saves_and_presses_no_other_button(client_for, office, draft_of):
    draft = draft_of(fullest())
    page = client_for(office.author).get(page_of(draft, "agencies"))

    first = HTMLParser(page.content.decode()).css_first("form#editor button[type=submit]")

    assert (first.attributes["name"], first.attributes["value"]) == ("go", "stay")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_field_has_a_name_that_is_read_aloud(client_for, office, draft_of, slug):
    page = HTMLParser(client_for(office.author).get(page_of(draft_of(fullest()), slug)).content.decode())
    labelled = {label.attributes.get("for") for label in page.css("label")}

    silent = [
        field.attributes.get("name")
        for field in page.css("form#editor input:not([type=hidden]), form#editor textarea, form#editor select")
        if not (
            field.attributes.get("id") in labelled
            or field.attributes.get("aria-label")
            or "hidden" in field.attributes
            or field.parent.tag == "label"
        )
    ]

    assert silent == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_two_things_of_a_page_share_an_id(client_for, office, draft_of, slug):
    page = client_for(office.author).get(page_of(draft_of(fullest()), slug)).content.decode()

    ids = re.findall(r'\sid="([^"]+)"', page)

    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_asks_twelve_questions_at_most(client_for, office, slug, django_assert_max_num_queries):
    draft, browser = many(office, 40), client_for(office.author)

    with django_assert_max_num_queries(12):
        page = browser.get(page_of(draft, slug))

    assert page.status_code == 200


def test_systems_are_offered_from_their_register_and_agencies_of_the_card_first(client_for, office, draft_of):
    a_system("سامانهٔ جامع تجارت")
    card = forms.card(internal_systems=[{"system": "بایگانی"}], external_inquiries=[{"agency": "سازمان دور"}])
    browser, draft = client_for(office.author), draft_of(forms.document(card))

    systems, agencies = (told(browser.get(page_of(draft, slug))) for slug in ("systems", "agencies"))

    assert offered(systems, "systems") == offered(agencies, "systems") == ["سامانهٔ جامع تجارت"]
    assert "سازمان دور" in offered(agencies, "agencies")
    fields = HTMLParser(systems).css("[list=systems]")
    assert fields[0].attributes["name"] == "card.internal_systems-0-system"


@pytest.mark.parametrize("slug", ["agencies", "inquiries"])
def test_agencies_of_the_register_are_offered_after_those_that_the_card_names(client_for, office, draft_of, slug):
    OrganizationFactory(name="سازمان بنادر", scope="national", sort_key="ب")
    OrganizationFactory(name="ادارهٔ بنادر هرمزگان", scope="provincial")
    OrganizationFactory(name="سازمان برچیده", scope="national", valid_to=date(2020, 1, 1))
    card = forms.card(external_inquiries=[{"agency": "سازمان دور"}])
    permits, inquiries = [{"title": "پروانه"}], [{"permit": "پروانه", "agency": "سازمان ناشناس"}]
    draft = draft_of(forms.document(card, permits=permits, inquiries=inquiries))

    page = told(client_for(office.author).get(page_of(draft, slug)))

    names = offered(page, "agencies")
    assert names.index("سازمان دور") < names.index("سازمان بنادر")
    assert "سازمان ناشناس" in names
    assert {"ادارهٔ بنادر هرمزگان", "سازمان برچیده"}.isdisjoint(names)
    assert HTMLParser(page).css_first("input[name$=agency][list=agencies]")


def offered(page, names):
    return [one.attributes["value"] for one in HTMLParser(page).css(f"datalist#{names} option")]


@pytest.mark.parametrize("slug", ["agencies", "processes", "permits", "details"])
def test_many_rows_ask_no_more_than_few(client_for, office, assert_same_cost, slug):
    drafts, browser = [many(office, 1), many(office, 30)], client_for(office.author)

    assert_same_cost(lambda: browser.get(page_of(drafts[0], slug)), drafts.reverse)


def many(office, count):
    """A draft with so many rows of everything, and a finding a row."""
    agencies = [{"agency": f"سازمان {number}", "modes": ["online"]} for number in range(count)]
    steps = [f"گام {number}" for number in range(count)]
    card = forms.card(
        external_inquiries=agencies,
        processes=steps,
        diagram={"boxes": steps, "links": list(zip(steps, steps[1:], strict=False))},
        cost={"items": [{"amount_rial": number + 1} for number in range(count)]},
    )
    permits = [{"title": f"مجوز {number}", "action": "issue"} for number in range(count)]
    draft = VersionFactory(
        service__owner=office.owner, created_by=office.author, document=forms.document(card, permits=permits)
    )
    for number in range(count):
        FindingFactory(version=draft, field=f"card.external_inquiries.{number}.agency", rule="O01")
    return draft


def test_a_first_page_is_light(client_for, office, draft_of):
    page = client_for(office.author).get(page_of(draft_of(sample("tadbir-filed.html")), "specification"))
    sheets = re.findall(r'href="/static/([^"?]+\.css)', page.content.decode())
    scripts = [
        f"web/js/{path.name}" for path in (STATIC / "web" / "js").iterdir() if not path.name.startswith("source")
    ]

    weight = zipped(page.content) + sum(zipped((STATIC / name).read_bytes()) for name in [*sheets, *scripts])

    assert len(sheets) >= 3
    assert weight <= 45_000


def zipped(content):
    return len(gzip.compress(content, 6))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_is_for_those_who_write_the_draft(client, client_for, office, address, slug):
    may = [client_for(person).get(address(slug)).status_code for person in (office.author, office.colleague)]

    assert may == [200, 200]
    assert client_for(office.reader).get(address(slug)).url == f"/desk/versions/{office.draft.pk}/"
    assert client_for(office.stranger).get(address(slug)).status_code == 404
    assert client.get(address(slug)).url.startswith("/account/login/")


def box_of(page, path):
    return HTMLParser(page.content.decode()).css_first(f'[id="box-{path}"]')


def test_an_empty_box_offers_to_say_why_it_does_not_apply(client_for, office, draft_of):
    draft = draft_of(forms.document(forms.card(audience=None)))

    box = box_of(client_for(office.author).get(page_of(draft, "specification")), "audience")

    assert box.css_first("textarea[name='card.audience']").text() == ""
    assert "open" not in box.css_first("details.not-applicable").attributes


def test_a_box_that_does_not_apply_shows_its_reason(client_for, office, draft_of):
    reason = "مخاطب این خدمت خود دستگاه است"
    draft = draft_of(forms.document(forms.card(audience=None), not_applicable={"card.audience": reason}))

    box = box_of(client_for(office.author).get(page_of(draft, "specification")), "audience")

    assert box.css_first("[name='not_applicable.card.audience']").text() == reason
    assert "open" in box.css_first("details.not-applicable").attributes


def test_a_box_whose_marks_are_lost_says_so_and_may_be_settled(client_for, office, draft_of, send):
    draft = draft_of(forms.document(forms.card(nature=None), undecided=["nature"]))
    browser = client_for(office.author)

    box = box_of(browser.get(page_of(draft, "specification")), "nature")
    button = box.css_first("button[name=decide]")
    browser.post(
        page_of(draft, "specification"),
        form_of(browser.get(page_of(draft, "specification"))) | {"decide": "card.nature"},
    )

    assert "در فرم روشن نیست" in box.text()
    assert button.attributes["value"] == "card.nature"
    assert again(draft).undecided == []


def test_a_filled_box_shows_what_it_holds_in_persian_digits(client_for, office, draft_of):
    draft = draft_of(fullest())

    page = client_for(office.author).get(page_of(draft, "details"))

    assert box_of(page, "cost").css_first("[name='card.cost.items-0-amount_rial']").attributes["value"] == "۱٬۲۵۰٬۰۰۰"
    assert (
        box_of(page, "average_duration").css_first("[name='card.average_duration.value']").attributes["value"] == "۲٫۵"
    )


@pytest.mark.parametrize(
    ("code", "stated", "words"),
    [
        (None, None, "هنوز درخواست نشده"),
        (None, "10031093000", "اگر مرکز این شناسنامه را با همین شناسه منتشر کند"),
        (None, "در حال اخذ", "به شکل شناسهٔ خدمت نیست"),
        ("10031093000", "10031093000", "داده شده"),
        ("10031093000", "10031093001", "شناسهٔ خدمت می‌ماند"),
    ],
)
def test_the_box_of_the_id_is_closed_and_tells_how_far_it_is(client_for, office, code, stated, words):
    document = forms.document(forms.card(service_id=stated))
    draft = VersionFactory(service__owner=office.owner, service__code=code, document=document)

    box = box_of(client_for(office.author).get(page_of(draft, "identity")), "service_id")

    assert words in " ".join(box.text().split())
    assert box.css("input, textarea, select") == []


@pytest.mark.parametrize(
    ("leads", "words"), [(False, "به صدور مجوز نمی‌انجامد"), (None, "در بخش ۴ بگویید"), (True, "ردیف ۱")]
)
def test_form_one_says_when_it_is_not_needed(client_for, office, draft_of, leads, words):
    draft = draft_of(forms.document(forms.card(leads_to_permit=leads)))

    page = client_for(office.author).get(page_of(draft, "permits"))

    assert words in told(page)
    assert bool(box_of(page, "permits").css("p.note")) is (leads is not True)


def test_form_two_offers_the_permits_of_form_one(client_for, office, draft_of):
    draft = draft_of(forms.document(permits=forms.PERMITS, inquiries=[{"permit": "مجوزی دیگر", "name": "استعلام"}]))

    box = box_of(client_for(office.author).get(page_of(draft, "inquiries")), "inquiries")
    choice = box.css_first("select[name='inquiries-0-permit']")

    assert [option.attributes["value"] for option in choice.css("option")] == ["", "پروانهٔ نمونه", "مجوزی دیگر"]


def test_boxes_of_other_editions_are_folded_unless_they_say_something(client_for, office, draft_of):
    draft = draft_of(forms.document(forms.card(service_hours="همه روز")))

    later = HTMLParser(client_for(office.author).get(page_of(draft, "access")).content.decode()).css_first(
        "details.later"
    )

    assert later.css_first("[name='card.faq']")
    assert not later.css_first("[name='card.service_hours']")


def test_a_finding_leads_to_its_box_on_whatever_page(client_for, office):
    for field in ("card.title", "card.cost.items.0.text", "card.stages", "permits.0.title"):
        FindingFactory(version=office.draft, field=field)

    page = client_for(office.author).get(f"/desk/versions/{office.draft.pk}/edit/identity/")
    goals = [link.attributes["href"] for link in HTMLParser(page.content.decode()).css("#findings a[href*=box-]")]

    edit = f"/desk/versions/{office.draft.pk}/edit"
    assert goals == [
        "#box-title",
        f"{edit}/details/#box-cost",
        f"{edit}/access/#box-stages.information",
        f"{edit}/permits/#box-permits",
    ]
