"""The addresses of popular names; they stand before those of the other registers."""

from django.urls import path

from khedmat.web.desk.popular import register, searched, views

urlpatterns = [
    path("services/<int:pk>/names/", views.names, name="service-names"),
    path("services/<int:pk>/names/<int:name>/", views.decide, name="service-name"),
    path("registers/popular-names/", register.popular_names, name="popular-names"),
    path("registers/popular-names/table.<slug:kind>", register.table, name="popular-names-table"),
    path("registers/popular-names/new/", register.new, name="popular-name-new"),
    path("registers/popular-names/missed/", register.missed, name="missed-searches"),
    path("registers/popular-names/searched/", searched.searched, name="searched-names"),
    path("registers/popular-names/searched/settle/", searched.settle, name="searched-name"),
]
