"""One agency with all that the register knows: its line, its names, its changes, who wrote what."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from khedmat.organizations.models import Organization, OrganizationChange, OrganizationEdit
from khedmat.organizations.tree import Tree
from khedmat.web.desk.organizations.filters import counts_of, with_parents
from khedmat.web.desk.organizations.guard import at_the_centre

LOG = 30
YES = _("بله")


def changes_of(agency: Organization) -> list[OrganizationChange]:
    """Those in which it took part, newest first; two questions."""
    own = OrganizationChange.objects.filter(successions__before=agency) | OrganizationChange.objects.filter(
        successions__after=agency
    )
    return list(own.distinct().select_related("by").prefetch_related("successions__before", "successions__after"))


def told(edit: OrganizationEdit) -> list[tuple[Any, str]]:
    """Names of boxes as the form calls them, with what was written."""
    return [(Organization._meta.get_field(name).verbose_name, _words(name, said)) for name, said in edit.after.items()]


def _words(name: str, said: Any) -> str:
    if isinstance(said, list):
        return "، ".join(said)
    choices = {True: YES} | dict(Organization._meta.get_field(name).flatchoices)
    return str(choices.get(said, said or ""))


@require_safe
@at_the_centre
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    agency, today = get_object_or_404(with_parents(), code=slug), timezone.localdate()
    tree = Tree(with_parents().only("code", "name", "parent", "valid_to", "sort_key", "place"))
    services, members = counts_of([agency], today)
    context = {
        "agency": agency,
        "is_ended": agency.has_ended(today),
        "line": tree.line(agency),
        "below": [one for one in tree.below.get(agency.pk, []) if not one.has_ended(today)],
        "services": services.get(agency.pk, 0),
        "members": members.get(agency.pk, 0),
        "names": agency.former_names.for_list(),
        "changes": changes_of(agency),
        "edits": [(edit, told(edit)) for edit in agency.edits.select_related("by")[:LOG]],
    }
    return render(request, "desk/organizations/agency.html", context)
