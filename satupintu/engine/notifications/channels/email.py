"""E-mail by SMTP.

A mail server knows no keys, so every attempt carries the same Message-ID: a mailbox that sees it twice may show it once,
and whoever looks into it sees that it is the same letter.
"""

import smtplib
from contextlib import suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate
from ssl import create_default_context

from satupintu.engine.notifications.channels.parcel import Parcel, Receipt, Undelivered
from satupintu.engine.notifications.words import Trouble

TIMEOUT = 6.0


class Email:
    """Sends a parcel to one mailbox. ``security``: "starttls", "tls", or "none" for a server on this very machine.

    Raises ValueError for an unknown ``security``, or "none" elsewhere.
    """

    def __init__(
        self, host: str, sender: str, port: int = 587, user: str = "", password: str = "", security: str = "starttls"
    ) -> None:
        if security not in {"starttls", "tls", "none"}:
            raise ValueError("security is starttls, tls or none")
        if security == "none" and host not in {"localhost", "127.0.0.1", "::1"}:
            raise ValueError("without TLS only a mail server on this machine")
        self.host, self.port, self.security = host, port, security
        self.sender, self.user, self.password = sender, user, password

    @property
    def label(self) -> str:
        """The mail server."""
        return self.host

    def send(self, parcel: Parcel) -> Receipt:
        """Hand the letter to the mail server. Raises Undelivered."""
        letter = self._letter(parcel)
        server = self._connected()
        try:
            server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as problem:
            codes = [code for code, _words in problem.recipients.values()]
            raise Undelivered(Trouble.REFUSED if all(code >= 500 for code in codes) else Trouble.BUSY) from problem
        except smtplib.SMTPResponseException as problem:
            raise Undelivered(Trouble.SETTINGS if problem.smtp_code >= 500 else Trouble.BUSY) from problem
        except (OSError, smtplib.SMTPException) as problem:
            raise Undelivered(Trouble.UNKNOWN) from problem
        finally:
            # It has the letter, or not; how it says goodbye changes nothing.
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        return Receipt(str(letter["Message-ID"]).strip("<>"))

    def _connected(self) -> smtplib.SMTP:
        """The mail server, greeted and signed in to. Raises Undelivered."""
        context = create_default_context()
        try:
            if self.security == "tls":
                server: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT, context=context)
            else:
                server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)
            if self.security == "starttls":
                server.starttls(context=context)
            if self.user:
                server.login(self.user, self.password)
        except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError) as problem:
            raise Undelivered(Trouble.SETTINGS) from problem
        except (OSError, smtplib.SMTPException) as problem:
            raise Undelivered(Trouble.UNREACHABLE) from problem
        return server

    def _letter(self, parcel: Parcel) -> EmailMessage:
        """The letter. Raises Undelivered for an address that is none."""
        letter = EmailMessage()
        try:
            Address(addr_spec=parcel.address)
            letter["From"], letter["To"], letter["Subject"] = self.sender, parcel.address, parcel.subject
        except Exception as problem:
            raise Undelivered(Trouble.REFUSED) from problem
        letter["Date"] = formatdate()
        letter["Message-ID"] = f"<{parcel.key}@{self.sender.rpartition('@')[2].strip('> ') or 'satupintu'}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(parcel.text)
        return letter
