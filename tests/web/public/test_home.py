"""The first page and the guide."""

import re
from datetime import timedelta

import pytest

from khedmat.cards.guide import CHAPTERS, GUIDE
from khedmat.web.browse import example
from khedmat.web.guide import BOOK
from khedmat.web.templatetags.fa import ordinal
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, advance

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("صدور گواهی سوء پیشینه", "گواهی سوء پیشینه"),
        ("بررسی درخواست تمدید مجوز لایروبی و کف‌شکنی چاه", "کف‌شکنی چاه"),
        ("تدوین سند تدبیر توسعه استان", "تدبیر توسعه استان"),
        ("ثبت (نام) دانش‌آموزان", "نام دانش‌آموزان"),
        ("استعلام", ""),
        ("", ""),
        ("«»", ""),
    ],
)
def test_an_example_is_the_end_of_a_title_without_its_deed(title, words):
    assert example(title) == words


def test_every_example_finds_the_service_it_came_from(client):
    for title in ("صدور پروانه چاپ کتاب", "تمدید کارت بازرگانی", "ثبت ولادت"):
        VersionFactory(published=True, card={"title": title})

    examples = client.get("/").context["examples"]

    assert len(examples) == 3
    for words in examples:
        found = client.get("/search/", {"q": words}).context["page"].object_list
        assert any(words in version.title for version in found)


def test_examples_are_few_different_and_of_published_services_only(client):
    VersionFactory.create_batch(6, published=True)
    VersionFactory(card={"title": "صدور پیش‌نویس پنهان"})

    assert client.get("/").context["examples"] == ["گواهی سوء پیشینه"]


def test_an_empty_registry_offers_no_example(client):
    page = client.get("/").content.decode()

    assert "مثلاً" not in page
    assert "دو خدمت نخست" not in page


def test_the_first_two_are_the_oldest_services_whatever_their_titles_become(client):
    first, second, third = (ServiceFactory(created_at=NOW + timedelta(days=day)) for day in (0, 1, 2))
    for service in (third, second, first):
        VersionFactory(service=service, published=True)
    advance(first.versions.get(), "replaced")
    VersionFactory(service=first, published=True, card={"title": "نام تازه"})

    shown = [version.service for version in client.get("/").context["first"]]

    assert shown == [first, second]


def test_a_count_of_home_leads_to_a_list_of_that_many(client):
    VersionFactory.create_batch(2, published=True, card={"level": ["urban"], "service_type": ["G2G"]})

    choices = [choice for row in client.get("/").context["rows"] for choice in row.choices if choice.count]

    for choice in choices:
        assert client.get(f"/services/?{choice.query}").context["page"].paginator.count == choice.count


def test_an_option_that_nobody_ticks_is_no_link(client):
    page = client.get("/").content.decode()

    assert "level=rural" not in page
    assert "روستایی" in page


def test_the_article_of_a_chapter_is_said_once():
    for chapter in BOOK:
        usual = [heading for heading in chapter.headings if heading.article == chapter.article]
        assert len(usual) * 2 >= len(chapter.headings)


def test_the_guide_repeats_no_article(client):
    page = client.get("/guide/").content.decode()
    different = sum(heading.article != chapter.article for chapter in BOOK for heading in chapter.headings)

    assert page.count("شورای عالی اداری") == len(CHAPTERS) + different


def test_the_contents_of_the_guide_lead_to_every_heading_and_nowhere_else(client):
    page = client.get("/guide/").content.decode()

    goals = re.findall(r'href="#([\w-]+)"', page)
    assert {heading.anchor for heading in GUIDE} <= set(goals)
    assert not [goal for goal in goals if f'id="{goal}"' not in page]


@pytest.mark.parametrize(
    ("number", "shown"), [("4", "۴"), ("4-1", "۴\u200f-\u200f۱"), ("5-3-1", "۵\u200f-\u200f۳\u200f-\u200f۱")]
)
def test_the_number_of_a_heading_is_read_from_the_right(number, shown):
    assert ordinal(number) == shown
