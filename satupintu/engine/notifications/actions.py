"""What may be done: an officer reads notices and lets a message be tried again; the house sends and gives up."""

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Actor, WrongState, action
from satupintu.engine.events import record
from satupintu.engine.notifications.models import Envelope, Message, Notice
from satupintu.engine.notifications.sweeping import ENVELOPE_FOR
from satupintu.engine.notifications.words import MessageState, Trouble


@action("notice.read")
def read(notice: Notice, *, by: Actor, and_older: bool = False) -> int:
    """Mark a notice of one's own as read, or it and all older ones; answers how many were unread."""
    rows = Notice.objects.to(by.pk).unread()
    rows = rows.filter(pk__lte=notice.pk) if and_older else rows.filter(pk=notice.pk)
    count = rows.update(read_at=timezone.now())
    if count:
        record("notice.read", notice, by=by, count=count)
    return count


@action("message.retry")
def retry(message: Message, *, by: Actor) -> Message:
    """Let a message that was given up be sent again, with the key it always had.

    Raises WrongState when it was not given up, or so long ago that its envelope is gone.
    """
    message.must_be(MessageState.GIVEN_UP)
    now = timezone.now()
    if now - message.queued_at >= ENVELOPE_FOR:
        raise WrongState(_("Pesan ini terlalu lama: alamatnya sudah dihapus."), [])
    message.queue(now)
    record("message.retried", message, by=by, medium=message.medium)
    return message


@action("message.send")
def send(message: Message, *, by: Actor, receipt: str) -> Message:
    """Write down that a gateway took the message, and throw the envelope away: the address has served."""
    if message.state != MessageState.SENT:
        message.state, message.sent_at, message.receipt = MessageState.SENT, timezone.now(), receipt
        message.last_error = ""
        message.save(update_fields=["state", "sent_at", "receipt", "last_error"])
        Envelope.objects.filter(message=message).delete()
        record("message.sent", message, by=by, medium=message.medium)
    return message


@action("message.give_up")
def give_up(message: Message, *, by: Actor, trouble: Trouble) -> Message:
    """Try a message no more. It keeps its envelope, so that an officer can have it sent after all."""
    message.must_be(MessageState.SENDING)
    message.state, message.last_error = MessageState.GIVEN_UP, trouble
    message.save(update_fields=["state", "last_error"])
    record("message.given_up", message, by=by, medium=message.medium, trouble=trouble)
    return message
