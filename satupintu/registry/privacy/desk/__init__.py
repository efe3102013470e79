"""The officers' pages of privacy: /permintaan-data/ and /orang/<nomor>/pembaca/."""
