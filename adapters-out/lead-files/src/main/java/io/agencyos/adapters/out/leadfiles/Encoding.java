package io.agencyos.adapters.out.leadfiles;

import io.agencyos.application.lead.intake.UnreadableLeadFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the bytes of a file are to be read: by its byte order mark, else as UTF-16 when every other byte is zero, else as
 * UTF-8 when the whole file is valid UTF-8, else as Windows-1252, which everything is but a workbook.
 *
 * @param bom bytes to skip at the beginning
 */
record Encoding(Charset charset, int bom, Optional<String> warning) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** How .xlsx, .ods and archives begin, and how .xls does. */
    private static final List<byte[]> WORKBOOKS =
            List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});

    private static final int CHUNK = 1 << 16;

    static Encoding of(InputStream bytes) throws IOException {
        byte[] buffer = new byte[CHUNK];
        int length = bytes.readNBytes(buffer, 0, CHUNK);
        if (isWorkbook(buffer, length)) {
            throw new UnreadableLeadFile(
                    "file_unreadable",
                    0,
                    "This is a workbook or an archive, not a table in text; save the sheet as CSV and take that file.");
        }
        Optional<Encoding> marked = byMark(buffer, length).or(() -> byZeros(buffer, length));
        if (marked.isPresent()) {
            return marked.get();
        }
        return isUtf8(bytes, buffer, length)
                ? new Encoding(StandardCharsets.UTF_8, 0, Optional.empty())
                : new Encoding(WINDOWS, 0, Optional.of("The file is not UTF-8; it was read as Windows-1252."));
    }

    private static boolean isWorkbook(byte[] b, int length) {
        return WORKBOOKS.stream()
                .anyMatch(start ->
                        length >= start.length && Arrays.mismatch(b, 0, start.length, start, 0, start.length) < 0);
    }

    private static Optional<Encoding> byMark(byte[] b, int length) {
        if (length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return Optional.of(new Encoding(StandardCharsets.UTF_8, 3, Optional.empty()));
        }
        if (length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2, Optional.empty()));
        }
        if (length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2, Optional.empty()));
        }
        return Optional.empty();
    }

    private static Optional<Encoding> byZeros(byte[] b, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (b[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (odd > length / 4) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 0, Optional.empty()));
        }
        return even > length / 4
                ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, 0, Optional.empty()))
                : Optional.empty();
    }

    private static boolean isUtf8(InputStream bytes, byte[] buffer, int first) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        ByteBuffer in = ByteBuffer.allocate(CHUNK + Integer.BYTES);
        int length = first;
        while (length > 0) {
            in.put(buffer, 0, length).flip();
            out.clear();
            CoderResult result = decoder.decode(in, out, false);
            if (result.isError()) {
                return false;
            }
            in.compact();
            length = bytes.readNBytes(buffer, 0, CHUNK);
        }
        in.flip();
        out.clear();
        return !decoder.decode(in, out, true).isError();
    }
}
