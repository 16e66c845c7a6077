"""Writing cards and taking them from stage to stage: each locked, logged, and refused in words."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Model
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.canonical import content_of, digest_of, paper_of, tidy
from khedmat.cards.checking import store_findings
from khedmat.cards.conditions import unmet
from khedmat.cards.enums import Stage
from khedmat.cards.form import Card, Document
from khedmat.cards.models import Service, ServiceVersion, StageChange
from khedmat.cards.rows import CHILDREN, children_of, columns_of
from khedmat.cards.rules.engine import RULES_VERSION
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.refusals import refusing_in_words
from khedmat.files.models import StoredFile
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization
from khedmat.registers import actions as registers

__all__ = ["approve", "create_draft", "load_code_lists", "publish", "replace_draft", "store_findings", "submit"]


def load_code_lists() -> int:
    """The lists of the form into the register; may be run again."""
    return registers.load_code_lists(VOCABULARY)


@refusing_in_words()
@transaction.atomic
def create_draft(
    document: Document,
    *,
    owner: Organization,
    by: User,
    at: datetime,
    source_file: StoredFile | None = None,
    service: Service | None = None,
) -> ServiceVersion:
    """A new version of the service that the form speaks of, or of a new one. Callers decide whether `by` may."""
    document = tidy(document)
    values = _values_of(document)
    # One form twice at once would make two services: writers of one agency wait for each other.
    Organization.objects.select_for_update(no_key=True, of=("self",)).get(pk=owner.pk)
    service = service or _service_of(document.card or Card(), owner=owner, at=at)
    number = (service.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = ServiceVersion.objects.create(
        service=service, number=number, source_file=source_file, created_by=by, created_at=at, **values
    )
    _write_children(version, document)
    _log(version, "", by=by, at=at)
    store_findings(version)
    return version


@refusing_in_words()
@transaction.atomic
def replace_draft(
    version: ServiceVersion, document: Document, *, by: User, at: datetime, source_file: StoredFile | None = None
) -> ServiceVersion:
    """The draft as the new document says; who edited stays in the log."""
    version = _locked(version)
    _require_draft(version)
    document = tidy(document)
    for model in CHILDREN:
        model._default_manager.filter(version=version).delete()
    _store(version, _values_of(document) | ({"source_file": source_file} if source_file else {}))
    _write_children(version, document)
    _log(version, Stage.DRAFT, by=by, at=at)
    version = ServiceVersion.objects.for_page().get(pk=version.pk)
    store_findings(version)
    return version


def _require_draft(version: ServiceVersion) -> None:
    if version.stage != Stage.DRAFT:
        raise ValidationError(
            _("این نسخه فرستاده شده و دیگر تغییر نمی‌کند؛ برای اصلاح، پیش‌نویس تازه‌ای از همین خدمت در میز کار بسازید."),
            code="stage",
        )


def submit(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The author sends the draft to the approvers of the agency; from here on it never changes."""
    return _move(version, Stage.SUBMITTED, by=by, at=at)


def approve(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The agency stands by it."""
    return _move(version, Stage.APPROVED, by=by, at=at)


def publish(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The centre shows it to everybody in place of the earlier version; a blocker refuses."""
    return _move(version, Stage.PUBLISHED, by=by, at=at)


@refusing_in_words()
@transaction.atomic
def _move(version: ServiceVersion, target: str, *, by: User, at: datetime) -> ServiceVersion:
    version = _locked(version)
    if target == Stage.PUBLISHED:
        _check_by_rules_of_today(version)
    if reasons := unmet(version, target, by=by, on=localdate(at)):
        raise ValidationError(reasons, code="unmet")
    if target == Stage.PUBLISHED:
        _replace_earlier(version, by=by, at=at)
        _give_code(version)
    source = version.stage
    _store(version, {"stage": target, f"{target}_by": by, f"{target}_at": at})
    _log(version, source, by=by, at=at)
    return version


def _store(row: Model, values: dict[str, Any]) -> None:
    """Only these columns are written: another change of the row at the same time is not lost."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _check_by_rules_of_today(version: ServiceVersion) -> None:
    if version.checked_with != RULES_VERSION:
        store_findings(version)


def _replace_earlier(version: ServiceVersion, *, by: User, at: datetime) -> None:
    for earlier in version.service.versions.published():
        _store(earlier, {"stage": Stage.REPLACED, "replaced_at": at})
        _log(earlier, Stage.PUBLISHED, by=by, at=at)


def _give_code(version: ServiceVersion) -> None:
    """A service bears its ID once the centre published a card with it: a mere draft claims nothing."""
    if version.stated_id and version.service.code is None:
        _store(version.service, {"code": version.stated_id})


def _locked(version: ServiceVersion) -> ServiceVersion:
    """The service first, then the version: two publications of one service cannot wait for each other."""
    Service.objects.select_for_update(no_key=True, of=("self",)).get(pk=version.service_id)
    found = ServiceVersion.objects.select_related("service__owner")
    return found.select_for_update(of=("self",)).get(pk=version.pk)


def _log(version: ServiceVersion, source: str, *, by: User, at: datetime) -> None:
    membership = _acting_as(version, by=by, at=at)
    StageChange.objects.create(
        version=version,
        source=source,
        target=version.stage,
        by=by,
        at=at,
        sha256=version.sha256,
        as_role=membership.role if membership else "",
        as_organization=membership.organization if membership else None,
    )


ACTING: dict[str, Role] = {Stage.DRAFT: Role.AUTHOR, Stage.SUBMITTED: Role.AUTHOR, Stage.APPROVED: Role.APPROVER}


def _acting_as(version: ServiceVersion, *, by: User, at: datetime) -> Membership | None:
    """The membership by which somebody takes a version to its stage; None for the operator's import."""
    memberships = Membership.objects.of(by).in_force(localdate(at)).select_related("organization")
    if role := ACTING.get(version.stage):
        return memberships.filter(role=role, organization=version.service.owner_id).first()
    return memberships.reviewing().first()


def _service_of(card: Card, *, owner: Organization, at: datetime) -> Service:
    found = Service.objects.meant_by(owner=owner, code=card.service_id, title=card.title)[:2]
    if len(found) > 1:
        raise ValidationError(
            _(
                "دو خدمت این دستگاه با این عنوان ثبت است و روشن نیست فرم از کدام سخن می‌گوید؛ "
                "نویسندهٔ دستگاه شناسهٔ خدمت را در فرم بنویسد یا از صفحهٔ همان خدمت پیش‌نویس بسازد."
            ),
            code="ambiguous",
        )
    return found[0] if found else Service.objects.create(owner=owner, created_at=at)


def _values_of(document: Document) -> dict[str, Any]:
    """All columns of a version that come from the document."""
    card = document.card or Card()
    try:
        digest = digest_of(document)
    except ValueError as error:
        words = _("فرم عدد یا نویسه‌ای دارد که نگه‌داشتنی نیست (عدد بی‌پایان یا نویسهٔ تهی).")
        raise ValidationError(words, code="text") from error
    return columns_of(card) | {
        "content": content_of(card),
        "paper": paper_of(document),
        "sha256": digest,
        "edition": document.edition,
        "undecided": document.undecided,
    }


def _write_children(version: ServiceVersion, document: Document) -> None:
    for rows in filter(None, children_of(version, document)):
        type(rows[0])._default_manager.bulk_create(rows)
