package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.PriorityBalance;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of scoring 3.4, 3.7 and 3.8. */
class AllocationExamplesTest {

    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");
    private static final ClientId A = new ClientId(new UUID(0, 1));
    private static final ClientId B = new ClientId(new UUID(0, 2));

    @Test // POOL-5
    void somebody_contacted_on_10_march_rests_until_8_june() {
        assertThat(Cooling.until(ReleaseReason.CLIENT_CANCELLED, DAY, null))
                .contains(Instant.parse("2026-06-08T00:00:00Z"));
    }

    @Test // POOL-5
    void somebody_who_said_no_on_10_march_rests_until_6_september() {
        assertThat(Cooling.until(ReleaseReason.NOT_INTERESTED, DAY.minusSeconds(86_400), DAY))
                .contains(Instant.parse("2026-09-06T00:00:00Z"));
    }

    @Test // POOL-5
    void somebody_never_contacted_is_free_at_once() {
        assertThat(Cooling.until(ReleaseReason.MANUAL, null, null)).isEmpty();
    }

    @Test // POOL-8.3, first example
    void the_higher_plan_begins_and_the_lowest_ratio_goes_on() {
        assertThat(served(List.of(twoOf(A, Plan.IGNITION), twoOf(B, Plan.VELOCITY)), (client, lead) -> free(lead)))
                .isEqualTo(Map.of(B, List.of("L1", "L3"), A, List.of("L2")));
    }

    @Test // POOL-8.3, second example
    void a_lead_lost_in_a_race_is_passed_over() {
        taken.add("L1");

        assertThat(served(List.of(twoOf(A, Plan.IGNITION), twoOf(B, Plan.VELOCITY)), (client, lead) -> free(lead)))
                .isEqualTo(Map.of(B, List.of("L2"), A, List.of("L3")));
    }

    @Test // POOL-8.3, third example
    void a_large_demand_is_filled_as_far_as_a_small_one() {
        List<String> five = List.of("L1", "L2", "L3", "L4", "L5");

        assertThat(served(
                        List.of(new Demand<>(A, Plan.IGNITION, 2, five), new Demand<>(B, Plan.DOMINANCE, 8, five)),
                        (client, lead) -> free(lead)))
                .isEqualTo(Map.of(B, List.of("L1", "L3", "L4", "L5"), A, List.of("L2")));
    }

    @Test // POOL-8.3: what could not be claimed is no part of the fill ratio
    void whoever_gives_back_has_its_turn_again() {
        FairTurns turns = new FairTurns(
                List.of(new FairTurns.Wanting(A, Plan.IGNITION, 2), new FairTurns.Wanting(B, Plan.VELOCITY, 2)));
        turns.took(B);
        turns.took(A);
        turns.leaves(B);
        assertThat(turns.next()).contains(A);

        turns.gaveBack(B, 1);

        assertThat(turns.next()).contains(B);
    }

    @Property(tries = 200) // POOL-8.3
    void nobody_is_given_twice_and_nobody_is_left_while_somebody_wants(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> wanted,
            @ForAll @IntRange(max = 30) int people) {
        List<Integer> pool = IntStream.range(0, people).boxed().toList();
        Set<Integer> given = new HashSet<>();
        List<Demand<Integer>> demands = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            demands.add(new Demand<>(new ClientId(new UUID(0, i)), Plan.values()[i % 3], wanted.get(i), pool));
        }

        Map<ClientId, List<Integer>> served = served(demands, (client, person) -> given.add(person));

