package io.agencyos.application.lead.intake;

import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is found or said may show that two leads of a client are one person, who would hear from it twice: the newer one is put away,
 * unless it has come further than the older, and the pool knows them as one. Works inside an open unit that holds neither of them, because whoever ends an
 * outreach locks it before its lead. Source: flows 2.6.
 */
public final class DoubleLeads {

    private static final Comparator<Lead> NEWEST_FIRST = Comparator.comparing(Lead::createdAt)
            .thenComparing(lead -> lead.id().text())
            .reversed();

    private final LeadPorts ports;
    private final EndOutreach outreach;

    public DoubleLeads(LeadPorts ports, EndOutreach outreach) {
        this.ports = ports;
        this.outreach = outreach;
    }

    /**
     * Puts one of the two away where there are two.
     *
     * @param found the lead as it would be with what was found: by an address or a profile of its own another lead is the same
     * @return which one it was, as it stood before
     */
    public Optional<Lead> putAway(Lead found, Instant now) {
        ContactPoints contact = found.contact();
        return ports
                .leads()
                .findByIdentity(
                        found.clientId(),
                        contact.email() == null
                                ? List.of()
                                : List.of(contact.email().key().value()),
                        contact.linkedIn() == null
                                ? List.of()
                                : List.of(contact.linkedIn().key()),
                        List.of(),
                        List.of())
                .stream()
                .filter(other -> !other.id().equals(found.id()))
                .findFirst()
                .flatMap(other -> putAway(found, other, now));
    }

    /**
     * Puts one of two away that are one person.
     *
     * @return which one it was, as it stood before
     */
    public Optional<Lead> putAway(Lead one, Lead other, Instant now) {
        return Stream.of(one, other)
                .filter(any -> !isOver(one) && !isOver(other))
                .sorted(NEWEST_FIRST)
                .filter(DoubleLeads::isOnlyWrittenTo)
                .findFirst()
                .map(away -> ended(away, away.id().equals(one.id()) ? other : one, now));
    }

    private Lead ended(Lead away, Lead kept, Instant now) {
        outreach.end(away.clientId(), away.id());
        ports.leads().findForUpdate(away.clientId(), away.id()).ifPresent(lead -> {
            // whoever said something meanwhile has said it
            Lead ended = isOnlyWrittenTo(lead) ? ports.leads().update(lead.becoming(LeadStatus.ARCHIVED, now)) : lead;
            ports.leads()
                    .findForUpdate(kept.clientId(), kept.id())
                    .ifPresent(stays -> new MergePeople(ports).mergeDoubles(stays, ended, now));
        });
        return away;
    }

    /** Nobody is written to under this name any more, and nobody answered under it. */
    private static boolean isOver(Lead lead) {
        return lead.status() == LeadStatus.ARCHIVED
                || lead.status() == LeadStatus.INVALID
                || lead.status() == LeadStatus.BOUNCED;
    }

    /** Who answered is kept, and who has ended already writes to nobody. */
    private static boolean isOnlyWrittenTo(Lead lead) {
        return switch (lead.status()) {
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, COMPLETED -> true;
            case REPLIED, MEETING_BOOKED, CONVERTED, NOT_INTERESTED, UNSUBSCRIBED, BOUNCED, INVALID, ARCHIVED -> false;
        };
    }
}
