"""How long every list of a registry takes to answer, and how many questions it asks the database.

Run: python -m bench.registry [CARDS [ROUNDS [READERS]]]. Two readers at once unless it is said, who ask again as soon
as they are answered: with two workers, the database and the readers themselves on two processors that is what the
machine can bear, and one reader is what a page takes. Pages that a server process keeps are asked for past what it
keeps. Status 1 when a list's p99 or its number of questions is over its limit.
"""

import sys

from bench.country import filled, served
from bench.registry.pages import PAGES, measured, questions

CARDS, ROUNDS, READERS = 53_000, 200, 2
MOST_MS, MOST_QUESTIONS = 60.0, 12


def main() -> int:
    given = [*map(int, sys.argv[1:4])]
    cards, rounds, readers = (*given, *(CARDS, ROUNDS, READERS)[len(given) :])
    over = False
    with filled(cards), served():
        for page in PAGES:
            found, asked = measured(page, rounds, readers), questions(page)
            is_over = found.p99 > MOST_MS or asked > MOST_QUESTIONS
            over |= is_over
            print(f"{page.name:44} {found}   {asked:3} questions{'   OVER' if is_over else ''}", flush=True)
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
