"""D04, O05: papers that the state already holds are not asked of people."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, repeat

from khedmat.cards.form import Document, ExternalInquiry
from khedmat.cards.rules.conditions import Said, as_found, each
from khedmat.cards.rules.reading import is_telling, plain, words
from khedmat.cards.rules.rows import exchanges, papers
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import table
from khedmat.organizations import directory
from khedmat.organizations.looking import kept

_ELECTRONIC = {"online", "batch"}
_COMMON = frozenset(
    "اصل کپی تصویر فتوکپی کارت گواهی برگ فرم نامه مدرک مدارک ملی معتبر متقاضی برای".split()  # noqa: SIM905
)


def _held(document: Document) -> Iterator[tuple[str, Said]]:
    """Each paper, and whether an agency that is asked online holds it."""
    online = _online(document)
    return ((path, _holder(text, online)) for path, text in papers(document))


def _online(document: Document) -> dict[str, str]:
    """Code of each agency that is asked online → its name as written."""
    named = [row.agency or "" for _, row in exchanges(document) if "online" in row.modes]
    return dict(zip(map(_code, named), named, strict=True))


def _holder(text: str, online: dict[str, str]) -> Said:
    held = ({"paper": name, "agency": online[code]} for name, code in _holders(text) if code in online)
    return next(held, None)


def _code(agency: str) -> str:
    found = directory.recognise(agency)
    return found.code if found else ""


@kept(maxsize=4096)
def _holders(text: str) -> tuple[tuple[str, ...], ...]:
    """(paper, code of the agency that holds it) for each known paper that a line names."""
    return tuple(row for row in table("holders") if f" {plain(row[0])} " in f" {plain(text)} ")


def _exchanged(document: Document) -> Iterator[tuple[str, Said]]:
    """Each paper, and which of its telling words are data of an electronic exchange."""
    known = _by_word(document)
    return ((path, _shared(text, known)) for path, text in papers(document))


def _shared(text: str, known: dict[str, str]) -> Said:
    shared = sorted(_telling(text) & known.keys())
    return {"paper": text, "shared": shared, "agency": known[shared[0]]} if shared else None


def _by_word(document: Document) -> dict[str, str]:
    """Telling word of the exchanged data → the agency."""
    electronic = (row for _, row in exchanges(document) if _ELECTRONIC & set(row.modes))
    return dict(chain.from_iterable(map(_words_of, electronic)))


def _words_of(row: ExternalInquiry) -> Iterator[tuple[str, str]]:
    return zip(_telling(row.fields or ""), repeat(row.agency or "دستگاه دیگر"))


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(filter(is_telling, words(text))) - _COMMON


RULES = (
    Rule(
        id="D04",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=each(_held, as_found),
        message="«%(paper)s» از متقاضی خواسته شده، در حالی که با «%(agency)s» تبادل برخط دارید و آن را دارد.",
        fix="این مدرک را از فهرست بردارید و از راه استعلام برخط بگیرید؛ اگر نمی‌شود علت را بنویسید.",
        example="مدرک: شناسنامه · استعلام برخط: سازمان ثبت احوال",
    ),
    Rule(
        id="O05",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=each(_exchanged, as_found),
        message="«%(paper)s» از متقاضی خواسته شده، ولی همین داده (%(shared)s) با «%(agency)s» الکترونیکی مبادله می‌شود.",
        fix="مدرک را از متقاضی نخواهید، یا بنویسید چرا تبادل الکترونیکی بس نیست.",
        example="مدرک: پروانهٔ ساخت · فیلد مورد تبادل: پروانهٔ ساخت",
    ),
)
