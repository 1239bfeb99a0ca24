package io.agencyos.application.conversion;

import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Counts over what happened, each in one question to the store. Needs an open unit of work of the tenant. Source: api 9.9. */
@SecondaryPort
public interface Reports {

    /**
     * A campaign from enrolment to meeting, in leads.
     *
     * @param contacted leads with at least one touch sent
     * @param replied leads by what their first human reply meant
     * @param meetings leads with a meeting that was not called off
     */
    record Funnel(
            CampaignId campaign,
            int enrolled,
            int contacted,
            int delivered,
            int opened,
            Map<Intent, Integer> replied,
            int meetings) {

        public Funnel {
            replied = Map.copyOf(replied);
        }
    }

    /**
     * What came of the leads of one tier.
     *
     * @param tier the tier that the lead had when it was first written to
     */
    record TierLine(Tier tier, int contacted, int replied, int positive, int meetings) {

        /** Leads with a meeting per contacted lead, in per cent with two decimals; empty without a contact. */
        public Optional<BigDecimal> meetingRate() {
            return contacted == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(meetings)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(BigDecimal.valueOf(contacted), 2, RoundingMode.HALF_UP));
        }
    }

    /** Every campaign that has enrolments, by id. */
    List<Funnel> funnels(ClientId client);

    /** Every tier that was written to since, best first. */
    List<TierLine> conversionByTier(ClientId client, Instant since);
}
