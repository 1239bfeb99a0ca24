package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.LeadIdentity;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found may show that two leads of a client are one person, who would hear from it twice: the newer one is put away,
 * unless it has come further than the older. Works inside an open unit that holds neither of them, because whoever ends an
 * outreach locks it before its lead. Source: flows 2.6.
 */
final class DoubleLeads {

    private static final String REFUND = "duplicate";
    private static final Comparator<Lead> NEWEST_FIRST = Comparator.comparing(Lead::createdAt)
            .thenComparing(lead -> lead.id().text())
            .reversed();

    private final EnrichmentPorts on;
    private final LeadIdentity identity;

    DoubleLeads(EnrichmentPorts on, LeadIdentity identity) {
        this.on = on;
        this.identity = identity;
    }

    /**
     * Puts one of the two away where there are two.
     *
     * @param found the lead as it would be with what was found: by an address or a profile of its own another lead is the same
     * @return which one it was
     */
    Optional<LeadId> putAway(Lead found, Instant now) {
        return identity.sameLead(found.clientId(), found.contact(), List.of(), null, found)
                .flatMap(other -> Stream.of(found, other)
                        .sorted(NEWEST_FIRST)
                        .filter(DoubleLeads::isOnlyWrittenTo)
                        .findFirst())
                .map(twin -> putAway(twin.clientId(), twin.id(), now));
    }

    private LeadId putAway(ClientId client, LeadId id, Instant now) {
        on.outreach().end(client, id);
        on.leads().leads().findForUpdate(client, id).ifPresent(lead -> {
            on.leads().leads().update(lead.becoming(LeadStatus.ARCHIVED, now));
            if (lead.history().touches() == 0) {
                on.credits().refund(client, List.of(id), REFUND);
            }
        });
        return id;
    }

    /** Who answered is kept, and who has ended already writes to nobody. */
    private static boolean isOnlyWrittenTo(Lead lead) {
        return switch (lead.status()) {
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, COMPLETED -> true;
            case REPLIED, MEETING_BOOKED, CONVERTED, NOT_INTERESTED, UNSUBSCRIBED, BOUNCED, INVALID, ARCHIVED -> false;
        };
    }
}
