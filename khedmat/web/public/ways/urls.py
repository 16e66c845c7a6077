"""Ways in for people: by event, by audience."""

from django.urls import path

from khedmat.web.public.ways import audiences, events

urlpatterns = [
    path("events/", events.event_list, name="event-list"),
    path("events/<slug:slug>/", events.event, name="event"),
    path("audiences/", audiences.audience_list, name="audience-list"),
    path("audiences/<slug:slug>/", audiences.audience, name="audience"),
]
