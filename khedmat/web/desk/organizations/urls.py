"""The addresses of the register of agencies at the desk."""

from django.urls import path

from khedmat.web.desk.organizations import changing, listing, showing, writing

urlpatterns = [
    path("organizations/", listing.organizations, name="desk-organizations"),
    path("organizations/<slug:slug>/", showing.organization, name="desk-organization"),
    path("organizations/<slug:slug>/edit/", writing.edit, name="desk-organization-edit"),
    path("organizations/<slug:slug>/names/", writing.former_name, name="desk-organization-name"),
    path("new-organization/", writing.new, name="desk-organization-new"),
    path("organization-changes/new/", changing.new, name="desk-change-new"),
    path("organization-changes/<int:pk>/", changing.change, name="desk-change"),
    path("organization-changes/<int:pk>/choose/", changing.choose, name="desk-change-choose"),
    path("organization-changes/<int:pk>/carry-out/", changing.carry, name="desk-change-carry"),
    path("organization-changes/<int:pk>/discard/", changing.discard, name="desk-change-discard"),
]
