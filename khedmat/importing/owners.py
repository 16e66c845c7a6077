"""Whose form it is: the agency that the operator names, else the one that the form names."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import squeeze
from khedmat.importing.papers import Paper
from khedmat.organizations import directory
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization, OrganizationQuerySet

NOT_NAMED = _("دستگاه اجرایی در فرم نوشته نشده است؛ آن را در فرم بنویسید یا با --agency بگویید.")
UNKNOWN = _("دستگاه «%(name)s» شناخته نیست؛ نام درست را در فرم بنویسید یا با --agency بگویید.")
NEAREST = _("نزدیک‌ترین‌ها: %(agencies)s.")
SEVERAL = _("ردیف‌های این فهرست از چند دستگاه است (%(agencies)s)؛ فهرست هر دستگاه را جدا بدهید.")
ENDED = _("دستگاه «%(agency)s» در این تاریخ برقرار نیست؛ جانشین آن را با --agency بگویید.")
NOT_YOURS = _("شما نویسندهٔ «%(agency)s» نیستید؛ فرم‌های آن را نویسندگان همان دستگاه درون‌ریزی می‌کنند.")
LIST_IS_PUBLIC = _("فهرست مجوز بی‌گذر از تأیید و انتشار عمومی می‌شود؛ درون‌ریزی آن تنها با گردانندهٔ سامانه است.")
OTHER_NAMED = _("دستگاه نوشته‌شده در فرم «%(name)s» است.")


@dataclass(frozen=True)
class Scope:
    """Whose forms are taken in, into which service when that is said, by whom. No author is the operator himself."""

    on: date
    agency: Organization | None = None
    service: int | None = None
    author: User | None = None


@dataclass(frozen=True)
class Owner:
    """The agency, or the sentence that says why there is none; `note` is for the person who looks at the plan."""

    organization: Organization | None = None
    problem: str = ""
    note: str = ""


@dataclass
class Owners:
    """All agencies of the register, found by what forms write."""

    scope: Scope
    by_code: dict[str, Organization] = field(default_factory=dict)
    by_name: dict[str, Organization | None] = field(default_factory=dict)
    in_force: frozenset[int] = frozenset()
    authored: frozenset[int] = frozenset()

    @classmethod
    def of(cls, scope: Scope) -> "Owners":
        return cls._among(Organization.objects.all(), scope)

    @classmethod
    def only(cls, organization: Organization, scope: Scope) -> "Owners":
        """For a paper whose agency is known: whether it may still be taken in is asked, not whose it is."""
        return cls._among(Organization.objects.filter(pk=organization.pk), replace(scope, agency=organization))

    @classmethod
    def _among(cls, organizations: OrganizationQuerySet, scope: Scope) -> "Owners":
        owners = cls(scope)
        for organization in organizations.order_by("pk"):
            owners._know(organization)
        owners.in_force = frozenset(organizations.in_force(scope.on).order_by("pk").values_list("pk", flat=True))
        if scope.author:
            memberships = Membership.objects.of(scope.author).in_force(scope.on).filter(role=Role.AUTHOR)
            owners.authored = frozenset(memberships.values_list("organization", flat=True))
        return owners

    def _know(self, organization: Organization) -> None:
        """A name that two agencies share is nobody's."""
        self.by_code[organization.code] = organization
        for name in {squeeze(name) for name in (organization.name, *organization.aliases)}:
            self.by_name[name] = None if name in self.by_name else organization

    def owner_of(self, paper: Paper) -> Owner:
        """Asked before anything else of the register: a stranger learns nothing about another agency's cards."""
        found = self._said(paper) if self.scope.agency else self._written(paper)
        if not found.organization:
            return found
        if found.organization.pk not in self.in_force:
            return Owner(problem=ENDED % {"agency": found.organization.name})
        if self.scope.author and found.organization.pk not in self.authored:
            return Owner(problem=NOT_YOURS % {"agency": found.organization.name})
        if self.scope.author and paper.kind == "permit_list":
            return Owner(problem=str(LIST_IS_PUBLIC))
        return found

    def _said(self, paper: Paper) -> Owner:
        """The operator's word holds; the form's word is shown where it is somebody else's."""
        given = self.scope.agency
        name = next(iter(paper.agency_names), "")
        written = self.find(name) if name else None
        alien = name and given and written != given and not _are_kin(written, given)
        return Owner(given, note=str(OTHER_NAMED % {"name": name}) if alien else "")

    def _written(self, paper: Paper) -> Owner:
        if not paper.agency_names:
            return Owner(problem=str(NOT_NAMED))
        found = {name: self.find(name) for name in paper.agency_names}
        for name, organization in found.items():
            if organization is None:
                return Owner(problem=_unknown(name, paper))
        owners = {organization.pk: organization for organization in found.values() if organization}
        if len(owners) > 1:
            return Owner(problem=SEVERAL % {"agencies": _listed(one.name for one in owners.values())})
        return Owner(next(iter(owners.values())))

    def find(self, name: str) -> Organization | None:
        """By the names of the register, then by the likeness that the directory allows."""
        if exact := self.by_name.get(squeeze(name)):
            return exact
        agency = directory.find(name)
        return self.by_code.get(agency.code) if agency else None


def _are_kin(one: Organization | None, other: Organization) -> bool:
    agencies = directory.get(one.code) if one else None, directory.get(other.code)
    return bool(agencies[0] and agencies[1] and directory.are_kin(agencies[0], agencies[1]))


def _unknown(name: str, paper: Paper) -> str:
    sentence = str(UNKNOWN % {"name": name})
    near = [f"{agency.name} ({agency.code})" for agency in nearest(name, paper)]
    return f"{sentence} {NEAREST % {'agencies': _listed(near)}}" if near else sentence


def nearest(name: str, paper: Paper | None = None) -> list[directory.Agency]:
    """For a person to choose from: alike in name, the national one of a provincial unit, the owner of the address."""
    url = paper.document.card.url if paper and paper.document and paper.document.card else None
    host = _host(url or "")
    guesses = [directory.national_of(name), directory.by_domain(host) if host else None, *directory.candidates(name)]
    return list(dict.fromkeys(agency for agency in guesses if agency))


def _host(url: str) -> str:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""


def _listed(names: Iterable[str]) -> str:
    return "، ".join(f"«{name}»" for name in names)
