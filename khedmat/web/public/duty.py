"""The board of article 2: which agency has come how far in a round, for everybody to see and to take away."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from khedmat.cards.duty.board import Standing, board
from khedmat.cards.figures import figure
from khedmat.cards.models import DutyRound
from khedmat.core.persian import fold_line, key
from khedmat.web.public.access import public_page
from khedmat.web.public.duty_bars import COLUMNS, all_together
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import A_BOARD, paged
from khedmat.web.tables import csv_answer

STATES: dict[str, Callable[[Standing], bool]] = {
    "late": lambda row: row.late > 0,
    "waiting": lambda row: not row.is_done and not row.late,
    "done": lambda row: row.is_done,
    "untitled": lambda row: row.titles is None,
}


class BoardFilter(forms.Form):
    """What narrows and orders the board; it lives in the address. An unknown value narrows nothing."""

    round = forms.ChoiceField(label=_("دوره"), required=False)
    q = forms.CharField(label=_("نام دستگاه"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("وضع"),
        required=False,
        choices=[
            ("", _("همه")),
            ("late", _("دیرکرده")),
            ("waiting", _("در مهلت")),
            ("done", _("انجام‌شده")),
            ("untitled", _("بی عنوان تأییدشده")),
        ],
    )
    sort = forms.ChoiceField(
        label=_("به ترتیب"),
        required=False,
        choices=[("", _("الفبای نام")), *((name, COLUMNS[name]) for name in COLUMNS)],
    )

    def __init__(self, data: Any, rounds: Sequence[DutyRound]) -> None:
        super().__init__(data, label_suffix="")
        self.rounds = {str(one.pk): one for one in rounds}
        self.fields["round"].choices = [("", _("تازه‌ترین")), *((pk, str(one)) for pk, one in self.rounds.items())]
        self.is_valid()

    @property
    def picked(self) -> DutyRound | None:
        newest = next(iter(self.rounds.values()), None)
        return self.rounds.get(self.cleaned_data.get("round", ""), newest)

    def narrow(self, rows: Sequence[Standing]) -> list[Standing]:
        words = key(fold_line(self.cleaned_data.get("q", ""))).split()
        is_wanted = STATES.get(self.cleaned_data.get("state", ""), lambda row: True)
        found = [row for row in rows if is_wanted(row) and all(word in key(row.called) for word in words)]
        name = self.cleaned_data.get("sort")
        return sorted(found, key=most_first(name)) if name else found


def most_first(name: str) -> Callable[[Any], tuple[bool, int]]:
    """What is unknown stands last: it is not zero."""
    return lambda row: (getattr(row, name) is None, -(getattr(row, name) or 0))


class Board(NamedTuple):
    form: BoardFilter
    round: DutyRound | None
    everything: list[Standing]
    rows: list[Standing]


def _counted(found: DutyRound, on: date) -> list[Standing]:
    return figure(("duty", found.pk, found.is_closed, on), lambda: board(found, on=on))


def _board(request: HttpRequest, on: date) -> Board:
    form = BoardFilter(request.GET, list(DutyRound.objects.standing()))
    everything = _counted(form.picked, on) if form.picked else []
    return Board(form, form.picked, everything, form.narrow(everything))


@public_page
def duty(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    shown = _board(request, today)
    context = {
        "board": shown,
        "page": paged(request, shown.rows, size=A_BOARD),
        "bars": all_together(shown.everything),
        "late": sum(row.late > 0 for row in shown.everything),
        "columns": COLUMNS.items(),
        "today": today,
        "query": rest_of(request.GET),
        "rest": rest_of(request.GET, "sort"),
    }
    return render(request, "public/duty.html", context)


@public_page
def table(request: HttpRequest) -> HttpResponse:
    """What the page shows, with what is unknown left empty and the day on which it was counted."""
    today = timezone.localdate()
    shown = _board(request, today)
    if shown.round is None:
        raise Http404
    deadline = shown.round.deadline
    rows = ([row.agency.code, row.called, *_counts(row), deadline, today] for row in shown.rows)
    return csv_answer("duty.csv", ["شناسه", "دستگاه", *COLUMNS.values(), "مهلت", "شمرده در"], rows)


def _counts(row: Standing) -> list[int | None]:
    return [getattr(row, name) for name in COLUMNS]
