"""Words of documents."""

from satupintu.lib.words import Word


class FileKind(Word):
    """What may be attached: pictures and PDF, nothing else."""

    JPEG = "jpeg", "Foto (JPEG)", "Photo (JPEG)"
    PNG = "png", "Gambar (PNG)", "Picture (PNG)"
    WEBP = "webp", "Gambar (WebP)", "Picture (WebP)"
    PDF = "pdf", "Dokumen PDF", "PDF document"

    @property
    def picture(self) -> bool:
        """Whether it is looked at as a safe copy rather than handed out as it came."""
        return self is not FileKind.PDF

    @property
    def extensions(self) -> frozenset[str]:
        """Endings that a file of this kind may carry, lower case, with the dot."""
        return frozenset({".jpg", ".jpeg"}) if self is FileKind.JPEG else frozenset({f".{self.value}"})


class Form(Word):
    """How a letter is laid out."""

    STATEMENT = "statement", "Surat keterangan (judul di tengah)", "Statement (title in the middle)"
    LETTER = "letter", "Surat dinas (nomor, lampiran, hal)", "Letter (number, attachments, subject)"
    SLIP = "slip", "Lembar kecil A6", "Small A6 slip"


class LetterState(Word):
    """Where a letter stands."""

    DRAFTED = "drafted", "Konsep", "Draft"
    INITIALLED = "initialled", "Sudah diparaf", "Initialled"
    HALF_SIGNED = "half_signed", "Satu tanda tangan", "One signature"
    ISSUED = "issued", "Terbit", "Issued"
    RETURNED = "returned", "Dikembalikan", "Returned"
    REVOKED = "revoked", "Dicabut", "Revoked"


class LetterWait(Word):
    """What a letter waits for."""

    REPAIR = "repair", "Perbaiki surat", "Repair the letter"
    INITIAL = "initial", "Paraf surat", "Initial the letter"
    SIGN = "sign", "Tanda tangani surat", "Sign the letter"
    NOTHING = "nothing", "Tidak ada", "Nothing"


class SignatureKind(Word):
    """How somebody put their name to a letter."""

    INITIALS = "initials", "Paraf", "Initials"
    SIGNATURE = "signature", "Tanda tangan", "Signature"


class VersionState(Word):
    """Where a version of a template stands."""

    DRAFTED = "drafted", "Konsep", "Draft"
    PUBLISHED = "published", "Berlaku", "Published"
