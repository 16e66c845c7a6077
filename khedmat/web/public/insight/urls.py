"""What the cards say together."""

from django.urls import path

from khedmat.web.public.insight import documents, electronic

urlpatterns = [
    path("insight/documents/", documents.ranking, name="demand"),
    path("insight/documents.csv", documents.table, name="demand-table"),
    path("insight/electronic/", electronic.ranking, name="electronic"),
    path("insight/electronic.csv", electronic.table, name="electronic-table"),
]
