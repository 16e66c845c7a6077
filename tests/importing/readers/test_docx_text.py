"""The text of a Word file as its reader sees it: changes accepted, lists numbered, what is hidden left out."""

from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.opening import opened
from tests.importing.readers.docx_files import (
    cell,
    field,
    link,
    p,
    part,
    r,
    relation,
    relations_part,
    row,
    rows_of,
    style,
    styles,
    table,
    word,
)
from tests.importing.readers.reading_forms import cases

STYLES = [relation("styles", "styles", "styles.xml")]


def blocks_of(data):
    return opened(data, "form.docx").leaves[0].sheet.blocks


def run(inner):
    return f"<w:r>{inner}</w:r>"


def test_how_letters_look_is_not_read_and_a_tag_that_is_only_said_stays_said():
    looks = '<w:b/><w:sz w:val="24"/><w:lang w:bidi="fa-IR"/>'
    said = run(f"<w:rPr>{looks}</w:rPr><w:t>صدور <![CDATA[<w:b/>]]></w:t>")

    assert blocks_of(word(p(said))) == (Block(("صدور <w:b/>",)),)
    assert blocks_of(word(p(run(f"<w:rPr>{looks}</w:rPr><w:t>صدور</w:t>")))) == (Block(("صدور",)),)


def test_paragraphs_are_lines_and_an_empty_one_is_a_gap():
    made = word(p("عنوان خدمت"), p(), p(r("صدور "), r("پروانه")))

    assert blocks_of(made) == (Block(("عنوان خدمت",)), Block(("صدور پروانه",), gap=True))


def test_tabs_and_wide_spaces_part_label_and_value_but_move_no_line_in():
    made = word(
        p("نام خدمت:\tصدور پروانه"), p("\tسازمان نمونه"), p("پایان"), p("\tتورفته"), p("برچسب:        مقدار"), p("ب:\t")
    )

    assert rows_of(made) == [
        ("نام خدمت:", "صدور پروانه"),
        ("", "سازمان نمونه"),
        ("پایان",),
        ("تورفته",),
        ("برچسب:", "مقدار"),
        ("ب:",),
    ]


def test_spaces_that_part_two_answers_of_a_line_are_kept():
    made = word(p("نام: الف   تلفن: ۱"), table(row("نام: ب   تلفن: ۲", "ج")))

    assert [block.cells for block in blocks_of(made)] == [("نام: الف   تلفن: ۱",), ("نام: ب   تلفن: ۲", "ج")]


@cases(
    ("inner", "shown"),
    {
        "line break": (r("یک\nدو"), [("یک",), ("دو",)]),
        "carriage return": (run("<w:t>یک</w:t><w:cr/><w:t>دو</w:t>"), [("یک",), ("دو",)]),
        "hyphen that does not break": (run("<w:t>یک</w:t><w:noBreakHyphen/><w:t>دو</w:t>"), [("یک-دو",)]),
        "soft hyphen": (run("<w:t>یک</w:t><w:softHyphen/><w:t>دو</w:t>"), [("یکدو",)]),
        "hidden": (r("یک") + r("پنهان", "<w:vanish/>"), [("یک",)]),
        "not hidden after all": (r("یک", '<w:vanish w:val="0"/>'), [("یک",)]),
        "comment": (r("یک") + run('<w:commentReference w:id="0"/>'), [("یک",)]),
        "formula": (r("یک") + "<m:oMath><m:r><m:t>x</m:t></m:r><w:r><w:t>ی</w:t></w:r></m:oMath>", [("یک",)]),
        "code of a field": (r("یک") + field("REF x", "دو"), [("یکدو",)]),
        "smart tag": (f"<w:smartTag>{r('یک')}</w:smartTag>", [("یک",)]),
        "custom mark": (f"<w:customXml>{r('یک')}</w:customXml>", [("یک",)]),
        "signs of markup": (r("<b>یک & دو</b>"), [("<b>یک & دو</b>",)]),
        "ruby": (
            "<w:ruby><w:rt><w:r><w:t>ر</w:t></w:r></w:rt><w:rubyBase>" + r("یک") + "</w:rubyBase></w:ruby>",
            [("یک",)],
        ),
    },
)
def test_what_stands_in_a_run_is_read_as_it_is_shown(inner, shown):
    assert rows_of(word(p(inner))) == shown


