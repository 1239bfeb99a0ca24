package io.agencyos.application.deal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request about a meeting may say. Source: api 8 Meeting. */
final class MeetingInput {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 480;
    private static final int LINK = 2_000;
    private static final int EVENT_ID = 500;
    private static final int TEXT = 10_000;

    private final List<Fault> faults = new ArrayList<>();

    MeetingInput minutes(@Nullable Integer minutes) {
        return require(
                minutes == null || minutes >= SHORTEST && minutes <= LONGEST,
                "duration_minutes",
                "out_of_range",
                "A meeting takes 5 to 480 minutes.");
    }

    MeetingInput link(@Nullable String link) {
        return require(
                link == null || link.length() <= LINK && isWebAddress(link),
                "meeting_link",
                "invalid_url",
                "A link begins with https:// and has at most 2000 characters.");
    }

    MeetingInput eventId(@Nullable String id) {
        return require(
                id == null || !id.isBlank() && id.length() <= EVENT_ID,
                "calendar_event_id",
                "invalid_length",
                "The id of a calendar event has 1 to 500 characters.");
    }

    MeetingInput text(String member, @Nullable String text) {
        return require(
                text == null || text.length() <= TEXT,
                member,
                "invalid_length",
                "This text has at most 10000 characters.");
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private MeetingInput require(boolean holds, String member, String code, String reason) {
        if (!holds) {
            faults.add(new Fault(member, code, reason));
        }
        return this;
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException foreign) {
            return false;
        }
    }
}
