"""Pure functions of a text that is met again and again."""

from khedmat.core.remembering import LONGEST_TEXT, remembered


def test_a_short_text_is_asked_once_and_a_long_one_is_never_kept():
    asked = []
    length = remembered(lambda text: asked.append(text) or len(text))
    long = "x" * (LONGEST_TEXT + 1)

    lengths = [length(text) for text in ("خدمت", "خدمت", long, long)]

    assert lengths == [4, 4, len(long), len(long)]
    assert asked == ["خدمت", long, long]
