"""Facts of the register that a publication asks for, for many versions at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from khedmat.cards.foreknown import foretell
from khedmat.cards.models import GivenId, Service, ServiceVersion


def tell_of_all(versions: Sequence[ServiceVersion], fact: str, values: Mapping[int, Any]) -> None:
    for one in versions:
        foretell(one, fact, values[one.pk])


def newer_numbers(versions: Sequence[ServiceVersion]) -> dict[int, bool]:
    """Whether a newer version of the service was public."""
    public = ServiceVersion.objects.public().filter(service__in=[one.service_id for one in versions])
    newest = dict(public.order_by().values_list("service").annotate(Max("number")))
    return {one.pk: newest.get(one.service_id, 0) > one.number for one in versions}


def codes_taken(versions: Sequence[ServiceVersion]) -> dict[int, bool]:
    """Whether the ID in the form is another's, or of a family whose number was given here."""
    codes = {one.stated_id for one in versions} - {""}
    taken = set(Service.objects.filter(code__in=codes).order_by().values_list("code", flat=True))
    mains = GivenId.objects.given_here().filter(main__in={code[4:8] for code in codes})
    given = set(mains.order_by().values_list("main", flat=True))
    return {one.pk: one.stated_id in taken or one.stated_id[4:8] in given for one in versions}
