"""One box of a copy: the national value beside, the fields of the editor to write the own one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.copies import perms, writing
from khedmat.cards.copies.boxes import MAY_DIFFER
from khedmat.cards.copies.effective import effective
from khedmat.cards.copies.needs import unmet
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import LocalCopy
from khedmat.web.desk.copies.guard import office_copy
from khedmat.web.desk.copies.saying import title_of
from khedmat.web.desk.copies.showing import EDITOR_BOXES, NOTHING, Outcome, context, section_of
from khedmat.web.desk.editor.taking import Taken, take
from khedmat.web.kept import kept, signed_in

KEPT = _("«%(box)s» نوشته شد.")
SAME = _("«%(box)s» همان است که الگوی ملی می‌گوید؛ از الگو پیروی می‌کند.")
CUT = _("صفحه تا پایان به ما نرسید (خط قطع شد؟)؛ چیزی ذخیره نشد. دوباره ذخیره کنید.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def box(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    copy = office_copy(request, pk)
    if name not in MAY_DIFFER or not perms.can_edit(request.user, copy, timezone.localdate()):
        return _not_here(request, copy, name)
    outcome = _posted(request, copy, name) if request.method == "POST" else NOTHING
    if request.method == "POST" and not (outcome.sentences or outcome.taken.errors):
        return redirect(_onward(request, copy, name))
    return render(
        request,
        "desk/copies/box.html",
        context(office_copy(request, pk), name, outcome, more=request.GET.get("more", "")),
    )


def _not_here(request: HttpRequest, copy: LocalCopy, name: str) -> HttpResponse:
    """A box that nobody of a province writes is no page; whoever may not write sees the copy and why.

    A copy that a colleague sent while somebody typed gives back what was typed.
    """
    if name not in MAY_DIFFER:
        raise Http404
    sentences = unmet(copy, CopyStage.DRAFT, by=request.user, on=timezone.localdate())
    if request.method == "POST":
        return kept(request, sentences=sentences, status=409)
    for sentence in sentences:
        messages.error(request, sentence)
    return redirect("web:copy", copy.pk)


def _posted(request: HttpRequest, copy: LocalCopy, name: str) -> Outcome:
    post, known = request.POST, {"seen": request.POST.get("seen", ""), "by": request.user, "at": timezone.now()}
    taken = Taken({}, {}, {})
    try:
        if "follow" in _whole(post):
            return _kept(request, writing.follow(copy, name, **known), name)
        taken = _typed(copy, name, post)
        return (
            Outcome([], taken) if taken.errors else _kept(request, writing.write(copy, name, taken.said, **known), name)
        )
    except ValidationError as refusal:
        return Outcome(refusal.messages, taken)


def _whole(post: QueryDict) -> QueryDict:
    if not post.get("end"):
        raise ValidationError(CUT)
    return post


def _typed(copy: LocalCopy, name: str, post: QueryDict) -> Taken:
    """The leaves of this box alone: why a box does not apply is said on the national card."""
    taken = take(section_of(name), post, effective(copy.compared_with.document, copy.overrides))
    return taken._replace(said={path: value for path, value in taken.said.items() if path.startswith("card.")})


def _kept(request: HttpRequest, copy: LocalCopy, name: str) -> Outcome:
    words = KEPT if name in copy.overrides else SAME
    messages.success(request, words % {"box": title_of(name)})
    return NOTHING


def _onward(request: HttpRequest, copy: LocalCopy, name: str) -> str:
    """Back to the copy; whoever asked for another row or moved one goes on with the box."""
    here = reverse("web:copy-box", args=[copy.pk, name])
    if more := request.POST.get("add"):
        return f"{here}?more={more}" if more in EDITOR_BOXES[name].leaves else here
    is_at_work = not {"drop", "up", "down"}.isdisjoint(request.POST)
    return here if is_at_work else f"{reverse('web:copy', args=[copy.pk])}#box-{name}"
