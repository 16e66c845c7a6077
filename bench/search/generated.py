"""Services that never were: titles and texts of the words that real forms hold, in the frequency of a long tail."""

import random
from collections.abc import Iterator
from itertools import accumulate

from khedmat.search.entry import Entry
from khedmat.search.synonyms import rows

SEED, WORDS_OF_TEXT, TAIL = 7, 30, 60_000
ACTS = ("صدور", "تمدید", "ثبت", "درخواست", "استعلام", "پرداخت", "اعتراض به", "تغییر", "واگذاری", "لغو")
KINDS = ("پروانه", "مجوز", "گواهی", "کارت", "انشعاب", "تسهیلات", "بیمه", "سند", "معافیت", "خسارت")


def vocabulary() -> list[str]:
    """Words of the table of people's phrases, and a tail of names as towns and firms have them."""
    known = sorted({word for row in rows() for meaning in row.meanings for word in meaning.split()})
    return known + [f"نام{number}" for number in range(TAIL)]


def entries(number: int) -> Iterator[Entry]:
    drawn, words = random.Random(SEED), vocabulary()
    tail = long_tail(len(words))
    for key in range(number):
        said = drawn.choices(words, cum_weights=tail, k=WORDS_OF_TEXT)
        title = f"{drawn.choice(ACTS)} {drawn.choice(KINDS)} {' '.join(said[:3])}"
        code = f"{key % 10**4:04}{key:07}"
        yield Entry(key, title, number=code, agency=f"سازمان {said[3]}", description=" ".join(said[4:]))


def long_tail(number: int) -> list[float]:
    """Summed once: adding up sixty thousand weights for each draw took longer than what is to be timed."""
    return list(accumulate(1 / (place + 10) for place in range(number)))


def questions(number: int) -> list[str]:
    """Two or three words, one in five with a slip."""
    drawn, words = random.Random(SEED + 1), vocabulary()
    tail = long_tail(len(words))
    return [
        _slipped(drawn, [drawn.choice(KINDS), *drawn.choices(words, cum_weights=tail, k=2)]) for _one in range(number)
    ]


def _slipped(drawn: random.Random, said: list[str]) -> str:
    if drawn.random() < 0.2 and len(said[1]) > 4:
        place = drawn.randrange(1, len(said[1]) - 1)
        said[1] = said[1][:place] + said[1][place + 1 :]
    return " ".join(said)
