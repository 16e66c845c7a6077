"""A card as people will see it, for those inside, before it is public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.web.desk.guard import office_version
from khedmat.web.kept import signed_in
from khedmat.web.public.at_length import at_length, beside


@require_safe
@never_cache
@signed_in
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    context = {"ended": None, "local": None, "places": [], "is_preview": True}
    version = office_version(request, pk)
    return render(request, "desk/preview.html", at_length(version, beside(version)) | context)
