"""What a reader says of a published card, by a program of any site; without a token or a name."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from khedmat.api.limits import FEEDBACK, consumed
from khedmat.api.problems import found_in_force
from khedmat.api.schemas import Gone, Problem
from khedmat.cards.enums import FeedbackTopic
from khedmat.cards.feedback.actions import say
from khedmat.cards.models.feedback import LONGEST_FEEDBACK

router = Router(tags=["feedback"])
REFUSED: dict[int, Any] = dict.fromkeys((400, 404, 409, 422, 429), Problem) | {410: Gone}


class Remarked(Schema):
    """What is wrong or missing. Long numbers and addresses of e-mail are not kept."""

    service: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,17}$", description="Key of the service, or its ID.")]
    topic: FeedbackTopic
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_FEEDBACK, pattern=r"^[^\x00]*$")]


class FeedbackReceipt(Schema):
    page: str = Field(description="Where the answer will stand; nothing else tells who wrote.")
    text: str = Field(description="As it was kept.")
    due_on: date = Field(description="By when the agency answers.")


@router.post("/feedback", response={201: FeedbackReceipt} | REFUSED, url_name="feedback")
def feedback(request: HttpRequest, remarked: Remarked) -> Status[dict[str, Any]]:
    """Goes to the agency as from the page of the service: the same rules, and the same bound for one address."""
    consumed(request, FEEDBACK)
    version = found_in_force(remarked.service)
    said = say(version, remarked.topic, remarked.text, at=timezone.now())
    page = request.build_absolute_uri(f"/feedback/{said.code}/")
    return Status(201, {"page": page, "text": said.text, "due_on": said.due_on})
