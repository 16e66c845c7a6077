"""The public search by the index of the host: ranked, with reasons, facets, corrections, what else bears the words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khedmat.cards.models import SearchDay, Service, ServiceVersion
from khedmat.core.keeping import REPEATED
from khedmat.search import living
from khedmat.search.keeping import rebuild
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.popular import accepted
from tests.factories.registers import a_document, a_law

pytestmark = pytest.mark.django_db


@pytest.fixture
def indexed(tmp_path, settings):
    """`indexed()`: the index of this host as the database is now."""
    settings.KHEDMAT_DATA = tmp_path
    return lambda: rebuild(living.folder(), at=1.0)


def a_card(title, **card):
    return VersionFactory(published=True, card={"title": title, **card})


def search(client, words, **more):
    return client.get("/search/", {"q": words, **more})


def titles(answer):
    return [version.title for version in answer.context["page"].object_list]


def test_the_title_comes_before_what_merely_mentions_the_word(client, indexed):
    a_card("آزمون زبان", description="گذرنامه لازم است.")
    a_card("صدور گذرنامه")
    indexed()

    assert titles(search(client, "گذرنامه"))[0] == "صدور گذرنامه"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("ترنجبین", "نام رایج:"),
        ("شقایق", "در مدارک: سند شقایق"),
        ("لاله", "در قانون: قانون لاله"),
        ("نیلوفر", "در متن شناسنامه: نیلوفر"),
        ("بابونه", "در نام دستگاه: بابونه"),
    ],
)
def test_the_page_says_why_a_service_was_found(client, indexed, words, why):
    owner = OrganizationFactory(name="سازمان بابونه")
    card = {"documents": ["سند شقایق"], "laws": ["قانون لاله"], "description": "نیلوفر"}
    accepted("ترنجبین", VersionFactory(published=True, service__owner=owner, card=card).service)
    indexed()

    assert why in search(client, words).content.decode()


def test_words_of_people_find_what_the_forms_call_otherwise(client, indexed):
    a_card("صدور گذرنامه")
    indexed()

    answer = search(client, "پاسپورت")

    assert titles(answer) == ["صدور گذرنامه"]
    assert "مردم به آن می‌گویند" in answer.content.decode()


def test_a_slip_is_mended_and_said(client, indexed):
    a_card("صدور گذرنامه")
    indexed()

    answer = search(client, "گذرنامح")

    assert titles(answer) == ["صدور گذرنامه"]
    assert "منظورتان این بود" in answer.content.decode()


@pytest.mark.parametrize("number", ["10011234100", "۱۰۰۱۱۲۳۴۱۰۰", "1001-1234-100", "١٠٠١ ١٢٣٤ ١٠٠"])
@pytest.mark.parametrize("has_index", [True, False])
def test_an_id_in_any_writing_leads_to_its_service(client, indexed, number, has_index):
    service = a_card("صدور گذرنامه").service
    Service.objects.filter(pk=service.pk).update(code="10011234100")
    if has_index:
        indexed()

    assert search(client, number)["Location"] == f"/services/{service.pk}/"


FACETS = [
    ("type", {"service_type": ["G2E"]}),
    ("level", {"level": ["rural"]}),
    ("event", {"life_events": ["death"]}),
    ("free", {"cost": {"free": True}}),
    ("electronic", {"stages": {"request": {"electronic": False, "non_electronic": True}}}),
]


@pytest.mark.parametrize(("name", "card"), FACETS)
def test_each_facet_tells_what_a_click_gives(client, indexed, name, card):
    a_card("گواهی یک")
    a_card("گواهی دو", **card)
    indexed()
    value = {"free": "yes", "electronic": "no"}.get(name) or next(iter(card.values()))[0]

    narrowed = search(client, "گواهی", **{name: value})

    assert titles(narrowed) == ["گواهی دو"]
    options = [option for facet in search(client, "گواهی").context["found"].facets for option in facet.options]
    assert [option.count for option in options if f"{name}={value}" in option.query] == [1]


def test_an_agency_narrows_and_its_chip_takes_it_off(client, indexed):
    wanted = a_card("گواهی یک").service.owner
    a_card("گواهی دو")
    indexed()

    answer = search(client, "گواهی", agency=wanted.code)

    assert titles(answer) == ["گواهی یک"]
    assert [option.query for _label, option in answer.context["picked"]] == ["q=%DA%AF%D9%88%D8%A7%D9%87%DB%8C"]


def test_a_filter_that_nothing_fits_is_offered_to_be_taken_off(client, indexed):
    a_card("گواهی")
    indexed()

    answer = search(client, "گواهی", event="marriage")

    assert titles(answer) == []
    assert "یکی را بردارید" in answer.content.decode()
    assert not SearchDay.objects.exists()


def test_an_unknown_value_narrows_nothing(client, indexed):
    a_card("گواهی")
    indexed()

    assert titles(search(client, "گواهی", type="nothing", level="-1", free="maybe")) == ["گواهی"]


def test_words_that_are_nowhere_are_counted_and_helped(client, indexed):
    a_card("صدور گذرنامه")
    indexed()

    answer = search(client, "ظظظضضض")

    assert "رویدادهای زندگی" in answer.content.decode()
    assert SearchDay.objects.values_list("words", "in_vain").get() == ("ظظظضضض", 1)


def test_what_the_server_answered_from_memory_since_is_counted_too(client, indexed):
    version = a_card("صدور گذرنامه")
    indexed()

    client.get("/search/", {"q": "گذرنامه"}, **{REPEATED: 4})

    row = SearchDay.objects.values_list("words", "with_results", "service").get()
    assert row == ("گذرنامه", 5, version.service_id)


@pytest.mark.parametrize("words", ["کد ملی 0012345678", "۰۹۱۲۳۴۵۶۷۸۹", "زنگ 021"])
def test_numbers_that_may_be_somebodys_are_never_kept(client, indexed, words):
    a_card("صدور گذرنامه")
    indexed()

    search(client, words)

    assert not SearchDay.objects.exists()


def test_what_was_retired_a_moment_ago_is_not_shown(client, indexed):
    version = a_card("صدور گذرنامه")
    indexed()
    ServiceVersion.objects.filter(pk=version.pk).update(stage="suspended")

    assert titles(search(client, "گذرنامه")) == []


def test_agencies_documents_and_laws_that_bear_the_words_stand_beside(client, indexed):
    OrganizationFactory(name="سازمان بابونه", code="chamomile")
    a_document("گواهی بابونه")
    a_law("قانون بابونه")
    indexed()

    blocks = search(client, "بابونه").context["others"]

    assert [[other.title for other in block.others] for block in blocks] == [
        ["سازمان بابونه"],
        ["گواهی بابونه"],
        ["قانون بابونه"],
    ]


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "۲", "9" * 300])
def test_a_page_that_is_not_there_is_the_nearest(client, indexed, page):
    a_card("گواهی")
    indexed()

    assert titles(search(client, "گواهی", page=page)) == ["گواهی"]


def test_the_search_costs_at_most_four_questions_and_is_small(client, indexed, assert_same_cost):
    accepted()
    indexed()
    page = lambda: search(client, "گذرنامه")  # noqa: E731

    def more():
        VersionFactory.create_batch(25, published=True, card={"title": "تمدید گذرنامه"})
        indexed()

    assert_same_cost(page, more)

    answer = page()
    assert len(answer.content) < 50_000 * 3
    assert not answer.cookies


def test_a_broken_index_leaves_the_search_to_the_database(client, indexed):
    a_card("صدور گذرنامه")
    indexed()
    for path in living.folder().glob("index-*/meta.json"):
        path.write_text("{")

    assert titles(search(client, "گذرنامه")) == ["صدور گذرنامه"]


def test_what_is_typed_is_gone_on_with(client, indexed, django_assert_num_queries):
    service = a_card("صدور گذرنامه").service_id
    indexed()

    with django_assert_num_queries(0):
        found = client.get("/search/suggest/", {"q": "گذرن"}).json()["suggestions"]

    assert [one["text"] for one in found] == ["گذرنامه", "صدور گذرنامه"]
    assert found[1]["href"] == f"/services/{service}/"


@pytest.mark.parametrize("words", ["", "گ", "\x00", "ا" * 10_000])
def test_nothing_is_suggested_where_there_is_nothing_to_say(client, words):
    assert client.get("/search/suggest/", {"q": words}).json() == {"suggestions": []}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60), page=st.text(max_size=5), value=st.text(max_size=10))
def test_whatever_is_asked_is_answered(client, indexed, words, page, value):
    if not living.folder().exists():
        a_card("صدور گذرنامه")
        indexed()
    more = dict.fromkeys(("agency", "type", "level", "event", "free", "electronic"), value)

    assert search(client, words, page=page, **more).status_code in (200, 302, 400)
    assert client.get("/search/suggest/", {"q": words}).status_code == 200
