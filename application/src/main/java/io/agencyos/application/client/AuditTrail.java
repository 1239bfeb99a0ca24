package io.agencyos.application.client;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.AuditEntry.Outcome;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries that this context writes, inside the caller's unit of work. */
public final class AuditTrail {

    private static final String USER = "user";

    private final Audit audit;
    private final ClockPort clock;
    private final IdSource ids;

    public AuditTrail(Audit audit, ClockPort clock, IdSource ids) {
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who acts in this scope; the product itself where nobody is signed in. */
    public static Actor actor(TenantScope scope) {
        return Actors.of(scope);
    }

    /** A person's own sign-in, sign-out or misuse of a token. */
    public void session(AuditAction action, UserId user, SessionId family, Outcome outcome, Origin origin) {
        write(
                null,
                Actor.user(user.value()),
                action,
                outcome,
                USER,
                user.value(),
                Map.of(),
                Map.of("session_id", family.text()),
                origin);
    }

    /** @param user null where nobody has the address; the address itself is not kept */
    public void signInFailed(@Nullable UserId user, Origin origin) {
        UUID id = user == null ? null : user.value();
        write(
                null,
                Actor.system(),
                AuditAction.AUTH_LOGIN_FAILED,
                Outcome.DENIED,
                USER,
                id,
                Map.of(),
                Map.of(),
                origin);
    }

    /** A row that was made or changed. */
    public void change(
            Actor actor,
            AuditAction action,
            @Nullable ClientId client,
            String type,
            UUID resource,
            Map<String, Change> changes,
            Origin origin) {
        write(client, actor, action, Outcome.OK, type, resource, changes, Map.of(), origin);
    }

    private void write(
            @Nullable ClientId client,
            Actor actor,
            AuditAction action,
            Outcome outcome,
            String type,
            @Nullable UUID resource,
            Map<String, Change> changes,
            Map<String, String> metadata,
            Origin origin) {
        audit.append(new AuditEntry(
                ids.next(), clock.now(), client, actor, action, outcome, type, resource, changes, metadata, origin));
    }
}
