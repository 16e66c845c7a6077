"""Every address, every role, every method: one table of what each of them is answered."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import get_resolver, resolve
from django.utils import timezone
from django.utils.timezone import localdate

from khedmat.cards.actions import store_findings
from khedmat.cards.links.gathering import note
from khedmat.cards.rules.engine import RULES_VERSION
from khedmat.importing.uploads import Given, take
from khedmat.registers.models import DocumentType
from tests.factories.attachments import attached
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, identified
from tests.factories.changes import planned
from tests.factories.copies import copy_of, province
from tests.factories.duty import a_round
from tests.factories.feedback import said
from tests.factories.governing import dismissed
from tests.factories.people import OrganizationFactory, UserFactory, centre, delegated, invited, person
from tests.factories.popular import proposed
from tests.factories.registers import a_document, a_law, a_system, an_audience
from tests.factories.titles import titles_of
from tests.factories.tokens import a_token
from tests.factories.webhooks import subscribed
from tests.importing.batches.batch import advanced, brought
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db
AT_HOME = ["reader", "author", "approver", "manager"]
ELSEWHERE = [
    "other reader", "other author", "other approver", "other manager", "other reviewer", "other publisher",
    "other steward", "other legal_steward", "nobody"
]  # fmt: skip
CENTRE = ["reviewer", "publisher"]
STEWARDS = ["steward", "legal_steward"]  # of the centre; of cards they see what anybody sees
ROLES = ["anonymous", *AT_HOME, *CENTRE, *STEWARDS, *ELSEWHERE]
# A method is refused before anybody is known.
ONE_OF_EACH = ["anonymous", "author", "publisher", "steward", "other author"]

OPEN = dict.fromkeys(ROLES, 200)
SIGNED_IN = OPEN | {"anonymous": 302}
INSIDE = SIGNED_IN | dict.fromkeys([*ELSEWHERE, *STEWARDS], 404)
OF_THE_OFFICE = INSIDE | dict.fromkeys(CENTRE, 404)
TO_ITS_MANAGER = dict.fromkeys(ROLES, 404) | {"anonymous": 302, "manager": 302}
AS_ITS_MANAGER = TO_ITS_MANAGER | {"manager": 200}
TO_ITS_OFFICE = dict.fromkeys(ROLES, 404) | dict.fromkeys(["anonymous", *AT_HOME], 302)
TO_THE_CENTRE = dict.fromkeys(ROLES, 404) | dict.fromkeys(CENTRE, 200) | {"anonymous": 302}
BY_THE_CENTRE = TO_THE_CENTRE | dict.fromkeys(CENTRE, 302)
TO_THE_STEWARD = dict.fromkeys(ROLES, 404) | {"anonymous": 302, "steward": 200}
TO_THE_LEGAL_STEWARD = dict.fromkeys(ROLES, 404) | {"anonymous": 302, "legal_steward": 200}
ANSWERING = ["author", "approver", "other author", "other approver"]
KEEPERS = [*CENTRE, "author", "approver", "manager"]
TO_ITS_PORTAL = dict.fromkeys(ROLES, 404) | dict.fromkeys(KEEPERS, 200) | {"anonymous": 302}
GONE = dict.fromkeys(ROLES, 404)
ENDED = dict.fromkeys(ROLES, 410)
# What GET is answered; HEAD is answered alike, and anything but POST of the last two tables is refused.
READ = {
    "/": OPEN,
    "/robots.txt": OPEN,
    "/sitemap.xml": OPEN,
    "/sitemap-pages.xml": OPEN,
    "/sitemap-services-0.xml": OPEN,
    "/sitemap-services-9999.xml": GONE,
    "/services/": OPEN,
    "/services/{published}/": OPEN,
    "/services/{published}/card/": OPEN,
    "/services/{published}/versions/1/": OPEN,
    "/services/{published}/versions/1/changes/": OPEN,
    "/services/{drafted}/versions/1/changes/": GONE,
    "/services/{published}/card.docx": OPEN,
    "/services/{published}/card.pdf": OPEN,
    "/services/{published}/card.xlsx": OPEN,
    "/services/{published}/card.exe": GONE,
    "/services/{published}/short.html": OPEN,
    "/services/{published}/versions/1/card.docx": OPEN,
    "/services/{retired}/": ENDED,
    "/services/{retired}/card/": ENDED,
    "/services/{retired}/card.pdf": ENDED,
    "/services/{retired}/versions/1/": OPEN,
    "/services/{suspended}/": OPEN,
    "/services/{suspended}/card/": OPEN,
    "/services/{drafted}/card.docx": GONE,
    "/services/{drafted}/short.html": GONE,
    "/services/{drafted}/versions/1/card.docx": GONE,
    "/services/{drafted}/": GONE,
    "/services/{drafted}/card/": GONE,
    "/services/{drafted}/versions/1/": GONE,
    "/services/999999/": GONE,
    "/services/{published}/id/": OPEN,
    "/services/{drafted}/id/": GONE,
    "/feedback/{receipt}/": OPEN,
    "/feedback/nothing/": GONE,
    "/desk/feedback/": SIGNED_IN,
    "/services/by-id/13010001000/": GONE,
    "/services/by-id/13010001000/v/1/": GONE,
    "/id/": OPEN,
    "/id/families/": OPEN,
    "/id/families.csv": OPEN,
    "/services/{published}/data.jsonld": OPEN,
    "/services/{published}/data.exe": GONE,
    "/services/{retired}/data.ttl": ENDED,
    "/services/{drafted}/data.nt": GONE,
    "/services/{published}/conformance/": OPEN,
    "/services/{drafted}/conformance/": GONE,
    "/services/{retired}/conformance/": ENDED,
    "/services/{published}/conformance.ttl": GONE,
    "/services/{published}/conformance.exe": GONE,
    "/id/service/n{drafted}/": GONE,
    "/id/service/n{drafted}": GONE,
    "/codes/": OPEN,
    "/codes/table.csv": OPEN,
    "/codes/table.exe": GONE,
    "/services/{published}/in/99/data.ttl": GONE,
    "/services/{drafted}/in/99/data.ttl": GONE,
    "/id/agency/nowhere/": GONE,
    "/id/agency/nowhere": GONE,
    "/id/document/nothing/": GONE,
    "/id/document/nothing": GONE,
    "/id/system/nothing/": GONE,
    "/id/system/nothing": GONE,
    "/id/audience/nothing/": GONE,
    "/id/audience/nothing": GONE,
    "/id/element/nothing/": GONE,
    "/id/element/nothing": GONE,
    "/systems/trade/data.ttl": OPEN,
    "/systems/nothing/data.ttl": GONE,
    "/audiences/people/data.ttl": OPEN,
    "/audiences/nothing/data.ttl": GONE,
    "/elements/nothing/data.ttl": GONE,
    "/agencies/home/data.ttl": OPEN,
    "/agencies/nowhere/data.ttl": GONE,
    "/documents/nothing/data.ttl": GONE,
    "/codes/level.ttl": OPEN,
    "/open-data/": OPEN,
    "/open-data/services.csv": GONE,
    "/open-data/on/2026-11-22/services.csv": GONE,
    "/open-data/../secret.key": GONE,
    "/codes/nothing.ttl": GONE,
    "/id/?q=1301": GONE,
    "/search/": OPEN,
    "/search/suggest/": OPEN,
    "/agencies/": OPEN,
    "/agencies/home/": OPEN,
    "/agencies/nowhere/": GONE,
    "/agencies/home/permits.docx": GONE,
    "/agencies/nowhere/permits.docx": GONE,
    "/embed/": OPEN,
    "/embed/?agency=nowhere": GONE,
    "/agencies/home/portal/": OPEN,
    "/agencies/nowhere/portal/": GONE,
    "/desk/portals/": SIGNED_IN,
    "/embed/agency/home/": OPEN,
    "/embed/agency/nowhere/": GONE,
    "/embed/agency/home/list.html": OPEN,
    "/embed/service/{published}/": OPEN,
    "/embed/service/{drafted}/": GONE,
    "/embed/service/{retired}/": ENDED,
    "/embed/agency/home.zip": OPEN,
    "/embed/agency/nowhere.zip": GONE,
    "/embed/key.pem": OPEN,
    "/embed/khedmat.js": OPEN,
    "/embed/khedmat.css": OPEN,
    "/embed/other.css": GONE,
    "/services/{published}/qr.svg": OPEN,
    "/services/{published}/statistics.csv": OPEN,
    "/services/{drafted}/statistics.csv": GONE,
    "/services/{retired}/statistics.csv": ENDED,
    "/services/{drafted}/qr.svg": GONE,
    "/services/{retired}/qr.svg": ENDED,
    "/insight/electronic/": OPEN,
    "/insight/electronic.csv": OPEN,
    "/insight/documents/": OPEN,
    "/insight/documents.csv": OPEN,
    "/finder/": OPEN,
    "/finder/?who=any&want=any&what=any&where=any": OPEN,
    "/statistics/": OPEN,
    "/statistics.csv": OPEN,
    "/accessibility/": OPEN,
    "/privacy/": OPEN,
    "/offline/": OPEN,
    "/sw.js": OPEN,
    "/events/": OPEN,
    "/events/birth/": OPEN,
    "/events/nowhere/": GONE,
    "/audiences/": OPEN,
    "/audiences/table.csv": OPEN,
    "/audiences/people/": OPEN,
    "/audiences/nowhere/": GONE,
    "/permits/": OPEN,
    "/documents/": OPEN,
    "/documents/table.csv": OPEN,
    "/documents/table.exe": GONE,
    "/documents/birth/": OPEN,
    "/documents/nowhere/": GONE,
    "/documents/merged/": ENDED,
    "/laws/": OPEN,
    "/laws/table.csv": OPEN,
    "/laws/air/": OPEN,
    "/laws/nowhere/": GONE,
    "/systems/": OPEN,
    "/systems/table.xlsx": OPEN,
    "/systems/trade/": OPEN,
    "/systems/nowhere/": GONE,
    "/desk/ended-laws/": SIGNED_IN,
    "/desk/registers/": SIGNED_IN,
    "/desk/registers/documents/": SIGNED_IN,
    "/desk/registers/documents/table.csv": SIGNED_IN,
    "/desk/registers/nothing/table.csv": GONE | {"anonymous": 302},
    "/desk/registers/systems/": SIGNED_IN,
    "/desk/registers/elements/": SIGNED_IN,
    "/desk/registers/audiences/": SIGNED_IN,
    "/desk/registers/popular-names/": SIGNED_IN,
    "/desk/duty/owed/": SIGNED_IN,
    "/desk/yardsticks/limits.csv": TO_THE_CENTRE,
    "/desk/registers/popular-names/table.csv": SIGNED_IN,
    "/desk/registers/popular-names/searched/": SIGNED_IN,
    "/desk/registers/nowhere/": GONE | {"anonymous": 302},
    "/desk/registers/documents/unknown/": TO_THE_STEWARD,
    "/desk/registers/laws/unknown/": TO_THE_LEGAL_STEWARD,
    "/desk/registers/documents/unknown/passed/": TO_THE_STEWARD,
    "/desk/registers/laws/unknown/passed/": TO_THE_LEGAL_STEWARD,
    "/desk/registers/nowhere/unknown/passed/": GONE | {"anonymous": 302},
    "/desk/registers/nowhere/unknown/": GONE | {"anonymous": 302},
    "/desk/registers/popular-names/missed/": TO_THE_STEWARD,
    "/rules/": OPEN,
    "/rules/rules.csv": OPEN,
    "/duty/": OPEN,
    "/duty/board.csv": OPEN,
    "/quality/": OPEN,
    "/quality/table.csv": OPEN,
    "/guide/": OPEN,
    "/guide/form/": OPEN,
    "/api/": OPEN,
    "/health/": OPEN,
    "/account/signup/": OPEN,
    "/account/reset/": OPEN,
    "/account/closed/": OPEN,
    "/account/sessions/": SIGNED_IN,
    "/account/second-factor/": SIGNED_IN,
    "/account/second-factor/codes/": GONE | {"anonymous": 302},
    "/account/second-factor/codes/file/": GONE | {"anonymous": 302},
    "/desk/people/": SIGNED_IN,
    "/desk/tokens/": SIGNED_IN,
    "/desk/inbox/": SIGNED_IN,
    "/desk/queues/": SIGNED_IN,
    "/desk/search/?q=خدمت": SIGNED_IN,
    "/desk/": SIGNED_IN,
    "/desk/components/": SIGNED_IN,
    "/desk/fresh/": SIGNED_IN,
    "/desk/duty/{round}/": SIGNED_IN,
    "/desk/duty/{round}/history/": SIGNED_IN,
    "/desk/duty/999999/history/": GONE | {"anonymous": 302},
    "/desk/duty/{round}/letter/elsewhere/": TO_THE_CENTRE,
    "/desk/duty/{round}/letter/nowhere/": GONE | {"anonymous": 302},
    "/desk/webhooks/": SIGNED_IN,
    "/desk/webhooks/{webhook}/": AS_ITS_MANAGER,
    "/desk/webhooks/999999/": GONE | {"anonymous": 302},
    "/desk/links/": SIGNED_IN,
    "/desk/links.csv": SIGNED_IN,
    "/desk/organizations/": TO_THE_CENTRE,
    "/desk/organizations/home/": TO_THE_CENTRE,
    "/desk/organizations/nowhere/": GONE | {"anonymous": 302},
    "/desk/organization-changes/{change}/": TO_THE_CENTRE,
    "/desk/organization-changes/999999/": GONE | {"anonymous": 302},
    "/desk/titles/": SIGNED_IN,
    "/desk/titles/{titles}/": INSIDE,
    "/desk/titles/{titles}/history/": INSIDE,
    "/desk/titles/{titles}/letter/": INSIDE,
    "/desk/attachments/{attachment}/": INSIDE,
    "/desk/attachments/999999/": GONE | {"anonymous": 302},
    "/services/{published}/attachments/{attachment}/": GONE,
    "/desk/titles/999999/": GONE | {"anonymous": 302},
    "/desk/copies/": SIGNED_IN,
    "/desk/copies/new/": SIGNED_IN,
    "/desk/copies/{copy}/": OF_THE_OFFICE,
    "/desk/copies/{copy}/history/": OF_THE_OFFICE,
    "/desk/copies/999999/": GONE | {"anonymous": 302},
    "/services/{published}/in/{place}/": OPEN,
    "/services/{published}/in/{place}/versions/1/": GONE,
    "/services/{published}/in/nowhere/": GONE,
    "/services/{published}/provinces/": OPEN,
    "/services/{published}/provinces.csv": OPEN,
    "/services/{drafted}/provinces/": GONE,
    "/provinces/": OPEN,
    "/services/{drafted}/in/{place}/": GONE,
    "/desk/import/batches/": SIGNED_IN,
    "/desk/import/batches/{batch}/report/": OF_THE_OFFICE,
    "/desk/versions/{draft}/": OF_THE_OFFICE,
    "/desk/versions/{draft}/source/": OF_THE_OFFICE,
    "/desk/versions/{draft}/source/page/1.png": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/card/": OF_THE_OFFICE,
    "/desk/versions/{draft}/preview/": OF_THE_OFFICE,
    "/desk/versions/{draft}/card.docx": OF_THE_OFFICE,
    "/desk/versions/{draft}/card.exe": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/history/": OF_THE_OFFICE,
    "/desk/versions/{draft}/changes/": OF_THE_OFFICE,
    "/desk/versions/{version}/": INSIDE,
    "/desk/versions/{version}/card/": INSIDE,
    "/desk/versions/{version}/preview/": INSIDE,
    "/desk/versions/{version}/card.pdf": INSIDE,
    "/desk/versions/{version}/history/": INSIDE,
    "/desk/versions/{version}/changes/": INSIDE,
    "/desk/versions/{version}/source/": GONE | {"anonymous": 302},
    "/desk/versions/999999/": GONE | {"anonymous": 302},
}
# What POST is answered where it is taken: 302 also carries a refusal in words back to the page.
POSTED = {
    "/desk/versions/{draft}/submit/": TO_ITS_OFFICE,
    "/desk/versions/{draft}/approve/": TO_ITS_OFFICE,
    "/desk/versions/{draft}/accept/": TO_ITS_OFFICE,
    "/desk/versions/{draft}/publish/": GONE | {"anonymous": 302},
    "/desk/services/{published}/redraft/": INSIDE | dict.fromkeys([*AT_HOME, *CENTRE], 302),
    "/desk/services/{drafted}/redraft/": TO_ITS_OFFICE,
    "/desk/services/{published}/names/{name}/": TO_ITS_OFFICE | {"steward": 302},
    "/desk/services/{published}/names/999999/": GONE | {"anonymous": 302},
    "/desk/registers/popular-names/searched/settle/": GONE | {"anonymous": 302},
    "/desk/registers/documents/unknown/back/": TO_THE_STEWARD | {"steward": 302},
    "/desk/registers/nowhere/unknown/back/": GONE | {"anonymous": 302},
    "/desk/services/999999/redraft/": GONE | {"anonymous": 302},
    "/desk/titles/begin/home/": TO_ITS_OFFICE,
    "/desk/webhooks/{webhook}/secret/": AS_ITS_MANAGER,
    "/desk/webhooks/999999/secret/": GONE | {"anonymous": 302},
    "/desk/webhooks/{webhook}/ping/": TO_ITS_MANAGER,
    "/desk/webhooks/{webhook}/messages/999999/send/": GONE | {"anonymous": 302},
    "/desk/webhooks/{webhook}/burn/": GONE | {"anonymous": 302},
    "/desk/portals/home/check/": TO_ITS_PORTAL | dict.fromkeys(KEEPERS, 302),
    "/desk/portals/nowhere/check/": GONE | {"anonymous": 302},
    "/desk/links/{link}/again/": INSIDE | dict.fromkeys([*AT_HOME, *CENTRE], 302),
    "/desk/links/999999/again/": GONE | {"anonymous": 302},
    "/desk/fresh/confirm/": dict.fromkeys(ROLES, 302),
    "/desk/versions/{version}/confirm/": INSIDE | dict.fromkeys([*AT_HOME, *CENTRE], 302),
    "/desk/versions/999999/confirm/": GONE | {"anonymous": 302},
    "/desk/organization-changes/{change}/choose/": BY_THE_CENTRE,
    "/desk/organization-changes/{change}/carry-out/": BY_THE_CENTRE,
    "/desk/organization-changes/999999/discard/": GONE | {"anonymous": 302},
    "/desk/copies/begin/": GONE | {"anonymous": 302},
    "/desk/duty/{round}/close/": dict.fromkeys(ROLES, 302) | dict.fromkeys(CENTRE, 200),
    "/desk/duty/999999/close/": GONE | {"anonymous": 302},
    "/account/sessions/999999/end/": GONE | {"anonymous": 302},
    "/desk/inbox/999999/read/": GONE | {"anonymous": 302},
    "/desk/inbox/read/": dict.fromkeys(ROLES, 302),
    "/account/sessions/others/end/": dict.fromkeys(ROLES, 302),
    "/desk/people/invitations/{invitation}/revoke/": AS_ITS_MANAGER,
    "/desk/tokens/{access}/revoke/": AS_ITS_MANAGER,
    "/desk/people/roles/{membership}/end/": AS_ITS_MANAGER,
    "/desk/people/delegations/{delegation}/end/": AS_ITS_MANAGER,
    "/desk/versions/{draft}/burn/": GONE | {"anonymous": 302},
    "/desk/versions/999999/submit/": GONE | {"anonymous": 302},
}
# At the desk what somebody sends while their session ends is kept, and comes back with the way in.
POSTED |= {route: answers | {"anonymous": 401} for route, answers in POSTED.items() if route.startswith("/desk/")}
# Forms: what GET is answered; 302 leads to signing in, or to saying the password again.
ASKED = {
    "/desk/yardsticks/": TO_THE_CENTRE,
    "/services/{published}/feedback/": OPEN,
    "/services/{drafted}/feedback/": GONE,
    "/services/{retired}/feedback/": ENDED,
    "/desk/feedback/{remark}/": INSIDE,
    "/desk/feedback/999999/": GONE | {"anonymous": 302},
    "/desk/bulk/": SIGNED_IN,
    "/desk/portals/home/": TO_ITS_PORTAL,
    "/desk/portals/nowhere/": GONE | {"anonymous": 302},
    "/desk/webhooks/new/": AS_ITS_MANAGER | {"other manager": 200},
    "/desk/bulk/999999/": GONE | {"anonymous": 302},
    "/desk/import/": SIGNED_IN,
    "/desk/import/{upload}/": OF_THE_OFFICE,
    "/desk/import/batches/{batch}/": OF_THE_OFFICE,
    "/desk/import/batches/999999/": GONE | {"anonymous": 302},
    "/desk/import/batches/{batch}/write/": OF_THE_OFFICE,
    "/desk/import/batches/{batch}/beside/{row}/": OF_THE_OFFICE,
    "/desk/import/batches/{batch}/beside/999999/": GONE | {"anonymous": 302},
    "/desk/import/999999/": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/compare/{upload}/0/": OF_THE_OFFICE,
    "/desk/versions/{draft}/compare/{upload}/1/": GONE | {"anonymous": 302},
    "/desk/versions/{version}/compare/999999/0/": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/decide/discard/": OF_THE_OFFICE,
    "/desk/versions/{version}/decide/return/": INSIDE,
    "/desk/versions/{version}/decide/burn/": GONE | {"anonymous": 302},
    "/desk/versions/999999/decide/publish/": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/edit/identity/": TO_ITS_OFFICE | {"author": 200},
    "/desk/versions/{draft}/edit/nowhere/": GONE | {"anonymous": 302},
    "/desk/versions/{version}/edit/identity/": INSIDE | dict.fromkeys([*AT_HOME, *CENTRE], 302),
    "/desk/versions/999999/edit/identity/": GONE | {"anonymous": 302},
    "/desk/new-organization/": TO_THE_CENTRE,
    "/desk/organizations/home/edit/": TO_THE_CENTRE,
    "/desk/organizations/home/names/": TO_THE_CENTRE,
    "/desk/organization-changes/new/": TO_THE_CENTRE,
    "/desk/registers/laws/new/": TO_THE_LEGAL_STEWARD,
    "/desk/registers/laws/{law}/": SIGNED_IN,
    "/desk/registers/laws/{law}/end/": TO_THE_LEGAL_STEWARD,
    "/desk/registers/popular-names/new/": TO_THE_STEWARD,
    "/desk/services/{published}/names/": OF_THE_OFFICE | {"steward": 200},
    "/desk/services/{drafted}/names/": GONE | {"anonymous": 302},
    "/desk/services/999999/names/": GONE | {"anonymous": 302},
    "/desk/registers/documents/new/": TO_THE_STEWARD,
    "/desk/registers/systems/new/": TO_THE_STEWARD,
    "/desk/registers/elements/new/": TO_THE_STEWARD,
    "/desk/registers/audiences/new/": TO_THE_STEWARD,
    "/desk/registers/systems/unknown/name/?letters=nowhere": GONE | {"anonymous": 302},
    "/desk/registers/systems/{system}/": SIGNED_IN,
    "/desk/registers/systems/{system}/merge/": TO_THE_STEWARD,
    "/desk/registers/systems/{system}/end/": TO_THE_STEWARD,
    "/desk/registers/documents/{document}/": SIGNED_IN,
    "/desk/registers/documents/999999/": GONE | {"anonymous": 302},
    "/desk/registers/documents/{document}/merge/": TO_THE_STEWARD,
    "/desk/counts/": SIGNED_IN,
    "/desk/services/{published}/counts/": OF_THE_OFFICE,
    "/desk/services/{drafted}/counts/": GONE | {"anonymous": 302},
    "/desk/services/999999/counts/": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/beside/": OF_THE_OFFICE,
    "/desk/versions/{version}/beside/": INSIDE | {"steward": 200},
    "/desk/versions/999999/beside/": GONE | {"anonymous": 302},
    "/desk/registers/documents/{document}/issuing/": TO_THE_STEWARD,
    "/desk/registers/documents/999999/issuing/": GONE | {"anonymous": 302},
    "/desk/rules/C02/": SIGNED_IN,
    "/desk/rules/Z99/": GONE | {"anonymous": 302},
    "/desk/versions/{version}/findings/{finding}/dismiss/": INSIDE,
    "/desk/versions/{version}/findings/999999/dismiss/": INSIDE | dict.fromkeys([*AT_HOME, *CENTRE], 302),
    "/desk/versions/{version}/dismissals/{dismissal}/end/": INSIDE,
    "/desk/versions/{version}/dismissals/999999/end/": GONE | {"anonymous": 302},
    "/desk/copies/{copy}/compare/": OF_THE_OFFICE,
    "/desk/copies/{copy}/submit/": OF_THE_OFFICE,
    "/desk/copies/{copy}/burn/": GONE | {"anonymous": 302},
    "/desk/copies/{copy}/boxes/visits/": OF_THE_OFFICE | dict.fromkeys(AT_HOME, 302),
    "/desk/copies/{copy}/boxes/title/": GONE | {"anonymous": 302},
    "/desk/duty/": SIGNED_IN,
    "/desk/duty/{round}/correct/": SIGNED_IN,
    "/desk/duty/{round}/send/": TO_THE_CENTRE,
    "/desk/duty/999999/send/": GONE | {"anonymous": 302},
    "/desk/duty/999999/correct/": GONE | {"anonymous": 302},
    "/desk/titles/{titles}/add/": INSIDE,
    "/desk/titles/{titles}/attach/": INSIDE,
    "/desk/titles/{titles}/confirm/": INSIDE,
    "/desk/versions/{version}/attach/": INSIDE,
    "/desk/versions/{draft}/attach/": OF_THE_OFFICE,
    "/desk/attachments/{attachment}/take-away/": INSIDE,
    "/desk/attachments/999999/take-away/": GONE | {"anonymous": 302},
    "/desk/titles/{titles}/rows/{title}/": INSIDE,
    "/desk/titles/{titles}/rows/999999/": GONE | {"anonymous": 302},
    "/desk/versions/{version}/review/": INSIDE,
    "/desk/versions/{draft}/review/": TO_ITS_OFFICE,
    "/account/": SIGNED_IN,
    "/invitations/{invitation}/{token}/": OPEN,
    "/invitations/{invitation}/x/": GONE,
    "/desk/tokens/new/": GONE | dict.fromkeys(ANSWERING, 200) | {"anonymous": 302},
    "/desk/people/invite/": TO_ITS_MANAGER | {"manager": 200, "other manager": 200},
    "/desk/people/roles/{membership}/": TO_ITS_MANAGER | {"manager": 200},
    "/desk/people/roles/{membership}/delegate/": TO_ITS_MANAGER | {"manager": 200},
    "/desk/new/": SIGNED_IN,
    "/desk/services/{published}/give-id/": TO_THE_CENTRE,
    "/desk/services/{drafted}/give-id/": GONE | {"anonymous": 302},
    "/desk/services/999999/give-id/": GONE | {"anonymous": 302},
    "/account/password/": SIGNED_IN,
    "/account/notices/": SIGNED_IN,
    "/account/reauthenticate/": SIGNED_IN,
    "/account/second-factor/reauthenticate/": dict.fromkeys(ROLES, 302),
    "/account/second-factor/authenticate/": dict.fromkeys(ROLES, 302),
    "/account/second-factor/activate/": dict.fromkeys(ROLES, 302),
    "/account/second-factor/deactivate/": GONE | {"anonymous": 302},
    "/account/second-factor/codes/new/": dict.fromkeys(ROLES, 302),
}
# Its steward is told that a colleague was faster.
OVERTAKEN = "/desk/registers/systems/unknown/name/?letters=nowhere"
# What buttons and boxes of those forms send.
SENT = {"end": "1", "seen": "1", "sure": "yes", "reason": "چنین است.", "text": "متن", "to": "accept", "title": "عنوان"}
# Who may take which step, of a version that stands right before it.
STEPS = {
    "submit": ("draft", "submitted", {"author"}),
    "approve": ("submitted", "approved", {"approver"}),
    "accept": ("approved", "accepted", {"reviewer", "publisher"}),
    "decide/discard": ("draft", "discarded", {"author"}),
    "decide/return": ("submitted", "returned", {"approver"}),
    "decide/publish": ("accepted", "published", {"publisher"}),
    "decide/suspend": ("published", "suspended", {"publisher"}),
    "decide/resume": ("suspended", "published", {"publisher"}),
    "decide/retire": ("suspended", "retired", {"publisher"}),
}


@pytest.fixture(scope="module")
def world(kept_for_the_module):
    home, elsewhere = OrganizationFactory(code="home"), OrganizationFactory(code="elsewhere")
    published = VersionFactory(service__owner=home, stage="published")
    upload = take(Given("card.txt", card_text().encode()), organization=home, by=published.created_by, at=NOW)
    draft = VersionFactory(service__owner=home, source_file=upload.file)
    names = {"published": published.service.pk, "version": published.pk, "drafted": draft.service.pk, "draft": draft.pk}
    names |= {stage: VersionFactory(service__owner=home, stage=stage).service.pk for stage in ("suspended", "retired")}
    rivals = {"a.txt": card_text(), "b.txt": card_text(audience="همگان")}
    batch = advanced(brought(rivals, organization=home, by=person("author", home)))
    invitation, token = invited(home, at=timezone.now())
    names |= {"invitation": invitation.pk, "token": token, "membership": person("reader", home).memberships.get().pk}
    names |= {"delegation": delegated(person("approver", home).memberships.get(), at=timezone.now()).pk}
    names |= {"upload": upload.pk, "batch": batch.pk, "row": batch.rows.get(name="a.txt").pk}
    names["access"] = a_token(home)[0].pk
    titles, (link,) = titles_of(home), note(published, NOW.date())
    names |= {"link": link.address_id}
    checked = store_findings(published, on=localdate(NOW))
    names |= {"finding": checked[-1].pk, "dismissal": dismissed(published, "C08", "card.title").pk}
    remark = said(published)
    names |= {"remark": remark.pk, "receipt": remark.code}
    names["round"] = a_round().pk
    names["webhook"] = subscribed(home).subscription.pk
    names["change"] = planned("merge", [OrganizationFactory()], [elsewhere]).pk
    document = a_document(code="birth")
    DocumentType.objects.filter(pk=a_document("سجل", code="merged").pk).update(merged_into=document)
    names["name"] = proposed(service=published.service).pk
    names |= {"document": document.pk, "law": a_law(code="air").pk, "system": a_system(code="trade").pk}
    an_audience(code="people", service_type="G2C")
    copy = copy_of(SimpleNamespace(service=published.service, kerman=province(home)))
    names |= {"copy": copy.pk, "place": copy.place.code}
    names |= {"titles": titles.pk, "title": titles.titles.get(title="پاسخ به استعلام").pk}
    names["attachment"] = attached(VersionFactory(service__owner=home, stage="accepted"), by=person("author", home)).pk
    return SimpleNamespace(home=home, elsewhere=elsewhere, draft=draft, names=names)


def enter(role, world):
    """A browser in which somebody of this role is signed in."""
    client = Client()
    kind = role.removeprefix("other ")
    agency = world.elsewhere if kind != role else centre() if role in [*CENTRE, *STEWARDS] else world.home
    if role != "anonymous":
        client.force_login(UserFactory() if role == "nobody" else person(kind, agency))
    return client


@pytest.mark.parametrize("role", ROLES)
def test_reading_is_answered_as_the_table_says(world, role):
    client = enter(role, world)

    found = {route: client.get(route.format(**world.names)).status_code for route in READ}

    assert found == {route: answers[role] for route, answers in READ.items()}


@pytest.mark.parametrize("role", ONE_OF_EACH)
def test_head_is_answered_like_get_and_without_a_body(world, role):
    client = enter(role, world)

    answers = {route: client.head(route.format(**world.names)) for route in READ}

    assert {route: answer.status_code for route, answer in answers.items()} == {r: a[role] for r, a in READ.items()}
    assert not [route for route, answer in answers.items() if answer.content]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("role", ONE_OF_EACH)
def test_pages_to_read_take_nothing_else(world, role, method):
    client = enter(role, world)

    refused = {route: client.generic(method, route.format(**world.names)).status_code for route in READ}

    assert {route: status for route, status in refused.items() if status != 405} == {}


@pytest.mark.parametrize("role", ROLES)
def test_moves_are_answered_as_the_table_says(world, role):
    client = enter(role, world)

    found = {route: client.post(route.format(**world.names)).status_code for route in POSTED}

    assert found == {route: answers[role] for route, answers in POSTED.items()}


@pytest.mark.parametrize("role", ROLES)
def test_forms_are_answered_as_the_table_says(world, role):
    client, methods = enter(role, world), ("PUT", "DELETE")
    routes = {route: route.format(**world.names) for route in ASKED}

    found = {route: client.get(address).status_code for route, address in routes.items()}

    assert found == {route: answers[role] for route, answers in ASKED.items()}
    assert {client.generic(method, address).status_code for address in routes.values() for method in methods} == {405}


@pytest.mark.parametrize("role", ROLES)
def test_a_form_that_is_not_there_takes_nothing_either(world, role):
    """Its page is a 404: so is whatever is sent to it by hand."""
    client = enter(role, world)
    hidden = [route for route, answers in ASKED.items() if answers[role] == 404 and route != OVERTAKEN]

    found = {route: client.post(route.format(**world.names), SENT).status_code for route in hidden}

    assert {route: status for route, status in found.items() if status != 404} == {}


def test_every_address_stands_in_the_table(world):
    """The account's entrances answer whoever comes, and have tests of their own."""
    paths = [route.format(**world.names).partition("?")[0] for table in (READ, POSTED, ASKED) for route in table]
    known = {resolve(path).url_name for path in paths}
    names = {one.name for one in _addresses(get_resolver("khedmat.web.urls"))}

    assert names - known <= {"account_login", "account_logout"}


