package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.LearnedPreferences;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.allocation.ChannelAllocation.Facts;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives leads their channels: what is asked of the client is asked once, however many leads there are. Source: scoring
 * ALLOC-1, CIS 14.
 */
final class ChannelPlanner {

    private final OutreachWorld world;

    ChannelPlanner(OutreachWorld world) {
        this.world = world;
    }

    Map<LeadId, ChannelAllocation> allocate(ClientId client, Campaign campaign, Collection<Lead> leads) {
        Set<Channel> healthy = world.planning().senders().healthy(client);
        ChannelFloors own = campaign.floors();
        CostFloors floors = world.clients().costFloors().with(own.voice(), own.sms(), own.mail());
        Map<LeadId, ChannelAllocation> given = new HashMap<>();
        LearnedPreferences.Preferences learned = world.learned().of(client);
        Set<LeadId> housed = healthy.contains(Channel.MAIL) ? housed(client, leads) : Set.of();
        leads.forEach(lead -> {
            Facts facts = facts(lead, campaign, floors, healthy, housed.contains(lead.id()));
            boolean explores =
                    Exploration.explores(Exploration.Purpose.CHANNEL, lead.id().text(), learned.exploreChannels());
            given.put(lead.id(), ChannelAllocation.of(facts, learned.order(facts.tier()), explores));
        });
        return given;
    }

    /** Who lives at an address that somebody vouched for. */
    private Set<LeadId> housed(ClientId client, Collection<Lead> leads) {
        return world.planning()
                .houses()
                .map(book ->
                        book.of(client, leads.stream().map(Lead::id).toList()).keySet())
                .orElse(Set.of());
    }

    /** No wash of numbers is on record: it is asked before a call. */
    private static Facts facts(Lead lead, Campaign campaign, CostFloors floors, Set<Channel> healthy, boolean housed) {
        Optional<ScoreSummary> score = Optional.ofNullable(lead.score());
        return new Facts(
                score.map(ScoreSummary::tier),
                new AlsScore(score.map(ScoreSummary::score).orElse(0)),
                floors,
                campaign.channelMix(),
                lead.contact(),
                housed,
                false,
                healthy);
    }

    /** Decides and keeps it; nothing is decided where nobody keeps it. */
    void record(
            ClientId client, Campaign campaign, Collection<Lead> leads, Collection<Enrolment> enrolments, Instant at) {
        world.planning().plans().ifPresent(plans -> {
            Map<LeadId, ChannelAllocation> given = allocate(client, campaign, leads);
            Map<EnrolmentId, ChannelAllocation> decided = new HashMap<>();
            enrolments.forEach(enrolment -> {
                ChannelAllocation allocation = given.get(enrolment.leadId());
                if (allocation != null) {
                    decided.put(enrolment.id(), allocation);
                }
            });
            plans.record(client, decided, at);
        });
    }
}
