"""The addresses of embedded pages: other sites hold them, so none of them ever changes."""

from django.urls import path

from khedmat.web.embed import desk, generator, kit, views

urlpatterns = [
    path("", generator.embed, name="embed"),
    path("agency/<slug:slug>/", views.agency, name="embed-agency"),
    path("agency/<slug:slug>/list.html", views.agency_list, name="embed-list"),
    path("agency/<slug:slug>.zip", kit.kit, name="embed-kit"),
    path("key.pem", kit.key, name="embed-key"),
    path("service/<int:number>/", views.service, name="embed-service"),
    path("<str:name>", views.script_or_style, name="embed-asset"),
]
desk_patterns = [
    path("portals/", desk.portals, name="desk-portals"),
    path("portals/<slug:slug>/", desk.portal, name="desk-portal"),
    path("portals/<slug:slug>/check/", desk.check, name="desk-portal-check"),
]
