"""What happened to attachments, letters and templates, as sentences."""

from satupintu.engine.documents.words import FileKind
from satupintu.engine.events import Sentence, tell

tell(
    {
        "attachment.added": Sentence("melampirkan {file}", {"file": FileKind}),
        "attachment.opened": Sentence("membuka berkas lampiran"),
        "letter.drafted": Sentence("membuat konsep {letter}"),
        "letter.changed": Sentence("memperbaiki konsep surat"),
        "letter.initialled": Sentence("memaraf surat"),
        "letter.signed": Sentence("menandatangani surat"),
        "letter.issued": Sentence("menerbitkan {letter}"),
        "letter.returned": Sentence("mengembalikan surat untuk diperbaiki"),
        "letter.revoked": Sentence("mencabut surat"),
        "letter.opened": Sentence("membuka surat"),
        "letter.listed": Sentence("membuka register surat"),
        "letter.prepared": Sentence("menyiapkan konsep surat"),
        "template.drafted": Sentence("membuat konsep naskah surat, versi {version}"),
        "template.changed": Sentence("mengubah konsep naskah surat, versi {version}"),
        "template.published": Sentence("memberlakukan naskah surat versi {version} mulai {on}"),
    }
)
