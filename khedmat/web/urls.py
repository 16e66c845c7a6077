"""The addresses of the pages."""

from django.urls import include, path

from khedmat.web.account import joining as invited
from khedmat.web.desk import changes as desk_changes
from khedmat.web.desk import (
    deciding,
    delegating,
    dismissing,
    duty_letters,
    fresh,
    giving_id,
    history,
    joining,
    links,
    new,
    owed,
    people,
    preview,
    tokens,
    weighing,
)
from khedmat.web.desk import duty as desk_duty
from khedmat.web.desk import exports as desk_exports
from khedmat.web.desk import views as desk
from khedmat.web.desk.attachments.urls import urlpatterns as attachment_pages
from khedmat.web.desk.beside import views as beside
from khedmat.web.desk.bulk.urls import urlpatterns as bulk_pages
from khedmat.web.desk.copies.urls import urlpatterns as copy_pages
from khedmat.web.desk.counts.urls import urlpatterns as count_pages
from khedmat.web.desk.editor import views as editor
from khedmat.web.desk.feedback import views as desk_feedback
from khedmat.web.desk.happenings import views as happenings
from khedmat.web.desk.organizations.urls import urlpatterns as organization_pages
from khedmat.web.desk.popular.urls import urlpatterns as name_pages
from khedmat.web.desk.queues import views as queues
from khedmat.web.desk.registers.urls import urlpatterns as register_pages
from khedmat.web.desk.review import views as review
from khedmat.web.desk.search import views as search
from khedmat.web.desk.titles.urls import urlpatterns as title_pages
from khedmat.web.desk.webhooks.urls import urlpatterns as webhook_pages
from khedmat.web.desk.yardsticks.urls import urlpatterns as yardstick_pages
from khedmat.web.embed import portal
from khedmat.web.embed.urls import desk_patterns as portal_pages
from khedmat.web.embed.urls import urlpatterns as embed_pages
from khedmat.web.importing.urls import urlpatterns as import_pages
from khedmat.web.inbox import views as inbox
from khedmat.web.public import (
    agencies,
    attachments,
    changes,
    conforming,
    counts,
    deviations,
    documents,
    duty,
    entries,
    exports,
    family_list,
    feedback,
    ids,
    laws,
    linked,
    offline,
    open_data,
    provinces,
    qr,
    quality,
    rules,
    sitemap,
    systems,
)
from khedmat.web.public import views as public
from khedmat.web.public.about.urls import urlpatterns as about_pages
from khedmat.web.public.entry_urls import urlpatterns as linked_patterns
from khedmat.web.public.insight.urls import urlpatterns as insight_pages
from khedmat.web.public.seeking import views as seeking
from khedmat.web.public.ways.urls import urlpatterns as ways_in

