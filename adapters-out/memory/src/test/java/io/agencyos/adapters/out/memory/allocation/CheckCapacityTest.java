package io.agencyos.adapters.out.memory.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.allocation.pacing.CheckCapacity;
import io.agencyos.application.allocation.pacing.CheckCapacityService;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.allocation.CapacityCheck.Dials;
import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckCapacityTest {

    private static final Map<Channel, Integer> ENOUGH =
            Map.of(Channel.EMAIL, 135, Channel.LINKEDIN, 64, Channel.VOICE, 50, Channel.SMS, 100);

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final CheckCapacity check = new CheckCapacityService(clients, alerts, units, () -> Leadbook.MONDAY);

    private ClientId client() {
        MemoryCredits credits = new MemoryCredits(units, UUID::randomUUID);
        OpenClient.Outcome outcome = new ClientUseCases(
                        clients, credits, units, () -> Leadbook.MONDAY, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened opened) {
            return opened.client().id();
        }
        throw new AssertionError(outcome);
    }

    private List<Alert> open() {
        return units.onPlatform(() -> alerts.open(50));
    }

    @Test // PLAN-2: raises CAPACITY_SHORTFALL(channel, per_day) when need > supply
    void a_channel_that_falls_short_is_told_to_staff_until_it_does_not() {
        ClientId short1 = client();
        ClientId short2 = client();
        Map<Channel, Integer> noCalls = Map.of(Channel.EMAIL, 135, Channel.LINKEDIN, 64, Channel.SMS, 100);
        assertThat(check.check(short1, noCalls, Dials.PLANNED))
                .containsExactly(new Shortfall(Channel.VOICE, new BigDecimal("39.8")));
        check.check(short2, noCalls, Dials.PLANNED);
        assertThat(open())
                .hasSize(2)
                .allSatisfy(
                        alert -> assertThat(alert.detail()).isEqualTo(Map.of("channel", "voice", "per_day", "39.8")));

        assertThat(check.check(short1, ENOUGH, Dials.PLANNED)).isEmpty();
        assertThat(open()).extracting(Alert::clientId).containsExactly(short2);
    }

    @Test // PLAN-2: recomputes from the client's measured dials
    void a_client_whose_leads_answer_at_once_needs_fewer_calls() {
        Map<Channel, Integer> few =
                Map.of(Channel.EMAIL, 135, Channel.LINKEDIN, 64, Channel.VOICE, 25, Channel.SMS, 100);
        ClientId client = client();
        assertThat(check.check(client, few, Dials.measured(49, 40))).hasSize(1);
        assertThat(check.check(client, few, Dials.measured(50, 40))).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(check.check(new ClientId(UUID.randomUUID()), Map.of(), Dials.PLANNED))
                .isEmpty();
    }
}
