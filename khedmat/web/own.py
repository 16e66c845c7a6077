"""What is somebody's own, or nothing: a thing of another agency is a 404, and the attempt is kept in the log."""

import logging
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

log = logging.getLogger(__name__)
M = TypeVar("M", bound=Model)


def own_or_404(request: HttpRequest, mine: QuerySet[M], pk: int, *, name: str) -> M:
    """The row of `mine` by its key; `name` is what the log calls it."""
    found = mine.filter(pk=pk).first()
    if found is None:
        if mine.model._default_manager.filter(pk=pk).exists():
            log.warning("user %s asked for %s %s of another agency", request.user.pk, name, pk)
        raise Http404
    return found
