"""The score of a card."""

from collections.abc import Iterable
from itertools import chain

from khedmat.cards.form import Document
from khedmat.cards.score import weights as w
from khedmat.cards.score.answers import Answers
from khedmat.cards.score.parts import TENTHS, Found, Part, Score, part
from khedmat.cards.score.standing import Facts, stale, unproven


def score(document: Document, findings: Iterable[Found], facts: Facts) -> Score:
    """Five parts, always; a total only for a card that nothing blocks."""
    answers = Answers(document, findings)
    parts = _parts(answers, facts)
    is_whole = document.card is not None and not answers.is_blocked
    return Score(parts, sum(one.points for one in parts) // TENTHS if is_whole else None, w.SCORE_VERSION)


def _parts(answers: Answers, facts: Facts) -> tuple[Part, ...]:
    consistent, findable, evident = (
        chain.from_iterable(map(answers.lost, questions)) for questions in (w.CONSISTENT, w.FINDABLE, w.EVIDENT)
    )
    proof = chain(evident, unproven(answers.document, facts))
    return (
        part("completeness", "کامل‌بودن", of=w.COMPLETENESS, losses=answers.empty_boxes()),
        part("consistency", "سازگاری", of=w.CONSISTENCY, losses=consistent),
        part("findability", "یافتنی‌بودن", of=w.FINDABILITY, losses=findable),
        part("freshness", "تازگی", of=w.FRESHNESS, losses=stale(facts)),
        part("evidence", "استناد", of=w.EVIDENCE, losses=proof),
    )
