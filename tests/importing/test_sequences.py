"""Papers that come one after the other, in any order and more than once: nothing doubles, nothing is lost."""

from itertools import permutations

import pytest

from khedmat.cards.models import Service, ServiceVersion
from khedmat.files.models import StoredFile
from tests.factories.cards import NOW, advance
from tests.importing.paper import card_text, permit, permits_text, planned, row_of, taken, whats, write

pytestmark = pytest.mark.django_db
CODE = "10031093000"
STAGES = ["draft", "submitted", "published"]
PAPERS = {
    "the same file": ({}, "leave"),
    "the same words in another spelling": ({"audience": "عموم  مردم"}, "leave"),
    "other words": ({"audience": "کشاورزان"}, "change"),
    "other words and an ID": ({"audience": "کشاورزان", "code": CODE}, "change"),
    "another title": ({"title": "تمدید پروانه نمونه"}, "add"),
    "another title and an ID": ({"title": "تمدید پروانه نمونه", "code": CODE}, "add"),
}
WORDS = [
    ("صدور گواهی نمونه", "صدور گواهي نمونه"),
    ("صدور گواهی نمونه", "صدور  گواهی‌نمونه"),
    ("ثبت 12 سند", "ثبت ۱۲ سند"),
]


def kept():
    """How much there is of everything."""
    return Service.objects.count(), ServiceVersion.objects.count()


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(("changes", "what"), PAPERS.values(), ids=PAPERS)
def test_what_is_done_with_a_paper_depends_on_what_is_kept(agency, folder, stage, changes, what):
    taken(write(folder))
    advance(ServiceVersion.objects.get(), stage)

    row = row_of(write(folder, "next.txt", **changes))

    assert str(row.what) == what
    assert row.reason or what == "add"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(("changes", "what"), PAPERS.values(), ids=PAPERS)
def test_what_was_planned_is_done_and_a_second_time_left(agency, folder, stage, changes, what):
    taken(write(folder))
    advance(ServiceVersion.objects.get(), stage)
    path = write(folder, "next.txt", **changes)
    assert whats(taken(path)) == [what]
    before = kept()

    (again,) = taken(path)

    assert (str(again.row.what), again.is_written, kept()) == ("leave", False, before)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_services_in_any_order_are_three_services(agency, folder, order):
    paths = [write(folder, f"{name}.txt", title=f"صدور گواهی {name}") for name in ("الف", "ب", "پ")]

    for place in order:
        taken(paths[place])

    assert kept() == (3, 3)
    assert whats(planned(folder).rows) == ["leave"] * 3


@pytest.mark.parametrize("times", [1, 2, 5])
def test_one_folder_taken_in_several_times_is_taken_in_once(agency, folder, times):
    for name in ("یک", "دو", "سه", "چهار"):
        write(folder, f"{name}.txt", title=f"ثبت {name}")
    write(folder, "permits.html", text=permits_text(permit()))

    for _ in range(times):
        taken(folder)

    assert kept() == (4, 4)
    assert StoredFile.objects.count() == 5


@pytest.mark.parametrize(("one", "other"), WORDS)
def test_two_spellings_of_one_title_are_one_service(agency, folder, one, other):
    taken(write(folder, "one.txt", title=one))

    row = row_of(write(folder, "other.txt", title=other, audience="کشاورزان"))

    assert str(row.what) == "change"
    assert row.service == Service.objects.get().pk


def test_a_paper_that_goes_back_to_earlier_words_is_a_change_again(agency, folder):
    for number, audience in enumerate(("عموم مردم", "کشاورزان", "دامداران")):
        taken(write(folder, f"{number}.txt", audience=audience))

    version = ServiceVersion.objects.get()
    assert version.audience == "دامداران"
    assert version.stage_changes.count() == 3


def test_each_published_paper_is_a_version_of_its_own(agency, folder):
    for number, audience in enumerate(("عموم مردم", "کشاورزان", "دامداران"), start=1):
        taken(write(folder, f"{number}.txt", audience=audience))
        draft = ServiceVersion.objects.get(stage="draft")
        ServiceVersion.objects.filter(stage="published").update(stage="replaced", replaced_at=NOW)
        advance(draft, "published")

    service = Service.objects.get()
    assert list(service.versions.order_by("number").values_list("number", "audience")) == [
        (1, "عموم مردم"),
        (2, "کشاورزان"),
        (3, "دامداران"),
    ]
    assert whats(planned(folder).rows) == ["leave"] * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_the_same_words_in_another_encoding_are_the_same_paper(agency, folder, encoding):
    taken(write(folder))
    other = folder / "other.txt"
    other.write_bytes(
        card_text()
        .replace("ی", "ي" if encoding == "cp1256" else "ی")
        .replace("ک", "ك" if encoding == "cp1256" else "ک")
        .encode(encoding)
    )

    assert str(row_of(other).what) == "leave"


@pytest.mark.parametrize(
    "name", ["فرم یک.txt", "form (1).TXT", "a" * 200 + ".txt", ".. .txt", "100%.txt", "فرم\u200cها.txt"]
)
def test_what_a_file_is_called_changes_nothing(agency, folder, name):
    (result,) = taken(write(folder, name))

    assert result.is_written
    assert Service.objects.count() == 1
