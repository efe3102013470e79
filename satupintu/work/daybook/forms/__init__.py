"""What a human may type into the book."""

from satupintu.work.daybook.forms.records import CorrectForm, EntryForm, SheetForm
from satupintu.work.daybook.forms.remarks import RemarkForm
from satupintu.work.daybook.forms.visits import ChangeVisitForm, VisitFilter, VisitForm

__all__ = ["ChangeVisitForm", "CorrectForm", "EntryForm", "RemarkForm", "SheetForm", "VisitFilter", "VisitForm"]
