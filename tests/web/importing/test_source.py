"""The original of a version: a page of its own, the part beside the editor, and who may see them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.actions import Asked, edit_draft
from khedmat.cards.editing.shapes import shape_of
from khedmat.web.desk.editor.sections import SECTIONS, section_of
from khedmat.web.importing.lit import box_of, doubts_of, traces_of
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.papers import StoredFileFactory

pytestmark = pytest.mark.django_db


def address(version, query=""):
    return f"/desk/versions/{version.pk}/source/{query}"


@pytest.fixture
def author(client_for, office):
    return client_for(office.author)


def opened(client, where):
    return LexborHTMLParser(client.get(where).content.decode())


def editor(version, section="specification"):
    return f"/desk/versions/{version.pk}/edit/{section}/?source=1"


def test_the_original_is_shown_as_it_looked_with_a_way_from_each_value_to_its_field(author, draft):
    page = opened(author, address(draft))

    title = page.css_first('[data-path="card.title"]')
    block = title.attributes["data-lights"].split(":")[0]
    assert title.attributes["href"] == f"/desk/versions/{draft.pk}/edit/identity/?source=1#box-title"
    assert "صدور گواهی نمونه" in page.css_first(f'[data-block="{block}"]').text()
    assert page.css("style, [onclick]") == []


def test_the_part_for_the_editor_comes_without_the_page_around_it(author, draft):
    part = author.get(address(draft, "?bare=1")).content.decode()

    assert "<html" not in part
    assert "source-doc" in part


def test_what_could_not_be_told_is_lit_too(author, draft):
    page = opened(author, address(draft, "?bare=1"))

    nature = page.css_first('[data-path="card.nature"]').attributes
    assert nature["data-state"] == "undecided"
    assert re.fullmatch(r"\d+:\d+-\d+", nature["data-lights"])


def test_every_value_that_was_read_leads_to_a_box_of_its_page(author, draft):
    for trace in traces_of(draft):
        page = opened(author, editor(draft, section_of(trace.path)))
        assert page.css_first(f'[id="{box_of(trace.path)}"]'), trace.path


def test_pages_of_the_editor_and_of_traces_agree_about_every_box():
    for section in SECTIONS:
        for leaf in section.leaves:
            assert section_of(leaf) == section.slug, leaf
            assert shape_of(leaf)


def test_links_to_blocks_arrive(author, draft):
    page = author.get(address(draft)).content.decode()

    goals = re.findall(r'href="#([^"]+)"', page)
    assert [goal for goal in goals if f'id="{goal}"' not in page] == []


def test_the_pane_says_what_was_read_and_asks_what_is_doubtful(author, draft):
    page = opened(author, editor(draft))

    questions = [node.attributes["data-doubt"] for node in page.css("#doubts [data-doubt]")]
    buttons = {(node.attributes["name"], node.attributes["value"]) for node in page.css("#doubts button[name]")}
    assert questions == ["card.audience", "card.nature", "card.level"]
    assert buttons == {("accept", "card.audience"), ("decide", "card.nature"), ("decide", "card.level")}
    assert page.css_first("#editor") is not None
    assert "☑ حاکمیتی ☑ تصدی گری" in page.css_first("#doubts").text()
    assert "صاحبان پروانهٔ کسب" in page.css_first("#source .source-raw").text()


def test_an_undecided_choice_offers_the_options_of_its_box_and_its_raw_text_in_the_box_itself(author, draft):
    page = opened(author, editor(draft))

    options = [node.text() for node in page.css('[data-doubt="card.nature"] [data-choose]')]
    assert options == ["۱. حاکمیتی", "۲. تصدی‌گری"]
    assert len(page.css('[data-doubt="card.level"] [data-choose]')) == 6
    assert page.css('[data-doubt="card.audience"] [data-choose]') == []
    assert "☑ حاکمیتی ☑ تصدی گری" in page.css_first('[id="box-nature"]').text()


@pytest.mark.parametrize(
    ("path", "offered"), [("cost.free", 1), ("stages.request.visit_levels", 3), ("life_events", 9)]
)
def test_boxes_of_every_kind_offer_what_a_key_can_choose(author, office, path, offered):
    document = forms.document(forms.card(), undecided=[path, "external_inquiries.0.paper_by"])
    version = VersionFactory(service__owner=office.agency, document=document, source_file=StoredFileFactory())

    page = opened(author, editor(version, section_of(f"card.{path}")))

    assert len(page.css(f'[data-doubt="card.{path}"] [data-choose]')) == offered
    assert page.css('[data-doubt="card.external_inquiries.0.paper_by"] [data-choose]') == []


def test_on_another_page_the_same_questions_lead_to_theirs(author, draft):
    page = opened(author, editor(draft, "identity"))

    (goal,) = {node.attributes["href"] for node in page.css("#next-doubt")}
    assert page.css("#doubts button") == []
    assert goal == f"/desk/versions/{draft.pk}/edit/specification/?source=1#box-audience"


@pytest.mark.parametrize("asked", [{"accepted": ["card.audience"]}, {"said": {"card.audience": "همگان"}}])
def test_a_reading_that_was_agreed_with_or_retyped_is_asked_no_more(draft, office, asked):
    edit_draft(draft, Asked(**asked), seen=0, by=office.author, at=NOW)
    draft.refresh_from_db()

    assert [doubt.path for doubt in doubts_of(type(draft).objects.get(pk=draft.pk))] == ["card.nature", "card.level"]


def test_when_all_is_settled_the_pane_says_so(author, draft, office):
    settled = Asked({"card.nature": "sovereign"}, decided=["card.level"], accepted=["card.audience"])
    edit_draft(draft, settled, seen=0, by=office.author, at=NOW)

    page = opened(author, editor(draft))

    assert "پرسشی از فرم نمانده است" in page.css_first("#doubts").text()
    assert page.css_first("#next-doubt") is None


def test_a_card_begun_from_empty_has_no_source(author, office):
    version = VersionFactory(service__owner=office.agency, created_by=office.author)

    assert author.get(address(version)).status_code == 404
    assert opened(author, editor(version)).css_first("#source") is None


def test_a_file_that_the_store_has_lost_is_told_and_the_readings_stay(author, draft):
    draft.source_file.content.storage.delete(draft.source_file.content.name)

    page = author.get(address(draft)).content.decode()

    assert "در انبار یافت نشد" in page
    assert "صدور گواهی نمونه" in page


def test_the_pane_costs_one_question(author, draft):
    def cost(where):
        with CaptureQueriesContext(connection) as queries:
            author.get(where)
        return len(queries)

    assert cost(editor(draft)) - cost(editor(draft).partition("?")[0]) <= 3
    assert cost(address(draft)) <= 12


def test_colleagues_see_the_original_and_nobody_else(client_for, client, office, draft, caplog):
    seen = {
        who: client_for(getattr(office, who)).get(address(draft)).status_code for who in vars(office) if who != "agency"
    }

    assert seen == {"author": 200, "colleague": 200, "stranger": 404, "publisher": 404, "nobody": 404}
    assert "of another agency" in caplog.text
    assert "/account/login/" in client.get(address(draft))["Location"]
