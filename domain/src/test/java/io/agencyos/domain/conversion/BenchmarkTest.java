package io.agencyos.domain.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.Benchmark.Contribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    private static Contribution client(int contacted, int replied) {
        return new Contribution(contacted, replied, 2, 3, 1);
    }

    /** Clients with 100 contacted each, of whom so many answered. */
    private static List<Contribution> clients(int... replied) {
        return IntStream.of(replied).mapToObj(some -> client(100, some)).toList();
    }

    @Test // api 9.9: platform medians beside the client's own
    void the_middle_client_is_told() {
        assertThat(Benchmark.of(clients(9, 1, 5, 3, 2)))
                .contains(new Benchmark(5, new BigDecimal("0.0300"), new BigDecimal("0.7500"), new BigDecimal("2.00")));
        assertThat(Benchmark.of(clients(9, 1, 5, 3, 2, 4)).map(Benchmark::replyRate))
                .contains(new BigDecimal("0.0350"));
    }

    @Test // api 9.9: null unless at least five contribute; who contacted nobody contributes nothing
    void four_clients_are_no_platform() {
        List<Contribution> four = new ArrayList<>(clients(1, 2, 3, 4));
        four.add(client(0, 0));

        assertThat(Benchmark.of(four)).isEmpty();
    }

    @Test // api 9.9: none has more than 40 % of the volume
    void nobody_may_be_most_of_it() {
        List<Contribution> exactly = List.of(client(40, 1), client(15, 1), client(15, 1), client(15, 1), client(15, 1));
        List<Contribution> more = List.of(client(41, 1), client(15, 1), client(15, 1), client(15, 1), client(14, 1));

        assertThat(Benchmark.of(exactly)).isPresent();
        assertThat(Benchmark.of(more)).isEmpty();
    }

    @Test // api 1.1: null, not 0, without a denominator; as few as five clients with any attendance
    void a_rate_that_too_few_have_is_not_told() {
        List<Contribution> shared = List.of(
                client(100, 1), client(100, 1), client(100, 1), client(100, 1), new Contribution(100, 1, 0, 0, 0));

        assertThat(Benchmark.of(shared).orElseThrow().showRate()).isNull();
        assertThat(new Contribution(0, 0, 1, 0, 0).replyRate()).isNull();
    }
}
