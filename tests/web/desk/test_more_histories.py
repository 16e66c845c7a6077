"""The histories of lists of titles, of rounds of article 2 and of provincial copies, met by four people."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards.copies import moves, writing
from khedmat.cards.copies.writing import seen_print
from khedmat.cards.duty.actions import close_round, open_round
from khedmat.cards.models import LocalCopy
from khedmat.cards.titles import actions
from khedmat.cards.titles.actions import Said
from khedmat.web.desk.happenings import of_copies, of_rounds, of_titles
from tests.factories import titles as lists
from tests.factories.cards import NOW
from tests.factories.copies import LATER, copy_of, national, write
from tests.factories.duty import a_round, asked, terms
from tests.factories.people import OrganizationFactory, person, publisher

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def words(response):
    return " ".join(response.content.decode().split())


def codes(client_for, client, address, people):
    return [client_for(user).get(address).status_code for user in people] + [client.get(address).status_code]


# Lists of titles


@pytest.fixture
def here():
    return lists.office()


def test_a_list_is_told_from_its_beginning_to_its_letter_newest_first(client_for, here):
    titles = lists.confirmed(here)

    found = of_titles.events(titles)

    assert [event.title for event in found] == [
        "ثبت تأیید بالاترین مقام",
        "افزودن عنوان (۳): صدور پروانهٔ چاه، پاسخ به استعلام، تمدید پروانهٔ چاه",
        "آغاز فهرست",
    ]
    assert [event.by for event in found] == [here.approver, here.author, here.author]
    assert found[0].reason == "نامهٔ رئیس سازمان به شمارهٔ 12/345: ۳ عنوان"
    assert "سرگذشت ویرایش ۱" in words(client_for(here.reader).get(f"/desk/titles/{titles.pk}/history/"))


def test_a_title_that_was_changed_and_one_that_was_taken_away_show_both_sides(here):
    titles = lists.drafted(here)
    first, second = titles.titles.order_by("order")[:2]
    actions.change(first, Said("صدور مجوز چاه", True, None, 1), seen=titles.revision, by=here.author, at=NOW + HOUR)
    titles.refresh_from_db()
    actions.remove(second, seen=titles.revision, by=here.author, at=NOW + 2 * HOUR)

    removed, changed = of_titles.events(titles)[:2]

    assert removed.changes == [("عنوان‌ها", "تمدید پروانهٔ چاه", "")]
    assert ("عنوان", "صدور پروانهٔ چاه", "صدور مجوز چاه") in changed.changes
    assert ("الکترونیکی", "", "آری") in changed.changes
    assert changed.title == "تغییر عنوان: «صدور پروانهٔ چاه»"


def test_many_titles_are_counted_and_the_first_are_named(here):
    titles = lists.drafted(here, "\n".join(f"صدور پروانهٔ {name}" for name in ("الف", "ب", "پ", "ت")))

    assert of_titles.events(titles)[0].title.endswith("پروانهٔ پ …")


def test_the_history_of_a_list_is_its_offices_and_the_centres_once_signed(client, client_for, here, caplog):
    draft = f"/desk/titles/{lists.drafted(here).pk}/history/"

    assert codes(client_for, client, draft, [here.author, here.reader, here.other_author]) == [200, 200, 404, 302]
    assert "of another agency" in caplog.text


def test_a_long_list_costs_no_more(client_for, here, assert_same_cost, django_assert_max_num_queries):
    titles = lists.drafted(here)
    client, page = client_for(here.author), f"/desk/titles/{titles.pk}/history/"

    def more():
        for number in range(3):
            actions.add(titles, lists.lines_of(f"لغو پروانهٔ {number}"), by=here.author, at=NOW + number * HOUR)

    with django_assert_max_num_queries(12):
        client.get(page)
    assert_same_cost(lambda: client.get(page), more)


# Rounds of article 2


@pytest.fixture
def two_agencies():
    return [OrganizationFactory(code="one", scope="national"), OrganizationFactory(code="two", scope="national")]


def test_a_round_is_told_with_its_sendings_in_one_line_each(two_agencies):
    person("author", two_agencies[0])
    boss, found = publisher(), a_round()
    asked(found, by=boss, at=NOW + HOUR)
    close_round(found, by=boss, at=NOW + 2 * HOUR)
    found.refresh_from_db()

    told = of_rounds.events(found, found.reminders.all())

    sent = found.reminders.count()
    assert [event.title for event in told][0] == "بسته شد؛ دیرکردها تا همین روز شمرده می‌شود"
    assert told[1].title.startswith("نامهٔ مرکز فرستاده شد به ")
    assert told[1].by == str(boss)
    assert told[2].title == "دوره باز شد؛ مهلت: ۲۱ آبان ۱۴۰۵"
    assert (len(told), sent >= 2) == (3, True)


def test_a_wrong_round_and_its_correction_name_each_other(two_agencies):
    wrong, boss = a_round(), publisher()
    right = open_round(terms(deadline=localdate(NOW) + timedelta(days=30)), by=boss, at=NOW + HOUR, corrects=wrong)

    first, second = (of_rounds.events(found, found.reminders.all()) for found in (wrong, right))

    assert first[0].title.startswith("اصلاح شد؛ مهلت از این پس")
    assert second[0].title.startswith("به جای ردیفی نادرست ثبت شد")


def test_an_agency_reads_of_what_was_sent_to_it_alone(client, client_for, two_agencies):
    people = [person("author", agency) for agency in two_agencies]
    boss, found = publisher(), a_round()
    asked(found, by=boss, at=NOW + HOUR)
    page = f"/desk/duty/{found.pk}/history/"

    shown = words(client_for(people[0]).get(page))

    assert "به ۱ دستگاه، ۱ نفر" in shown
    assert "به ۱ دستگاه، ۱ نفر" not in words(client_for(boss).get(page))
    assert "فرستاده شد به" not in words(client_for(person("author", OrganizationFactory())).get(page))
    assert client.get(page)["Location"].startswith("/account/login/")


def test_the_history_of_a_round_is_few_questions(client_for, two_agencies, django_assert_max_num_queries):
    boss, found = publisher(), a_round()
    asked(found, by=boss, at=NOW + HOUR)
    client = client_for(boss)

    with django_assert_max_num_queries(12):
        client.get(f"/desk/duty/{found.pk}/history/")


# Provincial copies


@pytest.fixture
def world():
    return national()


def test_savings_of_a_copy_in_a_row_are_one_line_with_the_national_text_before(client_for, world):
    copy = copy_of(world, "submitted", visits={"card.visits.count": 4})

    sent, written, begun = of_copies.told(of_copies.events(copy))

    assert (begun.title, sent.title) == ("نسخهٔ استانی آغاز شد", copy.get_stage_display())
    assert (written.kind, written.by) == ("stint", world.kerman.author)
    (change,) = written.changes
    assert change.was == "همان الگوی ملی"
    assert "۴" in change.now
    assert sent.role.startswith("نویسنده")


def test_a_box_written_twice_is_told_once_and_one_taken_back_is_no_change(world):
    copy = copy_of(world, visits={"card.visits.count": 4})
    write(copy, "visits", {"card.visits.count": 5}, by=world.kerman.author)

    (change,) = of_copies.told(of_copies.events(copy))[0].changes
    assert "۵" in change.now

    writing.follow(copy, "visits", seen=seen_print(LocalCopy.objects.get(), "visits"), by=world.kerman.author, at=NOW)
    assert of_copies.told(of_copies.events(copy))[0].changes == []


def test_what_came_back_says_why(client_for, world):
    copy = copy_of(world, "submitted")
    moves.send_back(copy, reason="زمان درست نیست.", by=world.kerman.approver, at=LATER)

    shown = words(client_for(world.kerman.author).get(f"/desk/copies/{copy.pk}/history/"))

    assert "زمان درست نیست." in shown
    assert "سرگذشت نسخهٔ ۱ استان کرمان" in shown


def test_the_history_of_a_copy_is_its_keepers_and_its_owners(client, client_for, world, caplog):
    copy, stranger = copy_of(world), person("author", OrganizationFactory())
    people = [world.kerman.author, world.kerman.reader, world.reader, stranger, world.reviewer]

    found = codes(client_for, client, f"/desk/copies/{copy.pk}/history/", people)

    assert found == [200, 200, 200, 404, 404, 302]
    assert "of another office" in caplog.text


def test_a_long_life_of_a_copy_costs_no_more(client_for, world, assert_same_cost, django_assert_max_num_queries):
    copy = copy_of(world)
    client, page = client_for(world.kerman.author), f"/desk/copies/{copy.pk}/history/"

    with django_assert_max_num_queries(12):
        client.get(page)
    assert_same_cost(
        lambda: client.get(page),
        lambda: [
            write(LocalCopy.objects.get(), "visits", {"card.visits.count": n}, by=world.kerman.author)
            for n in range(2, 5)
        ],
    )
