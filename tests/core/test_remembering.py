"""Pure functions of a text that is met again and again."""

from khedmat.core.remembering import LONGEST_TEXT, MOST_TEXTS, remembered


def test_a_short_text_is_asked_once_and_a_long_one_is_never_kept():
    asked = []
    length = remembered(lambda text: asked.append(text) or len(text))
    long = "x" * (LONGEST_TEXT + 1)

    lengths = [length(text) for text in ("خدمت", "خدمت", long, long)]

    assert lengths == [4, 4, len(long), len(long)]
    assert asked == ["خدمت", long, long]


def test_where_there_is_no_more_room_all_is_forgotten():
    asked = []
    length = remembered(lambda text: asked.append(text) or len(text))
    texts = list(map(str, range(MOST_TEXTS + 1)))

    lengths = [length(text) for text in [*texts, texts[-1], texts[0]]]

    assert lengths == list(map(len, [*texts, texts[-1], texts[0]]))
    assert asked == [*texts, texts[0]]
