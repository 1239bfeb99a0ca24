package io.agencyos.bootstrap.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.domain.lead.LeadStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Weeks without a single push: what people did with e-mails, texts, invitations, messages, calls and letters is known by asking
 * the vendors alone. Source: vendors/index 5, api 10.1.
 */
class DeafWorldTest {

    private static final int PEOPLE = 24;

    @Test // clicksend 5.2, unipile 9, vapi 7, salesforge: the reconciling polls
    void whom_no_vendor_ever_calls_hears_of_everything_by_asking_and_stops_in_time() {
        try (SimulatedWorld world = SimulatedWorld.deaf(4, PEOPLE, MemoryStores::open)) {
            world.live(3);
            List<Person> mailed = world.sandbox().population().people().stream()
                    .filter(person -> !person.email().isEmpty()
                            && !person.linkedInUrl().isEmpty()
                            && last(world, person).isAfter(Instant.MIN))
                    .toList();
            Person texts = mailed.get(0);
            Person writes = mailed.get(1);
            Instant stopped = world.time().instant();
            world.sandbox().writeText(texts.mobile(), SimulatedWorld.TEXTS_FROM, "STOP");
            String seat = world.vendors().seat().orElseThrow();
            world.sandbox()
                    .writeOnLinkedIn(
                            seat,
                            writes.linkedInUrl().replaceFirst("^.*/in/", ""),
                            "Please stop contacting me, and take me off your list.",
                            false);

            WorldHistory history = world.live(20);

            assertThat(world.pushes()).as("pushes").isZero();
            assertThat(history.broken()).as("nobody twice, nobody after a stop").isEmpty();
            Map<String, Set<String>> heard = world.hearing().heard();
            assertThat(heard.get("clicksend")).as("texts").contains("sms_unsubscribed");
            assertThat(heard.get("unipile")).as("LinkedIn").contains("linkedin_received");
            assertThat(heard.get("vapi")).as("calls").contains("voice_call_reported");
            assertThat(heard.get("salesforge")).as("e-mails").isNotEmpty();
            assertThat(world.hearing().having(LeadStatus.UNSUBSCRIBED)).contains(texts.email(), writes.email());
            for (Person person : List.of(texts, writes)) {
                assertThat(last(world, person))
                        .as("%s hears no more after the next poll", person.email())
                        .isBefore(stopped.plus(SimulatedWorld.HEARD_BY_ASKING));
            }
        }
    }

    /** When somebody was last reached, on whatever channel. */
    private static Instant last(SimulatedWorld world, Person person) {
        return world.sandbox().ledger().rows().stream()
                .filter(row -> row.kind().reaches() && row.toEmail().equals(person.email()))
                .map(LedgerRow::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
