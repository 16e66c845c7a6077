"""Who asks: a program with an agency's token, within the token's scopes."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from khedmat.api.limits import STRANGER, TOKEN, consumed
from khedmat.api.refusals import NO_TOKEN, Refused, Words, no_scope
from khedmat.organizations.enums import TokenScope
from khedmat.organizations.models import AgencyToken
from khedmat.organizations.tokens import opened_by

CHALLENGE = 'Bearer realm="khedmat"'


class AgencyBearer(HttpBearer):
    """`auth=AgencyBearer(TokenScope.DRAFTS)`: `request.auth` is the token; else 401 or 403 in words."""

    def __init__(self, scope: TokenScope) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> AgencyToken:
        found = super().__call__(request)
        if found is None:
            raise Refused(401, NO_TOKEN, WWW_Authenticate=CHALLENGE)
        return found

    def authenticate(self, request: HttpRequest, token: str) -> AgencyToken:
        try:
            found = opened_by(token.strip(), at=timezone.now())
        except ValidationError as refusal:
            consumed(request, STRANGER)
            words = Words(" ".join(refusal.messages), "This token is unknown, revoked, expired, or its maker left.")
            raise Refused(401, words, WWW_Authenticate=f'{CHALLENGE}, error="invalid_token"') from refusal
        consumed(request, TOKEN, key=str(found.pk))
        if self.scope not in found.scopes:
            raise no_scope(self.scope, found.organization.name)
        return found
