"""D01, D03: documents that the register does not know, and documents that the agency itself issues."""

from collections.abc import Iterator
from typing import Any

from khedmat.cards.lines.boxes import lines_of, name_in
from khedmat.cards.rules.papers import ELSEWHERE, papers_in
from khedmat.cards.rules.reading import plain
from khedmat.cards.rules.rule import Breach, Wording
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core.sequences import first
from khedmat.organizations.enums import Scope
from khedmat.registers.enums import Register
from khedmat.registers.naming import Known, known

FIELD = "card.documents"
MOST_NAMED = 4  # of the unknown lines of one card; the rest are counted
NEAR = Wording(
    "%(count)s مدرک در فهرست گونه‌های مدرک نیست: %(papers)s.",
    "اگر «%(paper)s» همان «%(near)s» است، نام فهرست را بنویسید؛ اگر مدرکی دیگر است، متولی فهرست‌های پایه در مرکز آن را "
    "در صفحهٔ «فهرست‌های پایه» می‌افزاید.",
)


def _unknown(asked: Asked) -> Iterator[Breach]:
    """One finding a card, with all its unknown documents. An empty register knows nothing and asks nothing."""
    register = known(Register.DOCUMENTS)
    lines = [name for name in _lines(asked) if register.names.find(name) is None] if register.entries else []
    if lines:
        near = first(filter(None, (_near(name, register) for name in lines)))
        said = {"count": len(lines), "papers": lines[:MOST_NAMED]}
        yield Breach(FIELD, said | (near or {}), NEAR if near else None)


def _near(name: str, register: Known) -> dict[str, str] | None:
    """A line and the title that it looks like."""
    meant = register.names.nearest(name)
    return {"paper": name, "near": register.entries[meant.entry].title} if meant else None


def _lines(asked: Asked) -> Iterator[str]:
    """Without lines of several documents and those that refer elsewhere: D02 and D06 ask about them."""
    for line in lines_of(asked.document):
        if not papers_in(line) and not ELSEWHERE.search(plain(line)):
            yield name_in(line)


def _own(asked: Asked) -> Iterator[Breach]:
    """Each document that the owner, or the national agency whose provincial office it is, has issued itself."""
    register, owner = known(Register.DOCUMENTS), asked.version.service.owner
    issuers = {owner.pk, owner.pk if owner.scope == Scope.NATIONAL else owner.parent_id}
    for place, line in enumerate(lines_of(asked.document)):
        found = _type_of(line, register)
        if found and found.issuer_id in issuers:
            yield Breach(f"{FIELD}.{place}", {"paper": line, "title": found.title})


def _type_of(line: str, register: Known) -> Any:
    meant = register.names.find(name_in(line))
    return register.entries[meant.entry] if meant else None


RULES = (
    StandingRule(
        id="D01",
        severity="A",
        fields=(FIELD,),
        condition=_unknown,
        message="%(count)s مدرک در فهرست گونه‌های مدرک نیست: %(papers)s.",
        fix="نام مدرک را از فهرست گونه‌های مدرک برگزینید؛ اگر آنجا نیست، متولی فهرست‌های پایه در مرکز آن را در صفحهٔ "
        "«فهرست‌های پایه» می‌افزاید.",
        example="مدرک: برگ سبز هوشمند",
    ),
    StandingRule(
        id="D03",
        severity="A",
        fields=(FIELD,),
        condition=_own,
        message="«%(paper)s» از متقاضی خواسته شده، در حالی که «%(title)s» را همین دستگاه صادر می‌کند.",
        fix="آن را از پروندهٔ خود دستگاه بردارید و از فهرست مدارک بیرون کنید؛ اگر نمی‌شود علت را بنویسید.",
        example="سازمان ثبت احوال · مدرک: شناسنامه",
    ),
)
