"""What a human may type into the book."""

from satupintu.work.daybook.forms.records import CorrectForm, EntryForm, SheetForm
from satupintu.work.daybook.forms.remarks import RemarkForm
from satupintu.work.daybook.forms.visits import PHOTOS, ChangeVisitForm, PhotosForm, VisitFilter, VisitForm

__all__ = [
    "PHOTOS",
    "ChangeVisitForm",
    "CorrectForm",
    "EntryForm",
    "PhotosForm",
    "RemarkForm",
    "SheetForm",
    "VisitFilter",
    "VisitForm",
]
