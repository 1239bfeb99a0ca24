package io.agencyos.application.resource.lending;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of resources that come and go, inside the caller's unit of work. */
final class LendingNews {

    private final LendingPorts ports;
    private final ClockPort clock;
    private final IdSource ids;

    LendingNews(LendingPorts ports, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
    }

    void lent(ClientId client, LentResource one) {
        event(
                client,
                EventName.RESOURCE_ASSIGNED,
                one,
                Map.of("kind", one.kind().wire(), "value", one.value()));
    }

    void returned(ClientId client, LentResource one) {
        event(
                client,
                EventName.RESOURCE_HEALTH_CHANGED,
                one,
                Map.of(
                        "kind",
                        one.kind().wire(),
                        "from",
                        "assigned",
                        "to",
                        one.status().wire()));
    }

    void warm(LentResource one) {
        event(
                null,
                EventName.RESOURCE_WARMUP_COMPLETED,
                one,
                Map.of("kind", one.kind().wire()));
    }

    void event(@Nullable ClientId client, EventName name, LentResource one, Map<String, String> payload) {
        ports.events().append(new DomainEvent(ids.next(), client, name, one.id().value(), clock.now(), payload));
    }

    void audit(
            UserId by,
            AuditAction action,
            @Nullable ClientId client,
            LentResource one,
            Map<String, String> metadata,
            Origin origin) {
        audit(Actor.user(by.value()), action, client, one, metadata, origin);
    }

    void audit(
            Actor by,
            AuditAction action,
            @Nullable ClientId client,
            LentResource one,
            Map<String, String> metadata,
            Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        client,
                        by,
                        action,
                        AuditEntry.Outcome.OK,
                        "resource",
                        one.id().value(),
                        Map.of(),
                        metadata,
                        origin));
    }
}
