from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "songfa.people"
    label = "people"
