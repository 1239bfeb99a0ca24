package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.store.ReceivedLeads;
import io.agencyos.application.platform.Alerts;
import io.agencyos.domain.allocation.Fairness;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The month's comparison of what clients were given, in memory and on PostgreSQL. Source: scoring B13. */
public abstract class FairnessContract extends AssignmentSteps {

    private static final int LEADS = 20;

    protected abstract ReceivedLeads received(AllocationScenario.Stores stores);

    protected abstract Alerts alerts(AllocationScenario.Stores stores);

    private CompareClients compare() {
        AllocationScenario.Stores on = scenario().on();
        return new CompareClients(received(on), alerts(on), on.units(), now::get);
    }

    private List<Alert> open() {
        AllocationScenario.Stores on = scenario().on();
        return on.units().onPlatform(() -> alerts(on).open(10));
    }

    /** A client whose people are all like this. */
    private Asking given(String industry, String title, int employees) {
        Asking asking = scenario().asking(icp -> wanting(icp, industry, title));
        scenario()
                .add(Stream.generate(() -> scenario().person(EmailStatus.VERIFIED, title, Country.AUSTRALIA, employees))
                        .limit(LEADS)
                        .toList());
        assertThat(done(assign(asking, LEADS, "monday")).assigned()).isEqualTo(LEADS);
        return asking;
    }

    private static IcpProfile wanting(IcpProfile icp, String industry, String title) {
        IcpTarget was = icp.target();
        return new IcpProfile(
                icp.id(),
                icp.clientId(),
                icp.version(),
                icp.status(),
                icp.origin(),
                List.of(industry, "Marketing"),
                List.of(title),
                was.companySizes(),
                was.locations(),
                was.seniorities(),
                was.keywords(),
                was.exclusions(),
                was.painPoints(),
                icp.confirmedAt(),
                icp.rowVersion());
    }

    private Fairness.Line line(YearMonth month, ClientId client) {
        return compare().report(month).stream()
                .filter(line -> line.received().client().equals(client))
                .findFirst()
                .orElseThrow();
    }

    @Test // B13: monthly per client, average ALS received vs. the same ICP; deviation > 10 % is an admin alert
    void staff_are_told_of_clients_whose_leads_are_far_from_their_peers() {
        YearMonth march = YearMonth.from(START.atZone(ZoneId.of("Australia/Sydney")));
        Asking poor = given("Legal", "Head of Growth", 5_000);
        Asking rich = given("Finance", "Founder", 25);

        // 8 + 15 + 17 + 15 = 55 and 8 + 25 + 25 + 15 = 73: 64 on average, 14 % off
        assertThat(line(march, poor.client()))
                .isEqualTo(new Fairness.Line(
                        new Fairness.Received(poor.client(), Set.of("legal", "marketing"), LEADS, 55L * LEADS),
                        2 * LEADS,
                        128L * LEADS));
        assertThat(line(march, rich.client()).averageTenths()).isEqualTo(730);
        assertThat(open()).extracting(Alert::clientId).containsExactlyInAnyOrder(poor.client(), rich.client());
        assertThat(open())
                .first()
                .satisfies(alert -> assertThat(alert.detail())
                        .containsEntry("month", march.toString())
                        .containsEntry("peer_average_tenths", "640"));

        assertThat(compare().report(march.plusMonths(1))).isEmpty();
        assertThat(open()).isEmpty();
    }
}
