"""The addresses of the registers."""

from django.urls import path

from khedmat.web.desk.registers import ending, issuing, merging, unknown, views

urlpatterns = [
    path("ended-laws/", ending.ended_laws, name="ended-laws"),
    path("registers/documents/<int:pk>/issuing/", issuing.issuing, name="document-issuing"),
    path("registers/", views.index, name="registers"),
    path("registers/<slug:register>/", views.entries, name="register"),
    path("registers/<slug:register>/table.<slug:kind>", views.table, name="register-table"),
    path("registers/<slug:register>/new/", views.new, name="register-new"),
    path("registers/<slug:register>/unknown/", unknown.names, name="unknown-names"),
    path("registers/<slug:register>/unknown/name/", unknown.name, name="unknown-name"),
    path("registers/<slug:register>/unknown/passed/", unknown.passed, name="passed-names"),
    path("registers/<slug:register>/unknown/back/", unknown.back, name="passed-name-back"),
    path("registers/<slug:register>/<int:pk>/", views.entry, name="register-entry"),
    path("registers/<slug:register>/<int:pk>/end/", ending.end, name="register-end"),
    path("registers/<slug:register>/<int:pk>/merge/", merging.merge, name="register-merge"),
]
