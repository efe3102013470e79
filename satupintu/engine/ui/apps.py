"""The Django app of the HTML kit."""

from django.apps import AppConfig
from django.utils.translation import get_language, gettext

from satupintu.lib.sentences import translate_by
from satupintu.lib.words import speak


class UiConfig(AppConfig):
    """Register the kit's templates, tags and static files."""

    name = "satupintu.engine.ui"
    label = "ui"

    def ready(self) -> None:
        """Let the words and sentences of lib follow the reader's language."""
        speak(get_language)
        translate_by(gettext)
