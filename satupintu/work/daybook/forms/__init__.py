"""What a human may type into the book."""

from satupintu.work.daybook.forms.records import CorrectForm, EntryForm, SheetForm
from satupintu.work.daybook.forms.visits import ChangeVisitForm, VisitFilter, VisitForm

__all__ = ["ChangeVisitForm", "CorrectForm", "EntryForm", "SheetForm", "VisitFilter", "VisitForm"]
