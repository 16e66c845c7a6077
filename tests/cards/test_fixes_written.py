"""What the buttons write, one by one."""

import pytest

from khedmat.cards.editing import written
from tests.cards.rules.example import CARD, ONLINE, PERMIT, example
from tests.cards.rules.example import warning as remark
from tests.cards.test_fixes import fixes, labels

COMING = {"non_electronic": True, "visit_levels": ["county"], "visit_reasons": ["document"]}


def changes(rule, document):
    return [dict(fix.changes) for _, fix in fixes(rule, document)]


@pytest.mark.parametrize(
    ("rule", "said", "first"),
    [
        ("T01", {"average_duration": {"value": 15}}, {"card.average_duration.unit": "minute"}),
        ("F02", {"frequency": {"times": 5}}, {"card.frequency.per": "month"}),
        ("F04", {"recipients": {"count": 700}}, {"card.recipients.per": "day"}),
        ("T02", {"average_duration": {"text": "یک ساعت هر مراجعه"}}, {"card.average_duration.basis": "whole"}),
        (
            "L02",
            {"title": "صدور گواهی در استان یزد", "executive_agency": "اداره خدمات"},
            {"card.level": ["provincial"]},
        ),
        ("L01", {"level": ["urban"]}, {"card.level": ["national"]}),
        ("S01", {"start_trigger": ["agency"]}, {"card.start_trigger": ["request"]}),
        ("I02", {"parent_service_id": "1234"}, {"card.parent_service_id": None}),
        ("K05", {"life_events": ["education", "other"]}, {"card.life_events": ["education"]}),
        ("U04", {"url": "http://www.irantvto.ir/a/5"}, {"card.url": "https://www.irantvto.ir/a/5"}),
        ("U04", {"url": "irantvto.ir/a/5"}, {"card.url": "https://irantvto.ir/a/5"}),
        ("U02", {"url": "نشانی: irantvto.ir/a/5 است"}, {"card.url": "irantvto.ir/a/5"}),
        ("M01", {"cost": None}, {"card.cost.free": True}),
        ("P10", {"leads_to_permit": True}, {"card.leads_to_permit": False}),
        ("X01", {"stages.request": {"channels": ["website"]}}, {"card.stages.request.electronic": True}),
    ],
)
def test_the_first_button_of_a_finding_writes_this(rule, said, first):
    written_first = changes(rule, example(said))[0]

    assert first.items() <= written_first.items()


@pytest.mark.parametrize(("rule", "said", "units"), [
    ("T01", {"average_duration": {"value": 15}}, 6),
    ("F02", {"frequency": {"times": 5}}, 3),
    ("F04", {"recipients": {"count": 700}}, 4),
])  # fmt: skip
def test_a_missing_unit_is_one_button_a_unit(rule, said, units):
    assert len(changes(rule, example(said))) == units


def test_a_volume_without_its_number_has_no_button():
    assert fixes("F04", example({"recipients": {"per": "day"}})) == []


def test_the_least_and_the_most_change_places():
    (swapped,) = changes("T04", example({"average_duration": {"min": 20, "max": 10, "unit": "day"}}))

    assert swapped == {"card.average_duration.min": 10, "card.average_duration.max": 20}


def test_once_with_a_half_frequency_offers_only_once():
    assert len(labels("F01", example({"frequency": {"once": True, "times": 2, "per": "year"}}))) == 2
    assert len(labels("F01", example({"frequency": {"once": True, "per": "year"}}))) == 1


def test_free_with_an_amount_offers_either():
    document = example({"cost": {"free": True, "items": [{"amount_rial": 0}, {"amount_rial": 7}]}})

    amounts, tick = changes("M03", document)

    assert [item["amount_rial"] for item in amounts["card.cost.items"]] == [0]
    assert tick == {"card.cost.free": False}


def test_a_tariff_in_words_is_not_called_free():
    assert fixes("M01", example({"cost": {"text": "طبق تعرفه"}})) == []


def test_zero_beside_a_price_is_no_free_service():
    document = example({"cost": {"items": [{"amount_rial": 0}, {"amount_rial": 5, "electronic": True}]}})

    (without,) = changes("M02", document)

    assert [item["amount_rial"] for item in without["card.cost.items"]] == [5]


def test_a_line_of_papers_is_parted_and_brackets_are_kept_whole():
    document = example({"documents": ["نقشه", "شناسنامه (صفحهٔ اول، دوم)، کارت ملی، عکس", "فیش"]})

    (parted,) = changes("D02", document)

    assert parted == {"card.documents": ["نقشه", "شناسنامه (صفحهٔ اول، دوم)", "کارت ملی", "عکس", "فیش"]}


def test_two_agencies_in_a_row_become_two_rows_with_what_is_exchanged():
    document = example({"external_inquiries.0.agency": "وزارت نیرو و وزارت نفت"})

    (parted,) = changes("O01", document)

    rows = parted["card.external_inquiries"]
    assert [row["agency"] for row in rows] == ["وزارت نیرو", "وزارت نفت"]
    assert {row["fields"] for row in rows} == {"کد ملی، تاریخ تولد"}


def test_agencies_without_names_are_not_parted():
    assert fixes("O01", example({"external_inquiries.0.agency": "31 سازمان استانی"})) == []


def test_a_name_that_is_not_registered_offers_the_nearest_ones():
    offered = labels("O03", example({"external_inquiries.0.agency": "سازمان بنادر و کشتی رانی"}))

    assert "بنادر و دریانوردی" in offered[0]
    assert len(offered) <= 2


