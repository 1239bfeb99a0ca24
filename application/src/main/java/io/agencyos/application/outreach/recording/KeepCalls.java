package io.agencyos.application.outreach.recording;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Calls as people look at them, and recordings that somebody needs longer. Source: api 9.11, outreach 10.9. */
@PrimaryPort
public interface KeepCalls {

    /**
     * A call with its lead.
     *
     * @param lead null where it is gone
     */
    record Shown(CallBook.Call call, @Nullable Lead lead) {}

    /** What became of a wish. */
    enum Held {
        DONE,
        NOT_FOUND,
        /** Nothing was recorded, or it is deleted. */
        NO_RECORDING,
        ROLE_REQUIRED
    }

    Optional<Shown> find(TenantScope scope, UUID call);

    /** How long the log of a number goes back. Source: outreach 19.9. */
    Duration LOG = Duration.ofDays(731);

    /** What came of a wish to hear a recording. */
    sealed interface Heard {

        /** It is written down who listens; the sound is read a piece at a time. */
        record Sound(Body body) implements Heard {}

        /** There is no such call, or no copy of what was said, or its time is over and nobody keeps it. */
        record NotFound() implements Heard {}

        record RoleRequired() implements Heard {}
    }

    /** The sound as it is read. */
    @FunctionalInterface
    interface Body {

        void to(OutputStream out) throws IOException;
    }

    /** For admins, who are people; each time told in the audit log. */
    Heard hear(TenantScope scope, UUID call, Origin origin);

    /** What came of asking for the log of a number. */
    sealed interface Log {

        record Calls(List<CallBook.Call> calls) implements Log {}

        record RoleRequired() implements Log {}
    }

    /** The client's calls to and from a number in the last two years, the newest first; for admins. */
    Log ofNumber(TenantScope scope, PhoneNumber number, CallBook.@Nullable After after, int limit);

    /**
     * Keeps the recording beyond its 90 days, for admins; or no longer.
     *
     * @param reason null to let it go
     */
    Held hold(TenantScope scope, UUID call, @Nullable String reason, Origin origin);
}
