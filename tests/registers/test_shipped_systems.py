"""The shipped systems, data and audiences, as agencies write them: judged by hand."""

import pytest

from khedmat.cards.documents.loading import load_registers
from khedmat.cards.lines.boxes import names_in
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import squeeze
from khedmat.organizations.models import Organization
from khedmat.registers.loading import cells_of, load_shipped
from khedmat.registers.matching import Names
from khedmat.registers.models import Audience, DataElement, System
from tests.factories.cards import NOW
from tests.factories.registers import an_audience

LISTS = ["systems.txt", "elements.txt", "audiences.txt"]
SYSTEMS = (
    ("سامانه جامع تجارت", "comprehensive-trade"),
    ("سامانه‌ی جامع تجارت ایران", "comprehensive-trade"),
    ("درگاه ملي مجوزها", "permits-gate"),
    ("سامانه املاک", "deeds"),
    ("سامانه ملی املاک و اسکان", "housing"),
    ("سامانه سامد", "people-contact"),
    ("سامانه کارت هوشمند ملی", "smart-card"),
    ("سامانه پایش کیفی هوای کشور", "air-quality-monitoring"),
    ("سامانه", None),
    ("سامانه جامع", None),
    ("سامانه آمار استان", None),
)
ELEMENTS = (
    ("کد ملی", "national-code"),
    ("شماره ملی", "national-code"),
    ("نام و نام خانوادگی", "full-name"),
    ("مالکیت زمین", "ownership"),
    ("شناسه و رتبه بازرگان", "merchant-id"),
    ("کد پستی ده رقمی", "postal-code"),
    ("نام", None),
    ("مبلغ", None),
)
AUDIENCES = (
    ("عموم مردم", {"people"}),
    ("تمام مردم استان", set()),
    ("دستگاه های اجرایی", {"agencies"}),
    ("(افراد حقیقی، حقوقی، شرکت ها و سازمانها)", {"natural-persons", "legal-persons-group", "companies-group"}),
    ("دانش آموختگان دانشگاههای خارج از کشور", {"graduates-abroad"}),
    ("دریانوردان و دانش آموختگان رشته های دریایی", {"seafarers-group"}),
    ("عموم مردم، رسانه‌ها و واحدهای تولیدی", {"people", "media", "producers"}),
    ("كليه اتباع ايراني", {"iranians"}),
)


def cells(name):
    return {code: rest for code, *rest in cells_of(name)}


def names_of(name):
    pairs = []
    for place, (_, (title, *_, others)) in enumerate(cells(name).items()):
        pairs += [(place, title), *((place, one.strip()) for one in others.split("؛") if one.strip())]
    return list(cells(name)), Names(pairs)


def meant(name, text):
    codes, names = names_of(name)
    found = names.find(text)
    return found and codes[found.entry]


@pytest.mark.parametrize(("text", "code"), SYSTEMS)
def test_a_system_is_known_by_what_agencies_write(text, code):
    assert meant("systems.txt", text) == code


@pytest.mark.parametrize(("text", "code"), ELEMENTS)
def test_a_piece_of_data_is_known_by_what_agencies_write(text, code):
    assert meant("elements.txt", text) == code


@pytest.mark.parametrize(("text", "codes"), AUDIENCES)
def test_the_box_of_the_audience_names_groups(text, codes):
    assert {meant("audiences.txt", name) for name in names_in([text])} - {None} == codes


@pytest.mark.parametrize("name", LISTS)
def test_no_name_of_a_list_is_given_twice(name):
    _, names = names_of(name)
    letters = [squeeze(text) for _, text in names.pairs]

    assert sorted({one for one in letters if letters.count(one) > 1}) == []


@pytest.mark.parametrize("name", LISTS)
def test_each_line_has_all_cells_and_a_place_in_addresses(name):
    rows = cells_of(name)

    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == len(cells(name))
    assert all(row[0].replace("-", "").isalnum() and row[0].isascii() for row in rows)


def test_what_a_list_points_at_is_there():
    systems, audiences = cells("systems.txt"), list(cells_of("audiences.txt"))
    before = [row[0] for row in audiences]

    assert {row[2] for row in cells_of("elements.txt")} <= {"", *systems}
    assert all(not row[2] or before.index(row[2]) < place for place, row in enumerate(audiences))
    assert sorted(row[3] for row in audiences if row[3]) == sorted(VOCABULARY["service_type"])


@pytest.mark.django_db
def test_the_lists_are_loaded_with_what_they_point_at_and_only_once():
    Organization.objects.create(code="sabteahval", name="ثبت احوال", kind="organization", scope="national")

    assert load_registers(at=NOW) > 250
    assert load_shipped(at=NOW) == 0

    element = DataElement.objects.get(code="national-code")
    assert (element.system.code, element.holder.code) == ("civil-status", "sabteahval")
    assert System.objects.get(code="sejam").owner is None
    assert Audience.objects.get(code="graduates-abroad").broader.broader.service_type == "G2C"


@pytest.mark.django_db
def test_what_a_steward_wrote_of_a_group_stays():
    mine = an_audience("بازنشستگان", code="pensioners")

    load_shipped(at=NOW)

    mine.refresh_from_db()
    assert (mine.revision, mine.broader) == (1, None)
