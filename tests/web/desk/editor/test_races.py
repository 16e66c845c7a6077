"""Two people on one draft: other boxes are both kept, one box is asked about, and the answer is carried out."""

import json
import threading

import pytest
from django.db import connections
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from khedmat.cards.actions import submit
from tests.factories.cards import NOW
from tests.web.desk.editor.conftest import TITLE, again, told

pytestmark = pytest.mark.django_db
OLD = {"revision": "0"}


@pytest.fixture
def clash(send, office):
    """The conflict page that the author sees after a colleague was quicker."""
    send("identity", {"card.title": "نوشتهٔ همکار"}, by=office.colleague)
    return send("identity", OLD | {"card.title": "نوشتهٔ من"})


def chosen(response, *keep):
    """The form of the conflict page, with mine for these boxes and theirs for the others."""
    form = HTMLParser(response.content).css_first("#settling")
    hidden = {one.attributes["name"]: one.attributes.get("value") for one in form.css("input[type=hidden]")}
    hidden.pop("csrfmiddlewaretoken", None)
    texts = {one.attributes["name"]: one.text() for one in form.css("textarea")}
    radios = {one.attributes["name"] for one in form.css("[type=radio]")}
    mine = {name: path if path in keep else "" for name, path in _paths(form, radios).items()}
    return hidden | texts | mine


def _paths(form, names):
    """Name of a pair of radios → the box that its first one stands for."""
    return {name: form.css(f"[name='{name}'][value]")[0].attributes["value"] for name in names}


def test_two_people_in_two_boxes_are_both_kept(send, office):
    send("identity", {"card.title": "نوشتهٔ همکار"}, by=office.colleague)

    response = send("identity", OLD | {"card.local_id": "۷"})

    assert response.status_code == 302
    assert (again(office.draft).title, again(office.draft).card.local_id) == ("نوشتهٔ همکار", "7")


def test_two_people_on_two_pages_are_both_kept(send, office):
    send("filler", {"card.filled_by.name": "همکار"}, by=office.colleague)

    send("identity", OLD | {"card.title": "نوشتهٔ من"})

    assert (again(office.draft).title, again(office.draft).card.filled_by.name) == ("نوشتهٔ من", "همکار")


def test_one_box_shows_both_texts_and_who_wrote_the_other(clash, office):
    assert clash.status_code == 409
    assert "نوشتهٔ همکار" in told(clash)
    assert "نوشتهٔ من" in told(clash)
    assert office.colleague.full_name.split()[0] in told(clash)
    assert again(office.draft).title == "نوشتهٔ همکار"


def test_mine_is_written_when_chosen(send, office, clash):
    response = send("identity", chosen(clash, "card.title"))

    assert response.status_code == 302
    assert again(office.draft).title == "نوشتهٔ من"


def test_theirs_stays_when_chosen(send, office, clash):
    send("identity", chosen(clash))

    assert again(office.draft).title == "نوشتهٔ همکار"
    assert again(office.draft).revision == 1


def test_a_third_text_written_while_choosing_is_asked_about_again(send, office, clash):
    send("identity", {"card.title": "نوشتهٔ سوم"}, by=office.colleague)

    response = send("identity", chosen(clash, "card.title"))

    assert response.status_code == 409
    assert "نوشتهٔ سوم" in told(response)
    assert again(office.draft).title == "نوشتهٔ سوم"


def test_a_row_that_another_tab_took_away_is_a_conflict_and_not_a_wrong_row(send, office):
    rows = {f"card.internal_systems-{row}-system": name for row, name in enumerate(["یک", "دو", "سه"])}
    send("systems", rows)
    seen = {"revision": str(again(office.draft).revision)}
    send("systems", rows | {"drop": "card.internal_systems:0"}, by=office.colleague)

    response = send("systems", rows | seen | {"card.internal_systems-2-fields": "تاریخ"})

    assert response.status_code == 409
    assert [row.system for row in again(office.draft).card.internal_systems] == ["دو", "سه"]
    assert "تاریخ" in told(response)


def test_both_versions_of_a_box_stay_in_the_history(send, office, clash):
    send("identity", chosen(clash, "card.title"))

    texts = [edit.changes["card.title"]["now"] for edit in office.draft.edits.order_by("revision")]
    assert texts == ["نوشتهٔ همکار", "نوشتهٔ من"]


def test_choosing_after_the_draft_was_sent_writes_nothing_and_keeps_the_text(send, office, clash):
    submit(office.draft, by=office.author, at=NOW)

    response = send("identity", chosen(clash, "card.title"))

    assert response.status_code == 409
    assert json.loads(dict(_kept(response))["mine"]) == {"card.title": "نوشتهٔ من"}
    assert again(office.draft).title == "نوشتهٔ همکار"


def _kept(response):
    return [(one.attributes["name"], one.text()) for one in HTMLParser(response.content).css("form textarea")]


def test_what_could_not_be_kept_is_still_there_after_choosing(send, office):
    send("details", {"card.visits.count": "۲"}, by=office.colleague)
    typed = OLD | {"card.visits.count": "۳", "card.recipients.count": "چند تا"}

    response = send("details", chosen(send("details", typed), "card.visits.count"))

    assert response.status_code == 422
    assert "چند تا" in told(response)
    assert again(office.draft).card.visits.count == 3


@pytest.mark.django_db(transaction=True)
def test_two_savings_at_the_same_moment_are_both_kept(send, office):
    start = threading.Barrier(2)

    def save(box, text):
        start.wait()
        send("identity", OLD | {box: text})
        connections.close_all()

    texts = [("card.local_id", "۱۱"), ("card.parent_service_title", "بالادست")]
    people = [threading.Thread(target=save, args=one) for one in texts]
    for one in people:
        one.start()
    for one in people:
        one.join()

    card = again(office.draft).card
    assert (card.local_id, card.parent_service_title, card.title) == ("11", "بالادست", TITLE["card.title"])
