"""Pages that agencies really make: our marks, lists by hand in any writing, old copies, and nothing at all."""

import pytest

from khedmat.embedding.listing import Entry
from tests.embedding.portal.planted import MAIN, NAMELESS, OLD_SHA, PAGE, SHA, SITE, SUB, judged, of, states


def marked(entry, sha=SHA, version=None):
    return f'<li data-khedmat="{entry.number};{version or entry.version};{sha}"><a href="/card">{entry.title}</a></li>'


def test_our_marks_say_which_card_is_current_and_which_is_old():
    page = f"<ul>{marked(MAIN)}{marked(SUB, OLD_SHA, 9)}</ul>"

    assert states(page) == ["current", "old", "missing"]
    assert of(SUB, page).version == 9
    assert of(MAIN, page).link == "https://agency.example.ir/card"


def test_the_mark_in_the_head_of_a_page_of_one_card_counts():
    page = f'<html><head><meta name="khedmat" content="{MAIN.mark}"></head><body>متن</body></html>'

    assert states(page) == ["current", "missing", "missing"]


def test_a_card_that_got_its_id_after_the_copy_was_made_is_still_known_by_its_number():
    assert states(f'<p data-khedmat="1;3;{SHA}">…</p>')[0] == "current"


@pytest.mark.parametrize(
    "page",
    [
        f'<iframe src="{SITE}/embed/agency/sample/"></iframe>',
        '<iframe src="http://khedmat.example.ir/embed/agency/sample/?from=menu"></iframe>',
        f'<script type="module" src="{SITE}/embed/khedmat.js"></script><khedmat-services agency="sample">…',
    ],
)
def test_a_live_frame_or_element_shows_everything_as_it_is_today(page):
    assert states(page) == ["current"] * 3
    assert {one.page for one in judged(page).services} == {PAGE}


@pytest.mark.parametrize(
    "page",
    [
        f'<iframe src="{SITE}/embed/agency/other/"></iframe>',
        '<iframe src="https://fake.example.ir/embed/agency/sample/"></iframe>',
        '<iframe src="/embed/agency/sample/"></iframe>',
        '<iframe src="https://[/embed/agency/sample/"></iframe>',
        '<khedmat-services agency="sample"></khedmat-services>',
        '<script src="https://fake.example.ir/embed/khedmat.js"></script><khedmat-services agency="sample">',
    ],
)
def test_somebody_else_s_frame_or_an_element_without_our_script_shows_nothing(page):
    assert states(page) == ["missing"] * 3


@pytest.mark.parametrize(
    "written",
    [
        "13041861000",
        "۱۳۰۴۱۸۶۱۰۰۰",
        "١٣٠٤١٨٦١٠٠٠",
        "1304-1861-000",
        "۱۳۰۴ ۱۸۶۱ ۰۰۰",
        "شناسه:13041861000.",
        "<b>1304</b>1861<i>000</i>",
    ],
)
def test_an_id_is_known_in_any_digits_and_writing(written):
    assert states(f"<p>{written}</p>") == ["numbered", "missing", "missing"]


@pytest.mark.parametrize("written", ["113041861000", "130418610001", "02634187105", "1304186100", "13041861-0-00"])
def test_what_only_looks_like_an_id_is_none(written):
    assert states(f"<p>{written}</p>") == ["missing"] * 3


@pytest.mark.parametrize(
    "written",
    [
        "صدور پروانهٔ بهره‌برداری",
        "صدور پروانه بهره برداری",
        "صدور  پروانۀ بهره‌برداري",
        "۱) صدور پروانهٔ بهره‌برداری",
        "عنوان خدمت: صدور پروانه بهره‌برداری",
        "صدور پروانه <span>بهره</span>‌برداری",
        "صدور پروانهٔ بهره‌برداری (حضوری)",
    ],
)
def test_a_title_alone_is_known_and_asks_for_its_id(written):
    assert states(f"<ul><li>{written}</li></ul>") == ["named", "missing", "missing"]


