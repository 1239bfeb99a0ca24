package io.agencyos.adapters.out.memory.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.outreach.outlook.Irregularities;
import io.agencyos.application.outreach.outlook.WatchOutreach;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchOutreachTest {

    private static final ClientId CLIENT = new ClientId(new UUID(1, 1));
    private static final CampaignId CAMPAIGN = new CampaignId(new UUID(1, 2));
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Conservation CLOSES =
            new Conservation(500, 212, Map.of("channel_tier", 190L), Map.of("recipient_rejected", 3L), 95);

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final MovableClock clock = new MovableClock(NOW);
    private final Map<CampaignId, Conservation> sums = new HashMap<>(Map.of(CAMPAIGN, CLOSES));
    private List<Irregularities.Stuck> stuck = List.of();

    private final WatchOutreach watch = new WatchOutreach(
            new Irregularities() {
                @Override
                public Map<CampaignId, Conservation> sums(ClientId client) {
                    return Map.copyOf(sums);
                }

                @Override
                public List<Stuck> stuck(ClientId client, Patience patience, int limit) {
                    assertThat(patience).isEqualTo(new Patience(20, clock.now().minus(Duration.ofDays(10))));
                    return stuck;
                }
            },
            alerts,
            units,
            clock);

    private List<Alert> open() {
        return units.onPlatform(() -> alerts.open(10));
    }

    @Test // outreach 3.4 worked: 212 + 190 + 3 + 95 = 500; one step less raises conservation_broken
    void a_sum_that_does_not_close_is_told_until_it_closes() {
        assertThat(watch.look(CLIENT)).isZero();
        assertThat(open()).isEmpty();

        sums.put(CAMPAIGN, new Conservation(500, 212, CLOSES.refused(), CLOSES.failed(), 94));
        assertThat(watch.look(CLIENT)).isEqualTo(1);
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.source()).isEqualTo("conservation_broken");
            assertThat(alert.severity()).isEqualTo(Alert.Severity.CRITICAL);
            assertThat(alert.clientId()).isEqualTo(CLIENT);
            assertThat(alert.detail())
                    .containsEntry("campaign_id", CAMPAIGN.text())
                    .containsEntry("enrolled", "500")
                    .containsEntry("pending", "94");
        });

        sums.put(CAMPAIGN, CLOSES);
        watch.look(CLIENT);
        assertThat(open()).isEmpty();
    }

    @Test // outreach 3.4: a deferral that repeats the same code more than 20 times or for more than 10 days
    void leads_that_are_put_off_for_ever_are_one_alert_for_each_reason() {
        stuck = List.of(
                new Irregularities.Stuck(new LeadId(new UUID(2, 1)), "vendor_unavailable", 21, NOW.minusSeconds(60)),
                new Irregularities.Stuck(new LeadId(new UUID(2, 2)), "vendor_unavailable", 40, NOW.minusSeconds(90)),
                new Irregularities.Stuck(new LeadId(new UUID(2, 3)), "not_scored", 2, NOW.minus(Duration.ofDays(11))));
        assertThat(watch.look(CLIENT)).isEqualTo(2);
        assertThat(open()).extracting(Alert::source).containsOnly("touch_stuck");
        assertThat(open())
                .extracting(alert -> alert.detail().get("code"))
                .containsExactlyInAnyOrder("vendor_unavailable", "not_scored");

        stuck = List.of();
        watch.look(CLIENT);
        assertThat(open()).isEmpty();
    }
}
