"""QR codes on paper."""

from xml.etree import ElementTree

from satupintu.engine.documents.qr import qr_svg


def test_a_code_is_drawn_without_anything_a_strict_policy_forbids() -> None:
    drawing = ElementTree.fromstring(qr_svg("P7302032005-K26-0042"))  # noqa: S314
    svg = drawing[0]
    assert svg.tag == "svg" and int(svg.attrib["width"]) > 60
    for part in drawing.iter():
        assert part.tag in {"span", "svg", "path"}
        assert not {"style", "onload", "href"} & set(part.attrib)


def test_nothing_of_the_text_stands_in_the_page_as_text() -> None:
    assert "script" not in qr_svg("<script>alert(1)</script>")


def test_whoever_cannot_see_it_hears_what_it_is() -> None:
    drawing = ElementTree.fromstring(qr_svg("x"))  # noqa: S314
    assert (drawing.attrib["role"], drawing.attrib["aria-label"]) == ("img", "Kode QR")
