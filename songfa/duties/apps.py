from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "songfa.duties"
    label = "duties"
