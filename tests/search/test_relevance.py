"""Questions of people over real services, where they are at hand; and slips made at random in titles of our own."""

import json
import random
from pathlib import Path

import pytest

from khedmat.search.analysis import words
from khedmat.search.entry import Entry
from khedmat.search.index import Index, build
from khedmat.site.ranking import entry_of

SHARED = Path(__file__).parents[3] / "shared" / "search"
QUESTIONS = Path(__file__).parents[2] / "bench" / "search" / "questions.tsv"
TITLES = (
    "صدور گذرنامه", "تمدید پروانه کسب", "واگذاری انشعاب برق", "ثبت علامت تجاری", "صدور کارت بازرگانی",
    "پرداخت کمک هزینه ازدواج", "درخواست معافیت تحصیلی", "ترخیص خودرو از پارکینگ", "صدور گواهی عدم سوء پیشینه",
    "استعلام سوابق بیمه", "صدور پروانه بهره‌برداری معدن", "ثبت اختراع",
)  # fmt: skip


def dropped(word, place):
    return word[:place] + word[place + 1 :]


def doubled(word, place):
    return word[:place] + word[place] + word[place:]


def swapped(word, place):
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


@pytest.fixture(scope="module")
def titles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("titles")
    build(folder, [Entry(key, title) for key, title in enumerate(TITLES)])
    return Index.open(folder)


@pytest.mark.parametrize("slip", [dropped, doubled, swapped])
@pytest.mark.parametrize("key", range(len(TITLES)))
def test_one_slip_in_the_longest_word_is_forgiven(titles, slip, key):
    longest = max(words(TITLES[key]), key=len)
    place = random.Random(key).randrange(1, len(longest) - 1)

    asked = TITLES[key].replace("‌", " ").replace(longest, slip(longest, place))

    assert key in titles.keys(asked, 3)


@pytest.mark.parametrize("key", range(len(TITLES)))
def test_words_that_ran_together_are_found(titles, key):
    assert key in titles.keys("".join(words(TITLES[key])[:2]) + " " + " ".join(words(TITLES[key])[2:]), 3)


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    if not SHARED.exists():
        pytest.skip("the real services are not at hand")
    folder = tmp_path_factory.mktemp("services")
    lines = (SHARED / "services.jsonl").read_text("utf-8").splitlines()
    build(folder, [entry_of(service["n"], service) for service in map(json.loads, lines)])
    return Index.open(folder)


def test_questions_of_people_are_answered_in_the_first_five(services):
    lines = [line.split("\t") for line in QUESTIONS.read_text("utf-8").splitlines() if not line.startswith("#")]

    missed = [
        asked for asked, told in lines if not any(part in " ".join(shown(services, asked)) for part in parts(told))
    ]

    assert len(missed) <= len(lines) * 0.05, missed


def shown(services, asked):
    return [plain(hit.title) for hit in services.find(asked).hits[:5]]


def parts(told):
    return [plain(part) for part in told.split("|")]


def plain(title):
    return " ".join(words(title))
