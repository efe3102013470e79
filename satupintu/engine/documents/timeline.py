"""What happened to attachments, as sentences."""

from satupintu.engine.documents.words import FileKind
from satupintu.engine.events import Sentence, tell

tell(
    {
        "attachment.added": Sentence("melampirkan {file}", {"file": FileKind}),
        "attachment.opened": Sentence("membuka berkas lampiran"),
    }
)
