from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "songfa.web"
    label = "web"
