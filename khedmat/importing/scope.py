"""What an import was asked to do, and whose a form is."""

from dataclasses import dataclass
from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.models import Service
from khedmat.organizations.models import Organization


@dataclass(frozen=True)
class Scope:
    """Whose forms are taken in, into which service when that is said, by whom. No author is the operator himself."""

    on: date
    agency: Organization | None = None
    service: int | None = None
    author: User | None = None

    def into(self, service: Service | None) -> "Scope":
        """The same, of the agency of this service."""
        if service is None:
            return self
        if self.agency not in (None, service.owner):
            raise ValueError("the service belongs to another agency")
        return Scope(self.on, service.owner, service.pk, self.author)


@dataclass(frozen=True)
class Owner:
    """The agency, or the sentence that says why there is none; `note` is for the person who looks at the plan."""

    organization: Organization | None = None
    problem: str = ""
    note: str = ""
