#!/usr/bin/env python3
"""Writes the corpus of bad and odd files the readers are tried with. Run it again after adding a case:
tests/fuzz/make_corpus.py. Every file is small and of our own making."""
import io
import pathlib
import zipfile

here = pathlib.Path(__file__).parent / "corpus"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROOT = f'<Relationships><Relationship Id="a" Type="{REL}officeDocument" Target="xl/workbook.xml"/></Relationships>'
BOOK = '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>'
LINKS = (f'<Relationships><Relationship Id="b" Type="{REL}worksheet" Target="/xl/s.xml"/>'
         f'<Relationship Id="c" Type="{REL}sharedStrings" Target="t.xml"/>'
         f'<Relationship Id="d" Type="{REL}styles" Target="y.xml"/></Relationships>')
STRINGS = "<sst><si><t>Đơn vị</t></si><si><r><t>Tổng </t></r><r><t>điểm</t></r></si><si><t>Sở Nội vụ</t><rPh><t>x</t></rPh></si></sst>"
STYLES = ('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00%"/><numFmt numFmtId="171" formatCode="[h]:mm&quot;x"/></numFmts>'
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/></cellXfs></styleSheet>')
HEAD = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'


def sheet(rows, after=""):
    return f"<worksheet><sheetData>{HEAD}{rows}</sheetData>{after}</worksheet>"


def workbook(body, strings=STRINGS, styles=STYLES, book=BOOK, links=LINKS, root=ROOT, extra=(), method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, text in [("[Content_Types].xml", "<Types/>"), ("_rels/.rels", root), ("xl/workbook.xml", book),
                           ("xl/_rels/workbook.xml.rels", links), ("xl/s.xml", body), ("xl/t.xml", strings),
                           ("xl/y.xml", styles), *extra]:
            info = zipfile.ZipInfo(name, (2022, 3, 30, 0, 0, 0))
            info.compress_type = method
            made.writestr(info, text)
    return out.getvalue()


good = workbook(sheet('<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>0.96849999999999994</v></c></row>',
                      '<mergeCells><mergeCell ref="A3:B4"/></mergeCells>'))
lying = bytearray(good)
at = lying.rfind(b"xl/s.xml")
lying[at - 22:at - 18] = b"\x01\x00\x00\x00"
xlsx = {
    "good": good,
    "stored": workbook(sheet(""), method=zipfile.ZIP_STORED),
    "far_corner": workbook(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "endless_reference": workbook(sheet('<row r="99999999999999999999"><c r="ZZZZZZZZZZZZ9999999999999"><v>1</v></c></row>')),
    "no_references": workbook(sheet("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")),
    "backward_rows": workbook(sheet('<row r="9"><c r="B9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>')),
    "string_out_of_range": workbook(sheet('<row><c t="s"><v>99</v></c></row>')),
    "string_negative": workbook(sheet('<row><c t="s"><v>-1</v></c></row>')),
    "style_out_of_range": workbook(sheet('<row><c s="99999999999"><v>1</v></c></row>')),
    "numbers": workbook(sheet("".join(f'<row><c t="inlineStr"><is><t>Sở {i}</t></is></c><c><v>{n}</v></c></row>' for i, n in enumerate(
        ["1e400", "-0", "1E-400", "99999999999999999999", "0.0000000000000000001", "NaN", "1.7976931348623157E308", "--1", "1e", "."])))),
    "dates": workbook(sheet('<row><c s="2"><v>1e9</v></c><c s="2"><v>-5</v></c><c s="2"><v>60</v></c><c s="3"><v>0.5</v></c></row>')),
    "doctype": workbook(sheet(""), strings='<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'),
    "unclosed": workbook("<worksheet><sheetData><row><c><v>1"),
    "deep": workbook("<worksheet>" + "<a>" * 2000),
    "not_xml": workbook("\x00\x01\x02"),
    "utf16": workbook('<?xml version="1.0" encoding="UTF-16"?><worksheet/>'),
    "merges": workbook(sheet("", '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:A1"/><mergeCell ref="junk"/>'
                                 '<mergeCell ref="A1:B1"/><mergeCell ref="A1:A9"/></mergeCells>')),
    "phonetic": workbook(sheet('<row><c t="inlineStr"><is><rPh><rPh><t>x</t></rPh></rPh><t>y</t></is></c></row>')),
    "no_sheets": workbook(sheet(""), book="<workbook/>"),
    "loop": workbook(sheet(""), links=LINKS.replace("/xl/s.xml", "workbook.xml")),
    "climbing": workbook(sheet(""), links=LINKS.replace("/xl/s.xml", "../../../../etc/passwd")),
    "external": workbook(sheet(""), links=LINKS.replace('Target="/xl/s.xml"', 'TargetMode="External" Target="file:///etc/passwd"')),
    "macro": workbook(sheet(""), extra=[("xl/vbaProject.bin", "x")]),
    "bomb_small": workbook(sheet(" " * 3_000_000)),
    "lying_directory": bytes(lying),
    "cut_short": good[: len(good) // 2],
    "only_end": b"PK\x05\x06" + b"\x00" * 18,
    "empty_zip_entry": b"PK\x03\x04" + b"\x00" * 40,
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64,
    "roman": workbook(sheet('<row><c t="inlineStr"><is><t>I. Các sở</t></is></c></row><row><c t="s"><v>2</v></c><c t="inlineStr"><is><t>90,9.4</t></is></c></row>')),
}

text = "STT;Đơn vị;Tổng điểm;Tối đa;Tỷ lệ;Hạng\n1;Sở Nội vụ;69,25;71,5;96,85;1\nI;Các sở;;;;\n;Tổng cộng;1;;;\n"
guess = b"\xff"
csv = {
    "good": guess + text.encode(),
    "bom": guess + b"\xef\xbb\xbf" + text.encode(),
    "utf16le": guess + text.encode("utf-16-le"),
    "utf16be_bom": guess + b"\xfe\xff" + text.encode("utf-16-be"),
    "utf16_odd": b"\x01" + text.encode("utf-16-le")[:-1],
    "utf16_lone_surrogate": guess + b"\xff\xfe" + b"a\x00\x00\xd8\n\x00",
    "tcvn3": b"\x04" + b"\xa7\xac n v\xde;\xa7i\xd3m\nS\xeb N\xe9i v\xf4;90,94\n",
    "cp1258": b"\x03" + b"S\xf5\xd2 N\xf4\xf2i vu\xf2;90\n",
    "viscii": b"\x05" + bytes(range(1, 256)),
    "wrong_choice": b"\x00" + b"S\xeb N\xe9i v\xf4;90\n",
    "invalid_utf8": guess + b"\xc3\x28;\xf0\x9f\n\xed\xa0\x80;1\n",
    "quotes": guess + b'a,b\n"x""y",1\n"two\nlines",2\nz"q"z,3\n"tail"x,4\n',
    "open_quote": guess + b'a,b\n"never closed,1\n',
    "sep_hint": guess + b"sep=|\r\na|b\r\n1|2\r\n",
    "line_ends": guess + b"a,b\r1,2\r\n3,4\n\r\n5,6",
    "many_columns": guess + b"," * 600 + b"x\n",
    "numbers": guess + "Đơn vị;Điểm;Tối đa;Tỷ lệ;Điểm thưởng;Điểm trừ\nA;1.234,56;0,1;999999999;-1;-999999\nB;999999;0,000001;1e5;−2,5;99999999999999999999\n".encode(),
    "places": guess + "Đơn vị;Điểm;Hạng\nA;1;1-2\nB;2;9999\nC;3;1-0\nD;;không xếp hạng\nE;4;99999999999\n".encode(),
    "headings_only": guess + "Đơn vị;Điểm\nĐơn vị;Điểm\nĐơn vị;Điểm\n".encode(),
    "parts": guess + "Đơn vị;Thẩm định;Khảo sát;Điểm thưởng;Tổng điểm\nA;0,123456789012345;999999;1;2\nB;1;2;0;3\n".encode(),
    "long_bonus": guess + "Đơn vị;Điểm;Điểm thưởng;Điểm trừ\nA;999999;0,123456789012345;0,000000000000001\n".encode(),
    "nul": guess + b"a\x00b;c\n",
    "blank": guess + b" \t\n;;;\n",
}

for kind, files in (("xlsx", xlsx), ("csv", csv)):
    folder = here / kind
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
print(sum(len(files) for files in (xlsx, csv)), "files in", here.name)
