from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "songfa.insight"
    label = "insight"
