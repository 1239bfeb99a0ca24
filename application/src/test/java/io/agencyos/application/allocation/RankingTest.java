package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.scoring.PreviewScores;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.allocation.RankedPerson;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In which order a demand takes people of a board. */
class RankingTest {

    private static final ClientId CLIENT = new ClientId(new UUID(7, 7));
    private static final int PEOPLE = 40;

    private final PoolBoard board =
            new PoolBoard(IntStream.range(0, PEOPLE).mapToObj(RankingTest::line).toList());
    private final Ranking ranking = new Ranking(board, 0, CLIENT);

    private static PoolBoard.Line line(int number) {
        PoolPersonId id = new PoolPersonId(new UUID(number, 0));
        PoolBoard.Line line = new PoolBoard.Line(new RankedPerson(id, 0, null, Instant.EPOCH), 1);
        line.fits(0, new PreviewScores.Preview(number, Tier.COLD, List.of()));
        return line;
    }

    // POOL-8.2
    @Test
    void whoever_is_explored_has_the_smallest_lot_of_those_who_are_free() {
        List<PoolPersonId> byLot = IntStream.range(0, PEOPLE)
                .mapToObj(board::id)
                .sorted(Comparator.comparing(id -> Exploration.order(id, CLIENT), Arrays::compareUnsigned))
                .toList();

        List<PoolPersonId> taken = new ArrayList<>();
        for (int person = take(true); person != Ranking.NOBODY; person = take(true)) {
            taken.add(board.id(person));
        }

        assertThat(taken).isEqualTo(byLot);
    }

    // POOL-8.2
    @Test
    void whoever_was_passed_and_is_free_again_is_drawn_again_after_a_new_beginning() {
        int first = take(true);
        int second = take(true);
        board.giveBack(first);

        assertThat(take(true)).isNotIn(first, second);
        ranking.rewind();

        assertThat(take(true)).isEqualTo(first);
    }

    // POOL-8.2
    @Test
    void others_are_taken_by_their_score() {
        int explored = take(true);
        int best = take(false);

        assertThat(board.score(best, 0)).isEqualTo(board.score(explored, 0) == PEOPLE - 1 ? PEOPLE - 2 : PEOPLE - 1);
    }

    // POOL-10: two campaigns of a client score nearly everybody alike, and take from the same hundred thousand
    @Test
    void whoever_is_better_placed_elsewhere_is_asked_about_once_as_long_as_nothing_changes() {
        List<Integer> asked = new ArrayList<>();
        IntPredicate elsewhere = person -> {
            asked.add(person);
            return board.score(person, 0) >= PEOPLE / 2;
        };

        List<Integer> scores = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            int person = ranking.next(false, "the other has more left", elsewhere);
            board.take(person, 0);
            scores.add(board.score(person, 0));
        }

        assertThat(scores).containsExactly(19, 18, 17, 16, 15);
        assertThat(asked).doesNotHaveDuplicates();
        assertThat(board.score(ranking.next(false, "the other is filled", person -> false), 0))
                .as("what decides has changed")
                .isEqualTo(PEOPLE - 1);
        ranking.rewind();
        assertThat(board.score(ranking.next(false, "the other has more left", elsewhere), 0))
                .as("somebody was given back")
                .isEqualTo(14);
        assertThat(asked.stream().filter(person -> board.score(person, 0) == PEOPLE - 1))
                .hasSize(2);
    }

    // POOL-8, POOL-10: whatever the scores and shares, whoever is remembered as passed would have been passed again
    @Test
    void remembering_who_was_passed_changes_nobodys_turn() {
        for (int seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            int campaigns = 2 + chance.nextInt(3);
            PoolBoard shared = new PoolBoard(IntStream.range(0, PEOPLE)
                    .mapToObj(number -> line(number, campaigns, chance))
                    .toList());
            List<Ranking> rankings = IntStream.range(0, campaigns)
                    .mapToObj(number -> new Ranking(shared, number, CLIENT))
                    .toList();
            int[] left = chance.ints(campaigns, 0, PEOPLE).toArray();
            for (int turn = 0; turn < 2 * PEOPLE; turn++) {
                int mine = chance.nextInt(campaigns);
                List<Boolean> more = IntStream.range(0, campaigns)
                        .mapToObj(other -> left[other] == 0 ? null : left[other] > left[mine])
                        .toList();
                IntPredicate elsewhere = person -> IntStream.range(0, campaigns)
                        .filter(other -> other != mine && left[other] > 0 && shared.fits(person, other))
                        .anyMatch(other -> shared.score(person, other) > shared.score(person, mine)
                                || shared.score(person, other) == shared.score(person, mine)
                                        && left[other] > left[mine]);
                int expected = IntStream.range(0, PEOPLE)
                        .filter(person -> shared.isFree(person) && shared.fits(person, mine))
                        .filter(elsewhere.negate())
                        .boxed()
                        .max(Comparator.<Integer>comparingInt(person -> shared.score(person, mine))
                                .thenComparing(Comparator.reverseOrder()))
                        .orElse(Ranking.NOBODY);

                int person = rankings.get(mine).next(false, more, elsewhere);

                assertThat(person).as("seed " + seed + ", turn " + turn).isEqualTo(expected);
                if (person != Ranking.NOBODY) {
                    shared.take(person, mine);
                    left[mine] = Math.max(0, left[mine] - 1);
                }
                if (chance.nextInt(10) == 0) {
                    int back = chance.nextInt(PEOPLE);
                    shared.giveBack(back);
                    shared.unfit(chance.nextInt(PEOPLE), mine);
                    rankings.forEach(Ranking::rewind);
                }
            }
        }
    }

    /** Somebody who fits most of the campaigns, with few different scores. */
    private static PoolBoard.Line line(int number, int campaigns, Random chance) {
        PoolBoard.Line line = new PoolBoard.Line(
                new RankedPerson(new PoolPersonId(new UUID(number, 0)), 0, null, Instant.EPOCH), campaigns);
        for (int campaign = 0; campaign < campaigns; campaign++) {
            if (chance.nextInt(5) > 0) {
                line.fits(campaign, new PreviewScores.Preview(chance.nextInt(3), Tier.COLD, List.of()));
            }
        }
        return line;
    }

    private int take(boolean explore) {
        int person = ranking.next(explore, "alone", candidate -> false);
        if (person != Ranking.NOBODY) {
            board.take(person, 0);
        }
        return person;
    }
}
