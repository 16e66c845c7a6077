"""Labels and answers that a page sets beside each other without a table or a name for either."""

from khedmat.importing.readers.containers.html import sheet
from tests.importing.readers.reading_forms import card_of, cases, document_of

PAIRS = [("عنوان خدمت", "صدور پروانه"), ("شرح خدمت", "رسیدگی"), ("مدارک لازم", "سند")]
PAGE = "<html><body>{}</body></html>"


def page_of(pair):
    return PAGE.format("".join(pair.format(*each) for each in PAIRS))


def cells(page):
    return [block.cells for block in sheet(page).blocks]


@cases(
    "pair",
    {
        "boxes without names": '<div class="css-1"><div class="a">{}</div><div class="b">{}</div></div>',
        "bold words and text": "<li><strong>{}</strong> {}</li>",
        "bold words, text and a link": '<p><b>{}</b> {} <a href="https://example.ir"></a></p>',
        "bold words and a span": "<p><b>{}</b><span>{}</span></p>",
        "comments between": "<p><!-- x --><b>{}</b><!-- y --><span>{}</span></p>\n",
    },
)
def test_pairs_that_come_again_are_rows(pair):
    assert cells(page_of(pair)) == PAIRS


@cases(
    "page",
    {
        "one alone": "<p><b>توجه</b> مدارک را کامل کنید</p>",
        "a colon": "<p><b>عنوان خدمت:</b> صدور</p><p><b>شرح خدمت:</b> رسیدگی</p>",
        "two bold words": "<p><b>الف</b> و <b>ب</b></p><p><b>پ</b> و <b>ت</b></p>",
        "bold words alone": "<p><b>الف</b></p><p><b>ب</b></p>",
        "a long beginning": f"<p><b>{'متن ' * 20}</b> و</p><p><b>{'متن ' * 20}</b> و</p>",
        "parts of the page": "<div><div>الف</div><div><table><tr><td>ب</td></tr></table></div></div>" * 2,
        "lines within": "<p><b>الف</b> ب<br>پ</p><p><b>ت</b> ث<br>ج</p>",
    },
)
def test_all_else_is_no_row(page):
    assert all(len(row) == 1 for row in cells(PAGE.format(page)))


FORM = (
    '<form><label>عنوان خدمت</label><input value="صدور مجوز"><label>شناسه خدمت :</label> <input value="13011560104">'
    "<label>شرح خدمت</label><textarea>مجوز کار</textarea><label>ماهیت خدمت</label>"
    "<select><option>حاکمیتی<option selected>تصدی گری</select>"
    "<label>سطح خدمت</label><label><input type=radio>ملی</label><label><input type=radio checked>استانی</label></form>"
)


def test_each_label_of_a_form_is_answered_by_its_own_field():
    card = card_of(FORM, "form.html")

    assert (card.title, card.service_id, card.description) == ("صدور مجوز", "13011560104", "مجوز کار")
    assert (card.nature, card.level) == ("operational", ["provincial"])


@cases(
    ("label", "answer"),
    {
        "in its cell": ("عنوان خدمت / Service Title\tصدور روادید", "صدور روادید"),
        "before its colon": ("عنوان خدمت / Title: صدور روادید", "صدور روادید"),
    },
)
def test_a_label_may_be_said_in_english_too(label, answer):
    form = f"{label}\nهزینه / Fee\t60 یورو\nنام دستگاه اجرایی / Agency\tوزارت امور خارجه"
    card = card_of(form)

    assert (card.title, card.executive_agency, card.cost.text) == (answer, "وزارت امور خارجه", "60 یورو")


def test_a_latin_answer_is_no_translation():
    assert card_of("عنوان خدمت: صدور\nنام سامانه: ERP / SAP\nهزینه: رایگان").system_name == "ERP / SAP"


HEAD = "<tr><td>عنوان خدمت</td><td>{}</td><td>شناسه خدمت</td>{}</tr>"
ROW = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"


def test_a_row_whose_labels_have_their_answers_heads_no_list():
    rows = "".join(
        f"<tr><td>{label}</td><td colspan=3>{answer}</td></tr>"
        for label, answer in [("الگوی خدمت", "☑ آموزش"), ("نوع خدمت", "☑ G2E"), ("وضعیت بلوغ", "تعاملی"), ("الف", "ب")]
    )
    document = document_of(
        PAGE.format(f"<table>{HEAD.format('آموزش کارکنان', '<td>ندارد</td>')}{rows}</table>"), "x.html"
    )

    assert document.kind == "service_card"
    assert (document.card.title, document.card.maturity) == ("آموزش کارکنان", "تعاملی")


def test_an_unknown_word_among_the_labels_of_a_header_is_a_column():
    rows = [
        ("صدور پروانه", "دارو", "16071260000"),
        ("تمدید پروانه", "دارو", "16071261000"),
        ("ابطال پروانه", "غذا", "ندارد"),
    ]
    table = HEAD.format("بخش", "") + "".join(ROW.format(*row) for row in rows)
    document = document_of(PAGE.format(f"<table>{table}</table>"), "x.html")

    assert document.kind == "service_list"
    assert [service.title for service in document.services] == ["صدور پروانه", "تمدید پروانه", "ابطال پروانه"]
