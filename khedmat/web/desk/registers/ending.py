"""A law ends: what comes after it, which cards that touches, and then the deed; and the cards that wait for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.laws import actions
from khedmat.cards.laws.where import on_ended_laws
from khedmat.registers.enums import LawState
from khedmat.registers.models import LegalSource
from khedmat.web.desk.refusing import tell
from khedmat.web.desk.registers.forms import EndingChoice
from khedmat.web.desk.registers.views import keeper_kit
from khedmat.web.public.paging import paged


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    kit = keeper_kit(request, "laws")
    law = get_object_or_404(LegalSource.objects.filter(state=LawState.IN_FORCE), pk=pk)
    form = EndingChoice(request.GET if "how" in request.GET else None, law)
    is_asked = form.is_valid()
    if request.method == "POST" and is_asked and _is_ended(request, law, form):
        return redirect("web:register-entry", "laws", pk)
    shown = actions.preview(law, form.cleaned_data["by"]) if is_asked else None
    return render(request, "desk/registers/end.html", {"kit": kit, "entry": law, "form": form, "shown": shown})


def _is_ended(request: HttpRequest, law: LegalSource, form: EndingChoice) -> bool:
    seen = request.POST.get("seen", "")
    try:
        actions.end(law, form.cleaned_data["by"], seen=seen, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        tell(request, refusal)
        return False
    messages.success(request, _("ثبت شد؛ دستگاه‌ها خبردار شدند و شناسنامه‌ها از نو سنجیده می‌شوند."))
    return True


@require_safe
@never_cache
@login_required
def ended_laws(request: HttpRequest) -> HttpResponse:
    found = on_ended_laws(request.user, timezone.localdate()).prefetch_related("cited_laws__law__replaced_by")
    return render(request, "desk/registers/ended_laws.html", {"page": paged(request, found), "query": ""})
