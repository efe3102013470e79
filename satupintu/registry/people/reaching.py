"""Whether a number may be written to about a person: asked by rooms above before anything leaves the house."""

from lokal.phone import parse_phone

from satupintu.foundation.access import house
from satupintu.registry.people import rules
from satupintu.registry.people.models import Contact
from satupintu.registry.people.words import SafeContact


def may_be_written_to(person: int | None, number: str, *, own: bool) -> bool:
    """Whether what the person has said allows a message to ``number`` (+62…); ``own`` tells that it is given as theirs.

    What was said last of that very number decides; a number of which nothing was said follows the rule that holds for the
    person where it is their own. A person of whom nothing is known forbids nothing. Asked everywhere, as the house: a
    person may live where whoever writes sees nothing.
    """
    if person is None:
        return True
    with house("memeriksa cara menghubungi yang aman", quietly=True):
        said = list(Contact.objects.filter(person=person).order_by("-pk").values_list("phone", "rule", "replaced_at"))
    of_number = [SafeContact(rule) for phone, rule, _gone in said if mobile(phone) == number]
    now = [SafeContact(rule) for _phone, rule, gone in said if gone is None]
    return rules.may_write(number=of_number[:1], person=now if own else [])


def mobile(phone: str) -> str:
    """The number as +62…, however an officer typed it; empty for what is no Indonesian mobile number."""
    read = parse_phone(phone)
    return read.e164 or "" if read.type == "mobile" else ""
