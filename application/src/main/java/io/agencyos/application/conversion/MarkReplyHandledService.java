package io.agencyos.application.conversion;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Doing it twice is doing it once; the first who handled it stays. */
final class MarkReplyHandledService implements MarkReplyHandled {

    private final InboxPorts ports;
    private final PeopleTrail trail;
    private final UnitOfWork units;

    MarkReplyHandledService(InboxPorts ports, PeopleTrail trail, UnitOfWork units) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
    }

    @Override
    public Outcome handle(TenantScope scope, ReplyId id, Origin origin) {
        return mark(scope, id, true, origin);
    }

    @Override
    public Outcome unhandle(TenantScope scope, ReplyId id, Origin origin) {
        return mark(scope, id, false, origin);
    }

    private Outcome mark(TenantScope scope, ReplyId id, boolean handled, Origin origin) {
        UserId by = scope.userId();
        if (!PeopleTrail.mayWrite(scope) || scope.ofTheProduct()) {
            return new Outcome.Forbidden();
        }
        return units.inTenant(scope, () -> {
            Optional<Reply> found = ports.replies().find(scope.clientId(), id);
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            Reply reply = found.get();
            if (handled == (reply.handledAt() != null)) {
                return new Outcome.Marked(reply);
            }
            Reply next = ports.replies()
                    .update(handled ? reply.handled(by, trail.clock().now()) : reply.unhandled());
            Change change = new Change(who(reply.handledBy()), who(next.handledBy()));
            trail.updated(scope, "reply", id.value(), Map.of("handled_by", change), origin);
            return new Outcome.Marked(next);
        });
    }

    private static @Nullable String who(@Nullable UserId user) {
        return user == null ? null : user.text();
    }
}
