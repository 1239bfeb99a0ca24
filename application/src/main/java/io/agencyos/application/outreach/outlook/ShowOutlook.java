package io.agencyos.application.outreach.outlook;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.outreach.gate.Refusal;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Says of a client and of each of its campaigns when something is sent next, or why nothing is and what to do about it.
 * There is no third answer. Source: outreach 3.4 "never silent", api 9.19.
 */
@PrimaryPort
public interface ShowOutlook {

    /** A refusal with how many leads stand behind it; its {@code until} is the earliest of theirs. */
    record Cause(Refusal refusal, int leads) {}

    /**
     * Of one campaign, or of all.
     *
     * @param campaign null for all, or for leads in none
     * @param nextSendAt null where nothing is going to be sent
     * @param first what stands against everything, where nothing is going to be sent
     * @param causes every refusal, the first check first
     */
    record Summary(
            @Nullable CampaignId campaign,
            int leads,
            @Nullable Instant nextSendAt,
            @Nullable Cause first,
            List<Cause> causes) {

        public Summary {
            causes = List.copyOf(causes);
        }
    }

    /** Of the client, and of each campaign that has leads waiting. */
    record Status(Summary client, List<Summary> campaigns) {

        public Status {
            campaigns = List.copyOf(campaigns);
        }
    }

    /** A lead behind a refusal. */
    record Refused(LeadId lead, String name, @Nullable CampaignId campaign, Refusal refusal) {}

    Status status(TenantScope scope);

    /** Of one campaign, also of one in which nobody waits; empty where there is none. */
    Optional<Diagnosis> diagnosis(TenantScope scope, CampaignId campaign);

    /**
     * Why a campaign sends nothing, and whether its sum closes.
     *
     * @param standing has a next instant or a first cause, also where no lead waits
     */
    record Diagnosis(Campaign campaign, Summary standing, Conservation steps) {}

    /** The leads behind one code, in one campaign or in all, by name, after this one. */
    List<Refused> behind(
            TenantScope scope, String code, @Nullable CampaignId campaign, Outlooks.@Nullable After after, int limit);

    /** Reads these stores. */
    static ShowOutlook over(
            Outlooks outlooks, Campaigns campaigns, Enrolments enrolments, UnitOfWork units, ClockPort clock) {
        return new ShowOutlookService(outlooks, campaigns, enrolments, units, clock);
    }
}
