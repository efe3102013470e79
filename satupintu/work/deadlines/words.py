"""Words of deadlines: what they are for, how soon, and how time is counted."""

from satupintu.lib.words import Word


class Urgency(Word):
    """How soon it must be answered."""

    ORDINARY = "ordinary", "Biasa", "Ordinary"
    SOON = "soon", "Segera", "Soon"
    EMERGENCY = "emergency", "Darurat", "Emergency"

    @property
    def rank(self) -> int:
        """0 ordinary, 1 soon, 2 emergency: what lists sort by."""
        return list(Urgency).index(self)


class Subject(Word):
    """What a time limit is for."""

    COMPLAINT = "complaint", "Keluhan", "Complaint"
    REFERRAL = "referral", "Surat rujukan", "Referral letter"


class TimeUnit(Word):
    """How time is counted: by the office's opening hours and days, or by the clock and the calendar on the wall."""

    WORKING_HOURS = "working_hours", "jam kerja", "working hours"
    WORKING_DAYS = "working_days", "hari kerja", "working days"
    CALENDAR_DAYS = "calendar_days", "hari", "days"
    CLOCK_HOURS = "clock_hours", "jam", "hours"

    @property
    def in_days(self) -> bool:
        """Whether it counts whole days."""
        return self in {TimeUnit.WORKING_DAYS, TimeUnit.CALENDAR_DAYS}
