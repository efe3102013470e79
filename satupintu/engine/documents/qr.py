"""QR codes for printed papers."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def qr_svg(text: str, *, size: int = 3) -> SafeString:
    """A QR code of ``text`` as an inline ``<svg>`` without style or script, so a strict CSP shows it.

    ``size`` is the side of one square in pixels. A tenth of the code may be smudged and it is still read (level M).
    """
    code = segno.make(text, error="m", micro=False)
    drawing = code.svg_inline(scale=size, svgclass=None, lineclass=None)
    # The drawing holds numbers and path commands only; the text itself is not in it.
    return format_html('<span role="img" aria-label="{}">{}</span>', _("Kode QR"), SafeString(drawing))