@cases(
    ("inner", "shown"),
    {
        "inserted": (f"<w:ins>{r('نو')}</w:ins>", "نو"),
        "deleted": (r("مانده") + "<w:del><w:r><w:delText>رفته</w:delText><w:t>رفته</w:t></w:r></w:del>", "مانده"),
        "moved": (f"<w:moveFrom>{r('اینجا')}</w:moveFrom><w:moveTo>{r('آنجا')}</w:moveTo>", "آنجا"),
        "inserted and deleted again": (r("مانده") + f"<w:ins><w:del>{r('رفته')}</w:del></w:ins>", "مانده"),
        "other looks before": (
            r("R", '<w:rPrChange><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr></w:rPrChange>'),
            "R",
        ),
    },
)
def test_tracked_changes_are_taken_as_accepted(inner, shown):
    assert rows_of(word(p(inner))) == [(shown,)]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    made = word(p("صدور ", about="<w:rPr><w:del/></w:rPr>"), p("پروانه"), p("آخر", about="<w:rPr><w:del/></w:rPr>"))

    assert rows_of(made) == [("صدور پروانه",), ("آخر",)]


def test_rows_and_cells_that_were_deleted_are_left_out():
    deleted = row("رفته", "رفته", about="<w:del/>")
    made = word(table(row("الف", "ب"), deleted, row("پ", cell("رفته", about="<w:cellDel/>"), "ت")))

    assert rows_of(made) == [("الف", "ب"), ("پ", "ت")]


