"""Documents beside each other: copies, two papers on one service, titles that look alike; a person decides."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.models import ServiceVersion
from khedmat.importing.batches.judging import judge
from khedmat.importing.batches.likeness import Titled, nearest_among
from khedmat.importing.models import Batch
from tests.factories.cards import VersionFactory
from tests.importing.batches.batch import advanced, all_chosen, said
from tests.importing.paper import card_text
from tests.importing.readers.reading_forms import cases

pytestmark = pytest.mark.django_db
TITLE = "واگذاری انشعاب فاضلاب شهری"
NEAR = "واگذاری انشعاب آب و فاضلاب شهری"


def rivals():
    return {"a.txt": card_text(), "b.txt": card_text(description="شرحی دیگر"), "c.txt": card_text(audience="همگان")}


def row(batch, name):
    return batch.rows.get(name=name)


def stands(batch):
    return said(batch, "name", "what", "kinship", "twin__name", "verdict")


def test_a_copy_is_left_and_stands_beside_the_first(read):
    batch = read({"a.txt": card_text(), "b.txt": card_text(), "c.txt": card_text() + "\n\n"})

    assert stands(batch) == [
        ("a.txt", "add", "", None, ""),
        ("b.txt", "leave", "copy", "a.txt", ""),
        ("c.txt", "leave", "copy", "a.txt", ""),
    ]
    assert not batch.rows.unseen().exists()


def test_of_two_papers_on_one_service_none_is_written_until_one_is_chosen(read, office):
    batch = read(dict(list(rivals().items())[:2]))
    before = stands(batch)

    judge(row(batch, "b.txt"), "this", by=office.author)

    assert before == [("a.txt", "refuse", "rival", "b.txt", ""), ("b.txt", "refuse", "rival", "a.txt", "")]
    assert stands(batch) == [("a.txt", "leave", "rival", "b.txt", "left"), ("b.txt", "add", "", None, "")]
    assert f"{office.author} «b.txt» را به جای این برگزید" in row(batch, "a.txt").reason
    assert Batch.objects.get().state == "read"


def test_one_of_three_is_left_over_by_two_choices(read, office):
    batch = read(rivals())

    judge(row(batch, "a.txt"), "this", by=office.author)
    judge(row(batch, "c.txt"), "other", by=office.author)

    assert sorted(said(batch, "what")) == ["add", "leave", "leave"]


def test_neither_stays_out_with_its_copies_and_can_be_taken_back(read, office):
    files = {**dict(list(rivals().items())[:2]), "copy of b.txt": card_text(description="شرحی دیگر")}
    batch = read(files)

    judge(row(batch, "a.txt"), "neither", by=office.author)
    left = said(batch, "what")
    state = Batch.objects.get().state
    judge(row(batch, "a.txt"), "undo", by=office.author)

    assert (left, state) == (["leave"] * 3, "done")
    assert said(batch, "what")[:2] == ["refuse", "refuse"]


def test_titles_that_look_alike_are_marked_and_still_written(read, office):
    batch = read({"a.txt": card_text(title=TITLE), "b.txt": card_text(title=NEAR), "c.txt": card_text()})

    assert stands(batch) == [
        ("a.txt", "add", "like", "b.txt", ""),
        ("b.txt", "add", "like", "a.txt", ""),
        ("c.txt", "add", "", None, ""),
    ]
    judge(row(batch, "a.txt"), "both", by=office.author)
    assert said(batch, "what", "verdict")[:2] == [("add", "taken"), ("add", "taken")]


def test_what_looks_like_a_service_of_the_register_stands_beside_its_newest_version(read, office):
    held = VersionFactory(service__owner=office.agency, card={"title": TITLE})
    VersionFactory(card={"title": NEAR})
    batch = read({"b.txt": card_text(title=NEAR)})

    assert said(batch, "kinship", "twin", "held") == [("like", None, held.pk)]
    judge(row(batch, "b.txt"), "other", by=office.author)
    assert said(batch, "what", "verdict") == [("leave", "left")]


def test_of_rivals_both_cannot_be_taken(read, office):
    batch = read(rivals())

    with pytest.raises(ValidationError, match="یکی را برگزینید"):
        judge(row(batch, "a.txt"), "both", by=office.author)


def test_what_stands_beside_nothing_and_what_is_written_cannot_be_judged(read, office):
    batch = read({"a.txt": card_text(title=TITLE), "b.txt": card_text(title=NEAR), "c.txt": card_text()})
    all_chosen(batch, office.author)
    advanced(batch)

    for name, choice in {"c.txt": "this", "a.txt": "other"}.items():
        with pytest.raises(ValidationError):
            judge(row(batch, name), choice, by=office.author)

    assert ServiceVersion.objects.count() == 3


def test_nothing_is_judged_while_drafts_are_written(read, office):
    batch = read({"a.txt": card_text(title=TITLE), "b.txt": card_text(title=NEAR)})
    all_chosen(batch, office.author)

    with pytest.raises(ValidationError, match="در حال نوشتن"):
        judge(row(batch, "a.txt"), "this", by=office.author)


@cases(
    ("one", "other", "alike"),
    {
        "another spelling": (Titled("واگذاری انشعاب فاضلاب"), Titled("واگذاری انشعاب اب و فاضلاب"), True),
        "another order": (Titled("پروانه کسب صدور"), Titled("صدور پروانه کسب"), True),
        "another deed": (Titled("صدور پروانه تاسیس اموزشگاه ازاد"), Titled("تمدید پروانه تاسیس اموزشگاه ازاد"), False),
        "two IDs": (Titled("صدور پروانه", "10031093000"), Titled("صدور پروانه", "10031093001"), False),
        "one ID": (Titled("صدور پروانه", "10031093000"), Titled("صدور پروانه"), True),
        "no title": (Titled(""), Titled(""), False),
        "other words": (Titled("صدور گواهی تجرد"), Titled("صدور پروانه چاه"), False),
    },
)
def test_what_looks_alike(one, other, alike):
    assert nearest_among({"one": one, "other": other}) == ({"one": "other", "other": "one"} if alike else {})
