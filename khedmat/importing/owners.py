"""Whose form it is: the agency that the operator names, else the one that the form names."""

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first, unique
from khedmat.importing.nearness import are_kin, unknown
from khedmat.importing.paper import Paper
from khedmat.importing.scope import Owner, Scope
from khedmat.organizations import directory
from khedmat.organizations.models import Organization, OrganizationQuerySet

ENDED = _("دستگاه «%(agency)s» در این تاریخ برقرار نیست؛ جانشین آن را با --agency بگویید.")
NOT_YOURS = _("شما نویسندهٔ «%(agency)s» نیستید؛ فرم‌های آن را نویسندگان همان دستگاه درون‌ریزی می‌کنند.")
LIST_IS_PUBLIC = _("فهرست مجوز بی‌گذر از تأیید و انتشار عمومی می‌شود؛ درون‌ریزی آن تنها با گردانندهٔ سامانه است.")
OTHER_NAMED = _("دستگاه نوشته‌شده در فرم «%(name)s» است.")


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
        in_force = frozenset(organizations.in_force(scope.on).order_by("pk").values_list("pk", flat=True))
        owners = cls(scope, in_force=in_force, authored=scope.authored())
        for organization in organizations.order_by("pk"):
            owners._know(organization)
        return owners

    def _know(self, organization: Organization) -> None:
        """A name that two agencies share is nobody's."""
        self.by_code[organization.code] = organization
        for name in set(map(squeeze, (organization.name, *organization.aliases))):
            self.by_name[name] = None if name in self.by_name else organization

    def owner_of(self, paper: Paper) -> Owner:
        """Asked before anything else of the register: a stranger learns nothing about another agency's cards."""
        if paper.problem:
            return Owner(problem=paper.problem)
        found = self._said(paper, self.scope.agency) if self.scope.agency else self._written(paper)
        problem = self._problem_of(found.organization, paper) if found.organization else found.problem
        return Owner(problem=problem) if problem else found

    def _problem_of(self, organization: Organization, paper: Paper) -> str:
        if organization.pk not in self.in_force:
            return ENDED % {"agency": organization.name}
        return self._problem_of_author(organization, paper) if self.scope.author else ""

    def _problem_of_author(self, organization: Organization, paper: Paper) -> str:
        if organization.pk not in self.authored:
            return NOT_YOURS % {"agency": organization.name}
        return str(LIST_IS_PUBLIC) if paper.kind == "permit_list" else ""

    def _said(self, paper: Paper, given: Organization) -> Owner:
        """The operator's word holds; the form's word is shown where it is somebody else's."""
        name = first(paper.agency_names)
        if name is None or self._may_mean(name, given):
            return Owner(given)
        return Owner(given, note=OTHER_NAMED % {"name": name})

    def _may_mean(self, name: str, given: Organization) -> bool:
        written = self.find(name)
        return written is not None and (written == given or are_kin(written, given))

    def _written(self, paper: Paper) -> Owner:
        names = paper.agency_names
        found = list(map(self.find, names))
        if None in found:
            return Owner(problem=unknown(names[found.index(None)], paper.url))
        return Owner.among(unique(filter(None, found)))

    def find(self, name: str) -> Organization | None:
        """By the names of the register, then by the likeness that the directory allows."""
        letters = squeeze(name)
        if letters in self.by_name:
            return self.by_name[letters]
        return self.by_code.get(getattr(directory.find(name), "code", ""))
