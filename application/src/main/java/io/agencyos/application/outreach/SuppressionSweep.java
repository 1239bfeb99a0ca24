package io.agencyos.application.outreach;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.campaign.Enrolments;
import io.agencyos.application.lead.Leads;
import io.agencyos.application.lead.Suppressions;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.Enrolment;
import io.agencyos.domain.campaign.StopReason;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EnrolmentId;
import io.agencyos.domain.shared.LeadId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** T7 for everybody under way whom a new entry names. Works inside the caller's unit of work. Source: outreach 6.2. */
record SuppressionSweep(Enrolments enrolments, Campaigns campaigns, Leads leads, StopOutreach stops) {

    private static final int BATCH = 500;

    /** The leads with an open enrolment whom one of these entries names, by ascending id. */
    List<LeadId> named(ClientId client, List<Suppression> entries) {
        Set<Suppressions.Key> keys = entries.stream()
                .map(entry -> new Suppressions.Key(entry.keyType(), entry.key()))
                .collect(Collectors.toSet());
        List<LeadId> named = new ArrayList<>();
        for (Campaign campaign : campaigns.all(client)) {
            List<EnrolmentId> live = enrolments.live(client, campaign.id(), null, BATCH);
            while (!live.isEmpty()) {
                List<LeadId> enrolled = enrolments.findAll(client, live).stream()
                        .map(Enrolment::leadId)
                        .toList();
                leads.findAll(client, enrolled).stream()
                        .filter(lead ->
                                Suppressions.Subject.of(lead).keys().stream().anyMatch(keys::contains))
                        .map(Lead::id)
                        .forEach(named::add);
                live = enrolments.live(client, campaign.id(), live.getLast(), BATCH);
            }
        }
        named.sort(Comparator.comparing(LeadId::text));
        return named;
    }

    /** An address that is dead closes its channel; anything else ends the outreach. */
    void stop(ClientId client, LeadId lead, Suppression entry) {
        StopReason reason = new StopReason.Suppressed(entry.reason());
        if (!entry.closesAddressOnly()) {
            stops.stop(client, lead, reason);
            return;
        }
        List<Channel> closed = switch (entry.keyType()) {
            case EMAIL -> List.of(Channel.EMAIL);
            case PHONE -> List.of(Channel.SMS, Channel.VOICE);
            case PERSON, LINKEDIN, DOMAIN, COMPANY -> List.of();
        };
        closed.forEach(channel -> stops.closeChannel(client, lead, channel, reason.wire()));
    }
}
