"""The lists of titles of my offices: written, pasted, read from a file, confirmed by a letter."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.cards.attaching.place import Place
from khedmat.cards.models import TitleList
from khedmat.cards.titles import actions, perms
from khedmat.cards.titles.delegated import confirmation_of
from khedmat.cards.titles.rows import arranged
from khedmat.core.persian import persian_digits
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.title_lists import fill, keep_letter
from khedmat.organizations.models import Organization
from khedmat.organizations.naming import name_on
from khedmat.web.desk.attachments.showing import attached
from khedmat.web.desk.new import offices_of_author
from khedmat.web.desk.refusing import look_again, tell
from khedmat.web.desk.titles.forms import AddTitles, Confirmation, TitleRow
from khedmat.web.desk.titles.guard import office_row, office_titles
from khedmat.web.kept import signed_in

FORM = ["GET", "HEAD", "POST"]


@require_safe
@never_cache
@signed_in
def title_lists(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = Organization.objects.of_member(request.user, today)
    found = TitleList.objects.filter(agency__in=mine).for_page().annotate(titles_count=Count("titles"))
    writes = set(offices_of_author(request.user, today).values_list("pk", flat=True))
    lists = list(found.order_by("agency__sort_key", "agency", "-number"))
    offices = [(office, [one for one in lists if one.agency_id == office.pk], office.pk in writes) for office in mine]
    return render(request, "desk/titles/index.html", {"offices": offices})


@require_POST
@never_cache
@signed_in
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    mine = Organization.objects.of_member(request.user, timezone.localdate())
    agency = get_object_or_404(mine, code=slug)
    try:
        titles = actions.begin(agency, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        return told(request, refusal, "web:title-lists")
    return redirect("web:title-list", titles.pk)


@require_safe
@never_cache
@signed_in
def title_list(request: HttpRequest, pk: int) -> HttpResponse:
    titles, today = office_titles(request, pk), timezone.localdate()
    context = {
        "titles": titles,
        "places": arranged(titles.titles.for_list()),
        "confirmation": confirmation_of(titles),
        "called": name_on(titles.agency, titles.letter_date) if titles.letter_date else "",
        "attached": attached(Place(titles=titles), request.user, today),
        "may_write": perms.can_write(request.user, titles, today),
        "may_confirm": perms.can_confirm(request.user, titles, today),
        "may_begin": not titles.is_draft
        and offices_of_author(request.user, today).filter(pk=titles.agency_id).exists(),
    }
    return render(request, "desk/titles/list.html", context)


@require_http_methods(FORM)
@never_cache
@signed_in
def add(request: HttpRequest, pk: int) -> HttpResponse:
    titles = office_titles(request, pk)
    form = AddTitles(*_sent(request))
    if request.method == "POST" and form.is_valid() and (told_of := _added(request, form, titles)):
        messages.success(request, told_of)
        return redirect("web:title-list", pk)
    return render(request, "desk/titles/add.html", {"titles": titles, "form": form})


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _added(request: HttpRequest, form: AddTitles, titles: TitleList) -> str:
    """What became of the lines in words; empty, and the reason in the form, if refused."""
    given, now = form.cleaned_data["file"], timezone.now()
    try:
        if given:
            added = fill(titles, given, by=request.user, at=now)
        else:
            added = actions.add(titles, form.cleaned_data["lines"], by=request.user, at=now)
    except (Unreadable, ValidationError) as refusal:
        form.add_error("file" if given else "lines", getattr(refusal, "messages", [str(refusal)]))
        return ""
    counts = {"new": persian_digits(len(added.rows)), "known": persian_digits(len(added.known))}
    return str(_("%(new)s عنوان افزوده شد؛ %(known)s عنوان تکراری بود.") % counts)


@require_http_methods(FORM)
@never_cache
@signed_in
def row(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    found = office_row(request, pk, row)
    siblings = [place for place in arranged(found.title_list.titles.for_list()) if place.row.pk == found.pk]
    form = TitleRow(request.POST or None, found, siblings[0].number)
    if request.method == "POST" and _is_kept(request, form, found):
        return redirect("web:title-list", pk)
    return render(request, "desk/titles/row.html", {"row": found, "titles": found.title_list, "form": form})


def _is_kept(request: HttpRequest, form: TitleRow, found: Any) -> bool:
    """Whether the row was written or taken away; else the reason stands in the form, with what was typed."""
    signed = {"by": request.user, "at": timezone.now()}
    if not form.is_valid():
        return False
    seen = form.cleaned_data["seen"]
    try:
        if "remove" in request.POST:
            actions.remove(found, seen=seen, **signed)
        else:
            actions.change(found, form.said, seen=seen, **signed)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        _look_again(form, found.title_list)
        return False
    return True


@require_http_methods(FORM)
@never_cache
@signed_in
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    titles = office_titles(request, pk)
    form = Confirmation(*_sent(request), titles)
    if request.method == "POST" and form.is_valid() and _is_confirmed(request, form, titles):
        messages.success(request, _("تأیید ثبت شد: این عنوان‌ها از این پس عنوان‌های رسمی خدمت‌های دستگاه‌اند."))
        return redirect("web:title-list", pk)
    count = titles.titles.count()
    return render(request, "desk/titles/confirm.html", {"titles": titles, "form": form, "count": count})


def _is_confirmed(request: HttpRequest, form: Confirmation, titles: TitleList) -> bool:
    letter = form.letter(keep_letter(form.cleaned_data["file"], at=timezone.now()))
    try:
        actions.confirm(titles, letter, seen=form.cleaned_data["seen"], by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        _look_again(form, titles)
        return False
    return True


def _look_again(form: Any, titles: TitleList) -> None:
    titles.refresh_from_db(fields=["revision"])
    look_again(form, titles.revision)


def told(request: HttpRequest, refusal: ValidationError, url: str) -> HttpResponse:
    tell(request, refusal)
    return redirect(url)
