"""Finding a copy at the desk: another province's or another agency's is a 404, and the attempt is kept in the log."""

import logging

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from khedmat.cards.copies import perms
from khedmat.cards.models import LocalCopy

log = logging.getLogger(__name__)


def office_copy(request: HttpRequest, pk: int) -> LocalCopy:
    """A copy that this person may see."""
    found = get_object_or_404(LocalCopy.objects.for_page(), pk=pk)
    if not perms.can_see(request.user, found, timezone.localdate()):
        log.warning("user %s asked for copy %s of another office", request.user.pk, pk)
        raise Http404
    return found
