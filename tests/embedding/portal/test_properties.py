"""Of every page and every list: nothing breaks, every service is judged once, and our own list is always current."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.persian import persian_digits
from khedmat.embedding.listing import Entry
from tests.embedding.portal.planted import ALL, MAIN, OLD_SHA, SHA, SITE, judged, states

PIECES = [
    "<ul>", "</ul>", "<li>", "</li>", "<a href='x'>", "</a>", "<table><tr><td>", "</table>", "<div hidden>", "</div>",
    f"<p data-khedmat='{MAIN.mark}'>", f"<iframe src='{SITE}/embed/agency/other/'>", "<!--", "-->", "<script>", "\x00",
    MAIN.code, persian_digits(MAIN.code), MAIN.title, "صدور", " ", "‌", "1304", "&amp;", "<", ">", "'", "۱۳۰۴-۱۸۶۱-۰۰۰",
]  # fmt: skip
TITLES = st.text(st.sampled_from("ابپتثجچآ ئ‌ي1۲"), min_size=4, max_size=30).filter(str.strip)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_heap_of_tags_and_names_is_judged(page):
    found = judged(page)

    assert [one.service for one in found.services] == [entry.service for entry in ALL]
    assert {str(one.state) for one in found.services} <= {"current", "old", "numbered", "named", "missing"}


@given(st.binary(max_size=400))
def test_any_bytes_are_a_page_without_a_fault(body):
    assert len(judged(body.decode("utf-8", errors="replace")).services) == len(ALL)


def entries(titles):
    return [Entry(n, f"1304{1000 + n}000", title, 1, SHA, None) for n, title in enumerate(titles, start=1)]


def row(entry, mark=""):
    return f"<li {mark}><a href='/{entry.code}'>{entry.title}</a> {persian_digits(entry.code)}</li>"


@given(st.lists(TITLES, min_size=1, max_size=8))
def test_a_list_with_our_marks_is_current_whatever_its_titles(titles):
    known = entries(titles)
    page = "".join(row(entry, f'data-khedmat="{entry.mark}"') for entry in known)

    assert states(page, entries=known) == ["current"] * len(known)


@given(st.lists(TITLES, min_size=1, max_size=8))
def test_a_list_by_hand_gives_each_service_its_own_link(titles):
    known = entries(titles)

    found = judged("".join(map(row, known)), entries=known).services

    assert [one.link.rpartition("/")[2] for one in found] == [entry.code for entry in known]
    assert {str(one.state) for one in found} == {"numbered"}


@pytest.mark.parametrize("sha256", [SHA, OLD_SHA])
@given(place=st.integers(0, 2))
def test_one_mark_says_nothing_of_the_others(sha256, place):
    entry = ALL[place]

    found = states(f'<li data-khedmat="{entry.number};7;{sha256}">')

    assert found.pop(place) == ("current" if sha256 == SHA else "old")
    assert found == ["missing", "missing"]
