"""Writes small PDF files with a text layer, so that tests need no library that makes PDF."""

from __future__ import annotations

from collections.abc import Sequence

Text = tuple[float, float, float, str]
"""Where a piece of text begins (points from the left and from the bottom), its size and the text."""

WIDTH, HEIGHT = 595, 842


def pdf(pages: Sequence[Sequence[Text]], encoding: str = "utf-16-be") -> bytes:
    """Return a PDF with the given pieces of text on its pages; the font is not embedded, as in many files of Chinese offices."""
    font = 3 + 2 * len(pages)
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    name = {"utf-16-be": "UniGB-UTF16-H", "gbk": "GBK-EUC-H"}[encoding]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for number, pieces in enumerate(pages):
        stream = b"\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode(encoding).hex()}> Tj ET".encode() for x, y, size, text in pieces
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {4 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    objects.append(f"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /{name} /DescendantFonts [{font + 1} 0 R] >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 /FontDescriptor "
        b"<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        b"/CapHeight 880 /StemV 93 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> >>"
    )
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
    return data + f"{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n".encode()
