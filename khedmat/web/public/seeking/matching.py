"""The list of services for words, best first: the index names them, the database narrows them and tells them."""

from collections.abc import Mapping, Sequence

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Value
from django.db.models.functions import Cast

from khedmat.cards.models.queries import VersionQuerySet
from khedmat.search import living
from khedmat.search.index import MOST_HITS
from khedmat.search.schema import FACETS
from khedmat.web.public.seeking import facets


def matching(versions: VersionQuerySet, words: str, filters: Mapping[str, str]) -> VersionQuerySet:
    """`filters`: the values of the list by name; those that the index knows narrow what it looks through.

    Without an index, and where it found more than it tells, the database answers: a list has to count all of them.
    """
    known = {name: value for name, value in facets.for_index(filters).items() if name in FACETS}
    found = living.asked(lambda index: index.find(words, filters=known))
    if found is None or len(found.hits) >= MOST_HITS:
        return versions.matching(words)
    return _in_order(versions, [hit.key for hit in found.hits])


def _in_order(versions: VersionQuerySet, services: Sequence[int]) -> VersionQuerySet:
    places = Cast(Value(list(services), output_field=ArrayField(BigIntegerField())), ArrayField(BigIntegerField()))
    place = Func(places, F("service"), function="array_position", output_field=IntegerField())
    return versions.filter(service__in=services).annotate(place_found=place).order_by("place_found")