def _addresses(resolver):
    for one in resolver.url_patterns:
        yield from _addresses(one) if hasattr(one, "url_patterns") else [one]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("role", ONE_OF_EACH)
def test_moves_are_posted_only(world, role, method):
    client = enter(role, world)

    assert {client.generic(method, route.format(**world.names)).status_code for route in POSTED} == {405}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_taken_by_its_role_and_by_nobody_else(world, step, role):
    before, after, may = STEPS[step]
    service = identified(ServiceFactory(owner=world.home))
    titled = {"title": "پاسخ به استعلام"}  # which the agency has confirmed
    version = VersionFactory(service=service, stage=before, card=titled, checked_with=RULES_VERSION)

    enter(role, world).post(f"/desk/versions/{version.pk}/{step}/", {"reason": "ناقص است."})

    version.refresh_from_db()
    assert version.stage == (after if role in may else before)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("step", STEPS)
def test_the_button_of_a_step_is_shown_to_those_who_may_take_it(world, step, role):
    before, _, may = STEPS[step]
    version = VersionFactory(service__owner=world.home, stage=before)

    page = enter(role, world).get(f"/desk/versions/{version.pk}/").content.decode()

    assert (f"/{step}/" in page) == (role in may)


@pytest.mark.parametrize("role", [*ELSEWHERE, *CENTRE, *STEWARDS])
def test_asking_for_what_belongs_to_another_agency_is_kept_in_the_log(world, role, caplog):
    enter(role, world).get(f"/desk/versions/{world.draft.pk}/")

    assert f"asked for version {world.draft.pk} of another agency" in caplog.text


