"""Published cards for machines: one address a service that leads to the page or to the data, as the asker prefers."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from khedmat.cards.identifiers import bare
from khedmat.cards.models import LocalCopy, Service
from khedmat.linked_data.codes import LISTS, TITLES, code_list
from khedmat.linked_data.formats import FORMATS
from khedmat.linked_data.published import agency_of, facts_of, facts_of_copy, with_told
from khedmat.linked_data.registered import agency_document
from khedmat.linked_data.service import document
from khedmat.organizations.models import Organization
from khedmat.web.counting import as_key
from khedmat.web.public import agencies
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.writings import format_or_404, preferred, sent
from khedmat.web.tables import table_answer

SEE_OTHER = 303


@public_page
def thing(request: HttpRequest, number: str) -> HttpResponse:
    """A service, or with «@» its copy in a province."""
    number, at, place = number.partition("@")
    service = _service(number)
    if not at:
        return led(request, "service", service)
    if not LocalCopy.objects.published().filter(service=service, place__code=place).exists():
        raise Http404
    return led(request, "service-in", service, place)


@public_page
def agency_thing(request: HttpRequest, slug: str) -> HttpResponse:
    return led(request, "agency", get_object_or_404(Organization, code=slug).code)


def led(request: HttpRequest, page: str, *key: object) -> HttpResponse:
    """Of the thing itself nothing can be sent: to the page about it, or to the data."""
    form = preferred(request)
    return see_other(redirect(f"web:{page}-data", *key, form.ending) if form else redirect(f"web:{page}", *key))


def see_other(answer: HttpResponse) -> HttpResponse:
    """The same by its status, as the asker's preference decided."""
    answer.status_code = SEE_OTHER
    patch_vary_headers(answer, ["Accept"])
    return answer


def _service(number: str) -> int:
    """By ID, or by «n» and the key of a service without one."""
    key = number.removeprefix("n")
    if number != key and (known := as_key(key)) is not None:
        found = Service.objects.shown().filter(pk=known)
    else:
        found = Service.objects.shown().filter(code=bare(number))
    service = found.values_list("pk", flat=True).first()
    if service is None:
        raise Http404
    return service


@public_page
def service(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    return sent(request, document(facts_of(with_told(in_force_or_404(pk)))), format_or_404(kind))


@public_page
def service_in(request: HttpRequest, *, pk: int, code: str, kind: str) -> HttpResponse:
    """Where the province says nothing of its own there is no copy: the data of the service hold."""
    form, version = format_or_404(kind), with_told(in_force_or_404(pk))
    copies = LocalCopy.objects.published().select_related("place")
    copy = get_object_or_404(copies, service=pk, place__code=code)
    return sent(request, document(facts_of_copy(version, copy)), form)


@public_page
def agency(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    form, found = format_or_404(kind), get_object_or_404(Organization.objects.select_related("parent"), code=slug)
    if found.has_ended(localdate()):
        return agencies.agency(request, slug=slug)
    return sent(request, agency_document(settings.SITE_URL, agency_of(found)), form)


@public_page
def code_lists(request: HttpRequest) -> HttpResponse:
    """Every list with its answers, and where each is to be had for programs."""
    lists = [(name, TITLES[name], list(labels.items())) for name, labels in LISTS.items()]
    return render(request, "public/code_lists.html", {"lists": lists, "kinds": list(FORMATS)})


@public_page
def codes_table(request: HttpRequest, kind: str) -> HttpResponse:
    """All lists in one table, as they stand on the page."""
    heads = [_("فهرست"), _("نام فهرست در نشانی"), _("کد"), _("عنوان"), _("عنوان انگلیسی")]
    answers = ((name, value, label) for name, labels in LISTS.items() for value, label in labels.items())
    rows = ([TITLES[name], name, value, label.fa, label.en] for name, value, label in answers)
    return table_answer("codes", kind, headings=heads, rows=rows)


@public_page
def codes(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    if name not in LISTS:
        raise Http404
    return sent(request, code_list(settings.SITE_URL, name), format_or_404(kind))