def test_headings_are_known_by_style_and_by_outline():
    made = styles(
        style("Heading1", '<w:name w:val="heading 1"/>'),
        style("Own", '<w:basedOn w:val="Heading1"/>'),
        style("Second", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("Body", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    )
    about = [f'<w:pStyle w:val="{name}"/>' for name in ("Heading1", "Own", "Second", "Body", "Lost")]
    body = [p("متن", about=one) for one in (*about, '<w:outlineLvl w:val="3"/>')]

    found = blocks_of(word(*body, parts=made, relations=STYLES))

    assert [block.heading for block in found] == [1, 1, 2, 0, 0, 4]


def test_hidden_paragraphs_of_a_style_are_left_out():
    made = styles(style("Hidden", "<w:rPr><w:vanish/></w:rPr>"))

    assert rows_of(word(p("پنهان", about='<w:pStyle w:val="Hidden"/>'), p("پیدا"), parts=made, relations=STYLES)) == [
        ("پیدا",)
    ]


def test_links_to_pages_are_links_and_others_are_words():
    relations = [
        relation("a", "hyperlink", "https://example.ir/x?a=1&b=2", outside=True),
        relation("b", "hyperlink", "file:///etc/passwd", outside=True),
        relation("c", "hyperlink", "https://example.ir/inside"),
    ]
    made = word(
        p(link("a", "ورود"), link("b", " پرونده"), link("c", " درون"), link("lost", " گم")),
        p(field('HYPERLINK "http://example.ir/y" \\o "x"', "سامانه"), " پس از آن"),
        p("بی‌پیوند"),
        relations=relations,
    )

    assert blocks_of(made) == (
        Block(("ورود پرونده درون گم",), links=((0, "https://example.ir/x?a=1&b=2"),)),
        Block(("سامانه پس از آن",), links=((0, "http://example.ir/y"),)),
        Block(("بی‌پیوند",)),
    )


def test_a_link_without_end_stays_in_its_paragraph():
    begun = field('HYPERLINK "http://example.ir/y"', "سامانه").rpartition("<w:r><w:fldChar")[0]

    first, second = blocks_of(word(p(begun), p("دو")))

    assert (first.links, second.links) == (((0, "http://example.ir/y"),), ())


def shape(*inner):
    """A text box as newer and older files write it, both at once."""
    box = f"<w:txbxContent>{''.join(inner)}</w:txbxContent>"
    newer = (
        f'<w:drawing><wp:anchor><wp:docPr id="1" name="Text Box 1"/><wps:txbx>{box}</wps:txbx></wp:anchor></w:drawing>'
    )
    older = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    return run(f"<mc:AlternateContent>{choice}</mc:AlternateContent>")


def test_text_boxes_are_read_once_behind_the_paragraph_they_hang_on():
    older = run(
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('کهنه')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    made = word(
        p(shape(p("در قاب"), p("سطر دوم")), "بیرون"), p(older), table(row(cell(p(shape(p("قاب")), "خانه")), "ب"))
    )

    assert rows_of(made) == [("بیرون",), ("در قاب",), ("سطر دوم",), ("کهنه",), ("خانه\nقاب", "ب")]


def test_only_the_older_writing_is_read_where_the_newer_says_nothing():
    older = f"<w:pict><v:textbox><w:txbxContent>{p('کهنه')}</w:txbxContent></v:textbox></w:pict>"
    both = f"<mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{older}</mc:Fallback>"

    assert rows_of(word(p(run(f"<mc:AlternateContent>{both}</mc:AlternateContent>")))) == [("کهنه",)]


def test_a_drawn_box_with_a_mark_stands_where_it_hangs_and_of_several_nobody_knows():
    one = p("ملی ", shape(p("☑")), "استانی")
    several = p(shape(p("☑")), shape(p("☐")), "ملی استانی")

    assert rows_of(word(one)) == [("ملی ☑ استانی",)]
    assert rows_of(word(several)) == [("ملی استانی",), ("☑",), ("☐",)]


def test_what_stands_above_and_below_the_pages_is_read_once():
    section = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{name}"/>'
        for kind, page, name in (
            ("header", "default", "a"),
            ("header", "even", "b"),
            ("header", "first", "c"),
            ("footer", "default", "d"),
        )
    )
    number = field("PAGE", "۱")
    parts = {
        "word/header1.xml": part("hdr", p("سازمان نمونه") + p("صفحه ", number)),
        "word/header2.xml": part("hdr", p("زوج")),
        "word/header3.xml": part("hdr", p("نخست")),
        "word/footer1.xml": part("ftr", p("نشانی") + p(f'<w:fldSimple w:instr="PAGE">{r("۱")}</w:fldSimple>')),
    }
    targets = {"a": "header1.xml", "b": "header2.xml", "c": "header3.xml", "d": "footer1.xml"}
    relations = [relation(name, "header", target) for name, target in targets.items()]
    body = [p("متن", about=f"<w:sectPr>{section}</w:sectPr>"), f"<w:sectPr>{section}</w:sectPr>"]
    with_first = [f"<w:sectPr>{section}<w:titlePg/></w:sectPr>", p("متن")]

    assert rows_of(word(*body, parts=parts, relations=relations)) == [("سازمان نمونه",), ("متن",), ("نشانی",)]
    assert ("نخست",) in rows_of(word(*with_first, parts=parts, relations=relations))


def test_notes_stand_behind_the_text_and_their_drawn_line_is_no_note():
    notes = f'<w:footnote w:type="separator">{p("خط")}</w:footnote><w:footnote w:id="2">{p("پانویس")}</w:footnote>'
    relations = [relation("n", "footnotes", "footnotes.xml")]
    made = word(
        p("متن", run('<w:footnoteReference w:id="2"/>')),
        parts={"word/footnotes.xml": part("footnotes", notes)},
        relations=relations,
    )

    assert rows_of(made) == [("متن",), ("پانویس",)]


def test_a_table_of_contents_is_left_out():
    contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    made = word(
        f"<w:sdt><w:sdtPr>{contents}</w:sdtPr><w:sdtContent>{p('عنوان ... ۱')}</w:sdtContent></w:sdt>", p("متن")
    )

    assert rows_of(made) == [("متن",)]


SAVED = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="xx"

--xx
Content-Type: text/html; charset="utf-8"

<html><body><p>یک</p></body></html>
--xx--
"""


@cases(
    ("name", "content", "shown"),
    {
        "page": ("a.html", "<html><head><title>x</title></head><body><p>یک</p><p>دو</p></body></html>", ["یک", "دو"]),
        "saved page": ("a.mht", SAVED, ["یک"]),
        "text": ("a.txt", "یک\nدو <b>", ["یک", "دو <b>"]),
    },
)
def test_a_page_or_a_text_set_in_is_read_where_it_stands(name, content, shown):
    made = word(
        p("پیش"),
        '<w:altChunk r:id="x"/>',
        p("پس"),
        parts={f"word/{name}": content},
        relations=[relation("x", "aFChunk", name)],
    )

    assert [text for (text,) in rows_of(made)] == ["پیش", *shown, "پس"]


@cases(
    "set_in", {"word": '<w:altChunk r:id="x"/>', "lost": '<w:altChunk r:id="y"/>', "other file": '<w:subDoc r:id="x"/>'}
)
def test_any_other_document_set_in_is_left_and_said(set_in):
    made = word(p("متن"), set_in, parts={"word/a.docx": "x"}, relations=[relation("x", "aFChunk", "a.docx")])

    file = opened(made, "form.docx")

    assert [one.code for one in file.remarks] == ["part_left"]
    assert file.leaves[0].sheet.text == "متن"


def test_relations_of_another_part_are_its_own():
    header = part("hdr", p(link("x", "درگاه")))
    relations = [relation("h", "header", "header1.xml"), relation("x", "hyperlink", "https://wrong.ir", outside=True)]
    own = relations_part(relation("x", "hyperlink", "https://right.ir", outside=True))
    parts = {"word/header1.xml": header, "word/_rels/header1.xml.rels": own}
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'

    assert blocks_of(word(p("متن"), section, parts=parts, relations=relations))[0].links == ((0, "https://right.ir"),)
