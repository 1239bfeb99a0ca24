package io.agencyos.application.conversation.store;

import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Every message that was sent, as it was sent, for as long as touches and messages are kept. Sends of tests are left out.
 * Needs an open unit of work of the tenant. Source: api 9.9 {@code content-archive}, data model 5.7, 7.
 */
@SecondaryPort
public interface SentMessages {

    /**
     * A message with what was made of it.
     *
     * @param template of what it was composed, null where a person wrote it
     * @param model that wrote it, null where none did
     * @param personalisation what of the lead stands in it
     * @param opens openings of people
     */
    record SentMessage(
            TouchId id,
            LeadId lead,
            CampaignId campaign,
            TouchKind kind,
            TouchOrigin origin,
            int stepNo,
            Instant at,
            @Nullable String subject,
            String body,
            @Nullable String template,
            @Nullable String model,
            List<String> personalisation,
            DeliveryStatus delivery,
            int opens,
            int clicks) {

        public SentMessage {
            personalisation = List.copyOf(personalisation);
        }
    }

    /**
     * Which messages a page shows; null for all.
     *
     * @param q stands in subject or body
     * @param until exclusive
     */
    record Filter(
            @Nullable Set<Channel> channels,
            @Nullable CampaignId campaign,
            @Nullable String q,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /** Where a page begins: behind this message. */
    record After(Instant at, TouchId id) {}

    /** Newest first. */
    List<SentMessage> list(ClientId client, Filter filter, @Nullable After after, int limit);

    Optional<SentMessage> find(ClientId client, TouchId id);
}
