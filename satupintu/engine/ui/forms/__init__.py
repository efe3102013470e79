"""Forms: one column, plain sentences, nothing typed is lost, nothing sent twice."""

from satupintu.engine.ui.forms.days import DayField
from satupintu.engine.ui.forms.filters import FilterForm, KeptFilter, in_days
from satupintu.engine.ui.forms.form import Form, ModelForm
from satupintu.engine.ui.forms.widgets import Cards, CheckCards, Day

__all__ = ["Cards", "CheckCards", "Day", "DayField", "FilterForm", "Form", "KeptFilter", "ModelForm", "in_days"]
