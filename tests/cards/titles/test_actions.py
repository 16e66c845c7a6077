"""A list of titles from its first line to the letter that confirms it, and what refuses."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.models import DeclaredTitle, TitleChange, TitleList
from khedmat.cards.titles.actions import Said, add, begin, change, confirm, remove
from khedmat.cards.titles.pasting import Line, lines_of
from khedmat.cards.titles.rows import arranged
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.people import MembershipFactory, person
from tests.factories.titles import LATER, SIGNED_ON, a_letter, confirmed, drafted, office

pytestmark = pytest.mark.django_db
TOMORROW = NOW.date() + timedelta(days=1)


def names(titles):
    return [(place.number, place.row.title) for place in arranged(titles.titles.all())]


@contextmanager
def refused(sentence):
    """As people read it: the half-spaces of a sentence are escaped in the text of the exception."""
    with pytest.raises(ValidationError) as caught:
        yield
    assert sentence in " ".join(caught.value.messages)


def said(row, **changes):
    return Said(**({"title": row.title, "is_electronic": None, "parent": row.parent, "place": 1} | changes))


def test_a_list_begins_once_and_is_gone_on_with():
    here = office()

    first, again = (begin(here.agency, by=here.author, at=NOW) for _ in range(2))

    assert first == again
    assert (first.number, first.stage) == (1, "draft")


def test_pasted_lines_become_rows_with_their_sub_services():
    titles = drafted(office())

    assert names(titles) == [(1, "صدور پروانهٔ چاه"), (1, "تمدید پروانهٔ چاه"), (2, "پاسخ به استعلام")]
    assert titles.titles.get(title="تمدید پروانهٔ چاه").parent.title == "صدور پروانهٔ چاه"


def test_a_title_that_is_there_is_not_added_twice_however_it_is_spaced():
    here = office()
    titles = drafted(here)

    added = add(titles, lines_of("صدور پروانۀ  چاه\nعنوان تازه\nعنوان‌تازه"), by=here.author, at=NOW)

    assert [row.title for row in added.rows] == ["عنوان تازه"]
    assert added.known == ["صدور پروانۀ چاه", "عنوان‌تازه"]


def test_a_sub_service_that_comes_later_finds_its_service():
    here = office()
    titles = drafted(here)

    add(titles, [Line("لغو پروانهٔ چاه", under="صدور پروانۀ چاه")], by=here.author, at=NOW)

    assert titles.titles.get(title="لغو پروانهٔ چاه").parent.title == "صدور پروانهٔ چاه"


def test_a_row_is_known_as_the_service_of_its_id_or_of_its_title():
    here = office()
    by_code = ServiceFactory(owner=here.agency, code="13041861000")
    by_title = VersionFactory(service__owner=here.agency, card={"title": "پاسخ به استعلام"})
    elsewhere = ServiceFactory(code="13041862000")
    by_title.title_key = "پاسخ به استعلام"
    by_title.save(update_fields=["title_key"])
    titles = begin(here.agency, by=here.author, at=NOW)

    lines = [Line("یک", stated_id="13041861000"), Line("پاسخ به استعلام"), Line("دو", stated_id=elsewhere.code)]
    rows = add(titles, lines, by=here.author, at=NOW).rows

    assert [row.service_id for row in rows] == [by_code.pk, by_title.service_id, None]


def test_a_row_is_changed_and_moved_among_its_neighbours():
    here = office()
    titles = drafted(here)
    row = titles.titles.get(title="پاسخ به استعلام")

    change(row, said(row, title="پاسخ", is_electronic=True), seen=titles.revision, by=here.author, at=LATER)

    assert names(titles) == [(1, "پاسخ"), (2, "صدور پروانهٔ چاه"), (1, "تمدید پروانهٔ چاه")]
    last = titles.changes.latest("revision")
    assert (last.said["before"]["title"], last.said["after"]["title"]) == ("پاسخ به استعلام", "پاسخ")


def test_a_service_with_sub_services_goes_below_no_other():
    here = office()
    titles = drafted(here)
    row, other = titles.titles.get(title="صدور پروانهٔ چاه"), titles.titles.get(title="پاسخ به استعلام")

    with refused("خود زیرخدمت دارد"):
        change(row, said(row, parent=other), seen=titles.revision, by=here.author, at=NOW)


def test_a_removed_service_takes_its_sub_services_and_the_log_keeps_them():
    here = office()
    titles = drafted(here)

    remove(titles.titles.get(title="صدور پروانهٔ چاه"), seen=titles.revision, by=here.author, at=NOW)

    assert names(titles) == [(1, "پاسخ به استعلام")]
    assert titles.changes.latest("revision").said == {"titles": ["صدور پروانهٔ چاه", "تمدید پروانهٔ چاه"]}


def test_of_two_who_change_one_row_the_second_is_told_who_was_first():
    here = office()
    titles = drafted(here)
    row, seen = titles.titles.get(title="پاسخ به استعلام"), titles.revision
    colleague = person("author", here.agency)
    change(row, said(row, title="پاسخ"), seen=seen, by=colleague, at=NOW)

    with refused(f"{colleague} فهرست را تغییر داد"):
        change(row, said(row, title="جواب"), seen=seen, by=here.author, at=LATER)

    row.refresh_from_db()
    assert row.title == "پاسخ"


def test_two_who_change_other_rows_do_not_hinder_each_other():
    here = office()
    titles = drafted(here)
    one, other = titles.titles.get(title="پاسخ به استعلام"), titles.titles.get(title="صدور پروانهٔ چاه")
    seen = titles.revision

    change(one, said(one, title="پاسخ"), seen=seen, by=here.author, at=NOW)
    change(other, said(other, title="صدور"), seen=seen, by=here.author, at=NOW)

    assert {row.title for row in titles.titles.all()} == {"پاسخ", "صدور", "تمدید پروانهٔ چاه"}


def test_a_row_that_a_colleague_removed_is_said_to_be_gone():
    here = office()
    titles = drafted(here)
    row = titles.titles.get(title="پاسخ به استعلام")
    remove(DeclaredTitle.objects.get(pk=row.pk), seen=titles.revision, by=here.author, at=NOW)

    with refused("دیگر در فهرست نیست"):
        change(row, said(row), seen=titles.revision, by=here.author, at=NOW)


def test_the_letter_confirms_the_list_and_replaces_the_edition_before():
    here = office()
    first = confirmed(here)

    second = confirmed(here, "لغو پروانهٔ چاه")

    first.refresh_from_db()
    assert (first.stage, second.stage, second.number) == ("replaced", "confirmed", 2)
    assert (second.said_count, second.titles.count(), second.confirmed_by) == (4, 4, here.approver)
    assert second.letter_date == SIGNED_ON


def test_a_new_edition_begins_as_the_confirmed_one_with_what_became_of_its_titles():
    here = office()
    confirmed(here)
    version = VersionFactory(service__owner=here.agency, card={"title": "پاسخ به استعلام"}, title_key="پاسخ به استعلام")

    titles = begin(here.agency, by=here.author, at=LATER)

    assert names(titles) == [(1, "صدور پروانهٔ چاه"), (1, "تمدید پروانهٔ چاه"), (2, "پاسخ به استعلام")]
    assert titles.titles.get(title="پاسخ به استعلام").service == version.service
    assert titles.titles.get(title="تمدید پروانهٔ چاه").parent.title_list == titles


@pytest.mark.parametrize("role", ["approver", "reader", "other_author"])
def test_only_authors_of_the_agency_write(role):
    here = office()
    titles, somebody = drafted(here), getattr(here, role)

    for act in (
        lambda: begin(here.agency, by=somebody, at=NOW),
        lambda: add(titles, [Line("عنوان")], by=somebody, at=NOW),
    ):
        with refused("نویسندگان «سازمان نمونه» می‌نویسند"):
            act()


UNMET = [
    ("author", {}, "کار تأییدکنندگان «سازمان نمونه» است"),
    ("other_approver", {}, "کار تأییدکنندگان «سازمان نمونه» است"),
    ("approver", {"said_count": 2}, "در نامه ۲ عنوان گفته شده و در فهرست ۳ عنوان است"),
    ("approver", {"said_count": 4}, "در نامه ۴ عنوان گفته شده و در فهرست ۳ عنوان است"),
    ("approver", {"day": TOMORROW}, "تاریخ نامه از امروز دیرتر است"),
]


@pytest.mark.parametrize(("role", "letter", "sentence"), UNMET)
def test_a_letter_that_does_not_confirm_says_why_and_who_can_mend_it(role, letter, sentence):
    here = office()
    titles = drafted(here)

    with refused(sentence):
        confirm(titles, a_letter(**letter), seen=titles.revision, by=getattr(here, role), at=NOW)

    titles.refresh_from_db()
    assert titles.is_draft


def test_whoever_wrote_a_line_does_not_record_its_confirmation():
    here = office()
    MembershipFactory(user=here.author, organization=here.agency, role="approver")
    titles = drafted(here)

    with refused("در نوشتن این فهرست دست داشته‌اید"):
        confirm(titles, a_letter(), seen=titles.revision, by=here.author, at=NOW)


def test_an_empty_list_is_not_confirmed():
    here = office()
    titles = drafted(here, "")

    with refused("فهرست هنوز خالی است"):
        confirm(titles, a_letter(0), seen=titles.revision, by=here.approver, at=NOW)


def test_what_was_not_seen_is_not_confirmed():
    here = office()
    titles = drafted(here)
    seen = titles.revision
    row = titles.titles.get(title="پاسخ به استعلام")
    change(row, said(row, title="پاسخ"), seen=seen, by=here.author, at=NOW)

    with refused("فهرست را تغییر داد"):
        confirm(titles, a_letter(), seen=seen, by=here.approver, at=NOW)


def test_a_confirmed_list_is_changed_by_nobody_any_more():
    here = office()
    titles = confirmed(here)
    row = titles.titles.get(title="پاسخ به استعلام")

    for act in (
        lambda: add(titles, [Line("عنوان")], by=here.author, at=NOW),
        lambda: change(row, said(row, title="دیگر"), seen=99, by=here.author, at=NOW),
        lambda: remove(row, seen=99, by=here.author, at=NOW),
        lambda: confirm(titles, a_letter(), seen=99, by=here.approver, at=NOW),
    ):
        with refused("تأیید شده است و دیگر تغییر نمی‌کند"):
            act()


def test_every_step_is_one_line_of_the_log():
    here = office()
    titles = confirmed(here)

    steps = TitleChange.objects.filter(title_list=titles).order_by("revision").values_list("step", "by")

    assert list(steps) == [("begun", here.author.pk), ("added", here.author.pk), ("confirmed", here.approver.pk)]


def test_a_title_too_long_to_be_kept_is_refused_and_nothing_is_written():
    here = office()
    titles = drafted(here, "")

    with refused("از ۳۰۰ نویسه بلندتر است"):
        add(titles, [Line("عنوان"), Line("ب" * 301)], by=here.author, at=NOW)

    assert not titles.titles.exists()
    assert TitleList.objects.get().revision == 1
