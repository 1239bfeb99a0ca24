package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.conversation.world.ConversationWorld;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every use case of this context works with. */
public record Desk(
        ConversationStores stores, ConversationWorld world, UnitOfWork units, ClockPort clock, IdSource ids) {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    public <T> T inTenant(ClientId client, Supplier<T> work) {
        return units.inTenant(TenantScope.worker(client), work);
    }

    /** The same for work that only asks. */
    public <T> T reading(ClientId client, Supplier<T> work) {
        return units.reading(TenantScope.worker(client), work);
    }

    public Instant now() {
        return clock.now();
    }

    /** A vendor's clock is believed up to ten minutes ahead of ours. Source: api 10.1. */
    public Instant clamped(Instant told, Instant received) {
        return told.isAfter(received.plus(CLOCK_SKEW)) ? received : told;
    }

    /** The lead's own zone, else its client's. */
    public ZoneId zoneOf(Lead lead) {
        ZoneId own = lead.timezone();
        return own != null ? own : clientZone(lead.clientId());
    }

    /** The same where the client was read before. */
    static ZoneId zoneOf(@Nullable Lead lead, Optional<Client> client) {
        ZoneId own = lead == null ? null : lead.timezone();
        return own != null ? own : zoneOf(client);
    }

    public ZoneId clientZone(ClientId client) {
        return zoneOf(world.clients().find(client));
    }

    private static ZoneId zoneOf(Optional<Client> client) {
        return client.map(Client::timezone).orElse(ZoneId.of("UTC"));
    }

    /** A line of a lead's timeline about a touch, or about the lead alone. */
    public Activity activity(
            Lead lead,
            TouchOutcomes.@Nullable Known touch,
            ActivityAction action,
            Instant at,
            @Nullable String dedupeKey,
            @Nullable String detail) {
        return activity(
                lead.clientId(),
                lead.id(),
                touch,
                action,
                at,
                dedupeKey,
                detail,
                action == ActivityAction.REPLIED || action == ActivityAction.UNSUBSCRIBED
                        ? ActivityActor.LEAD
                        : ActivityActor.VENDOR);
    }

    public Activity activity(
            ClientId client,
            LeadId lead,
            TouchOutcomes.@Nullable Known touch,
            ActivityAction action,
            Instant at,
            @Nullable String dedupeKey,
            @Nullable String detail,
            ActivityActor actor) {
        return activity(client, lead, touch, action, at, dedupeKey, detail, actor, Channel.EMAIL);
    }

    /** @param channel of what is told where there is no touch */
    public Activity activity(
            ClientId client,
            LeadId lead,
            TouchOutcomes.@Nullable Known touch,
            ActivityAction action,
            Instant at,
            @Nullable String dedupeKey,
            @Nullable String detail,
            ActivityActor actor,
            Channel channel) {
        return new Activity(
                new ActivityId(ids.next()),
                client,
                lead,
                touch == null ? null : touch.campaign(),
                action,
                touch == null ? channel : touch.kind().channel(),
                touch == null ? null : touch.kind(),
                touch == null ? null : touch.id(),
                touch == null || touch.stepNo() == 0 ? null : touch.stepNo(),
                at,
                dedupeKey,
                detail,
                actor);
    }

    void publish(ClientId client, EventName name, UUID aggregate, Instant at, Map<String, String> payload) {
        world.events().append(new DomainEvent(ids.next(), client, name, aggregate, at, payload));
    }
}
