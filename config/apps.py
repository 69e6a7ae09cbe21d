"""The roof as a Django app: its management commands, checks and words."""

from django.apps import AppConfig


class RoofConfig(AppConfig):
    name = "config"
    label = "roof"
