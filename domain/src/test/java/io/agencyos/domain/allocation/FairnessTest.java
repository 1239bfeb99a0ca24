package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.Fairness.Received;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Source: scoring B13. */
class FairnessTest {

    private static Received received(int leads, long average, String... industries) {
        return new Received(new ClientId(UUID.randomUUID()), Set.of(industries), leads, leads * average);
    }

    private static List<Boolean> deviates(Received... month) {
        return Fairness.compare(List.of(month)).stream()
                .map(Fairness.Line::deviates)
                .toList();
    }

    @Test // B13: deviation > 10 %; 63 and 77 are 10 % from 70
    void an_average_more_than_a_tenth_from_that_of_the_same_icp_is_told() {
        assertThat(deviates(received(50, 63, "Legal"), received(50, 77, "Legal")))
                .containsExactly(false, false);
        assertThat(deviates(received(50, 62, "Legal"), received(50, 78, "Legal")))
                .containsExactly(true, true);
    }

    @Test // B13: vs. platform average for the same ICP
    void only_clients_who_want_the_same_are_compared() {
        Received one = received(50, 40, "Legal", "Finance");
        Received two = received(50, 90, "Marketing");
        Received three = received(100, 43, " finance");
        assertThat(deviates(one, two, three)).containsExactly(false, false, false);
        assertThat(Fairness.compare(List.of(one, two, three)).getFirst()).isEqualTo(new Fairness.Line(one, 150, 6_300));
        assertThat(deviates(received(50, 40), received(50, 90))).containsExactly(true, true);
        assertThat(deviates(received(50, 40), received(50, 90, "Legal"))).containsExactly(false, false);
    }

    @Test
    void a_handful_of_leads_says_nothing() {
        assertThat(deviates(received(19, 20, "Legal"), received(500, 70, "Legal")))
                .containsExactly(false, false);
        assertThat(deviates(received(20, 20, "Legal"), received(500, 70, "Legal")))
                .containsExactly(true, false);
    }

    @Test
    void averages_are_shown_in_tenths() {
        Fairness.Line line = Fairness.compare(List.of(new Received(new ClientId(UUID.randomUUID()), Set.of(), 3, 200)))
                .getFirst();
        assertThat(line.averageTenths()).isEqualTo(666);
        assertThat(line.peerAverageTenths()).isEqualTo(666);
    }
}
