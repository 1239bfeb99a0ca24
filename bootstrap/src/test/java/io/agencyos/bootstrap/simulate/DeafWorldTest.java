package io.agencyos.bootstrap.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.domain.lead.LeadStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A month without a single push: what people did with e-mails, texts, invitations, messages and calls is known by asking the
 * vendors alone. Source: vendors/index 5, api 10.1.
 */
class DeafWorldTest {

    /** Complaints go to the mail server of whoever complains. */
    private static final String TOLD_TO_NOBODY = "complaint";

    @Test // clicksend 5.2, unipile 9, vapi 7, salesforge: the reconciling polls
    void whom_no_vendor_ever_calls_hears_of_everything_by_asking_and_stops_in_time() {
        try (SimulatedWorld world = SimulatedWorld.deaf(4, 60, MemoryStores::open)) {
            WorldHistory history = world.live(24);

            assertThat(world.pushes()).as("pushes").isZero();
            assertThat(history.broken()).as("nobody twice, nobody after a stop").isEmpty();
            Set<String> told = stopped(world, Instant.MAX);
            assertThat(world.sandbox().ledger().contactsAfterStop(SimulatedWorld.HEARD_BY_ASKING))
                    .filteredOn(row -> told.contains(row.toEmail()))
                    .isEmpty();
            for (LedgerRow.Kind way : Set.of(
                    LedgerRow.Kind.EMAIL,
                    LedgerRow.Kind.SMS,
                    LedgerRow.Kind.INVITATION,
                    LedgerRow.Kind.MESSAGE,
                    LedgerRow.Kind.CALL)) {
                assertThat(history.times(way)).as(way.name()).isPositive();
            }
            Map<String, Set<String>> heard = world.heard();
            assertThat(heard.get("clicksend")).contains("delivered", "received");
            assertThat(heard.get("unipile")).contains("connected", "received");
            assertThat(heard.get("vapi")).contains("call_reported");
            assertThat(heard.get("salesforge")).contains("received");
            assertThat(world.having(LeadStatus.UNSUBSCRIBED))
                    .as("whoever said stop, to whomever")
                    .containsAll(stopped(world, world.time().instant().minus(SimulatedWorld.HEARD_BY_ASKING)));
        }
    }

    private static Set<String> stopped(SimulatedWorld world, Instant before) {
        Set<String> all = world.sandbox().ledger().stops().stream()
                .filter(stop -> stop.at().isBefore(before) && !stop.how().equals(TOLD_TO_NOBODY))
                .map(Ledger.Stop::email)
                .collect(Collectors.toSet());
        assertThat(all).as("who said stop").isNotEmpty();
        return all;
    }
}