def test_a_letter_is_carried_by_one_of_the_two():
    document = example(warnings=[remark("both", "card.external_inquiries.0.paper_by", "☑☑")])

    carriers = [one["card.external_inquiries"][0]["paper_by"] for one in changes("O04", document)]

    assert carriers == ["agency", "applicant"]


def test_a_word_is_respelt_wherever_the_cost_repeats_it_and_the_rest_stays():
    text = "50 ریال به ازاری هر برگ،  نقد"
    document = example({"cost": {"text": text, "items": [{"amount_rial": 50, "text": text, "electronic": True}]}})

    (respelt,) = changes("K01", document)

    assert respelt["card.cost.text"] == "50 ریال به ازای هر برگ،  نقد"
    assert respelt["card.cost.items"][0]["text"] == respelt["card.cost.text"]


def test_a_term_is_explained_in_brackets_but_never_in_the_name_of_a_law():
    (explained,) = changes("K02", example({"processes.0": "تهیه SWOT نهایی"}))

    assert explained["card.processes"][0] == "تهیه SWOT (تحلیل قوت، ضعف، فرصت و تهدید) نهایی"
    assert fixes("K02", example({"laws": ["قانون کار مصوب 1369/08/29 عنداللزوم"]})) == []


@pytest.mark.parametrize(("law", "left"), [("(نام قانون ذکر گردد)", []), ("قانون کار (شماره ذکر گردد)", ["قانون کار"])])
def test_only_the_placeholder_is_cleared(law, left):
    (cleared,) = changes("K03", example({"laws": [law]}))

    assert cleared == {"card.laws": left}


@pytest.mark.parametrize(
    ("rule", "code", "path", "text"),
    [
        ("K03", "filler", "card.visits", "---"),
        ("U02", "placeholder", "card.url", "WWW."),
        ("I02", "id_shape", "card.service_id", "1012656"),
    ],
)
def test_what_the_reader_left_out_is_settled_and_nothing_is_written(rule, code, path, text):
    empty = {"url": None} if rule == "U02" else {}

    ((_, fix),) = fixes(rule, example(empty, warnings=[remark(code, path, text)]))

    assert (fix.changes, fix.settles) == ({}, (path,))


def test_foreign_letters_of_all_boxes_are_folded_at_once():
    document = example({"audience": "شركت ها", "documents": ["كارت ١"]})

    (folded,) = changes("K04", document)

    assert folded == {"card.audience": "شرکت ها", "card.documents": ["کارت 1"]}


def test_events_of_a_service_for_agencies_go_with_the_reason_why():
    document = example({"service_type": ["G2G"], "life_events": ["birth"]})

    without_events = written(document, changes("A01", document)[0])

    assert without_events.card.life_events == []
    assert "دستگاه" in without_events.not_applicable["card.life_events"]


def test_an_address_that_is_none_goes_where_nothing_is_electronic():
    offline = {f"stages.{name}": COMING for name in ("information", "request", "production", "delivery")}

    (cleared,) = changes("U02", example(offline | {"url": "WWW.", "visits": {"count": 1}}))

    assert cleared["card.url"] is None
    assert "الکترونیکی نیست" in cleared["not_applicable.card.url"]
    assert fixes("U02", example({"url": "WWW."})) == []


def test_a_stage_that_would_be_left_empty_keeps_its_marks():
    only_a_reason = {"stages.production": {"visit_reasons": ["identity"]}}
    with_media = {"stages.production": ONLINE | {"visit_reasons": ["identity"]}}

    assert fixes("V05", example(only_a_reason)) == []
    assert fixes("V05", example(with_media))


def test_the_diagram_is_drawn_from_the_processes_in_their_order():
    drawn, listed = changes("B01", example({"diagram": {"boxes": ["شروع", "پایش سند", "پایان"]}}))

    assert drawn["card.diagram.boxes"] == ["شروع", *CARD["processes"], "پایان"]
    assert drawn["card.diagram.links"][0] == ["شروع", CARD["processes"][0]]
    assert listed == {"card.processes": ["پایش سند"]}


def test_a_task_leaves_the_diagram_and_its_neighbours_are_joined():
    diagram = {"boxes": ["شروع", "ارجاع به کارشناس", "ثبت درخواست"], "links": [
        ["شروع", "ارجاع به کارشناس"], ["ارجاع به کارشناس", "ثبت درخواست"]]}  # fmt: skip

    (without,) = changes("B02", example({"diagram": diagram}))

    assert without["card.diagram.boxes"] == ["شروع", "ثبت درخواست"]
    assert without["card.diagram.links"] == [["شروع", "ثبت درخواست"]]


def test_a_permit_without_end_is_never_renewed():
    issue, renew = PERMIT | {"validity": None}, PERMIT | {"validity": None, "action": "renew"}

    (without,) = changes("P01", example(permits=[issue, renew]))

    assert [row["action"] for row in without["permits"]] == ["issue"]


def test_only_the_rows_of_the_permit_in_question_change_their_process():
    card = PERMIT | {"title": "کارت بازرگانی", "process": "shared"}

    (exclusive,) = changes("P02", example(permits=[PERMIT, card, card | {"action": "cancel"}]))

    assert [row["process"] for row in exclusive["permits"]] == ["exclusive"] * 3
