"""The service that is asked for, and the papers that were seen."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.ui.forms import CheckCards
from satupintu.foundation.access.steps import StepForm
from satupintu.work.catalogue.models import Service
from satupintu.work.complaints.actions.papers import requirements_of


class ServiceForm(StepForm):
    """Which service the citizen asks for."""

    service = forms.ModelChoiceField(Service.objects.none(), label=_("Layanan yang diminta"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self.fields["service"], self.subject.village_id)
        self.fields["service"].initial = self.subject.service_id


def offered(field: forms.Field, village: int | None) -> None:
    """Let a field choose among the services that are offered at a place now. One query; the page then asks nothing."""
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Service.objects.offered(village, timezone.localdate())
    none = [("", field.empty_label)] if field.empty_label else []
    field.choices = [*none, *((service.pk, service.label) for service in field.queryset)]


class PapersForm(StepForm):
    """A tick and a photo for each paper that the service asks for."""

    papers = forms.TypedMultipleChoiceField(label=_("Berkas yang sudah dilihat"), coerce=int, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = requirements_of(self.subject)
        self.lines = list(asked.lines.all()) if asked else []
        last = self.subject.paper_checks.last()
        papers = self.fields["papers"]
        assert isinstance(papers, forms.TypedMultipleChoiceField)
        papers.widget = CheckCards(hints={str(line.pk): line.note for line in self.lines if line.note})
        maybe = f" {_now('(bila ada)')}"
        papers.choices = [(line.pk, line.document + ("" if line.obligatory else maybe)) for line in self.lines]
        papers.initial = list(last.seen) if last else []
        for line in self.lines:
            label = _now("Foto %(document)s") % {"document": line.document}
            self.fields[f"photo_{line.pk}"] = UploadField(label=label, required=False)

    def words(self) -> dict[str, Any]:
        """The ticks, and the photos with the papers they show; a photo of a paper is a paper seen."""
        photos = [(line, self.cleaned_data.get(f"photo_{line.pk}")) for line in self.lines]
        sent = [(line, photo) for line, photo in photos if photo]
        return {"ticked": [*self.cleaned_data["papers"], *(line.pk for line, _photo in sent)], "photos": sent}
