"""How long every list of a registry takes to answer, and how many questions it asks the database.

Run: python -m bench.registry [CARDS [ROUNDS]]. Two readers at once; pages that a server process keeps are asked for
past what it keeps. Status 1 when a list's p99 or its number of questions is over its limit.
"""

import sys

from bench.country import SITE, filled, served
from bench.registry.pages import PAGES, measured, questions

CARDS, ROUNDS = 53_000, 200
MOST_MS, MOST_QUESTIONS = 60.0, 12


def main() -> int:
    cards, rounds = (*map(int, sys.argv[1:3]), *(CARDS, ROUNDS)[len(sys.argv[1:3]) :])
    over = False
    with filled(cards), served():
        for page in PAGES:
            found, asked = measured(page, rounds, SITE), questions(page)
            is_over = found.p99 > MOST_MS or asked > MOST_QUESTIONS
            over |= is_over
            print(f"{page.name:44} {found}   {asked:3} questions{'   OVER' if is_over else ''}", flush=True)
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
