package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.contact.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far each folder of each mailbox was read. Source: smtp-imap 4. */
final class ReadCursor {

    /**
     * @param validity the UIDVALIDITY under which {@code lastUid} means anything
     * @param syncedAt when the folder was last read
     */
    record Position(long validity, long lastUid, Instant syncedAt) {}

    private final Map<String, Position> positions;

    private ReadCursor(Map<String, Position> positions) {
        this.positions = positions;
    }

    static ReadCursor parse(@Nullable String text) {
        Map<String, Position> positions = new TreeMap<>();
        if (text != null && !text.isEmpty()) {
            for (String entry : text.split(",")) {
                String[] parts = entry.split("\\.");
                positions.put(
                        parts[0],
                        new Position(
                                Long.parseLong(parts[1]),
                                Long.parseLong(parts[2]),
                                Instant.ofEpochSecond(Long.parseLong(parts[3]))));
            }
        }
        return new ReadCursor(positions);
    }

    String text() {
        return positions.entrySet().stream()
                .map(entry -> entry.getKey() + "." + entry.getValue().validity() + "."
                        + entry.getValue().lastUid() + "."
                        + entry.getValue().syncedAt().getEpochSecond())
                .collect(Collectors.joining(","));
    }

    Optional<Position> of(EmailAddress mailbox, String folder) {
        return Optional.ofNullable(positions.get(name(mailbox, folder)));
    }

    ReadCursor with(EmailAddress mailbox, String folder, Position position) {
        Map<String, Position> moved = new TreeMap<>(positions);
        moved.put(name(mailbox, folder), position);
        return new ReadCursor(moved);
    }

    /** Folder names may hold anything. */
    private static String name(EmailAddress mailbox, String folder) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((mailbox.key().value() + "\n" + folder).getBytes(StandardCharsets.UTF_8));
    }
}
