package io.agencyos.application.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class SheetFormatTest {

    private static String csv(Cell... cells) {
        return new String(SheetFormat.CSV.rows(List.of(List.of(cells))), StandardCharsets.UTF_8);
    }

    @ParameterizedTest // api 9.6, content 6.2: cells beginning = + - @ are escaped on every export
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"=1+1|'=1+1", "+61491570006|'+61491570006", "-2|'-2", "@SUM(A1)|'@SUM(A1)", "1=1|1=1", "Ada|Ada"})
    void what_looks_like_a_formula_is_none(String text, String written) {
        assertThat(csv(Cell.of(text))).isEqualTo(written + "\r\n");
    }

    @Test
    void a_formula_behind_a_tab_or_a_line_break_is_none_either() {
        assertThat(csv(Cell.of("\t=1"))).isEqualTo("'\t=1\r\n");
        assertThat(csv(Cell.of("\n=1"))).isEqualTo("\"'\n=1\"\r\n");
    }

    @Test // RFC 4180
    void commas_quotes_and_line_breaks_are_quoted() {
        assertThat(csv(Cell.of("a,b"), Cell.of("say \"hi\""), Cell.of("two\nlines"), Cell.of(""), Cell.of("é")))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,é\r\n");
    }

    @Test // a number is a number, also below zero
    void numbers_are_written_as_they_are() {
        assertThat(csv(Cell.of(-5L), Cell.of(new BigDecimal("1E+3")), Cell.of((Integer) null), Cell.of((Instant) null)))
                .isEqualTo("-5,1000,,\r\n");
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static Document parsed(String xml) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test // ECMA-376: every part is XML; texts are inline strings, so nothing is a formula
    void a_book_has_one_sheet_with_the_rows_of_all_parts()
            throws IOException, ParserConfigurationException, SAXException {
        byte[] first = SheetFormat.XLSX.rows(List.of(List.of(Cell.of("name"), Cell.of("sent"))));
        byte[] second = SheetFormat.XLSX.rows(
                List.of(List.of(Cell.of("=1<2 & \u0001\uD83D\uDE80"), Cell.of(7)), List.of(Cell.of(""), Cell.of(-1L))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        SheetFormat.XLSX.write(
                to -> {
                    to.write(first);
                    to.write(second);
                },
                out);

        Map<String, String> book = unzipped(out.toByteArray());
        assertThat(book.keySet())
                .containsExactly(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/worksheets/sheet1.xml");
        for (String xml : book.values()) {
            parsed(xml);
        }
        Document sheet = parsed(book.get("xl/worksheets/sheet1.xml"));
        assertThat(sheet.getElementsByTagName("row").getLength()).isEqualTo(3);
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        NodeList texts = sheet.getElementsByTagName("t");
        assertThat(texts.item(2).getTextContent()).isEqualTo("=1<2 & \uD83D\uDE80");
        assertThat(sheet.getElementsByTagName("v").item(1).getTextContent()).isEqualTo("-1");
    }
}
