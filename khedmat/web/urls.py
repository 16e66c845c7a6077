"""The addresses of the pages."""

from django.urls import include, path

from khedmat.web.desk import history, new, people
from khedmat.web.desk import views as desk
from khedmat.web.desk.editor import views as editor
from khedmat.web.importing.urls import urlpatterns as import_pages
from khedmat.web.public import views as public

services = [
    path("", public.service_list, name="service-list"),
    path("<int:pk>/", public.service, name="service"),
    path("<int:pk>/card/", public.service_card, name="service-card"),
    path("<int:pk>/versions/<int:number>/", public.service_version, name="service-version"),
]
desk_pages = [
    path("", desk.desk, name="desk"),
    path("components/", desk.components, name="components"),
    path("people/", people.people, name="people"),
    path("new/", new.new, name="desk-new"),
    path("services/<int:pk>/redraft/", new.redraft, name="desk-redraft"),
    path("versions/<int:pk>/", desk.version, name="desk-version"),
    path("versions/<int:pk>/edit/<slug:section>/", editor.edit, name="desk-edit"),
    path("versions/<int:pk>/history/", history.history, name="desk-history"),
    path("versions/<int:pk>/card/", desk.card, name="desk-card"),
    *import_pages,
    path("versions/<int:pk>/<slug:move>/", desk.move, name="desk-move"),
]
pages = [
    path("", public.home, name="home"),
    path("services/", include(services)),
    path("search/", public.search, name="search"),
    path("agencies/", public.agency_list, name="agency-list"),
    path("agencies/<slug:slug>/", public.agency, name="agency"),
    path("permits/", public.permit_list, name="permit-list"),
    path("guide/", public.guide, name="guide"),
    path("guide/form/", public.guide_form, name="guide-form"),
    path("api/", public.api, name="api"),
    path("desk/", include(desk_pages)),
    path("health/", public.health, name="health"),
]
urlpatterns = [path("account/", include("khedmat.web.account.urls")), path("", include((pages, "web")))]
