"""The attachments of a page: each with what this person may do with it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch, Q, prefetch_related_objects

from khedmat.accounts.models import User
from khedmat.cards.attaching.perms import can_attach, can_take_away
from khedmat.cards.attaching.place import Place
from khedmat.cards.models import Attachment, ServiceVersion
from khedmat.cards.threads import Thread


class Row(NamedTuple):
    """An attachment, and whether this person may take it away."""

    attachment: Attachment
    may_take_away: bool


class Attached(NamedTuple):
    """The section of a page: what stands there, and whether this person may add to it."""

    rows: list[Row]
    may_attach: bool


def attached(place: Place, user: User, on: date, *, known: Sequence[Attachment] | None = None) -> Attached:
    """One question, where they are not `known`; of a list of titles two more. Those of remarks stand beside those."""
    found = place.attachments.standing().filter(remark=None).for_list() if known is None else known
    found = list(found)
    may_attach = can_attach(user, place, on)
    for one in found:  # the thing as this page has it: what this person does here is asked once
        one.version, one.title_list = place.version, place.titles
    if place.version is None:
        return Attached([Row(one, may_attach) for one in found], may_attach)
    return Attached([Row(one, can_take_away(user, one, on)) for one in found], may_attach)


def beside(version: ServiceVersion, threads: Iterable[Thread]) -> list[Attachment]:
    """Those of the version itself; each remark of the threads has its `files` from now on. One question for both."""
    remarks = {remark.pk: remark for thread in threads for remark in thread.remarks}
    for remark in remarks.values():
        remark.files = []
    of_itself = []
    wanted = Q(version=version, remark=None) | Q(remark__in=remarks)
    for one in Attachment.objects.standing().filter(wanted).for_list():
        whose = remarks[one.remark_id].files if one.remark_id else of_itself
        whose.append(one)
    return of_itself


def with_files(*threads: Iterable[Thread]) -> None:
    """Each remark with its `files`, in one question for all of them."""
    remarks = [remark for some in threads for thread in some for remark in thread.remarks]
    files = Attachment.objects.standing().for_list()
    prefetch_related_objects(remarks, Prefetch("attachments", queryset=files, to_attr="files"))
