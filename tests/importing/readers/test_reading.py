"""Whatever is handed in: a document of the contract or a Persian sentence, the same each time."""

import random
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khedmat.cards.form import Document, as_contract, from_contract
from khedmat.importing.readers.containers.sniffing import decode
from khedmat.importing.readers.label_table import LABELS
from khedmat.importing.readers.option_table import OPTIONS
from khedmat.importing.readers.reading import read_bytes, read_path
from khedmat.importing.readers.unreadable import Unreadable

FORMS = sorted((files("khedmat.site") / "samples" / "forms").iterdir(), key=lambda path: path.name)
TEXTS = {form.name: decode(form.read_bytes()) for form in FORMS}
PLAIN = [text for name, text in TEXTS.items() if name.endswith(".txt")]
LINES = [line for text in PLAIN for line in text.splitlines()]
ROWS = [row for name, text in TEXTS.items() if name.endswith(".html") for row in text.split("<tr")]
WORDS = [label for labels in LABELS.values() for label in labels]
WORDS += [name for group in OPTIONS.values() for names in group.values() for name in names]
PIECES = [
    *WORDS,
    ":",
    "☑",
    "☐",
    "R",
    "\t",
    "\n",
    " ",
    "۱-",
    "2)",
    "ندارد",
    "13021447104",
    "۵۰۰ ریال",
    "20 روز",
    "…",
    "(",
    "|",
]
TAGS = [
    "<table>",
    "<tr><td>",
    "</td><td>",
    "</td></tr>",
    "</table>",
    "<li>",
    "<dl><dt>",
    "<dd>",
    "<br>",
    "<h2>",
    "</h2>",
]
thorough = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
quick = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(data: bytes, name: str = "form.txt") -> list[Document]:
    """The documents; none when the file is refused in Persian."""
    try:
        return read_bytes(data, name)
    except Unreadable as problem:
        refused = problem.message
    assert any("\u0600" <= letter <= "\u06ff" for letter in refused)
    return []


def check(documents: list[Document]) -> None:
    """Each keeps the contract: it can be read back, names only paths there are, warns in Persian."""
    for document in documents:
        contract = as_contract(document, trace=True)
        del contract["trace"]

        assert as_contract(from_contract(contract)) == contract
        assert (document.card is not None) == (document.kind == "service_card")
        assert all(warning.message.endswith(".") for warning in document.warnings)
        assert not any(value_is_said(contract["card"], path) for path in document.undecided)


def value_is_said(node: object, path: str) -> bool:
    for step in path.split("."):
        node = node[int(step)] if isinstance(node, list) else (node or {}).get(step)
    return node is not None


@thorough
@given(st.text(max_size=400))
def test_any_text_gives_a_document_or_a_sentence(text):
    check(read(text.encode("utf-8", "surrogatepass")))


@thorough
@given(st.binary(max_size=400), st.sampled_from(["form.txt", "form.html", "برگه", "a/b\x00c"]))
def test_any_bytes_give_a_document_or_a_sentence(data, name):
    check(read(data, name))


@thorough
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_words_of_the_form_give_a_document(pieces):
    check(read(" ".join(pieces).encode()))


@thorough
@given(st.lists(st.sampled_from([*TAGS, *PIECES]), max_size=60))
def test_any_page_of_such_words_gives_a_document(pieces):
    check(read(f"<html><body>{''.join(pieces)}".encode(), "form.html"))


@quick
@given(st.randoms(use_true_random=False), st.integers(5, 60))
def test_shuffled_lines_of_forms_give_a_document(shuffler, count):
    check(read("\n".join(shuffler.sample(LINES, count)).encode()))


@quick
@given(st.randoms(use_true_random=False), st.integers(5, 40))
def test_shuffled_rows_of_pages_give_a_document(shuffler, count):
    rows = "<tr".join(shuffler.sample(ROWS, min(count, len(ROWS))))

    check(read(f"<table><tr{rows}</table>".encode(), "form.html"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_cut_anywhere_gives_a_document_or_a_sentence(form):
    data = form.read_bytes()

    for place in random.Random(1).sample(range(1, len(data)), 6):
        check(read(data[:place], form.name))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_is_read_the_same_each_time(form):
    first, second = (as_contract(read_path(form)[0], trace=True) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_keeps_the_contract(form):
    check(read_path(form))


@pytest.mark.parametrize("text", PLAIN, ids=range(len(PLAIN)))
def test_the_encoding_of_a_form_changes_nothing(text):
    plain = as_contract(read(text.encode())[0])

    for encoded in (text.encode("utf-8-sig"), text.encode("utf-16"), text.replace("\n", "\r\n").encode()):
        assert as_contract(read(encoded)[0]) == plain


@pytest.mark.parametrize("text", PLAIN, ids=range(len(PLAIN)))
def test_arabic_letters_and_digits_change_no_value_of_a_form(text):
    arabic = text.replace("ی", "ي").replace("ک", "ك").translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"))

    assert as_contract(read(arabic.encode())[0])["card"] == as_contract(read(text.encode())[0])["card"]


def test_a_script_of_a_page_is_never_a_value():
    page = (
        "<body><script>عنوان خدمت: دروغ</script><table><tr><td>عنوان خدمت</td><td>راست<script>دروغ</script></td></tr>"
    )
    page += "<tr><td>شرح خدمت</td><td>رسیدگی</td></tr><tr><td>ماهیت خدمت</td><td>حاکمیتی</td></tr></table></body>"
    (document,) = read_bytes(page.encode(), "form.html")

    assert document.card.title == "راست"
    assert "دروغ" not in document.model_dump_json()


def test_the_last_line_of_a_cut_file_is_not_taken_for_an_answer():
    text = "عنوان خدمت: صدور پروانه\nنام دستگاه اجرایی: سازمان نمونه\nشرح خدمت\nرسیدگی به درخواست\nنوع مخاط"
    (document,) = read_bytes(text.encode(), "form.txt")

    assert document.card.description == "رسیدگی به درخواست"
