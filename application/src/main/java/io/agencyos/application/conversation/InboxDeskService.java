package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Entry;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every step of a person's is written down with what was done about which event; what was in it is not. */
final class InboxDeskService implements InboxDesk {

    private final WebhookInbox inbox;
    private final Leads leads;
    private final Consumer<AuditEntry> audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    InboxDeskService(
            WebhookInbox inbox,
            Leads leads,
            Consumer<AuditEntry> audit,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.inbox = inbox;
        this.leads = leads;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<Entry> list(WebhookInbox.Search search, WebhookInbox.@Nullable After after, int limit) {
        return units.onPlatform(() -> inbox.search(search, after, limit));
    }

    @Override
    public Assigned assign(UserId by, Key key, LeadId lead, Origin origin) {
        ClientId client = key.feed().client();
        Supplier<Boolean> known = () -> leads.find(client, lead).isPresent();
        if (!units.inTenant(TenantScope.worker(client), known)) {
            return Assigned.NO_SUCH_LEAD;
        }
        Map<String, String> told = Map.of("vendor", key.feed().vendor(), "lead_id", lead.text());
        Supplier<Boolean> given =
                () -> inbox.assign(key, lead, clock.now()) && noted(by, key, AuditAction.UPDATE, told, origin);
        return units.onPlatform(given) ? Assigned.DONE : Assigned.NOT_UNMATCHED;
    }

    @Override
    public boolean replay(UserId by, Key key, Origin origin) {
        return units.onPlatform(() -> inbox.replay(key, clock.now())
                && noted(
                        by,
                        key,
                        AuditAction.INBOUND_EVENT_REPLAY,
                        Map.of("vendor", key.feed().vendor()),
                        origin));
    }

    @Override
    public boolean discard(UserId by, Key key, String reason, Origin origin) {
        return units.onPlatform(() -> inbox.discard(key, reason, clock.now())
                && noted(
                        by, key, AuditAction.DELETE, Map.of("vendor", key.feed().vendor(), "reason", reason), origin));
    }

    private boolean noted(UserId by, Key key, AuditAction action, Map<String, String> metadata, Origin origin) {
        audit.accept(new AuditEntry(
                ids.next(),
                clock.now(),
                key.feed().client(),
                Actor.user(by.value()),
                action,
                AuditEntry.Outcome.OK,
                "inbound_event",
                null,
                Map.of(),
                metadata,
                origin));
        return true;
    }
}
