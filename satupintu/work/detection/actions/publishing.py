"""Publishing a version of a sign for the own kabupaten."""

from django.db.models import Max
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.work.detection import rules
from satupintu.work.detection.models import Sign
from satupintu.work.detection.words import FirstSign


@action("sign.publish")
def publish(sign: Sign, *, by: Appointment) -> Sign:
    """Publish a version of a sign (a new sign where ``code`` is empty); it is looked for from the next night on.

    Raises WrongState for one that would mean everybody of an age, and for one that takes the house its number of months.
    """
    if sign.active and not rules.asks_something(sign.asks):
        raise WrongState(_("Tanda ini belum menyebut keadaan apa pun selain umur dan jenis kelamin."))
    if sign.code == FirstSign.UNCONFIRMED and sign.unconfirmed_months is None:
        raise WrongState(_("Isi sesudah berapa bulan data keluarga perlu dipastikan lagi."))
    own = Sign.objects.filter(area=sign.area)
    if not sign.code:
        own_ones = own.filter(code__startswith="own_").values("code").distinct().count()
        sign.code = f"own_{own_ones + 1}"
    sign.number = (own.filter(code=sign.code).aggregate(last=Max("number"))["last"] or 0) + 1
    sign.published_by, sign.published_label = by, by.label
    sign.save(force_insert=True)
    record("sign.published" if sign.active else "sign.switched_off", sign, by=by, sign=sign.name)
    return sign
