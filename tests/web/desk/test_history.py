"""The life of a card as a timeline, met by four people; what was changed in one go is one line that unfolds."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils.timezone import localdate

from khedmat.cards.actions import submit
from khedmat.cards.attaching.actions import take_away
from khedmat.cards.enums import Stage
from khedmat.cards.models import Edit, StageChange
from khedmat.cards.numbering import give_id
from khedmat.cards.reviewing import Words, remark
from khedmat.core.persian import persian_digits
from khedmat.importing.models import Intake
from khedmat.web.desk.naming_boxes import name_of
from khedmat.web.desk.timeline import events, told
from tests.factories.attachments import attached
from tests.factories.cards import NOW, ROAD, VersionFactory
from tests.factories.changes import once_called
from tests.factories.papers import StoredFileFactory
from tests.factories.people import OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
SAID = [
    ("ask", "card.cost", "رایگان است؟"),
    ("answer", "card.cost", "آری"),
    ("accept", "card.title", ""),
    ("accept", "card.description", ""),
]
AUDIENCE = {"card.audience": {"was": None, "now": "کشاورزان"}}


@pytest.fixture
def office():
    owner = OrganizationFactory(name="سازمان نمونه")
    return SimpleNamespace(owner=owner, author=person("author", owner), reader=person("reader", owner))


@pytest.fixture
def draft(office):
    return VersionFactory(service__owner=office.owner, created_by=office.author)


def saved(version, minutes, *, by, changes=None, accepted=()):
    revision = version.edits.count() + 1
    at = NOW + timedelta(minutes=minutes)
    return Edit.objects.create(
        version=version, revision=revision, by=by, at=at, changes=changes or AUDIENCE, accepted=list(accepted)
    )


def page(client_for, user, version, query=""):
    return client_for(user).get(f"/desk/versions/{version.pk}/history/{query}")


def words(response):
    return " ".join(response.content.decode().split())


def lines(version):
    return [(event.kind, event.title) for event in told(events(version))]


def test_the_life_of_a_card_is_told_newest_first(office):
    version = VersionFactory(service__owner=office.owner, stage="published")

    titles = [title for _kind, title in lines(version)]

    assert titles == [*map(str, reversed([Stage(stage).label for stage in ROAD[:4]])), "پیش‌نویس آغاز شد"]


def test_a_decision_names_the_agency_as_it_was_called_on_that_day(office):
    version = VersionFactory(service__owner=office.owner, created_by=office.author)
    submit(version, by=office.author, at=NOW)
    once_called(office.owner, "ادارهٔ نمونه", until=localdate(NOW))

    roles = [event.role for event in told(events(version))]

    assert any("ادارهٔ نمونه" in role for role in roles)
    assert not any("سازمان نمونه" in role for role in roles)


def test_savings_of_one_person_in_a_row_are_one_line(office, draft):
    for minutes in (60, 75, 104):
        saved(draft, minutes, by=office.author)

    (stint, begun) = events(draft)

    assert (len(stint.savings), bool(begun.move)) == (3, True)


@pytest.mark.parametrize(("gap", "stints"), [(30, 1), (31, 2)])
def test_half_an_hour_of_silence_ends_a_line(office, draft, gap, stints):
    saved(draft, 60, by=office.author)
    saved(draft, 60 + gap, by=office.author)

    assert [kind for kind, _title in lines(draft)].count("stint") == stints


def test_another_hand_between_two_savings_parts_them(office, draft):
    for minutes, by in [(60, office.author), (61, office.reader), (62, office.author)]:
        saved(draft, minutes, by=by)

    found = told(events(draft))

    assert [event.by for event in found][:3] == [office.author, office.reader, office.author]


def test_a_box_is_told_once_from_before_the_first_saving_to_after_the_last(office, draft):
    steps = [(None, "ک"), ("ک", "کش"), ("کش", "کشاورزان")]
    for minutes, (was, now) in enumerate(steps, start=60):
        saved(draft, minutes, by=office.author, changes={"card.audience": {"was": was, "now": now}})

    (change,) = told(events(draft))[0].changes

    assert change == ("نوع مخاطبین", "", "کشاورزان")


def test_what_was_written_and_taken_back_is_no_change(office, draft):
    for minutes, (was, now) in enumerate([(None, "ک"), ("ک", None)], start=60):
        saved(draft, minutes, by=office.author, changes={"card.audience": {"was": was, "now": now}})

    assert lines(draft)[0] == ("stint", "نوشت و بازگرداند")


def test_a_line_names_how_many_boxes_and_the_first_of_them(client_for, office, draft):
    paths = ["card.title", "card.audience", "card.level", "card.nature"]
    changes = {
        path: {"was": None, "now": now} for path, now in zip(paths, ["ت", "م", ["urban"], "sovereign"], strict=True)
    }
    saved(draft, 60, by=office.author, changes=changes)

    text = words(page(client_for, office.author, draft))

    assert "۴ خانه را تغییر داد: عنوان خدمت، نوع مخاطبین، ماهیت خدمت …" in text
    assert "<ins>شهری</ins>" in text
    assert "<ins>حاکمیتی</ins>" in text


def test_readings_that_were_agreed_with_are_counted(client_for, office, draft):
    saved(
        draft,
        60,
        by=office.author,
        changes={"card.audience": {"was": "ا", "now": "ا"}},
        accepted=["card.title", "card.url"],
    )

    text = words(page(client_for, office.author, draft))

    assert "خوانده‌ها را پذیرفت" in text
    assert "۲ خوانده را پذیرفت" in text


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("card.title", "عنوان خدمت"),
        ("card.average_duration.unit", "متوسط مدت زمان ارائهٔ خدمت: واحد"),
        ("card.stages.request.channels", "درخواست خدمت: رسانهٔ ارتباطی"),
        ("card.life_event_text", "رویداد مرتبط با: رویداد دیگر"),
        ("card.filled_by.phone", "تکمیل‌کنندهٔ فرم: تلفن"),
        ("permits", "مجوزهایی که خدمت به آنها می‌انجامد"),
        ("permits.1.fee", "مجوزهایی که خدمت به آنها می‌انجامد، ردیف ۲، هزینه"),
        ("card.cost", "هزینهٔ ارائهٔ خدمت به خدمت‌گیرندگان"),
        ("not_applicable.card.audience", "مصداق‌نداشتن «نوع مخاطبین»"),
        ("card.burnt", "card.burnt"),
    ],
)
def test_a_box_is_called_as_the_form_calls_it(path, name):
    assert name_of(path) == name


def test_the_log_line_of_a_stint_is_not_told_twice(office, draft):
    edit = saved(draft, 60, by=office.author)
    for by, at in [(office.author, edit.at), (office.reader, edit.at)]:
        StageChange.objects.create(version=draft, source="draft", target="draft", by=by, at=at, sha256=draft.sha256)

    assert [kind for kind, _title in lines(draft)].count("move") == 2


def test_the_file_that_a_card_was_read_from_is_named(client_for, office, draft):
    file = StoredFileFactory()
    Intake.objects.create(file=file, version=draft, sha256=draft.sha256, by=office.author, at=NOW + timedelta(hours=1))

    assert f"«\u2068{file.name}\u2069»" in words(page(client_for, office.author, draft))


def test_other_versions_of_the_service_are_one_click_away(client_for, office):
    old = VersionFactory(service__owner=office.owner, stage="replaced")
    new = VersionFactory(service=old.service, published=True)

    assert f'href="/desk/versions/{old.pk}/history/"' in words(page(client_for, office.author, new))


def test_the_centre_is_not_led_to_a_draft_that_is_not_its_own(client_for, office):
    published = VersionFactory(service__owner=office.owner, published=True)
    draft = VersionFactory(service=published.service)

    text = words(page(client_for, person("reviewer", centre()), published))

    assert f"/desk/versions/{draft.pk}/" not in text


def test_colleagues_read_it_strangers_find_nothing_and_the_door_is_shut(client, client_for, office, draft, caplog):
    stranger = person("author", OrganizationFactory())

    answers = [page(client_for, user, draft).status_code for user in (office.author, office.reader, stranger)]

    assert answers == [200, 200, 404]
    assert "of another agency" in caplog.text
    assert client.get(f"/desk/versions/{draft.pk}/history/")["Location"].startswith("/account/login/")


def test_a_long_life_comes_in_pages(client_for, office, draft):
    for number in range(35):
        saved(draft, 60 + number * 31, by=office.author)

    first, second = (page(client_for, office.author, draft, query).context for query in ("", "?page=2"))

    assert (len(first["events"]), len(second["events"])) == (30, 6)


def test_the_history_costs_at_most_twelve_questions_whatever_its_length(
    client_for, office, draft, assert_same_cost, django_assert_max_num_queries
):
    saved(draft, 60, by=office.author)
    client = client_for(office.author)

    with django_assert_max_num_queries(12):
        client.get(f"/desk/versions/{draft.pk}/history/")
    assert_same_cost(
        lambda: client.get(f"/desk/versions/{draft.pk}/history/"),
        lambda: [saved(draft, 100 + number, by=UserFactory()) for number in range(5)],
    )


def test_what_people_wrote_is_never_markup(client_for, office, draft):
    saved(draft, 60, by=office.author, changes={"card.audience": {"was": None, "now": "<script>alert(1)</script>"}})

    assert "<script>alert" not in words(page(client_for, office.author, draft))


def test_who_and_when_are_on_every_line(client_for, office, draft):
    saved(draft, 60, by=office.author)

    text = words(page(client_for, office.author, draft))

    assert text.count(f'soft">{persian_digits(office.author.full_name)}') == 2
    assert "۱۴۰۵" in text


def test_what_was_said_attached_and_given_is_told_in_one_order(client_for, office):
    version = VersionFactory(service__owner=office.owner, stage="approved")
    reviewer, hour = person("reviewer", centre()), timedelta(hours=1)
    for number, (kind, path, text) in enumerate(SAID):
        by = office.author if kind == "answer" else reviewer
        remark(version, Words(path, kind, text), by=by, at=NOW + hour + timedelta(minutes=number))
    made = attached(version, by=office.author, at=NOW + 2 * hour, kind="letter", number="12/3")
    take_away(made, reason="زاید است", by=office.author, at=NOW + 3 * hour)
    give_id(version.service, function="1301", why="چاه آب", by=reviewer, at=NOW + 4 * hour)

    found = [event for event in told(events(version)) if event.kind != "move"]

    assert [event.title for event in found] == [
        f"شناسهٔ {type(version.service).objects.get().code} داده شد",
        "پیوست برداشته شد: «آیین‌نامهٔ اجرایی»",
        "پیوست شد: «آیین‌نامهٔ اجرایی»",
        "۲ خانه را درست یافت: عنوان خدمت، شرح خدمت".replace("۲", "2"),
        "پاسخ دستگاه دربارهٔ «هزینهٔ ارائهٔ خدمت به خدمت‌گیرندگان»",
        "پرسش دربارهٔ «هزینهٔ ارائهٔ خدمت به خدمت‌گیرندگان»",
    ]
    assert [event.reason for event in found[:3]] == ["چاه آب", "زاید است", "شمارهٔ 12/3"]
    assert "۲ خانه را درست یافت" in words(page(client_for, office.author, version))


def test_a_draft_that_is_attached_to_is_told_once(office):
    draft = VersionFactory(service__owner=office.owner)

    attached(draft, by=office.author, at=NOW + timedelta(hours=1))

    assert [kind for kind, _title in lines(draft)] == ["file", "move"]


def test_the_history_of_what_was_examined_costs_at_most_twelve_questions(
    client_for, office, django_assert_max_num_queries
):
    version = VersionFactory(service__owner=office.owner, stage="approved")
    reviewer = person("reviewer", centre())
    for kind, path, text in SAID[:1]:
        remark(version, Words(path, kind, text), by=reviewer, at=NOW)
    attached(version, by=office.author)
    saved(VersionFactory(service=version.service), 60, by=office.author)
    client = client_for(office.author)

    with django_assert_max_num_queries(12):
        client.get(f"/desk/versions/{version.pk}/history/")
