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
