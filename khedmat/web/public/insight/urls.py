"""What the cards say together."""

from django.urls import path

from khedmat.web.public.insight import electronic

urlpatterns = [
    path("insight/electronic/", electronic.ranking, name="electronic"),
    path("insight/electronic.csv", electronic.table, name="electronic-table"),
]