@pytest.mark.parametrize("role", AT_HOME + CENTRE)
def test_those_who_may_look_leave_no_warning(world, role, caplog):
    version = VersionFactory(service__owner=world.home, stage="submitted")

    enter(role, world).get(f"/desk/versions/{version.pk}/")

    assert "of another agency" not in caplog.text


@pytest.mark.parametrize("address", ["/services/999999/", "/desk/versions/999999/", "/agencies/nowhere/", "/nowhere/"])
def test_what_nobody_has_is_logged_as_not_found(world, address, caplog):
    response = enter("reader", world).get(address)

    assert response.status_code == 404
    assert f"Not Found: {address}" in caplog.text


@pytest.mark.parametrize("role", ROLES)
def test_no_answer_tells_a_hidden_version_from_one_that_does_not_exist(world, role):
    client = enter(role, world)

    hidden, missing = (client.get(f"/services/{pk}/") for pk in (world.names["drafted"], 999999))

    assert hidden.status_code == missing.status_code
    assert hidden.content == missing.content


@pytest.mark.parametrize("role", ["author", "approver", "publisher"])
def test_a_membership_that_has_ended_opens_nothing(world, role):
    agency = centre() if role == "publisher" else world.home
    user = person(role, agency)
    user.memberships.update(ends_on="2021-01-01")
    client = Client()
    client.force_login(user)

    assert client.get(f"/desk/versions/{world.draft.pk}/").status_code == 404


def test_a_person_who_left_is_shown_the_door(world):
    user = person("author", world.home)
    client = Client()
    client.force_login(user)
    user.is_active = False
    user.save(update_fields=["is_active"])

    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_signing_in_never_leads_away_from_here(world, target):
    user = person("author", world.home)
    user.set_password("a-long-enough-secret")
    user.save(update_fields=["password"])

    response = Client().post(
        "/account/login/", {"login": user.username, "password": "a-long-enough-secret", "next": target}
    )

    assert response.status_code == 302
    assert response["Location"].startswith("/desk/")
