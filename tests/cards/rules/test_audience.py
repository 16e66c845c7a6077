"""A01, A02, L01, L02."""

import pytest

from tests.cards.rules.example import example, example_card, fields, found


def test_a_service_to_agencies_has_no_event_of_life():
    (finding,) = found("A01", example({"service_type": ["G2G"], "life_events": ["business"]}))

    assert finding.severity == "A"
    assert "کسب و کار" in finding.message
    assert "G2G" in finding.message


def test_a_service_to_citizens_is_not_about_business_alone():
    assert found("A01", example({"service_type": ["G2C"], "life_events": ["business"]}))


@pytest.mark.parametrize(
    ("types", "events"),
    [
        (["G2B"], ["business"]),
        (["G2C", "G2B"], ["business"]),
        (["G2C"], ["business", "tax"]),
        (["G2G"], []),
        ([], ["business"]),
        (["G2G", "G2C"], ["health"]),
    ],
)
def test_types_and_events_that_agree_pass(types, events):
    assert not found("A01", example({"service_type": types, "life_events": events}))


def test_an_undecided_type_is_not_held_against_the_event():
    document = example({"service_type": ["G2G"], "life_events": ["business"]}, undecided=["service_type"])

    assert not found("A01", document)


@pytest.mark.parametrize("text", ["کلیه موارد فوق", "همه موارد", "تمامی رویدادها"])
def test_all_events_is_no_event(text):
    assert fields("A02", example({"life_events": ["other"], "life_event_text": text})) == ["card.life_events"]


def test_a_named_other_event_passes():
    assert not found("A02", example({"life_events": ["other"], "life_event_text": "کلیه سفرهای زیارتی"}))


def test_a_national_owner_of_a_provincial_service_should_make_a_template():
    (finding,) = found("L01", example({"level": ["provincial"]}))

    assert "دستگاهی ملی است" in finding.message
    assert "الگوی ملی" in finding.fix


@pytest.mark.parametrize(
    "agency", ["شرکت نمونه‌سازی کل کشور", "وزارت نیرو", "سازمان برنامه و بودجه کشور و سازمان‌های استانی تابعه"]
)
def test_a_name_of_the_whole_country_is_national_registered_or_not(agency):
    assert "دستگاهی ملی است" in found("L01", example({"level": ["provincial"], "executive_agency": agency}))[0].message


def test_a_provincial_service_without_a_place_asks_where():
    changes = {"level": ["provincial"], "executive_agency": "شرکت نمونه", "parent_agency": None}

    assert "هیچ استان" in found("L01", example(changes))[0].message


@pytest.mark.parametrize(
    "changes",
    [
        {"executive_agency": "شرکت گاز استان مرکزی"},
        {"executive_agency": "استانداری خراسان جنوبی"},
        {"executive_agency": "شهرداری فتح‌آباد", "level": ["urban"]},
        {"executive_agency": "مرکز نمونه", "title": "صدور پروانه در شیراز استان فارس"},
    ],
)
def test_a_place_in_the_title_or_the_agency_is_enough(changes):
    assert not found("L01", example({"level": ["provincial"], "parent_agency": None} | changes))


@pytest.mark.parametrize("level", [["national", "provincial"], ["national", "regional", "provincial"], ["country"], []])
def test_a_service_that_is_national_as_well_needs_no_place(level):
    assert not found("L01", example({"level": level}))


def test_a_national_service_that_names_a_province_is_asked_which_it_is():
    (finding,) = found("L02", example({"level": ["national"], "title": "صدور پروانه چاه در استان یزد"}))

    assert "یزد" in finding.message


def test_a_national_service_of_a_provincial_unit_is_asked_too():
    changes = {"level": ["national"], "executive_agency": "اداره کل بنادر و دریانوردی استان هرمزگان"}

    assert found("L02", example(changes))


def test_markazi_means_central_unless_it_follows_province():
    assert not found("L02", example({"level": ["national"], "title": "صدور مجوز از دفتر مرکزی"}))
    assert found("L02", example({"level": ["national"], "title": "صدور مجوز در استان مرکزی"}))


def test_the_example_agrees_with_itself():
    assert not [rule for rule in ("A01", "A02", "L01", "L02") if found(rule, example_card())]
