"""O01–O04, O06."""

import pytest

from tests.cards.rules.example import example, example_card, fields, found, permit_list, warning, with_raw

ROW = {"system": "سامانه", "fields": "کد ملی", "modes": ["online"]}
SEVERAL = [
    "31 سازمان برنامه و بودجه استانی",
    "کلیه دستگاه‌های اجرایی",
    "سازمان‌های بیمه‌گر",
    "ادارات برق",
    "وزارت نیرو، وزارت نفت",
    "سازمان دامپزشکی کشور و نظام دامپزشکی استان فارس",
    "مخابرات و راهنمایی و رانندگی",
]
ONE = [
    "سازمان حفاظت محیط زیست",
    "سازمان برنامه و بودجه کشور",
    "وزارت صنعت، معدن و تجارت",
    "سازمان شهرداری‌ها و دهیاری‌های کشور",
    "سازمان راهداری و حمل و نقل جاده‌ای",
    "اداره کل راه و شهرسازی استان گلستان",
    "وزارت کشور (اداره کل اتباع)",
]
UNKNOWN = ["سازمان بنادر و کشتی رانی", "سازمان ملی گربه‌ها", "نهاد پشتیبان"]
KNOWN = [
    "گمرک",
    "ثبت احوال",
    "شهرداری فتح‌آباد",
    "دانشگاه علوم پزشکی",
    "اداره کل دامپزشکی استان فارس",
    "بانک ملت",
    "سازمان حفاطت محیط زیست",
]


def asking(agency: str):
    return example({"external_inquiries": [ROW | {"agency": agency}]})


@pytest.mark.parametrize("agency", SEVERAL)
def test_several_agencies_in_one_row_are_to_be_parted(agency):
    assert fields("O01", asking(agency)) == ["card.external_inquiries.0.agency"]
    assert not found("O03", asking(agency))


@pytest.mark.parametrize("agency", ONE)
def test_a_long_name_with_and_in_it_is_one_agency(agency):
    assert not found("O01", asking(agency))
    assert not found("O03", asking(agency))


def test_form_two_is_read_as_well():
    assert fields("O01", permit_list(inquiries=[{"agency": "کلیه ادارات"}])) == ["inquiries.0.agency"]


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        ({"agency": "گمرک"}, "نام سامانه»، «فیلدهای مورد تبادل»، «شیوهٔ تبادل"),
        ({"agency": "گمرک", "modes": ["paper"]}, "فیلدهای مورد تبادل"),
        ({"agency": "گمرک", "modes": ["online"], "fields": "کد"}, "نام سامانه"),
    ],
)
def test_half_an_exchange_says_what_is_missing(row, missing):
    (finding,) = found("O02", example({"external_inquiries": [row]}))

    assert missing in finding.message


def test_a_paper_inquiry_needs_no_system():
    assert not found(
        "O02", example({"external_inquiries": [{"agency": "گمرک", "modes": ["paper"], "fields": "کوتاژ"}]})
    )


def test_a_mode_that_cannot_be_read_is_not_called_missing():
    document = example({"external_inquiries": [ROW | {"modes": []}]}, undecided=["external_inquiries.0.modes"])

    assert not found("O02", document)


def test_systems_of_the_agency_itself_are_held_to_the_same():
    assert fields("O02", example({"internal_systems": [{"system": "دبیرخانه"}]})) == ["card.internal_systems.0"]


@pytest.mark.parametrize("agency", UNKNOWN)
def test_an_agency_outside_the_register_is_blocked_not_guessed(agency):
    (finding,) = found("O03", asking(agency))

    assert finding.severity == "B"
    assert agency in finding.message


def test_a_near_name_is_proposed():
    assert "سازمان بنادر و دریانوردی" in found("O03", asking("سازمان بنادر و کشتی رانی"))[0].message


@pytest.mark.parametrize("agency", KNOWN)
def test_aliases_local_bodies_units_and_slips_of_the_pen_are_known(agency):
    assert not found("O03", asking(agency))


def test_paper_carried_by_both_is_asked_about():
    document = example(undecided=["external_inquiries.0.paper_by"])
    path = "card.external_inquiries.0.paper_by"

    assert fields("O04", with_raw(document, path, "☑ دستگاه ☑ مراجعه کننده")) == [path]
    assert not found("O04", with_raw(document, path, "دستگاه مراجعه کننده"))
    assert not found("O04", with_raw(document, path, "☑ دستگاه ☐ مراجعه کننده"))


def test_the_reader_may_say_that_both_are_ticked():
    path = "card.external_inquiries.0.paper_by"

    assert fields("O04", example(warnings=[warning("both", path, "هر دو")])) == [path]


@pytest.mark.parametrize(
    "agency", ["وزارت نیرو و وزارت نفت", "کلیه دستگاه‌های اجرایی", "دستگاه ناشناس و سازمان های استانی تابعه"]
)
def test_several_providers_in_one_box_are_asked_about(agency):
    assert fields("O06", example({"executive_agency": agency})) == ["card.executive_agency"]


@pytest.mark.parametrize(
    "agency",
    [
        "سازمان برنامه و بودجه کشور و سازمان های استانی تابعه",
        "سازمان برنامه بودجه کشور و سازمان‌های استانی تابعه",
        "وزارت نیرو و واحدهای استانی تابع",
        "سازمان ثبت احوال کشور و ادارات کل استانی تابعه آن",
    ],
)
def test_a_body_together_with_its_own_provincial_bodies_is_one_provider(agency):
    assert not found("O06", example({"executive_agency": agency}))
    assert not found("O01", asking(agency))
    assert not found("O03", asking(agency))


@pytest.mark.parametrize("agency", ONE)
def test_one_provider_passes(agency):
    assert not found("O06", example({"executive_agency": agency}))


def test_the_parent_among_the_providers_is_asked_about():
    changes = {"executive_agency": "بنیاد نمونه و دفاتر آن", "parent_agency": "بنیاد نمونه"}

    assert found("O06", example(changes))


def test_the_exchanges_of_the_example_are_in_order():
    assert not [rule for rule in ("O01", "O02", "O03", "O04", "O06") if found(rule, example_card())]
