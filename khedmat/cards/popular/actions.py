"""Proposing, accepting, refusing and taking away popular names: locked, each step a row, refused in words."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.enums import NAMING, NameSource, NameStage, Stage
from khedmat.cards.models import NameStep, PopularName, SearchDay, Service
from khedmat.cards.models.popular import LONGEST_NAME
from khedmat.cards.popular import refusals
from khedmat.cards.popular.perms import can_decide, can_propose, is_names_steward
from khedmat.cards.popular.telling import tell_decided, tell_proposed
from khedmat.cards.records import locked_service
from khedmat.core.persian import fold_line, key, squeeze
from khedmat.core.refusals import refusing_in_words

SHORTEST = 3
MOVES = {
    NameStage.PROPOSED: {NameStage.IN_FORCE, NameStage.REFUSED, NameStage.REMOVED},
    NameStage.IN_FORCE: {NameStage.REMOVED},
}


@refusing_in_words()
@transaction.atomic
def propose(service: Service, term: str, *, by: User, at: datetime) -> PopularName:
    """A name of a published service. What a steward of the centre writes is in force at once."""
    service = locked_service(service.pk)
    if not can_propose(by, service, localdate(at)):
        raise ValidationError(refusals.NOT_PROPOSER, params={"agency": service.owner.name})
    term = _sound(term, service)
    is_steward = is_names_steward(by, localdate(at))
    name = PopularName(
        service=service,
        term=term,
        letters=squeeze(term),
        source=_source(term) if is_steward else NameSource.OWNER,
        stage=NameStage.IN_FORCE if is_steward else NameStage.PROPOSED,
    )
    name.validate_constraints()
    name.save(force_insert=True)
    step = NameStep.objects.create(name=name, stage=name.stage, by=by, at=at)
    (tell_decided if is_steward else tell_proposed)(name, step)
    return name


@refusing_in_words()
@transaction.atomic
def decide(name: PopularName, to: NameStage, *, by: User, at: datetime, reason: str = "") -> PopularName:
    """Accepted, refused or taken away; the last two need a reason."""
    service = locked_service(name.service_id)
    name = PopularName.objects.select_for_update(of=("self",)).get(pk=name.pk)
    _demand_may(name, to, service, by=by, at=at)
    if to not in MOVES.get(NameStage(name.stage), ()):
        said = {"term": name.term, "now": name.get_stage_display()}
        raise ValidationError(refusals.NO_WAY, code="conflict", params=said)
    if to not in NAMING and not reason.strip():
        raise ValidationError(refusals.NO_REASON, code="reason")
    step = NameStep.objects.create(name=name, stage=to, reason=fold_line(reason)[:500], by=by, at=at)
    name.stage = to
    name.save(update_fields=["stage"])
    tell_decided(name, step)
    return name


def _sound(term: str, service: Service) -> str:
    """The term as it is kept."""
    term = fold_line(term)
    if len(term) > LONGEST_NAME:
        raise ValidationError(refusals.TOO_LONG)
    if len(squeeze(term)) < SHORTEST:
        raise ValidationError(refusals.NO_WORD)
    version = service.versions.filter(stage=Stage.PUBLISHED).first()
    if version is None:
        raise ValidationError(refusals.NOT_PUBLISHED)
    if squeeze(version.title) == squeeze(term):
        raise ValidationError(refusals.IS_TITLE, params={"term": term})
    if known := service.popular_names.filter(letters=squeeze(term), stage__in=NAMING).first():
        raise ValidationError(refusals.KNOWN, params={"term": known.term, "stage": known.get_stage_display()})
    return term


def _source(term: str) -> NameSource:
    return NameSource.SEARCH if SearchDay.objects.filter(words=key(term)).exists() else NameSource.CENTRE


def _demand_may(name: PopularName, to: NameStage, service: Service, *, by: User, at: datetime) -> None:
    on, agency = localdate(at), {"agency": service.owner.name}
    decides = can_decide(by, service, on)
    if to == NameStage.REMOVED:
        if not decides and not can_propose(by, service, on):
            raise ValidationError(refusals.NOT_REMOVER, params=agency)
    elif not decides:
        raise ValidationError(refusals.NOT_DECIDER, params=agency)
    elif name.steps.filter(stage=NameStage.PROPOSED, by=by).exists():
        raise ValidationError(refusals.OWN_PROPOSAL, params=agency)
