"""The permits of form 1 as readers look for them: one permit with its actions side by side, and its inquiries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import compress, groupby
from operator import attrgetter, not_
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Window
from django.db.models.functions import DenseRank

from khedmat.core.asked import Asked as Written
from khedmat.core.asked import Given, among
from khedmat.core.letters import held, letters, translated
from khedmat.core.persian import key, sort_key
from khedmat.permits.finding import forms
from khedmat.permits.models import PermitForm, PermitInquiry
from khedmat.web.permit_path import Critical, critical
from khedmat.web.permit_words import FORM_ONE, FORM_TWO, Cell, Column, action_of, cells, of_action

A_PAGE = 10
ALPHABET = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"


class Asked(NamedTuple):
    """A row of form 2: who is asked for what, with its stars (two: by name, three: other)."""

    agency: str
    name: str
    stars: str
    action: str | None
    cells: list[Cell]


class Permit(NamedTuple):
    """A card of the page. `silent`: the boxes that no action fills."""

    row: PermitForm
    kinds: list[str]
    services: list[Any]
    columns: list[Column]
    silent: list[Any]
    inquiries: list[Asked]
    path: Critical | None


BESIDE = ("organization__code", "organization__name", "version__undecided", "version__service__code")


def counted(words: str, action: str = "") -> list[dict[str, Any]]:
    """Every agency with permits and how many of them hold the words: one question for the filter and the total."""
    said = _Said(words, action)
    return list(_counting(said.shape)(**said.values))


class _Said:
    """What permits are looked for by: `shape` is how many words and which of the others, and a question has one."""

    def __init__(self, words: str, action: str, agency: str = "") -> None:
        said = key(words).split()
        self.shape = len(said), bool(action), bool(agency)
        self.values = {f"word{place}": word for place, word in enumerate(said)} | {"action": action, "agency": agency}


Shape = tuple[int, bool, bool]


@cache
def _counting(shape: Shape) -> Written[Any]:
    permits = Count("letters", distinct=True, filter=_holding(shape))
    named = {"code": F("organization__code"), "name": F("organization__name")}
    by = ("organization__sort_key", "organization__code")
    return Written(lambda: forms().values(**named).annotate(permits=permits).order_by(*by))


def _holding(shape: Shape) -> Q:
    words, is_acting, is_of_agency = shape
    acting = Q(action=Given("action")) if is_acting else Q()
    return acting & _of_agency(is_of_agency) & Q(*(held("named", Given(f"word{place}")) for place in range(words)))


def _of_agency(is_told: bool) -> Q:
    return Q(organization__code=Given("agency")) if is_told else Q()


def page_of(number: str | None, total: int, *, words: str, agency: str, action: str = "") -> Page:
    """The nearest page there is, with its permits in the order of agencies and of the alphabet."""
    page = Paginator(range(total), A_PAGE).get_page(number)
    said = _Said(words, action, agency)
    found = _placed(said.shape)(**said.values, start=page.start_index(), end=page.end_index())
    groups = [list(rows) for _, rows in groupby(found, attrgetter("place"))]
    is_last = not (words or action or page.has_next())
    inquiries = _inquiries({_whose(rows[0]) for rows in groups}, agency, is_last=is_last)
    page.object_list = [_permit(rows, inquiries.pop(_whose(rows[0]), [])) for rows in groups]
    page.alone = [_asked(row) for rows in inquiries.values() for row in rows]
    return page


@cache
def _placed(shape: Shape) -> Written[PermitForm]:
    """All rows of the permits between the ends of a page, in one question."""
    return Written(lambda: _rows(_holding(shape)))


def _rows(asked_for: Q) -> QuerySet[PermitForm]:
    by = [F("organization__sort_key"), F("organization"), translated(F("letters"), ALPHABET, sort_key(ALPHABET))]
    placed = forms().filter(asked_for).annotate(place=Window(DenseRank(), order_by=by))
    found = placed.filter(place__gte=Given("start", IntegerField()), place__lte=Given("end", IntegerField()))
    return _light(found).order_by("place", "pk")


def _light(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With what a card of the page says of their source, and not the whole form they came with."""
    own = (field.name for field in rows.model._meta.concrete_fields)
    source = rows.annotate(list_undecided=F("permit_list__paper__undecided"))
    return source.select_related("organization", "version__service").only(*own, *BESIDE)


def _whose(row: Any) -> tuple[int, str]:
    return row.organization_id, row.letters


def _owned() -> Exists:
    """Whether form 1 has the permit that a row of form 2 names."""
    return Exists(forms().filter(organization=OuterRef("organization"), letters=OuterRef("letters")))


def _inquiries(
    shown: set[tuple[int, str]], agency: str, *, is_last: bool
) -> dict[tuple[int, str], list[PermitInquiry]]:
    """Those of the permits shown; on the last page also those that no permit of form 1 owns."""
    told = {"agencies": [agency for agency, _ in shown], "titles": [title for _, title in shown]}
    rows = _of_titles(is_last, bool(agency))(**told, agency=agency)
    return _by_permit(rows, shown)


@cache
def _of_titles(is_last: bool, is_of_agency: bool) -> Written[PermitInquiry]:
    titles = Q(among("organization", "agencies"), among("letters", "titles"))
    alone = ~_owned() & _of_agency(is_of_agency) if is_last else Q(pk=None)
    rows = PermitInquiry.objects.public().annotate(letters=letters(F("permit"))).filter(titles | alone)
    return Written(lambda: _light(rows.annotate(owned=_owned())).order_by("organization__sort_key", "pk"))


def _by_permit(rows: Iterable[Any], shown: set[tuple[int, str]]) -> dict[tuple[int, str], list[PermitInquiry]]:
    found: dict[tuple[int, str], list[PermitInquiry]] = defaultdict(list)
    for row in rows:
        if _whose(row) in shown or not row.owned:
            found[_whose(row)].append(row)
    return found


def _permit(rows: Sequence[PermitForm], inquiries: Sequence[PermitInquiry]) -> Permit:
    ordered = sorted(rows, key=of_action)
    table = [_cells(row, "permits") for row in ordered]
    silent = [all(cell.state == "unsaid" for cell in line) for line in zip(*table, strict=True)]
    columns = [
        Column(action_of(row), list(compress(column, map(not_, silent))))
        for row, column in zip(ordered, table, strict=True)
    ]
    services = {row.version.service_id: row.version.service for row in rows if row.version}
    return Permit(
        row=rows[0],
        kinds=list(dict.fromkeys(row.kind for row in rows if row.kind)),
        services=list(services.values()),
        columns=columns,
        silent=[cell.title for cell in compress(table[0], silent)],
        inquiries=list(map(_asked, inquiries)),
        path=critical(rows, inquiries),
    )


def _asked(row: PermitInquiry) -> Asked:
    stars = {"inquiry": "**", "other": "***"}.get(row.kind, "")
    said = [cell for cell in _cells(row, "inquiries") if cell.state != "unsaid"]
    return Asked(row.agency, row.name, stars, action_of(row), said)


def _cells(row: Any, part: str) -> list[Cell]:
    """The boxes of a row of the database, which knows its place among the rows of its source."""
    said, boxes = (row.permit, FORM_ONE) if part == "permits" else (row.inquiry, FORM_TWO)
    undecided = row.version.undecided if row.version else row.list_undecided or ()
    return cells(said, boxes, path=f"{part}.{row.order - 1}", undecided=undecided)
