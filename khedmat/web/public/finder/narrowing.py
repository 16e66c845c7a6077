"""Permits by answers. What a form does not say keeps no permit away: it may well be the one that is looked for."""

from collections.abc import Callable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Concat

from khedmat.core.letters import letters
from khedmat.core.persian import key
from khedmat.permits.models import PermitForm
from khedmat.web.permits import forms
from khedmat.web.public.finder.given import ANY, NATIONAL, Given


def _who(value: str) -> Q:
    return Q(applicants__contains=[value]) | Q(applicants=[])


def _want(value: str) -> Q:
    return Q(action__in=[value, ""])


def _what(value: str) -> Q:
    """All its words, in the title, in the kind of the permit or in the name of the agency."""
    return Q(*(Q(named__contains=word) | Q(kinds__contains=word) for word in key(value).split()))


def _where(value: str) -> Q:
    national = Q(organization__place=None)
    return national if value == NATIONAL else national | Q(organization__place__code=value)


NARROW: dict[str, Callable[[str], Q]] = {"who": _who, "want": _want, "what": _what, "where": _where}


def narrowed(given: Given) -> QuerySet[PermitForm]:
    """Rows of form 1; `same` is equal in rows of one permit, however its title is spelt."""
    rows: Any = forms().annotate(kinds=letters(F("kind")), same=Concat("organization__code", "letters"))
    return rows.filter(*(NARROW[name](value) for name, value in given.items() if value != ANY))
