package io.agencyos.application.conversation.notice;

import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticeSeverity;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What members were told. Needs an open unit of work of the client; a member sees and marks the own ones alone. */
@SecondaryPort
public interface Notices {

    /** @param severities empty for all */
    record Filter(boolean unread, Set<NoticeSeverity> severities) {}

    /** Where a page ended. */
    record After(Instant createdAt, UUID id) {}

    /** Adds those whose person was not told the same before; worker only. */
    void add(Collection<Notice> notices);

    /** Newest first, of those that are shown in the product. */
    List<Notice> list(ClientId client, UserId user, Filter filter, @Nullable After after, int limit);

    /** Whether there is such a one; reading it again changes nothing. */
    boolean read(ClientId client, UserId user, UUID notice, Instant now);

    void readAll(ClientId client, UserId user, Instant now);

    /** What one person is owed by letter, oldest first, and when the last letter was written. */
    record Owed(UserId user, List<Notice> notices, @Nullable Instant lastLetter) {}

    /** What people wished by letter, came since this moment and is in no letter yet, at most 500 notices; worker only. */
    List<Owed> owed(ClientId client, Instant since);

    /** These are in a letter; worker only. */
    void mailed(ClientId client, Collection<UUID> notices, Instant at);

    /** Up to when the client's events have been told; worker only. */
    Optional<Instant> toldUntil(ClientId client);

    void tellFrom(ClientId client, Instant at);
}
