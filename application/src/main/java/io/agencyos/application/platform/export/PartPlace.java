package io.agencyos.application.platform.export;

import java.time.Instant;
import java.util.UUID;

/** Where a part of a list by time ended, as a job keeps it. */
public record PartPlace(Instant at, UUID id) {

    /** What {@link #text} made. */
    public static PartPlace of(String text) {
        int gap = text.indexOf(' ');
        return new PartPlace(Instant.parse(text.substring(0, gap)), UUID.fromString(text.substring(gap + 1)));
    }

    public String text() {
        return at + " " + id;
    }
}
