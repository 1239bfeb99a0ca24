package io.agencyos.application.outreach.suppression;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** T7 for everybody under way whom a new entry names. Works inside the caller's unit of work. Source: outreach 6.2. */
record SuppressionSweep(Enrolments enrolments, Campaigns campaigns, Leads leads, StopOutreach stops) {

    private static final int BATCH = 500;

    /** The leads with an open enrolment whom one of these entries names, by ascending id. */
    List<LeadId> named(ClientId client, List<Suppression> entries) {
        List<LeadId> named = new ArrayList<>();
        named(client, entries, (lead, entry) -> named.add(lead));
        named.sort(Comparator.comparing(LeadId::text));
        return named;
    }

    /** Tells each lead with an open enrolment with the first of these entries that names it. */
    void named(ClientId client, List<Suppression> entries, BiConsumer<LeadId, Suppression> found) {
        Map<Suppressions.Key, Suppression> byKey = entries.stream()
                .collect(Collectors.toMap(
                        entry -> new Suppressions.Key(entry.keyType(), entry.key()),
                        Function.identity(),
                        (first, second) -> first));
        for (Campaign campaign : campaigns.all(client)) {
            List<EnrolmentId> live = enrolments.live(client, campaign.id(), null, BATCH);
            while (!live.isEmpty()) {
                List<LeadId> enrolled = enrolments.findAll(client, live).stream()
                        .map(Enrolment::leadId)
                        .toList();
                leads.findAll(client, enrolled)
                        .forEach(lead -> Suppressions.Subject.of(lead).keys().stream()
                                .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                                .findFirst()
                                .ifPresent(entry -> found.accept(lead.id(), entry)));
                live = enrolments.live(client, campaign.id(), live.getLast(), BATCH);
            }
        }
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
