"""Pure functions of a text that is met again and again."""

from khedmat.core.remembering import LONGEST_TEXT, MOST_TEXTS, remembered


def test_a_short_text_is_asked_once_and_a_long_one_is_never_kept():
    asked = []
    length = remembered(lambda text: asked.append(text) or len(text))
    long = "x" * (LONGEST_TEXT + 1)

    lengths = [length(text) for text in ("خدمت", "خدمت", long, long)]

    assert lengths == [4, 4, len(long), len(long)]
    assert asked == ["خدمت", long, long]


def test_where_there_is_no_more_room_what_is_asked_again_stays_and_the_rest_is_forgotten():
    asked = []
    length = remembered(lambda text: asked.append(text) or len(text))
    texts = list(map(str, range(2 * MOST_TEXTS)))
    before, behind = texts[: MOST_TEXTS + 1], texts[MOST_TEXTS + 1 :]

    lengths = [length(text) for text in [*before, "0", *behind, "last", "0", "1"]]

    assert lengths == list(map(len, [*before, "0", *behind, "last", "0", "1"]))
    assert asked == [*texts, "last", "1"]
