from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "songfa.areas"
    label = "areas"
