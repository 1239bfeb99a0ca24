package io.agencyos.domain.conversation.notice;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told; another member has a row of their own, so that one's reading hides nothing from another. It names
 * no lead. Source: data model 5.13.
 *
 * @param link address of what it is about
 * @param ways by which the person wishes to hear of it
 * @param dedupe a person is told once of what has the same
 */
public record Notice(
        UUID id,
        ClientId clientId,
        UserId userId,
        NoticeTopic topic,
        NoticeSeverity severity,
        String title,
        String body,
        @Nullable String link,
        String dedupe,
        Ways ways,
        Instant createdAt,
        @Nullable Instant readAt) {

    /**
     * At least one of them.
     *
     * @param inApp shown in the product
     * @param email written in a letter
     */
    public record Ways(boolean inApp, boolean email) {

        public static final Ways IN_APP = new Ways(true, false);

        public Ways {
            if (!inApp && !email) {
                throw new IllegalArgumentException("nobody would hear of it");
            }
        }
    }

    /** This one read. */
    public Notice read(Instant at) {
        return new Notice(id, clientId, userId, topic, severity, title, body, link, dedupe, ways, createdAt, at);
    }
}
