"""The answer to a page that saves itself: pieces that fit into the page, and the same as a full reload would show."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from khedmat.web.desk.editor.sections import SECTIONS
from tests.factories.cards import FindingFactory
from tests.web.desk.editor.conftest import TITLE, again, told

pytestmark = pytest.mark.django_db
SLUGS = [section.slug for section in SECTIONS]


def pieces(response):
    """Id → piece, of the top of a fragment."""
    return {node.attributes["id"]: node for node in HTMLParser(response.content).css("body > [id]")}


def shown(node):
    return " ".join(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", node.html).split())


@pytest.mark.parametrize("section", SLUGS)
def test_every_piece_has_its_place_on_the_page_and_is_what_a_reload_shows(send, client_for, office, address, section):
    fragment = pieces(send(section, {}, autosave=True))
    page = HTMLParser(client_for(office.author).get(address(section)).content)

    assert len(fragment) > 4
    for name, piece in fragment.items():
        assert shown(page.css_first(f"[id='{name}']")) == shown(piece)


def test_the_answer_is_small_and_brings_no_page_of_its_own(send):
    response = send("identity", {}, autosave=True)

    assert response.status_code == 200
    assert not {"<html", "<form", "<textarea"} & set(re.findall(r"<\w+", told(response)))


def test_the_next_saving_says_the_revision_of_this_one(send, office):
    fragment = pieces(send("identity", {"card.title": "عنوان تازه"}, autosave=True))

    assert fragment["revision"].attributes["value"] == str(again(office.draft).revision) == "1"


def test_a_finding_goes_with_what_it_found(send):
    empty = pieces(send("identity", {"card.title": ""}, autosave=True))["told-title"]

    mended = pieces(send("identity", {"card.title": TITLE["card.title"]}, autosave=True))["told-title"]

    assert empty.css(".told-one")
    assert not mended.css(".told-B")


def test_what_was_not_kept_is_told_and_the_rest_is_kept(send, office):
    fragment = pieces(send("details", {"card.recipients.count": "ده", "card.visits.count": "۲"}, autosave=True))

    assert "عدد نیست" in fragment["told-recipients"].text()
    assert "hidden" not in fragment["trouble"].attributes
    assert again(office.draft).card.visits.count == 2


def test_a_finding_of_all_four_stages_is_named_so_and_leads_to_the_first(client_for, office, address):
    FindingFactory(version=office.draft, field="card.stages")

    page = HTMLParser(client_for(office.author).get(address("access")).content)

    (link,) = [one for one in page.css("#findings a") if "چهار مرحله" in one.text()]
    assert link.attributes["href"] == "#box-stages.information"


def test_the_trouble_is_hidden_when_all_is_kept(send):
    assert "hidden" in pieces(send("identity", {}, autosave=True))["trouble"].attributes


def test_a_clash_says_so_and_leaves_the_page_its_revision(send, office):
    send("identity", {"card.title": "نوشتهٔ همکار"}, by=office.colleague)

    response = send("identity", {"card.title": "نوشتهٔ من", "revision": "0"}, autosave=True)

    assert response.status_code == 409
    assert "هم‌زمان" in pieces(response)["trouble"].text()
    assert "revision" not in pieces(response)


@pytest.mark.parametrize("section", SLUGS)
def test_a_keystroke_asks_few_questions_however_many_rows(send, assert_same_cost, section):
    steps = iter(range(1000))

    def page(rows=1):
        sent = [f"فرایند {next(steps)}" for _ in range(rows)]
        return send(section, {"card.processes": sent, "card.documents": sent, "card.laws": sent}, autosave=True)

    assert_same_cost(page, lambda: page(rows=40))


@pytest.mark.parametrize(
    ("section", "button", "box"),
    [
        ("specification", {"add": "card.documents"}, "documents"),
        ("specification", {"up": "card.laws:1"}, "laws"),
        ("specification", {"fix": "X01|card.description|1f2e3d|0"}, "description"),
        ("specification", {"decide": "card.nature"}, "nature"),
        ("systems", {"drop": "card.internal_systems:0"}, "internal_systems"),
        ("permits", {"add": "permits"}, "permits"),
        ("processes", {"draw": "card.diagram"}, "diagram"),
    ],
)
def test_a_button_of_a_box_leads_back_to_it(send, section, button, box):
    assert send(section, button)["Location"].endswith(f"#box-{box}")


@pytest.mark.parametrize(
    "button", [{"fix": "X01|card.title|1f2e3d|0"}, {"drop": "card.title:0"}, {"go": "stay"}, {"add": "x"}]
)
def test_a_button_of_no_box_of_this_page_leads_to_its_beginning(send, button):
    assert "#" not in send("specification", button)["Location"]


def test_what_the_page_shows_already_is_not_sent_it_again(send):
    first = pieces(send("identity", {"card.local_id": "11"}, autosave=True))
    seen = first["seen"].attributes["value"]

    again = pieces(send("identity", {"card.local_id": "12", "seen": seen}, autosave=True))

    assert {"told-title", "findings", "score", "steps"} <= set(first)
    assert set(again) == {"trouble", "revision", "seen"}


def test_what_changed_beside_the_fields_is_sent_whole(send):
    seen = pieces(send("identity", TITLE, autosave=True))["seen"].attributes["value"]

    emptied = pieces(send("identity", {"card.title": "", "seen": seen}, autosave=True))

    assert emptied["told-title"].css(".told-one")
    assert emptied["seen"].attributes["value"] != seen
