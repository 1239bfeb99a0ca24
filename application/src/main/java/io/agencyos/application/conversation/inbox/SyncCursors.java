package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** How far a source was read. Needs an open unit of work of the tenant, as worker. Source: data model 5.12. */
@SecondaryPort
public interface SyncCursors {

    /** A source of one client; {@code account} is empty where there is one only. */
    record Source(ClientId client, String name, String account) {}

    /**
     * @param position opaque, from the source itself
     * @param lastOkAt when all pages were last stored
     */
    record Cursor(
            @Nullable String position,
            @Nullable Instant lastOkAt,
            @Nullable String lastError) {}

    Optional<Cursor> find(Source source);

    /** Everything up to here is stored. */
    void advance(Source source, String position, Instant at);

    /** The source could not be read; the position stays. */
    void fail(Source source, String error, Instant at);
}
