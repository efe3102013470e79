"""The form field through which a file comes in."""

from typing import Any

from django import forms

from satupintu.engine.documents.inspection import Inspected, inspect

ACCEPT = ".jpg,.jpeg,.png,.webp,.pdf"
"""What a file dialog offers. Named by endings: a phone then turns its own picture format into JPEG."""


class UploadField(forms.FileField):
    """A file that has passed the inspection: its cleaned value is ``Inspected``, or None when nothing was sent."""

    widget = forms.ClearableFileInput

    def clean(self, data: Any, initial: Any = None) -> Inspected | None:
        """Inspect what was sent. Raises NotAccepted, which the form shows next to the field."""
        upload = super().clean(data, initial)
        return inspect(upload) if upload else None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the file dialog offer what may be attached."""
        return {**super().widget_attrs(widget), "accept": ACCEPT}
