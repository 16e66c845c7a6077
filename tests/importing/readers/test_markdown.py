"""Forms in Markdown, as people write it and as programs turn other files into it."""

import pytest

from khedmat.importing.readers.containers.markdown import is_markdown
from khedmat.importing.readers.containers.text import sheet
from khedmat.importing.readers.picture import as_it_looked
from tests.importing.readers.reading_forms import cases, document_of

FORM = """
# شناسنامه خدمت

**عنوان خدمت:** صدور پروانه چاه
**نام دستگاه اجرایی:** *سازمان نمونه*

## ماهیت خدمت

- [x] حاکمیتی
- [ ] تصدی‌گری

## نوع خدمت

* [ ] خدمت به شهروندان (G2C)
* [X] خدمت به کسب و کار (G2B)

### مدارک لازم

1. کارت ملی
2. فرم \\[درخواست\\]

مخاطبین | تعداد بار مراجعه حضوری
--- | ---:
کشاورزان \\| باغداران | 1

> شرح خدمت: رسیدگی و صدور

نام سامانه: <https://example.ir/x>

آدرس اینترنتی خدمت: [ورود به سامانه](https://example.ir/service "ورود")

قوانین و مقررات
: قانون مدیریت خدمات کشوری

<table><tr><td>متوسط مدت زمان ارائه خدمت</td><td>5 روز</td></tr>
<tr><td>هزینه خدمت</td><td>500000 ریال</td></tr></table>
"""


def cells(text):
    return [block.cells for block in sheet(text).blocks]


def test_a_form_in_markdown_is_read():
    card = document_of(FORM, "card.md").card

    assert (card.title, card.executive_agency) == ("صدور پروانه چاه", "سازمان نمونه")
    assert (card.nature, card.service_type) == ("sovereign", ["G2B"])
    assert card.documents == ["کارت ملی", "فرم [درخواست]"]
    assert (card.audience, card.visits.count) == ("کشاورزان | باغداران", 1)
    assert (card.description, card.laws) == ("رسیدگی و صدور", ["قانون مدیریت خدمات کشوری"])
    assert (card.url, card.system_name) == ("https://example.ir/service", "https://example.ir/x")
    assert (card.average_duration.value, card.cost.items[0].amount_rial) == (5, 500000)


@cases("head", {"values": "شرح | مقدار", "answers": "شرح | پاسخ", "items": "آیتم | شرح", "titles": "عنوان | شرح"})
def test_the_head_of_a_table_of_pairs_is_no_answer(head):
    rows = [f"| {head} |", "|:--|:--|", "| عنوان خدمت | صدور پروانه |", "| شرح خدمت | رسیدگی |"]

    assert document_of("\n".join(rows), "form.md").card.description == "رسیدگی"


@cases(
    ("text", "found"),
    {
        "pipes at both ends": ("| الف | ب |\n|---|---|\n| پ | ت |", [("الف", "ب"), ("پ", "ت")]),
        "no pipes at the ends": ("الف | ب\n--- | ---\nپ | ت", [("الف", "ب"), ("پ", "ت")]),
        "a pipe at one end": ("| الف | ب\n|:--|--:\n| پ | ت", [("الف", "ب"), ("پ", "ت")]),
        "an empty last cell": ("الف | ب\n--|--\nپ |", [("الف", "ب"), ("پ",)]),
        "the table ends": (
            "الف | ب\n--|--\nپ | ت\nیک | دو است\n\nسه | چهار",
            [("الف", "ب"), ("پ", "ت"), ("یک", "دو است"), ("سه | چهار",)],
        ),
        "an escaped pipe": ("| الف \\| ب | پ |", [("الف | ب", "پ")]),
        "a break in a cell": ("| الف<br>ب | پ |", [("الف\nب", "پ")]),
        "no table": ("صدور | تمدید", [("صدور | تمدید",)]),
        "a table of html": ("# سر\n<TABLE><tr><td>الف|ب<td>پ<br>ت</table>متن", [("سر",), ("الف|ب", "پ\nت"), ("متن",)]),
        "a table of html that never ends": ("# سر\n<table>الف", [("سر",), ("الف",)]),
    },
)
def test_tables_keep_their_cells(text, found):
    assert cells(text) == found


@cases(
    ("line", "found"),
    {
        "a task": ("- [x] ملی", "[x] ملی"),
        "a task with a star": ("* [ ] ملی", "[ ] ملی"),
        "an item": ("* ملی", "• ملی"),
        "an item inside": ("  + ملی", "• ملی"),
        "a dash stays": ("- ملی", "- ملی"),
        "slanted": ("نام *سازمان نمونه* است", "نام سازمان نمونه است"),
        "slanted with low lines": ("_سازمان نمونه_", "سازمان نمونه"),
        "times": ("عکس ۴ * ۳ و ۲*۳", "عکس ۴ * ۳ و ۲*۳"),
        "names with low lines": ("a_b_c", "a_b_c"),
        "escaped": ("1\\. \\*ملی\\* \\_الف", "1. *ملی* _الف"),
        "a quotation in another": ("> > ملی", "ملی"),
        "a picture of a box": ("![](img/checked.png) ملی ![](img/unchecked.png) استانی", "☑ ملی ☐ استانی"),
        "another picture": ("![نقشه](map.png)", "نقشه"),
    },
)
def test_a_line_is_undressed_where_the_text_is_markdown(line, found):
    assert cells(f"# سر\n{line}")[1] == (found,)


@cases(
    "line",
    {
        "stars before options": "* حاکمیتی    * تصدی گری",
        "a star on its own": "*ملی*",
        "a quotation mark": "> شرح",
        "a colon": ": شرح",
        "a footnote": "** نام استعلام در توضیحات درج شود",
        "another footnote": "موارد با ذکر نام ** سایر ***",
    },
)
def test_plain_text_is_not_taken_for_markdown(line):
    assert not is_markdown(f"عنوان خدمت: صدور\n{line}")


@cases(
    ("text", "links"),
    {
        "markdown": ("[ورود](https://a.ir/b)", ((0, "https://a.ir/b"),)),
        "html": ('<a class="x" href="https://a.ir/b">ورود</a>', ((0, "https://a.ir/b"),)),
        "in a cell": ("| لینک | [ورود](https://a.ir/b) |", ((1, "https://a.ir/b"),)),
        "no address": ("[ورود](صفحه)", ()),
    },
)
def test_addresses_behind_words_are_kept(text, links):
    assert sheet(text).blocks[0].links == links


def test_an_address_between_angle_brackets_is_no_tag():
    assert cells("نشانی: <https://a.ir/b>") == [("نشانی: https://a.ir/b",)]


@cases("rule", {"code": "```", "stars": "***", "spaced": "~~~~"})
def test_what_markdown_draws_is_no_block(rule):
    assert cells(f"الف\n{rule}\nب") == [("الف",), ("ب",)]


def test_the_original_has_an_element_a_block():
    original = as_it_looked(FORM.strip().encode(), "card.md")

    assert original.html.count("data-block=") == len(original.blocks)
    assert "ورود به سامانه" in original.html


@pytest.mark.parametrize("piece", ["<table>", "[a](http://", "![a](", "*a ", "** a", "a | ", "> ", "<a href='http"])
def test_signs_without_end_are_passed_over(piece):
    assert sheet("# سر\n--|--\n" + "\n".join([piece * 500] * 30)).blocks
