package io.agencyos.bootstrap.large;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** A file of leads that is nowhere: its lines are made while they are read. A few people come again and again. */
final class EndlessFile extends InputStream {

    static final int PEOPLE = 200;

    private static final String HEADER = "Email,First Name,Last Name,Title,Company,Keywords,About\n";

    private final int rows;
    private final byte[][] lines;
    private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
    private int row;
    private int at;

    /** @param width characters that each line has at least */
    EndlessFile(int rows, int width) {
        this.rows = rows;
        lines = IntStream.range(0, PEOPLE)
                .mapToObj(person -> line(person, width))
                .toArray(byte[][]::new);
    }

    private static byte[] line(int person, int width) {
        String about = "knows every product of every supplier, ".repeat(width / 2 / 39 + 1);
        String keywords = "a word that somebody pasted over and over ".repeat(width / 2 / 42 + 1);
        return "lead%1$d@harbour%1$d.example,Priya,Raman,Head of Growth,Harbour %1$d,\"%2$s, pumps\",\"%3$s\"\n"
                .formatted(person, keywords, about)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (at == line.length) {
            if (row == rows) {
                return -1;
            }
            line = lines[row++ % PEOPLE];
            at = 0;
        }
        int length = Math.min(most, line.length - at);
        System.arraycopy(line, at, into, from, length);
        at += length;
        return length;
    }
}