services = [
    path("", public.service_list, name="service-list"),
    path("by-id/<str:number>/", ids.by_id, name="service-by-id"),
    path("by-id/<str:number>/v/<int:version>/", ids.by_id, name="service-by-id-version"),
    path("<int:pk>/", public.service, name="service"),
    path("<int:pk>/provinces/", deviations.provinces, name="service-provinces"),
    path("<int:pk>/provinces.csv", deviations.table, name="service-provinces-table"),
    path("<int:pk>/in/<slug:code>/", provinces.service_in, name="service-in"),
    path("<int:pk>/in/<slug:code>/data.<slug:kind>", linked.service_in, name="service-in-data"),
    path("<int:pk>/in/<slug:code>/versions/<int:number>/", provinces.service_in_version, name="service-in-version"),
    path("<int:pk>/statistics.csv", counts.table, name="service-counts"),
    path("<int:pk>/qr.svg", qr.qr, name="service-qr"),
    path("<int:pk>/id/", ids.service_id, name="service-id"),
    path("<int:pk>/card/", public.service_card, name="service-card"),
    path("<int:pk>/card.<slug:kind>", exports.card, name="service-export"),
    path("<int:pk>/data.<slug:kind>", linked.service, name="service-data"),
    path("<int:pk>/conformance/", conforming.page, name="service-conformance"),
    path("<int:pk>/conformance.<slug:kind>", conforming.data, name="service-conformance-data"),
    path("<int:pk>/feedback/", feedback.feedback, name="service-feedback"),
    path("<int:pk>/attachments/<int:attachment>/", attachments.attachment, name="service-attachment"),
    path("<int:pk>/short.html", exports.card, {"kind": "html"}, name="service-short"),
    path("<int:pk>/versions/<int:number>/card.<slug:kind>", exports.version_card, name="service-version-export"),
    path("<int:pk>/versions/<int:number>/", public.service_version, name="service-version"),
    path("<int:pk>/versions/<int:number>/changes/", changes.changes, name="service-changes"),
]
desk_pages = [
    path("", desk.desk, name="desk"),
    path("queues/", queues.queues, name="queues"),
    path("search/", search.search, name="desk-search"),
    path("components/", desk.components, name="components"),
    path("people/", people.people, name="people"),
    path("people/invite/", joining.invite, name="invite"),
    path("people/invitations/<int:pk>/revoke/", joining.revoke, name="invitation-revoke"),
    path("people/roles/<int:pk>/", joining.last_day, name="membership"),
    path("people/roles/<int:pk>/end/", joining.end, name="membership-end"),
    path("tokens/", tokens.token_list, name="tokens"),
    path("tokens/new/", tokens.new_token, name="token-new"),
    path("tokens/<int:pk>/revoke/", tokens.revoke, name="token-revoke"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/read/", inbox.read_all, name="inbox-read-all"),
    path("inbox/<int:pk>/read/", inbox.read, name="inbox-read"),
    path("people/roles/<int:pk>/delegate/", delegating.delegate, name="delegate"),
    path("people/delegations/<int:pk>/end/", delegating.take_back, name="delegation-end"),
    path("new/", new.new, name="desk-new"),
    path("services/<int:pk>/give-id/", giving_id.give, name="desk-give-id"),
    path("services/<int:pk>/redraft/", new.redraft, name="desk-redraft"),
    path("versions/<int:pk>/", desk.version, name="desk-version"),
    path("versions/<int:pk>/beside/", beside.beside, name="desk-beside"),
    path("versions/<int:pk>/edit/<slug:section>/", editor.edit, name="desk-edit"),
    path("versions/<int:pk>/changes/", desk_changes.changes, name="desk-changes"),
    path("versions/<int:pk>/history/", history.history, name="desk-history"),
    path("versions/<int:pk>/review/", review.review, name="desk-review"),
    path("versions/<int:pk>/findings/<int:finding>/dismiss/", dismissing.pass_over, name="finding-dismiss"),
    path("versions/<int:pk>/dismissals/<int:dismissal>/end/", dismissing.end, name="dismissal-end"),
    path("rules/<slug:rule>/", weighing.rule, name="desk-rule"),
    path("versions/<int:pk>/card/", desk.card, name="desk-card"),
    path("versions/<int:pk>/preview/", preview.preview, name="desk-preview"),
    path("versions/<int:pk>/card.<slug:kind>", desk_exports.card, name="desk-export"),
    path("feedback/", desk_feedback.feedback, name="desk-feedback"),
    path("feedback/<int:pk>/", desk_feedback.one, name="desk-feedback-one"),
    path("fresh/", fresh.fresh, name="desk-fresh"),
    path("fresh/confirm/", fresh.confirm_chosen, name="desk-fresh-confirm"),
    path("versions/<int:pk>/confirm/", fresh.confirm_one, name="desk-confirm"),
    path("links/", links.links, name="desk-links"),
    path("links.csv", links.table, name="desk-links-table"),
    path("links/<int:pk>/again/", links.again, name="desk-link-again"),
    path("duty/", desk_duty.rounds, name="duty-rounds"),
    path("duty/owed/", owed.duty_owed, name="duty-owed"),
    path("duty/<int:pk>/", duty_letters.duty_round, name="duty-round"),
    path("duty/<int:pk>/history/", happenings.duty_round, name="duty-history"),
    path("duty/<int:pk>/send/", duty_letters.send, name="duty-send"),
    path("duty/<int:pk>/letter/<slug:slug>/", duty_letters.letter, name="duty-letter"),
    path("duty/<int:pk>/correct/", desk_duty.correct, name="duty-correct"),
    path("duty/<int:pk>/close/", desk_duty.close, name="duty-close"),
    *organization_pages,
    *copy_pages,
    *title_pages,
    *name_pages,
    *count_pages,
    *register_pages,
    *bulk_pages,
    *attachment_pages,
    *import_pages,
    *portal_pages,
    *webhook_pages,
    *yardstick_pages,
    path("versions/<int:pk>/decide/<slug:name>/", deciding.decide, name="desk-decide"),
    path("versions/<int:pk>/<slug:move>/", desk.move, name="desk-move"),
]
pages = [
    path("", public.home, name="home"),
    path("sw.js", offline.worker, name="offline-worker"),
    path("offline/", offline.page, name="offline"),
    path("services/", include(services)),
    path("id/", ids.find_id, name="find-id"),
    path("id/families/", family_list.families, name="families"),
    path("id/families.csv", family_list.table, name="families-table"),
    path("id/service/<str:number>/", linked.thing, name="service-thing"),
    path("id/service/<str:number>", linked.thing, name="service-name"),
    path("id/agency/<slug:slug>/", linked.agency_thing, name="agency-thing"),
    path("id/agency/<slug:slug>", linked.agency_thing, name="agency-name"),
    *linked_patterns,
    path("codes/", linked.code_lists, name="code-lists"),
    path("codes/table.<slug:kind>", linked.codes_table, name="code-lists-table"),
    path("codes/<slug:name>.<slug:kind>", linked.codes, name="code-list"),
    path("open-data/", open_data.page, name="open-data"),
    path("open-data/on/<str:day>/<path:name>", open_data.file, name="open-data-file-on"),
    path("open-data/<path:name>", open_data.file, name="open-data-file"),
    path("search/", seeking.search, name="search"),
    path("search/suggest/", seeking.suggest, name="search-suggest"),
    path("agencies/", agencies.agency_list, name="agency-list"),
    path("agencies/<slug:slug>/", agencies.agency, name="agency"),
    path("agencies/<slug:slug>/data.<slug:kind>", linked.agency, name="agency-data"),
    path("agencies/<slug:slug>/portal/", portal.portal, name="portal"),
    path("agencies/<slug:slug>/permits.<slug:kind>", exports.permits, name="permit-export"),
    path("embed/", include(embed_pages)),
    *ways_in,
    *insight_pages,
    *about_pages,
    path("permits/", public.permit_list, name="permit-list"),
    path("documents/", documents.document_list, name="document-list"),
    path("documents/table.<slug:kind>", entries.table, {"register": "documents"}, name="document-table"),
    path("documents/<slug:slug>/", documents.document, name="document"),
    path("systems/", systems.system_list, name="system-list"),
    path("systems/table.<slug:kind>", entries.table, {"register": "systems"}, name="system-table"),
    path("systems/<slug:slug>/", systems.system, name="system"),
    path("laws/", laws.law_list, name="law-list"),
    path("laws/table.<slug:kind>", entries.table, {"register": "laws"}, name="law-table"),
    path("laws/<slug:slug>/", laws.law, name="law"),
    path("duty/", duty.duty, name="duty"),
    path("duty/board.csv", duty.table, name="duty-table"),
    path("quality/", quality.board, name="quality"),
    path("quality/table.csv", quality.table, name="quality-table"),
    path("feedback/<slug:code>/", feedback.said, name="feedback-said"),
    path("rules/", rules.rules, name="rules"),
    path("rules/rules.csv", rules.table, name="rules-table"),
    path("provinces/", deviations.overview, name="deviations"),
    path("guide/", public.guide, name="guide"),
    path("guide/form/", public.guide_form, name="guide-form"),
    path("api/", public.api, name="api"),
    path("desk/", include(desk_pages)),
    path("invitations/<int:pk>/<slug:token>/", invited.invitation, name="invitation"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-pages.xml", sitemap.pages, name="sitemap-pages"),
    path("sitemap-services-<int:part>.xml", sitemap.services, name="sitemap-services"),
    path("health/", public.health, name="health"),
]
urlpatterns = [path("account/", include("khedmat.web.account.urls")), path("", include((pages, "web")))]
