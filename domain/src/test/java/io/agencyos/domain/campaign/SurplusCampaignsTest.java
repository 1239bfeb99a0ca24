package io.agencyos.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurplusCampaignsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T23:00:00Z");
    private static final Plan.Slots IGNITION = Plan.IGNITION.terms().campaigns();

    /** A campaign that is older the smaller its number is. */
    private static Campaign active(int number, int share, CampaignOrigin origin) {
        return Campaign.draft(
                        new CampaignId(new UUID(0, number)),
                        new ClientId(new UUID(9, 9)),
                        origin,
                        CampaignSettings.named("Campaign " + number, ZoneId.of("Australia/Sydney")),
                        NOW.plusSeconds(number))
                .activated(share, NOW.plusSeconds(number));
    }

    private static List<Long> paused(List<Campaign> campaigns) {
        return SurplusCampaigns.toPause(IGNITION, campaigns).stream()
                .map(campaign -> campaign.id().value().getLeastSignificantBits())
                .toList();
    }

    @Test // PLAN-6: lowest lead_allocation_pct first, then newest
    void the_smallest_share_goes_first_and_of_equal_ones_the_newest() {
        List<Campaign> seven = List.of(
                active(1, 30, CampaignOrigin.CUSTOM),
                active(2, 10, CampaignOrigin.CUSTOM),
                active(3, 10, CampaignOrigin.TEMPLATE),
                active(4, 5, CampaignOrigin.CUSTOM),
                active(5, 15, CampaignOrigin.CUSTOM),
                active(6, 15, CampaignOrigin.CUSTOM),
                active(7, 15, CampaignOrigin.CUSTOM));

        assertThat(paused(seven)).containsExactly(4L, 3L);
    }

    @Test // PLAN-3, PLAN-6: the AI slots of the smaller plan bound suggested campaigns too
    void suggested_campaigns_beyond_the_ai_slots_go_even_where_the_total_fits() {
        List<Campaign> five = List.of(
                active(1, 10, CampaignOrigin.CUSTOM),
                active(2, 40, CampaignOrigin.AI_SUGGESTED),
                active(3, 20, CampaignOrigin.AI_SUGGESTED),
                active(4, 15, CampaignOrigin.AI_SUGGESTED),
                active(5, 15, CampaignOrigin.AI_SUGGESTED));

        assertThat(paused(five)).containsExactly(5L);
    }

    @Test // PLAN-3: draft, paused and completed do not count
    void only_active_campaigns_take_a_slot() {
        List<Campaign> stopped = IntStream.rangeClosed(1, 9)
                .mapToObj(number -> active(number, 10, CampaignOrigin.CUSTOM)
                        .paused(new CampaignPause(NOW, CampaignPause.Origin.USER, null, null), NOW))
                .toList();

        assertThat(paused(stopped)).isEmpty();
        assertThat(paused(List.of(active(1, 100, CampaignOrigin.CUSTOM)))).isEmpty();
    }
}
