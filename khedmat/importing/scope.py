"""What an import was asked to do, and whose a form is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import Service
from khedmat.importing.nearness import listed
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization

NOT_NAMED = _("دستگاه اجرایی در فرم نوشته نشده است؛ آن را در فرم بنویسید یا با --agency بگویید.")
SEVERAL = _("ردیف‌های این فهرست از چند دستگاه است (%(agencies)s)؛ فهرست هر دستگاه را جدا بدهید.")


@dataclass(frozen=True)
class Scope:
    """Whose forms are taken in, into which service when that is said, by whom. No author is the operator himself.

    `is_asked`: the right of the author was asked before, and nothing is written by this.
    """

    on: date
    agency: Organization | None = None
    service: int | None = None
    author: User | None = None
    is_asked: bool = False

    def into(self, service: Service | None) -> "Scope":
        """The same, of the agency of this service."""
        if service is None:
            return self
        if self.agency not in (None, service.owner):
            raise ValueError("the service belongs to another agency")
        return Scope(self.on, service.owner, service.pk, self.author)

    def authored(self) -> frozenset[int]:
        """The agencies whose cards the author may write."""
        if self.author is None:
            return frozenset()
        if self.is_asked and self.agency:
            return frozenset({self.agency.pk})
        memberships = Membership.objects.of(self.author).in_force(self.on).filter(role=Role.AUTHOR)
        return frozenset(memberships.values_list("organization", flat=True))


@dataclass(frozen=True)
class Owner:
    """The agency, or the sentence that says why there is none; `note` is for the person who looks at the plan."""

    organization: Organization | None = None
    problem: str = ""
    note: str = ""

    @classmethod
    def among(cls, organizations: Sequence[Organization]) -> "Owner":
        """The only one of those that a form names."""
        if not organizations:
            return cls(problem=str(NOT_NAMED))
        if len(organizations) > 1:
            return cls(problem=SEVERAL % {"agencies": listed(one.name for one in organizations)})
        return cls(organizations[0])
