"""Two documents side by side: only what differs, and a person says which of them is taken in."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.importing.models import Batch
from tests.factories.cards import VersionFactory
from tests.importing.batches.batch import advanced, all_chosen, cards
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db
TITLE, NEAR = "واگذاری انشعاب فاضلاب شهری", "واگذاری انشعاب آب و فاضلاب شهری"
RIVALS = {"a.txt": card_text(), "b.txt": card_text(audience="همگان"), "c.txt": card_text(description="شرحی دیگر")}


@pytest.fixture
def author(client_for, office):
    return client_for(office.author)


def address(batch, name):
    return f"/desk/import/batches/{batch.pk}/beside/{batch.rows.get(name=name).pk}/"


def opened(client, where):
    return LexborHTMLParser(client.get(where).content.decode())


def choices(page):
    return [button.attributes["value"] for button in page.css("main button[name=choice]")]


def whats(batch):
    return [row.what for row in batch.rows.all()]


def test_only_boxes_that_differ_are_shown_of_two_files(author, read):
    batch = read({name: RIVALS[name] for name in ("a.txt", "b.txt")})

    page = opened(author, address(batch, "a.txt"))

    assert [head.text() for head in page.css(".side h2")] == ["نوع مخاطبین"]
    assert [one.text() for one in page.css(".side-one p:last-child")] == ["عموم مردم", "همگان"]
    assert choices(page) == ["this", "other", "neither"]


def test_one_is_taken_and_the_next_pair_comes_until_none_is_left(author, read):
    batch = read(RIVALS)

    first = author.post(address(batch, "a.txt"), {"choice": "this"})
    second = author.post(first["Location"], {"choice": "this"}, follow=True)

    assert first["Location"] in (address(batch, "a.txt"), address(batch, "c.txt"))
    assert second.redirect_chain[-1][0] == f"/desk/import/batches/{batch.pk}/"
    assert "همهٔ همانندها دیده شد" in second.content.decode()
    assert sorted(whats(batch)) == ["add", "leave", "leave"]


def test_neither_stays_out_and_can_be_taken_back(author, read):
    batch = read({name: RIVALS[name] for name in ("a.txt", "b.txt")})
    author.post(address(batch, "a.txt"), {"choice": "neither"})
    left, page = whats(batch), opened(author, address(batch, "a.txt"))

    author.post(address(batch, "a.txt"), {"choice": "undo"})

    assert (left, choices(page)) == (["leave", "leave"], ["undo"])
    assert whats(batch) == ["refuse", "refuse"]


def test_two_services_with_titles_that_look_alike_are_both_taken(author, read):
    batch = read({"a.txt": card_text(title=TITLE), "b.txt": card_text(title=NEAR)})
    page = opened(author, address(batch, "a.txt"))

    author.post(address(batch, "a.txt"), {"choice": "both"})

    assert choices(page) == ["this", "other", "both", "neither"]
    assert not batch.rows.unseen().exists()
    assert whats(batch) == ["add", "add"]


def test_a_file_stands_beside_the_version_that_the_register_holds(author, read, office):
    held = VersionFactory(service__owner=office.agency, published=True, card={"title": TITLE, "audience": "صنف‌ها"})
    batch = read({"b.txt": card_text(title=NEAR)})

    page = opened(author, address(batch, "b.txt"))
    author.post(address(batch, "b.txt"), {"choice": "other"})

    assert choices(page) == ["this", "other"]
    assert "صنف‌ها" in page.body.text()
    assert f"/desk/versions/{held.pk}/" in str(page.body.html)
    assert whats(batch) == ["leave"]


def test_what_cannot_be_is_said_in_words(author, read, office):
    batch = read({"a.txt": card_text(title=TITLE), "b.txt": card_text(title=NEAR)})
    where = address(batch, "a.txt")
    all_chosen(batch, office.author)

    busy = author.post(where, {"choice": "this"}, follow=True).content.decode()
    advanced(batch)
    written = author.post(where, {"choice": "other"}, follow=True).content.decode()

    assert "پس از آن می‌توان برگزید" in busy
    assert "نوشته شده است" in written
    assert author.post(where, {"choice": "burn"}).status_code == 404


def test_what_stands_beside_nothing_has_no_such_page(author, read):
    batch, other = read(cards(1)), read(RIVALS)
    elsewhere = address(other, "a.txt").replace(f"/{other.pk}/", f"/{batch.pk}/")

    assert [author.get(where).status_code for where in (address(batch, "0000.txt"), elsewhere)] == [404, 404]


def test_a_copy_says_that_nothing_differs_and_asks_nothing(author, read):
    page = opened(author, address(read({"a.txt": card_text(), "b.txt": card_text()}), "b.txt"))

    assert "فرقی نیست" in page.body.text()
    assert choices(page) == []


def test_a_colleague_looks_on_and_chooses_nothing(client_for, office, read):
    batch, reader = read(RIVALS), client_for(office.colleague)

    page = opened(reader, address(batch, "a.txt"))
    posted = reader.post(address(batch, "a.txt"), {"choice": "this"}, follow=True).content.decode()

    assert choices(page) == []
    assert "برگزیدن کار نویسندگان دستگاه است" in posted
    assert whats(batch) == ["refuse"] * 3
    assert Batch.objects.get().state == "read"
