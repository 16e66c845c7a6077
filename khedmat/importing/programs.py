"""Files that an agency's program brings: looked at, or taken in and carried out in one go."""

from datetime import datetime

from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.importing.batches.taking import demand_room
from khedmat.importing.outcome import Result
from khedmat.importing.plan import plan_of
from khedmat.importing.scope import Scope
from khedmat.importing.uploads import Given, carry_out, papers_in, plain_name, plan_upload, take
from khedmat.organizations.models import Organization


def planned(given: Given, *, organization: Organization, by: User, at: datetime) -> list[Result]:
    """What would be done with each document; nothing is kept. Unreadable where there is nothing to read."""
    scope = Scope(localdate(at), organization, author=by)
    plan = plan_of(papers_in(given.data, plain_name(given.name)), scope, data=lambda row: given.data)
    return list(map(Result, plan.rows))


def carried_out(given: Given, *, organization: Organization, by: User, at: datetime) -> list[Result]:
    """The file is kept as it came, and every document that the plan would write is written. ValidationError when one
    person brings more in a day than there is room for; Unreadable before anything is kept."""
    demand_room(len(given.data), by=by, at=at)
    papers = papers_in(given.data, plain_name(given.name))
    media_type = next((paper.media_type for paper in papers if paper.document), "")
    upload = take(given._replace(media_type=media_type), organization=organization, by=by, at=at)
    return carry_out(plan_upload(upload, author=by, on=localdate(at)), upload, by=by, at=at)
