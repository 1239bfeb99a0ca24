package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealOutcomes;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ActivityId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a change of a deal is told: history, events, learning, timeline and audit, inside the caller's unit of work. */
final class DealTrail {

    private final DealPorts ports;
    private final IdSource ids;
    private final TenantScope scope;
    private final AuditEntry.Origin origin;
    private final Instant now;

    DealTrail(DealPorts ports, IdSource ids, TenantScope scope, AuditEntry.Origin origin, Instant now) {
        this.ports = ports;
        this.ids = ids;
        this.scope = scope;
        this.origin = origin;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    void made(Deal deal) {
        ports.deals()
                .append(new DealStageEvent(
                        ids.next(), deal.clientId(), deal.id(), null, deal.stage(), 0, scope.userId(), null, now));
        event(deal, EventName.DEAL_CREATED);
    }

    void moved(Deal before, Deal after) {
        if (before.stage() != after.stage()) {
            ports.deals().append(DealStageEvent.between(ids.next(), before, after, scope.userId(), now));
            event(after, EventName.DEAL_STAGE_CHANGED);
        }
    }

    void event(Deal deal, EventName name) {
        Map<String, String> payload = new HashMap<>();
        payload.put("deal_id", deal.id().text());
        payload.put("stage", deal.stage().wire());
        if (deal.leadId() != null) {
            payload.put("lead_id", deal.leadId().text());
        }
        append(name, deal.id().value(), payload);
    }

    private void append(EventName name, UUID about, Map<String, String> payload) {
        ports.events().append(new DomainEvent(ids.next(), scope.clientId(), name, about, now, payload));
    }

    void outcome(Deal deal, DealOutcomes.Kind kind) {
        if (deal.leadId() != null) {
            ports.sales()
                    .append(new DealOutcomes.Entry(
                            ids.next(),
                            deal.clientId(),
                            deal.leadId(),
                            deal.id(),
                            kind,
                            kind == DealOutcomes.Kind.DEAL_CREATED ? 0 : deal.version(),
                            now,
                            deal.value()));
        }
    }

    /** Once in the life of a lead. */
    void converted(Deal deal, Lead lead) {
        ports.activities()
                .append(new Activity(
                        new ActivityId(ids.next()),
                        deal.clientId(),
                        lead.id(),
                        deal.campaignId(),
                        ActivityAction.CONVERTED,
                        deal.path().creditedChannel(),
                        null,
                        deal.path().credited(),
                        null,
                        now,
                        "converted:" + lead.id().text(),
                        "A deal was made.",
                        scope.ofTheProduct() ? ActivityActor.SYSTEM : ActivityActor.USER));
        append(
                EventName.LEAD_CONVERTED,
                lead.id().value(),
                Map.of("lead_id", lead.id().text(), "deal_id", deal.id().text()));
    }

    /** What a person did; the product's own work is told by its events. */
    void audit(Deal after, AuditAction action, @Nullable Deal before) {
        audit("deal", after.id().value(), action, changes(before, after));
    }

    void audit(String type, UUID id, AuditAction action, Map<String, AuditEntry.Change> changes) {
        if (!scope.ofTheProduct()) {
            ports.audit()
                    .append(new AuditEntry(
                            ids.next(),
                            now,
                            scope.clientId(),
                            Actors.of(scope),
                            action,
                            AuditEntry.Outcome.OK,
                            type,
                            id,
                            changes,
                            Map.of(),
                            origin));
        }
    }

    private static Map<String, AuditEntry.Change> changes(@Nullable Deal before, Deal after) {
        Map<String, AuditEntry.Change> changes = new HashMap<>();
        put(
                changes,
                "stage",
                before == null ? null : before.stage().wire(),
                after.stage().wire());
        put(changes, "value_cents", before == null ? null : cents(before), cents(after));
        put(changes, "name", before == null ? null : before.name(), after.name());
        put(changes, "probability", before == null ? null : before.probability(), after.probability());
        put(changes, "lead_id", before == null ? null : before.leadId(), after.leadId());
        put(changes, "lost_reason", before == null ? null : before.lostReason(), after.lostReason());
        return changes;
    }

    private static @Nullable Long cents(Deal deal) {
        return deal.value() == null ? null : deal.value().cents();
    }

    private static void put(
            Map<String, AuditEntry.Change> changes, String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(
                    member,
                    new AuditEntry.Change(
                            before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}
