"""Finding a version at the desk: somebody else's is a 404, and the attempt is kept in the log."""

import logging

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from khedmat.cards import perms
from khedmat.cards.enums import Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.cards.titles.bearing import with_answers
from khedmat.organizations.models import Organization
from khedmat.web.counting import counted

log = logging.getLogger(__name__)
AT_THE_CENTRE = (Stage.SUBMITTED, Stage.APPROVED, Stage.ACCEPTED, Stage.SUSPENDED)


def office_version(request: HttpRequest, pk: int) -> ServiceVersion:
    """A version that this person may see from inside."""
    version = get_object_or_404(with_answers(ServiceVersion.objects.for_page()), pk=pk)
    if not perms.can_see_inside(request.user, version, timezone.localdate()):
        log.warning("user %s asked for version %s of another agency", request.user.pk, pk)
        raise Http404
    return version


def office_service(request: HttpRequest, pk: int, *, number: str = "") -> ServiceVersion:
    """A version of a service by its number, or the newest, for those who may see it from inside."""
    versions = ServiceVersion.objects.filter(service=pk).order_by("-number")
    asked = versions.filter(number=counted(number)) if number else versions
    return office_version(request, asked.values_list("pk", flat=True).first() or 0)


def desk_versions(offices: list[Organization], *, is_examiner: bool, is_searched: bool) -> QuerySet[ServiceVersion]:
    """Cards of my agencies; for reviewers of the centre also what waits for them, and what is published if searched."""
    own = ServiceVersion.objects.of_offices(offices)
    if not is_examiner:
        return own
    stages = (*AT_THE_CENTRE, Stage.PUBLISHED) if is_searched else AT_THE_CENTRE
    waiting = ServiceVersion.objects.filter(stage__in=stages)
    has_own = Service.objects.filter(owner__in=offices).exists()  # an index finds either of both, all rows their sum
    return own | waiting if has_own else waiting
