from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "songfa.advice"
    label = "advice"
