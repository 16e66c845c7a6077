"""Saying something beside a version: rows that never change, of lines that the version has."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.beside.lapsing import settle_if_none_lapses
from khedmat.cards.beside.lines import papers_in, prices_in
from khedmat.cards.beside.perms import can_say_terms, can_say_ways
from khedmat.cards.beside.standing import terms_of, ways_of
from khedmat.cards.checking import store_findings
from khedmat.cards.enums import Stage
from khedmat.cards.models import DocumentWay, PriceTerm, ServiceVersion, Term, Way
from khedmat.cards.models.beside import BesideRow
from khedmat.cards.records import locked, log_stint
from khedmat.core.refusals import refusing_in_words

NOT_WAYS = _(
    "راه به دست آمدن مدارک را در پیش‌نویس نویسندگان «%(owner)s» می‌نویسند و در شناسنامهٔ منتشرشده متولی فهرست‌های پایه "
    "در مرکز، هر یک در همین صفحه."
)
NOT_TERMS = _(
    "اعتبار هزینه‌ها را نویسندگان و تأییدکنندگان «%(owner)s» در همین صفحه می‌نویسند، "
    "تا نسخهٔ تازه‌ای جای این نسخه را بگیرد."
)


@refusing_in_words()
@transaction.atomic
def say_ways(version: ServiceVersion, said: Mapping[str, Way], *, by: User, at: datetime) -> list[DocumentWay]:
    """By the letters of the lines. Only what differs from what stands is a row; a line that is gone is passed over."""
    version = _locked(version, can_say_ways, NOT_WAYS, by=by, at=at)
    known = {line.letters for line in papers_in(version.document)}
    said = {letters: one for letters, one in said.items() if letters in known}
    return _written(DocumentWay, version, _news(said, ways_of(version), Way()), by=by, at=at)


@refusing_in_words()
@transaction.atomic
def say_terms(version: ServiceVersion, said: Mapping[str, Term], *, by: User, at: datetime) -> list[PriceTerm]:
    """The same of price lines; what has run out is found, or found no more, at once."""
    version = _locked(version, can_say_terms, NOT_TERMS, by=by, at=at)
    known = {line.letters for line in prices_in(version.document.card)}
    said = {letters: one for letters, one in said.items() if letters in known}
    rows = _written(PriceTerm, version, _news(said, terms_of(version), Term()), by=by, at=at)
    if rows and version.stage == Stage.PUBLISHED:
        store_findings(version, on=localdate(at))
        settle_if_none_lapses(version.service.owner, at=at)
    return rows


def _locked(
    version: ServiceVersion, may: Callable[[User, ServiceVersion, date], bool], refusal: Any, *, by: User, at: datetime
) -> ServiceVersion:
    version = locked(version)
    if not may(by, version, localdate(at)):
        raise ValidationError(refusal, code="right", params={"owner": version.service.owner.name})
    return version


def _news(said: Mapping[str, Any], standing: Mapping[str, Any], nothing: Any) -> dict[str, Any]:
    was = {letters: row.said for letters, row in standing.items()}
    return {letters: one for letters, one in said.items() if one != was.get(letters, nothing)}


def _written(
    model: type[BesideRow], version: ServiceVersion, news: Mapping[str, Any], *, by: User, at: datetime
) -> list[Any]:
    """Whoever says something of a draft has a hand in it."""
    if news and version.stage == Stage.DRAFT:
        log_stint(version, by=by, at=at)
    rows = [model(version=version, letters=letters, by=by, at=at, **one._asdict()) for letters, one in news.items()]
    return list(model._default_manager.bulk_create(rows))
