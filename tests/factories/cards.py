"""Services and versions at any stage."""

from datetime import UTC, datetime, timedelta
from typing import Any

import factory

from khedmat.cards.canonical import content_of, digest_of, paper_of
from khedmat.cards.enums import REASONED, SIGNED, Stage
from khedmat.cards.models import Finding, GivenId, Service, ServiceVersion, StageChange
from khedmat.cards.rows import children_of, columns_of, write_rows
from tests.factories import forms
from tests.factories.people import OrganizationFactory, UserFactory

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ROAD = [Stage.SUBMITTED, Stage.APPROVED, Stage.ACCEPTED, Stage.PUBLISHED, Stage.REPLACED]
ASIDE = {
    Stage.RETURNED: [Stage.SUBMITTED, Stage.APPROVED, Stage.RETURNED],
    Stage.DISCARDED: [Stage.DISCARDED],
    Stage.SUSPENDED: [*ROAD[:4], Stage.SUSPENDED],
    Stage.RETIRED: [*ROAD[:4], Stage.RETIRED],
}


class ServiceFactory(factory.django.DjangoModelFactory):
    owner = factory.SubFactory(OrganizationFactory)
    created_at = NOW

    class Meta:
        model = Service


class VersionFactory(factory.django.DjangoModelFactory):
    """`VersionFactory(stage="published", card={"title": …})`: signed and logged, without findings."""

    service = factory.SubFactory(ServiceFactory)
    number = factory.LazyAttribute(lambda version: version.service.versions.count() + 1)
    created_by = factory.SubFactory(UserFactory)
    created_at = NOW
    stage = Stage.DRAFT

    class Meta:
        model = ServiceVersion

    class Params:
        published = factory.Trait(stage=Stage.PUBLISHED)

    @classmethod
    def _create(cls, model_class: type[ServiceVersion], *args: Any, **kwargs: Any) -> ServiceVersion:
        stage, changes = kwargs.pop("stage"), kwargs.pop("card", {})
        document = kwargs.pop("document", None) or forms.document(forms.card(**changes))
        version = model_class.objects.create(**_values(document) | kwargs)
        write_rows([(version, children_of(document))])
        _log(version, "", by=version.created_by)
        return advance(version, stage)


def advance(version: ServiceVersion, stage: str) -> ServiceVersion:
    """The same version further on, signed by people nobody asks about."""
    way = [Stage.DRAFT, *(ASIDE.get(stage) or ROAD[: ROAD.index(stage) + 1] if stage != Stage.DRAFT else [])]
    for target in way[way.index(version.stage) + 1 :]:
        _sign(version, target)
    return version


def _values(document: Any) -> dict[str, Any]:
    return columns_of(document.card) | {
        "content": content_of(document.card),
        "paper": paper_of(document),
        "sha256": digest_of(document),
        "edition": document.edition,
        "undecided": document.undecided,
    }


def _sign(version: ServiceVersion, target: str) -> None:
    source, version.stage = version.stage, target
    by = version.created_by if source == Stage.DRAFT else UserFactory()
    if target in ROAD:
        setattr(version, f"{target}_at", NOW + timedelta(hours=ROAD.index(target) + 1))
    if target in SIGNED:
        setattr(version, f"{target}_by", by)
    version.save()
    _log(version, source, by=by)


def _log(version: ServiceVersion, source: str, *, by: Any) -> None:
    at = getattr(version, f"{version.stage}_at", NOW)
    version.touched_by, version.touched_at = by, at
    version.save(update_fields=["touched_by", "touched_at"])
    reason = "بخش ۴ را کامل کنید." if version.stage in REASONED else ""
    StageChange.objects.create(
        version=version, source=source, target=version.stage, by=by, at=at, sha256=version.sha256, reason=reason
    )


class FindingFactory(factory.django.DjangoModelFactory):
    version = factory.SubFactory(VersionFactory)
    order = factory.LazyAttribute(lambda finding: finding.version.findings.count() + 1)
    rule = "C01"
    severity = "B"
    field = "card.title"
    message = "عنوان خدمت نوشته نشده است."
    fix = "عنوان را بنویسید."
    rules_version = "1"

    class Meta:
        model = Finding


def identified(service: Service, code: str = "", *, is_legacy: bool = False, by: Any = None) -> Service:
    """The service with an ID in the register: this one, or the next of its own."""
    code = code or f"1301{service.pk % 9000 + 1000}000"
    GivenId.objects.create(service=service, code=code, is_legacy=is_legacy, why="نمونه", by=by or UserFactory(), at=NOW)
    service.code = code
    service.save(update_fields=["code"])
    return service
