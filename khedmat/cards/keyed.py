"""Drafts by the key of an agency's own system: sent again they are the same draft, and nobody's work is lost."""

from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.actions import create_draft, replace_draft, submit
from khedmat.cards.canonical import digest_of
from khedmat.cards.enums import Stage
from khedmat.cards.form import Card, Document
from khedmat.cards.models import Service, ServiceKey, ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization
from khedmat.organizations.standing import locked_in_force

ANY = "*"
NOT_AUTHOR = _(
    "پیش‌نویس را نویسندگان «%(owner)s» می‌نویسند و سازندهٔ این نشانه نویسندهٔ آن نیست؛ "
    "نویسنده‌ای از همین دستگاه در صفحهٔ «نشانه‌های دسترسی» نشانه‌ای بسازد."
)


class Named(NamedTuple):
    """A service as an agency's program calls it."""

    owner: Organization
    key: str


class Seen(NamedTuple):
    """What the sender knows of what is there: its state, or `ANY`; `is_new`: nothing may be there."""

    state: str | None = None
    is_new: bool = False


class Written(NamedTuple):
    """The version that holds the text now, and whether this sending began it."""

    version: ServiceVersion
    is_new: bool


class Outdated(Exception):
    """What is there (`version`, if anything) is not what the sender saw, or the sender did not say what that was."""

    def __init__(self, version: ServiceVersion | None, *, is_unsaid: bool = False) -> None:
        super().__init__()
        self.version = version
        self.is_unsaid = is_unsaid


def state_of(version: ServiceVersion) -> str:
    """Differs whenever the text or its stage did."""
    return f"{version.pk}-{version.revision}-{version.stage}"


def found_by_key(named: Named) -> ServiceVersion:
    """The newest version of the service; ServiceVersion.DoesNotExist for a key that this agency never sent."""
    version = newest(service) if (service := _known(named)) else None
    if version is None:
        raise ServiceVersion.DoesNotExist(named.key)
    return version


@refusing_in_words()
@transaction.atomic
def write(named: Named, document: Document, *, seen: Seen, by: User, at: datetime) -> Written:
    """The draft of this key says what the document says. The same text again writes nothing, whatever became of it.

    Outdated where a draft that the sender did not see would be lost; ValidationError for all that drafts refuse.
    """
    owner = locked_in_force(named.owner, on=localdate(at), work=str(_("پیش‌نویس تازه")))
    _demand_author(owner, by=by, at=at)
    service = _service(named, document.card or Card(), by=by, at=at)
    last = newest(service) if service else None
    if last and _says(last, document):
        return Written(last, is_new=False)
    _demand_seen(last, seen)
    if last and last.stage == Stage.DRAFT:
        return Written(replace_draft(last, document, by=by, at=at), is_new=False)
    made = create_draft(document, owner=owner, service=service, by=by, at=at)
    if service is None:
        _name(named, made.service, by=by, at=at)
    return Written(made, is_new=True)


@transaction.atomic
def send(named: Named, *, seen: Seen, by: User, at: datetime) -> ServiceVersion:
    """The draft of this key goes to the approvers of the agency, if it is what the sender saw."""
    locked_in_force(named.owner, on=localdate(at), work=str(_("فرستادن")))
    version = found_by_key(named)
    if seen.state not in (None, ANY, state_of(version)):
        raise Outdated(version)
    return submit(version, by=by, at=at)


def newest(service: Service) -> ServiceVersion | None:
    """What an author let go is no text of the service."""
    kept = service.versions.exclude(stage=Stage.DISCARDED)
    return kept.select_related("service__owner").order_by("-number").first()


def _demand_author(owner: Organization, *, by: User, at: datetime) -> None:
    mine = Membership.objects.of(by).in_force(localdate(at))
    if not mine.filter(organization=owner, role=Role.AUTHOR).exists():
        raise ValidationError(NOT_AUTHOR, code="unmet", params={"owner": owner.name})


def _service(named: Named, card: Card, *, by: User, at: datetime) -> Service | None:
    """By its key; else the one that the form speaks of, which bears the key from now on."""
    if known := _known(named):
        return known
    meant = Service.objects.meant_by(owner=named.owner, code=card.service_id, title=card.title)[:2]
    if len(meant) != 1:
        return None
    _name(named, meant[0], by=by, at=at)
    return meant[0]


def _known(named: Named) -> Service | None:
    """A service that went to another agency is no longer this one's."""
    return Service.objects.filter(owner=named.owner, keys__organization=named.owner, keys__key=named.key).first()


def _name(named: Named, service: Service, *, by: User, at: datetime) -> None:
    ServiceKey.objects.create(organization=named.owner, key=named.key, service=service, by=by, at=at)


def _says(version: ServiceVersion, document: Document) -> bool:
    try:
        return digest_of(document) == version.sha256
    except ValueError:  # what cannot be kept is refused in words where it would be written
        return False


def _demand_seen(last: ServiceVersion | None, seen: Seen) -> None:
    """A draft is never replaced unseen; a new one beside what was sent takes nothing away."""
    if seen.is_new:
        fits = last is None
    elif seen.state is None:
        fits = last is None or last.stage != Stage.DRAFT
    else:
        fits = last is not None and seen.state in (ANY, state_of(last))
    if not fits:
        raise Outdated(last, is_unsaid=seen == Seen())
