"""Several cards in one file are several documents, and one card is one however often it is named."""

from khedmat.cards.form import Document
from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.reading_forms import cases

WELL = """عنوان خدمت: صدور پروانه چاه
شناسه خدمت: 13021447104
نام دستگاه اجرایی: سازمان آب
شرح خدمت: رسیدگی به درخواست حفر چاه
ماهیت خدمت: حاکمیتی
مدارک لازم: فرم درخواست
"""
SOIL = """عنوان خدمت: آزمایش خاک
شناسه خدمت: 13021448100
نام دستگاه اجرایی: سازمان خاک
شرح خدمت: نمونه برداری از خاک
ماهیت خدمت: تصدی گری
تعداد بار مراجعه حضوری: 1
"""


def documents_of(*parts: str) -> list[Document]:
    return read_bytes("".join(parts).encode(), "form.txt")


def titles_of(documents: list[Document]) -> list[str | None]:
    return [document.card.title for document in documents if document.card]


@cases(
    "between",
    {"nothing": "", "an empty line": "\n", "a heading": "فرم شناسنامه خدمت\n", "a page mark": "صفحه 2 از 2\n"},
)
def test_each_card_is_a_document(between):
    documents = documents_of(WELL, between, SOIL)

    assert titles_of(documents) == ["صدور پروانه چاه", "آزمایش خاک"]
    assert [document.card.service_id for document in documents] == ["13021447104", "13021448100"]
    assert [document.card.executive_agency for document in documents] == ["سازمان آب", "سازمان خاک"]


def test_parts_are_numbered_and_name_the_same_file():
    first, second = documents_of(WELL, SOIL)

    assert (first.source.part, second.source.part) == (1, 2)
    assert first.source.name == second.source.name == "form.txt"


def test_one_card_has_no_part():
    (document,) = documents_of(WELL)

    assert document.source.part is None


def test_what_one_card_says_the_other_does_not():
    first, second = documents_of(WELL, SOIL)

    assert (first.card.documents, first.card.visits.count) == (["فرم درخواست"], None)
    assert (second.card.documents, second.card.visits.count) == ([], 1)


@cases(
    "head",
    {"the ID": "شناسه خدمت: 13021448100\n", "a heading and the ID": "فرم شناسنامه خدمت\nشناسه خدمت: 13021448100\n"},
)
def test_the_id_above_a_title_belongs_to_it(head):
    first, second = documents_of(WELL, head, SOIL.replace("شناسه خدمت: 13021448100\n", ""))

    assert (first.card.service_id, second.card.service_id) == ("13021447104", "13021448100")


def test_rows_of_tables_are_cards_too():
    rows = "".join(f"<tr><td>{line.replace(': ', '</td><td>')}</td></tr>" for line in (WELL + SOIL).splitlines())

    documents = read_bytes(f"<html><body><table>{rows}</table></body></html>".encode(), "form.html")

    assert titles_of(documents) == ["صدور پروانه چاه", "آزمایش خاک"]


def test_a_service_that_is_only_mentioned_is_no_card():
    documents = documents_of(WELL, "خدمات مرتبط\nعنوان خدمت: آزمایش خاک\nشناسه خدمت: 13021448100\n")

    assert titles_of(documents) == ["صدور پروانه چاه"]


def test_the_title_on_the_next_page_begins_no_other_card():
    rest = """صفحه 2 از 2
عنوان خدمت: صدور پروانه چاه
سطح خدمت: ملی
تعداد بار مراجعه حضوری: 2
هزینه خدمت: 500 ریال
نام سامانه: سامانه آب
"""

    (document,) = documents_of(WELL, rest)

    assert (document.card.title, document.card.level, document.card.visits.count) == (
        "صدور پروانه چاه",
        ["national"],
        2,
    )


def test_two_cards_of_one_name_are_two_where_their_agencies_differ():
    documents = documents_of(WELL, WELL.replace("سازمان آب", "شرکت آب"))

    assert [document.card.executive_agency for document in documents] == ["سازمان آب", "شرکت آب"]


def test_the_explanations_behind_a_card_are_no_card():
    guidance = """توضیح عناوین مندرج در شناسنامه خدمت
عنوان خدمت: نامی که خدمت با آن شناخته می شود
شرح خدمت: آنچه دستگاه انجام می دهد
ماهیت خدمت: حاکمیتی یا تصدی گری
سطح خدمت: گستره ارائه خدمت
مدارک لازم: آنچه متقاضی همراه می آورد
"""

    assert titles_of(documents_of(WELL, guidance)) == ["صدور پروانه چاه"]


def test_three_cards_are_three_in_their_order():
    air = WELL.replace("صدور پروانه چاه", "پایش هوا").replace("13021447104", "13021449102")

    assert titles_of(documents_of(WELL, SOIL, air)) == ["صدور پروانه چاه", "آزمایش خاک", "پایش هوا"]


def test_a_short_card_with_its_own_id_is_a_document():
    short = "عنوان خدمت: {}\nشناسه خدمت: {}\nنام دستگاه اجرایی: استانداری\nمدارک لازم: درخواست\n"

    documents = documents_of(
        *(short.format(*each) for each in [("مجوز تجمع", "12011310105"), ("اقامت", "12011310106")])
    )

    assert titles_of(documents) == ["مجوز تجمع", "اقامت"]