        int sum = wanted.stream().mapToInt(Integer::intValue).sum();
        assertThat(served.values().stream().mapToInt(List::size).sum()).isEqualTo(Math.min(sum, people));
        assertThat(served.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test // POOL-8.2
    void of_a_hundred_assignments_the_20th_40th_60th_80th_and_100th_explore() {
        assertThat(IntStream.rangeClosed(1, 100)
                        .filter(k -> Exploration.falls(k, Exploration.DEFAULT_SHARE))
                        .boxed())
                .containsExactly(20, 40, 60, 80, 100);
    }

    @Property // POOL-8.2
    void the_share_of_explorers_is_exact_over_every_run_length(
            @ForAll @IntRange(max = 100) int percent, @ForAll @IntRange(max = 2_000) int assigned) {
        long explored = IntStream.rangeClosed(1, assigned)
                .filter(k -> Exploration.falls(k, percent))
                .count();

        assertThat(explored).isEqualTo((long) assigned * percent / 100);
    }

    @Test // POOL-8.2
    void candidates_are_ranked_by_score_then_confidence_then_age_then_id() {
        RankedPerson best = ranked(1, 90, null, 9);
        RankedPerson sure = ranked(2, 80, 900, 9);
        RankedPerson unsure = ranked(3, 80, 100, 1);
        RankedPerson older = ranked(4, 80, null, 1);
        RankedPerson twin = ranked(5, 80, null, 1);
        List<RankedPerson> people = new ArrayList<>(List.of(twin, older, unsure, sure, best));
        Collections.sort(people, RankedPerson.BEST_FIRST);

        assertThat(people).containsExactly(best, sure, unsure, older, twin);
    }

    @ParameterizedTest // POOL-10, the table
    @CsvSource({
        "101, 40/35/25, 41/35/25",
        "10, 50/30, 6/4",
        "7, 34/33/33, 3/2/2",
        "1, 80/10/10, 1/0/0",
        "65, 40/35/25, 26/23/16"
    })
    void leads_spread_over_the_active_campaigns(int leads, String shares, String result) {
        List<CampaignShares.Share> active = new ArrayList<>();
        for (String pct : shares.split("/")) {
            int n = active.size();
            active.add(new CampaignShares.Share(
                    new CampaignId(new UUID(3, n)), Integer.parseInt(pct), DAY.plusSeconds(n)));
        }

        Map<CampaignId, Integer> spread = CampaignShares.spread(leads, active);

        assertThat(active.stream()
                        .map(share -> String.valueOf(spread.get(share.campaign())))
                        .toList())
                .isEqualTo(List.of(result.split("/")));
    }

    @Property // POOL-10
    void every_lead_goes_somewhere_and_no_campaign_is_a_whole_lead_off_its_share(
            @ForAll @IntRange(max = 1_000) int leads,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 100) Integer> pcts) {
        List<CampaignShares.Share> active = new ArrayList<>();
        pcts.forEach(pct -> active.add(new CampaignShares.Share(new CampaignId(new UUID(3, active.size())), pct, DAY)));
        int sum = pcts.stream().mapToInt(Integer::intValue).sum();

        Map<CampaignId, Integer> spread = CampaignShares.spread(leads, active);

        assertThat(spread.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(leads);
        assertThat(active).allSatisfy(share -> {
            long off = (long) spread.get(share.campaign()) * sum - (long) leads * share.pct();
            assertThat(Math.abs(off)).isLessThan(sum);
        });
    }

    @Test // POOL-10
    void a_campaign_starts_with_its_share_and_a_person_gives_each_at_least_ten_of_a_hundred() {
        assertThat(List.of(
                        PriorityBalance.joined(List.of()).getLast(),
                        PriorityBalance.joined(List.of(100)).getLast(),
                        PriorityBalance.joined(List.of(50, 50)).getLast()))
                .containsExactly(100, 50, 33);
        assertThat(List.of(PriorityBalance.lowest(2), PriorityBalance.lowest(5), PriorityBalance.lowest(8)))
                .containsExactly(10, 10, 6);
    }

    private final Set<String> taken = new HashSet<>();

    /** What a client wants: so many of these, the best first. */
    private record Demand<C>(ClientId client, Plan plan, int wanted, List<C> candidates) {}

    /** What each client gets when all take turns and a candidate whom somebody else was faster to claim is passed over. */
    private static <C> Map<ClientId, List<C>> served(List<Demand<C>> demands, BiPredicate<ClientId, C> claim) {
        Map<ClientId, Deque<C>> left = new HashMap<>();
        Map<ClientId, List<C>> got = new HashMap<>();
        demands.forEach(demand -> {
            left.put(demand.client(), new ArrayDeque<>(demand.candidates()));
            got.put(demand.client(), new ArrayList<>());
        });
        FairTurns turns = new FairTurns(demands.stream()
                .map(demand -> new FairTurns.Wanting(demand.client(), demand.plan(), demand.wanted()))
                .toList());
        for (Optional<ClientId> next = turns.next(); next.isPresent(); next = turns.next()) {
            ClientId client = next.get();
            C candidate = left.get(client).poll();
            if (candidate == null) {
                turns.leaves(client);
            } else if (claim.test(client, candidate)) {
                got.get(client).add(candidate);
                turns.took(client);
            }
        }
        return got;
    }

    private boolean free(String lead) {
        return taken.add(lead);
    }

    private static Demand<String> twoOf(ClientId client, Plan plan) {
        return new Demand<>(client, plan, 2, List.of("L1", "L2", "L3"));
    }

    private static RankedPerson ranked(int id, int score, Integer confidence, int day) {
        return new RankedPerson(new PoolPersonId(new UUID(2, id)), score, confidence, DAY.plusSeconds(day));
    }
}
