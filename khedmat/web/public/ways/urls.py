"""Ways in for people: by event, by audience, by questions."""

from django.urls import path

from khedmat.web.public import entries
from khedmat.web.public.finder.views import finder
from khedmat.web.public.ways import audiences, events

urlpatterns = [
    path("finder/", finder, name="finder"),
    path("events/", events.event_list, name="event-list"),
    path("events/<slug:slug>/", events.event, name="event"),
    path("audiences/", audiences.audience_list, name="audience-list"),
    path("audiences/table.<slug:kind>", entries.table, {"register": "audiences"}, name="audience-table"),
    path("audiences/<slug:slug>/", audiences.audience, name="audience"),
]
