package io.agencyos.domain.campaign.activation;

import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.Channel;
import java.util.List;
import java.util.Set;

/**
 * What is known when a campaign is to start. Source: outreach 1.3.
 *
 * @param slotFree a slot of the plan is free for this campaign's origin
 * @param senders channels with at least one assigned sender
 * @param senderIdentityComplete legal name, contact, postal address or website, and a working unsubscribe endpoint
 */
public record ActivationFacts(
        String name,
        ChannelMix mix,
        List<SequenceStep> steps,
        SubscriptionStatus subscription,
        boolean slotFree,
        Set<Channel> senders,
        boolean senderIdentityComplete,
        boolean consentDeclared,
        boolean clientPaused,
        boolean hasLeads,
        int credits,
        boolean icpConfirmed) {

    public ActivationFacts {
        steps = List.copyOf(steps);
        senders = Set.copyOf(senders);
    }
}
