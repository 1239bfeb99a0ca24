package io.agencyos.application.scoring;

import io.agencyos.application.client.Clients;
import io.agencyos.application.scoring.store.FrozenScores;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.tier.HotCostGuard;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.Treatment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * What a lead's tier is worth in content, calls and research, under the client's guard of its hot leads' costs where it
 * wants one. Works inside the caller's unit of work. Source: scoring TIER-1, B8.
 */
public final class LeadTreatment {

    private final Clients clients;
    private final FrozenScores frozen;
    private final ClockPort clock;

    LeadTreatment(Clients clients, FrozenScores frozen, ClockPort clock) {
        this.clients = clients;
        this.frozen = frozen;
        this.clock = clock;
    }

    /**
     * How a lead with this score is treated.
     *
     * @param score of now; who was written to is ranked by the score frozen with the first touch
     */
    public Treatment of(Lead lead, Tier tier, int score) {
        if (tier != Tier.HOT || !clients.settings(lead.clientId()).hotCostGuard()) {
            return Treatment.of(tier);
        }
        ZoneId zone = clients.find(lead.clientId()).map(Client::timezone).orElse(ZoneId.of("Australia/Sydney"));
        Instant started = lead.history().firstTouchAt();
        ZonedDateTime month = (started == null ? clock.now() : started)
                .atZone(zone)
                .with(TemporalAdjusters.firstDayOfMonth())
                .truncatedTo(ChronoUnit.DAYS);
        return HotCostGuard.treatment(
                tier,
                frozen.standing(
                        lead.clientId(),
                        lead.id(),
                        score,
                        month.toInstant(),
                        month.plusMonths(1).toInstant()));
    }
}
