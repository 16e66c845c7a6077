"""Whatever a page holds, it is read to its end."""

import pytest

from tests.embedding.portal.planted import ALL, MAIN, states

MISSING = ["missing"] * len(ALL)


@pytest.mark.parametrize(
    "page",
    [
        "",
        "\x00",
        "<",
        "<p" * 10_000,
        "</div>" * 10_000,
        "<!-- " + "x" * 100_000,
        "\ud800",
        '<meta name="khedmat">',
        '<meta name="khedmat" content=";;;">',
        "<li data-khedmat>",
        '<iframe src="http://[::1"></iframe><a href="http://[">x</a>',
        "1" * 100_000,
        "1304 " * 20_000,
        "&#x110000;&nope;" * 1000,
    ],
    ids=lambda page: repr(page[:20]),
)
def test_nonsense_is_a_page_without_services(page):
    assert states(page) == MISSING


@pytest.mark.parametrize("tag", ["div", "li", "span", "a", "table", "b"])
def test_tags_without_end_inside_each_other_are_no_depth(tag):
    page = f"<{tag}>" * 5_000 + str(MAIN.code)

    assert states(page)[0] == "numbered"


def test_one_service_many_thousand_times_is_one_service():
    page = f"<ul>{f'<li>{MAIN.code} <a href=x>{MAIN.title}</a></li>' * 3_000}</ul>"

    assert states(page) == ["numbered", "missing", "missing"]
