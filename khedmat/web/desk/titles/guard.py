"""Finding a list of titles: of an office that is not mine it is a 404, and the attempt is kept in the log."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from khedmat.cards.models import DeclaredTitle, TitleList
from khedmat.web.own import own_or_404


def office_titles(request: HttpRequest, pk: int) -> TitleList:
    """A list that this person may see."""
    visible = TitleList.objects.visible_to(request.user, timezone.localdate()).for_page()
    return own_or_404(request, visible, pk, name="title list")


def office_row(request: HttpRequest, pk: int, row: int) -> DeclaredTitle:
    """A row of it."""
    titles = office_titles(request, pk)
    found = titles.titles.select_related("parent").filter(pk=row).first()
    if found is None:
        raise Http404
    found.title_list = titles
    return found
