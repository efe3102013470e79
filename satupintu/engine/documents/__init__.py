"""Documents: numbers, attachments, QR codes. See README.md."""
