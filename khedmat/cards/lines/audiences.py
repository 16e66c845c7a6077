"""Whom published cards are for: a group is reached by its own name, by any narrower one, or by its box of the form."""

from collections import defaultdict
from collections.abc import Iterator

from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.lines.where import naming
from khedmat.cards.models import NamedAudience
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.statistics import counts_of
from khedmat.core.sequences import grouped
from khedmat.registers.enums import Register
from khedmat.registers.models import Audience
from khedmat.registers.naming import known

Groups = dict[int, Audience]


def groups() -> Groups:
    """Those that stand, by their keys, in the order of their titles."""
    found: Groups = known(Register.AUDIENCES).entries
    return found


def narrower(entries: Groups) -> dict[int | None, list[Audience]]:
    """Group → those right under it; None → those under no other."""
    return grouped(entries.values(), by=lambda one: one.broader_id)


def path(entries: Groups, key: int | None) -> Iterator[Audience]:
    """From a group upward, itself first; nothing of what does not stand."""
    while key in entries:
        yield entries[key]
        key = entries[key].broader_id


def reaching(versions: VersionQuerySet, group: Audience) -> VersionQuerySet:
    """Those of the versions that are for a group."""
    if group.service_type:
        return versions.of_type(group.service_type)
    under, found = narrower(groups()), [group]
    for one in found:  # grows while it is walked
        found += under.get(one.pk, [])
    return naming(versions, *found)


def sizes() -> dict[int, int]:
    """Group → how many published cards are for it."""
    return figure("audience sizes", _sizes)


def _sizes() -> dict[int, int]:
    entries, ticked = groups(), counts_of("service_type")
    members: dict[int, set[int]] = defaultdict(set)
    rows = NamedAudience.objects.filter(version__stage=Stage.PUBLISHED, audience__isnull=False).order_by()
    for key, version in rows.values_list("audience", "version").distinct():
        for group in path(entries, key):
            members[group.pk].add(version)
    boxes = {pk: ticked.get(one.service_type, 0) for pk, one in entries.items() if one.service_type}
    return {pk: len(versions) for pk, versions in members.items()} | boxes
