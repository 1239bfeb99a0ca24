package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.outreach.gate.GateCheck.Finding;
import io.agencyos.domain.outreach.gate.GateCheck.Question;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks 1 to 8: platform, client, campaign, and that the lead exists. Source: outreach 3.3. */
final class StandingChecks {

    private StandingChecks() {}

    static @Nullable Finding killSwitch(Question q) {
        GateFacts.Switches switches = q.facts().switches();
        if (switches.platformStopped()) {
            return Finding.hold(GateReason.PLATFORM_STOPPED);
        }
        return switches.channelStopped() ? Finding.hold(GateReason.CHANNEL_STOPPED) : null;
    }

    static @Nullable Finding clientExists(Question q) {
        return q.facts().client() == null ? Finding.stop(GateReason.CLIENT_NOT_FOUND) : null;
    }

    static @Nullable Finding subscription(Question q) {
        GateFacts.ClientFacts client = q.facts().client();
        if (client == null) {
            return null;
        }
        return switch (client.subscription()) {
            case ACTIVE, TRIALING -> null;
            case PAST_DUE -> answeredByPerson(q) ? null : Finding.hold(GateReason.SUBSCRIPTION_INACTIVE);
            case PAUSED -> Finding.hold(GateReason.SUBSCRIPTION_INACTIVE);
            case CANCELLED -> Finding.stop(GateReason.SUBSCRIPTION_INACTIVE);
        };
    }

    private static boolean answeredByPerson(Question q) {
        boolean answer = q.origin() == TouchOrigin.REPLY || q.origin() == TouchOrigin.MANUAL;
        return answer
                && q.facts().touch().answersOpenConversation()
                && q.facts().approval().byPerson();
    }

    static @Nullable Finding clientPause(Question q) {
        GateFacts.ClientFacts client = q.facts().client();
        return client != null && client.paused() ? Finding.hold(GateReason.CLIENT_PAUSED) : null;
    }

    static @Nullable Finding campaignExists(Question q) {
        return q.facts().campaign() == null ? Finding.stop(GateReason.CAMPAIGN_NOT_FOUND) : null;
    }

    static @Nullable Finding campaignActive(Question q) {
        GateFacts.CampaignFacts campaign = q.facts().campaign();
        if (campaign == null) {
            // gone after the commit: nothing may leave for it
            return Finding.stop(GateReason.CAMPAIGN_INACTIVE);
        }
        return switch (campaign.status()) {
            case ACTIVE -> null;
            case DRAFT, PAUSED -> Finding.hold(GateReason.CAMPAIGN_INACTIVE);
            case COMPLETED -> Finding.stop(GateReason.CAMPAIGN_INACTIVE);
        };
    }

    static @Nullable Finding campaignDates(Question q) {
        GateFacts.CampaignFacts campaign = q.facts().campaign();
        if (campaign == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(q.now(), campaign.zone());
        LocalDate first = campaign.dates().first();
        if (first != null && today.isBefore(first)) {
            return Finding.defer(
                    GateReason.CAMPAIGN_NOT_STARTED,
                    first.atStartOfDay(campaign.zone()).toInstant());
        }
        return campaign.dates().isBefore(today) ? Finding.stop(GateReason.CAMPAIGN_ENDED) : null;
    }

    static @Nullable Finding leadExists(Question q) {
        return q.facts().lead() == null ? Finding.stop(GateReason.LEAD_NOT_FOUND) : null;
    }

    // outreach 13: while the client tests, nothing leaves that has nowhere to go
    static @Nullable Finding testRecipient(Question q) {
        return q.facts().switches().testRecipientMissing() ? Finding.hold(GateReason.TEST_RECIPIENT_MISSING) : null;
    }
}
