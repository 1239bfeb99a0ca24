package io.agencyos.adapters.out.unipile;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the seats of an account were read: all the same, but those that did not answer and are behind. Source: unipile 9.
 *
 * @param usual where every seat stands that is not named
 */
record SeatCursors(Read usual, Map<String, Read> behind) {

    /** When messages and connections were last read. */
    record Read(Instant messages, Instant relations) {

        private static Read of(String text) {
            String[] parts = text.split(";");
            return new Read(Instant.parse(parts[0]), Instant.parse(parts[1]));
        }

        private String text() {
            return messages + ";" + relations;
        }
    }

    SeatCursors {
        behind = Map.copyOf(behind);
    }

    /** @param first where messages begin that were never read */
    static SeatCursors of(@Nullable String text, Instant first) {
        if (text == null) {
            return new SeatCursors(new Read(first, Instant.EPOCH), Map.of());
        }
        String[] lines = text.split("\n");
        Map<String, Read> behind = new TreeMap<>();
        for (int line = 1; line < lines.length; line++) {
            String[] seat = lines[line].split(" ");
            behind.put(seat[0], Read.of(seat[1]));
        }
        return new SeatCursors(Read.of(lines[0]), behind);
    }

    Read of(String seat) {
        return behind.getOrDefault(seat, usual);
    }

    String text() {
        return usual.text()
                + new TreeMap<>(behind)
                        .entrySet().stream()
                                .map(seat -> "\n" + seat.getKey() + " "
                                        + seat.getValue().text())
                                .collect(Collectors.joining());
    }
}
