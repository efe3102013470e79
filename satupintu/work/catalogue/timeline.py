"""What happened to the catalogue, as sentences."""

from satupintu.engine.events import Sentence, tell

tell(
    {
        "service.created": Sentence("menambah layanan {service}"),
        "service.changed": Sentence("mengubah layanan {service}"),
        "requirement.published": Sentence("menerbitkan syarat {service} versi {number}: {papers} berkas"),
    }
)