@pytest.mark.parametrize("written", ["اصلاح صدور پروانهٔ بهره‌برداری و تمدید آن", "پروانه", "تمدید پروانه"])
def test_other_words_around_a_title_are_another_title(written):
    assert states(f"<li>{written}</li>") == ["missing"] * 3


def test_a_table_by_hand_is_read_row_by_row():
    page = """<table><tr><th>ردیف</th><th>عنوان</th><th>شناسه</th><th>شناسنامه</th></tr>
      <tr><td>۱</td><td>صدور پروانه بهره‌برداری</td><td>۱۳۰۴۱۸۶۱۰۰۰</td><td><a href="one.html">جزئیات</a></td></tr>
      <tr><td>۲</td><td>تمدید پروانه</td><td>12031861100</td><td><a href="/two">جزئیات</a></td></tr></table>"""

    main, sub = of(MAIN, page), of(SUB, page)

    assert (main.state, main.is_titled, main.link) == ("numbered", True, f"{PAGE}one.html")
    assert (sub.state, sub.is_titled, sub.link) == ("numbered", False, "https://agency.example.ir/two")


def test_a_grid_of_boxes_gives_each_service_the_link_of_its_own_box():
    box = '<div class="card"><h3>{}</h3><div>{}</div><div><a href="{}">مشاهده</a></div></div>'
    page = f'<div><a href="/home">خانه</a>{box.format("الف", MAIN.code, "/a")}{box.format("ب", SUB.code, "/b")}</div>'

    assert of(MAIN, page).link.endswith("/a")
    assert of(SUB, page).link.endswith("/b")


def test_a_service_without_a_link_has_none_though_its_neighbour_has_one():
    page = f'<ul><li>{MAIN.code}</li><li>{SUB.code} <a href="/b">جزئیات</a></li></ul>'

    assert of(MAIN, page).link == ""


def test_an_id_that_stands_in_a_link_alone_is_not_written_for_people():
    page = f'<a href="https://catalogue.example.ir/Details?ServiceId={MAIN.code}">جزئیات</a>'

    assert states(page) == ["named", "missing", "missing"]


def test_a_list_over_several_pages_is_one_list():
    assert states(f"<p>{MAIN.code}</p>", f"<p>{SUB.code}</p>") == ["numbered", "numbered", "missing"]
    assert of(SUB, "", f"<p>{SUB.code}</p>").page == f"{PAGE}1"


def test_the_best_of_several_places_counts():
    assert states(f"<p>{MAIN.code}</p>", marked(MAIN, OLD_SHA), marked(MAIN)) == ["current", "missing", "missing"]


def test_ids_of_nobody_s_published_service_are_told():
    page = "<p>13041999000 و ۱۲۰۳۱۹۹۹۱۰۰ و 14661303000</p>" + marked(Entry(9, "13011111000", "", 1, SHA, None))

    assert judged(page).strangers == ["12031999100", "13011111000", "13041999000"]


def test_a_service_without_an_id_is_found_by_its_title():
    assert of(NAMELESS, f"<li>{NAMELESS.title}</li>").state == "named"


@pytest.mark.parametrize("tag", ["script", "style", "template", "textarea"])
def test_what_no_reader_sees_does_not_count(tag):
    assert states(f"<{tag}>{MAIN.code}</{tag}>") == ["missing"] * 3


TWINS = (MAIN, SUB._replace(title=MAIN.title))


def test_a_title_that_two_services_bear_is_none_of_them_without_its_id():
    title, row = f"<li>{MAIN.title}</li>", f"<li>{MAIN.title} {SUB.code} <a href='/b'>جزئیات</a></li>"

    assert states(title, entries=TWINS) == ["missing", "missing"]
    found = judged(title + row, entries=TWINS).services
    assert [(one.state, one.is_titled, one.link[-2:]) for one in found] == [
        ("missing", True, ""),
        ("numbered", True, "/b"),
    ]


def test_a_line_break_inside_a_link_ends_the_title_and_not_the_link():
    page = f'<p><a href="/one">{MAIN.title}<br>{MAIN.code}</a> <a href="/two">دیگر</a></p>'

    found = of(MAIN, page)

    assert (found.state, found.is_titled, found.link) == ("numbered", True, "https://agency.example.ir/one")
