"""Files as they come from strangers, built byte by byte: well-formed, odd and hostile."""

import io
import struct
import zipfile

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{_OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
WORKBOOK_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP of the given parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def xlsx(rows: str, more: dict[str, str | bytes] | None = None, *, prolog: str = '<?xml version="1.0"?>') -> bytes:
    """A workbook whose one sheet has this XML as its rows; `more` are further parts."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELS, "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELS,
        "xl/worksheets/sheet1.xml": f"{prolog}{_SHEET}<sheetData>{rows}</sheetData></worksheet>",
    }  # fmt: skip
    return zipped(parts | (more or {}))


def cell(reference: str, text: str) -> str:
    """An XLSX cell with text in it."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def ods(table: str, prolog: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """An ODS file whose one table has this XML inside."""
    office, tables, texts = (f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for n in ("office", "table", "text"))
    content = (
        f'{prolog}<office:document-content xmlns:office="{office}" xmlns:table="{tables}" xmlns:text="{texts}">'
        f'<office:body><office:spreadsheet><table:table table:name="Lembar1">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def ods_cell(text: str, repeated: int = 1) -> str:
    """An ODS text cell, possibly repeated."""
    repeat = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    return f'<table:table-cell office:value-type="string"{repeat}><text:p>{text}</text:p></table:table-cell>'


def xls(texts: list[str], numbers: list[float]) -> bytes:
    """An Excel 97 file: `texts` in row 1, `numbers` in row 2."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += _record(0x0200, struct.pack("<IIHHH", 0, 2, 0, max(len(texts), len(numbers)), 0))
    for column, text in enumerate(texts):
        label = struct.pack("<HHHHB", 0, column, 0, len(text), 0) + text.encode("latin-1")
        sheet += _record(0x0204, label)
    for column, number in enumerate(numbers):
        sheet += _record(0x0203, struct.pack("<HHHd", 1, column, 0, number))
    sheet += _record(0x000A, b"")
    bof = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    codepage = _record(0x0042, struct.pack("<H", 1200))
    before = len(bof) + len(codepage) + 4 + 8 + 6 + 4
    boundsheet = _record(0x0085, struct.pack("<IBBBB", before, 0, 0, 6, 0) + b"Sheet1")
    return _compound_file("Workbook", bof + codepage + boundsheet + _record(0x000A, b"") + sheet)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _compound_file(name: str, stream: bytes) -> bytes:
    """An OLE2 file with one stream, padded above the mini stream limit."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    end, free, fat_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    fat = [fat_mark, end, *range(3, 2 + sectors), end]
    fat += [free] * (128 - len(fat))
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header = struct.pack("<8s16sHHHHH6xIIIIIIIII", magic, b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    directory = _entry("Root Entry", 5, 1, end, 0) + _entry(name, 2, free, 2, len(stream))
    return header + struct.pack("<128I", *fat) + directory.ljust(512, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    tree = (kind, 1, none, none, child)
    return struct.pack("<64sHBBIII16sIQQIQ", encoded, len(encoded), *tree, b"", 0, 0, 0, start, size)


def lying_zip(parts: dict[str, str | bytes], claimed: int) -> bytes:
    """A ZIP whose directory claims `claimed` bytes for every part."""
    data = bytearray(zipped(parts))
    at = data.find(b"PK\x01\x02")
    while at != -1:
        struct.pack_into("<I", data, at + 24, claimed)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)
