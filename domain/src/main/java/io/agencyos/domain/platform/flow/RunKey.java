package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.id.RunId;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What makes a run unique for ever among those of its client and flow, so that the same cause never makes two. Source:
 * flows 1.6.
 *
 * @param text 1–240 characters
 */
public record RunKey(String text) {

    public static final int LONGEST = 240;

    public RunKey {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a run's key has 1 to " + LONGEST + " characters");
        }
    }

    /** By a schedule's own local time, which two nodes read alike. */
    public static RunKey cron(LocalDateTime local) {
        return new RunKey("cron:" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
    }

    public static RunKey event(UUID event) {
        return new RunKey("evt:" + event);
    }

    /** The n-th child of a run. */
    public static RunKey child(RunId parent, String n) {
        return new RunKey("run:" + parent.text() + ":" + n);
    }

    /** By the caller's own key; a caller's key may be used once per flow. */
    public static RunKey api(String idempotencyKey) {
        return new RunKey("api:" + idempotencyKey);
    }
}
