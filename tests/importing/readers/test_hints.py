"""What was read from a picture is a hint: texts are half sure, ticks and IDs wait for a person."""

from khedmat.cards.form import MOST_SURE_OF_A_PICTURE, Trace, as_contract
from khedmat.importing.doubtful import is_unsure
from khedmat.importing.problems import problem_of
from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.containers.leaf import Leaf, Opened
from khedmat.importing.readers.containers.text import sheet
from khedmat.importing.readers.hints import without_marks
from khedmat.importing.readers.plain_rows import Without, leaves
from khedmat.importing.readers.reading import documents_of
from tests.importing.readers.printing import CARD, MARKS, _lines
from tests.importing.readers.reading_forms import cases
from tests.importing.readers.test_permits import HEAD_1, ISSUE


def hinted(*lines):
    """As if these lines had been seen in a picture."""
    leaf = Leaf(sheet("\n".join(lines)), lambda: ())
    (document,) = documents_of(Opened("image/png", (leaf,), ocr=True), "scan.png")
    return document


def card(*lines):
    return hinted("عنوان خدمت: صدور پروانه", "نام دستگاه اجرایی: سازمان نمونه", *lines)


def whole_card():
    return hinted(*_lines("{label}: {value}")(MARKS["ballots before"]).splitlines())


def doubts(document):
    return {one.field: one for one in document.warnings if one.code == "undecided"}


def test_no_choice_of_a_card_is_made():
    document = whole_card()

    values = as_contract(document)["card"]
    for name in ("service_id", "service_type", "nature", "level", "life_events", "start_trigger"):
        assert (values[name], name in document.undecided) == (None, True)
    assert values["title"] == dict(CARD)["عنوان خدمت"]


def test_each_choice_is_asked_with_its_words_and_what_seems_to_be_ticked():
    asked = doubts(whole_card())["card.level"]

    assert "در تصویر پیداست: استانی" in asked.message
    assert "☑ استانی" in asked.found


def test_boxes_that_all_seem_empty_are_asked_too():
    document = card("ماهیت خدمت: ☐ حاکمیتی ☐ تصدی گری")

    assert (document.card.nature, document.undecided) == (None, ["nature"])
    assert "از روی تصویر پر نمی‌شود" in doubts(document)["card.nature"].message


def test_a_yes_and_a_no_are_asked():
    document = card("در مرحله درخواست خدمت: ☑ الکترونیکی ☐ غیرالکترونیکی")

    assert document.card.stages.request.electronic is None
    assert "نشان دارد" in doubts(document)["card.stages.request.electronic"].message


def test_a_zero_may_be_the_rest_of_a_number_that_was_lost():
    document = card("متوسط مدت زمان ارائه خدمت: ۰ روز", "تعداد بار مراجعه حضوری: بدون مراجعه")

    assert (document.card.average_duration.value, document.card.average_duration.text) == (None, "0 روز")
    assert "average_duration.value" in document.undecided
    assert document.card.visits.count == 0


def test_every_value_can_be_agreed_with():
    document = whole_card()

    assert {step.sure for step in document.trace.values()} == {0.5}
    boxes = {".".join(path.split(".")[:2]) for path in document.trace}
    assert {".".join(path.split(".")[:2]) for path in leaves(as_contract(document))} <= boxes


def test_a_row_of_a_permit_form_is_agreed_with_as_a_whole_and_its_ticks_are_asked():
    document = hinted(*HEAD_1, ISSUE)

    assert (document.permits[0].title, document.permits[0].applicants) == ("پروانه بهره برداری", [])
    assert set(document.trace) == {"permits.0"}
    assert {"permits.0.applicants", "permits.0.process", "permits.0.electronic"} <= set(document.undecided)


def test_marks_are_taken_out_without_moving_a_letter():
    marked = Sheet((Block(("☑ ملی ☐ استانی", "x")),))

    assert without_marks(marked).blocks[0].cells == ("  ملی   استانی", "x")


PLAIN = {
    "card": {"cost": {"items": [{"electronic": True}, {"text": "۱۰", "electronic": False}]}, "level": ["urban"]},
    "permits": None,
    "inquiries": None,
}
GONE = ("card.cost.items.0.electronic", "card.cost.items.1.electronic")


def test_a_row_that_says_nothing_more_is_closed_up():
    kept = Without(PLAIN, GONE)

    assert kept.said["card"] == {"cost": {"items": [{"text": "۱۰", "electronic": None}]}, "level": ["urban"]}


@cases(
    "path, place",
    {
        "the row that is gone": ("card.cost.items.0.electronic", None),
        "the row behind it": ("card.cost.items.1.text", "card.cost.items.0.text"),
        "what is in no row": ("card.level", "card.level"),
    },
)
def test_paths_lead_to_where_rows_stand_now(path, place):
    assert Without(PLAIN, GONE).place_of(path) == place


def test_a_list_of_permits_from_a_picture_is_not_taken_in():
    """It would be public at once."""
    assert "از روی تصویر پذیرفته نمی‌شود" in problem_of(hinted(*HEAD_1, ISSUE))


def test_everything_read_from_a_picture_is_doubtful_also_in_tables():
    step = Trace(raw="سازمان", block=0, start=0, end=6, sure=MOST_SURE_OF_A_PICTURE)

    assert is_unsure("card.external_inquiries.0.agency", step)
    assert not is_unsure("card.external_inquiries.0.agency", step.model_copy(update={"sure": 0.7}))
