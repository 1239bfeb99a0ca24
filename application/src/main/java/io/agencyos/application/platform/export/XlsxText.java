package io.agencyos.application.platform.export;

import io.agencyos.application.platform.export.SheetFormat.Parts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One sheet of Office Open XML, the least that table programs open. Texts are inline strings, which are never read as
 * formulas, so nothing is put before them. Source: ECMA-376.
 */
final class XlsxText {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

    private static final String TYPES =
            XML + """
                <Types xmlns="%1$s/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="%2$s.sheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$s.worksheet+xml"/></Types>\
                """.formatted(PACKAGE, "application/vnd.openxmlformats-officedocument.spreadsheetml");
    private static final String ROOT = XML + """
        <Relationships xmlns="%s/relationships">\
        <Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>\
        """.formatted(PACKAGE, RELATIONS);
    private static final String BOOK = XML + """
        <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>\
        """.formatted(SHEETS, RELATIONS);
    private static final String BOOKS_RELATIONS = XML + """
        <Relationships xmlns="%s/relationships">\
        <Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>\
        """.formatted(PACKAGE, RELATIONS);
    private static final String BEGINS = XML + "<worksheet xmlns=\"" + SHEETS + "\"><sheetData>";
    private static final String ENDS = "</sheetData></worksheet>";

    private XlsxText() {}

    static String row(List<Cell> cells) {
        return cells.stream().map(XlsxText::cell).collect(Collectors.joining("", "<row>", "</row>"));
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Empty() -> "<c/>";
            case Cell.Number(var value) -> "<c><v>" + value.toPlainString() + "</v></c>";
            case Cell.Text(String value) ->
                "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(value) + "</t></is></c>";
        };
    }

    /** Signs that XML has no place for are left out. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> {
                    if (isAllowed(sign)) {
                        safe.appendCodePoint(sign);
                    }
                }
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign >= ' ' && sign < Character.MIN_SURROGATE
                || sign > Character.MAX_SURROGATE && sign < 0xFFFE
                || sign > 0xFFFF;
    }

    static void write(Parts parts, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, "[Content_Types].xml", TYPES);
        entry(zip, "_rels/.rels", ROOT);
        entry(zip, "xl/workbook.xml", BOOK);
        entry(zip, "xl/_rels/workbook.xml.rels", BOOKS_RELATIONS);
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        say(zip, BEGINS);
        parts.to(zip);
        say(zip, ENDS);
        zip.closeEntry();
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        say(zip, text);
        zip.closeEntry();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
