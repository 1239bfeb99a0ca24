package io.agencyos.application.allocation;

import io.agencyos.application.scoring.PreviewScores;
import io.agencyos.domain.allocation.RankedPerson;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody of the pool who fits at least one of the demands of one look, with what each demand would score them: two
 * bytes a person and demand, so that a hundred thousand people and fifty demands stay small. People are numbered in the
 * order in which they come among equals.
 */
final class PoolBoard {

    private static final int FREE = -1;
    private static final int GONE = -2;
    private static final short UNFIT = -1;
    private static final Tier[] TIERS = Tier.values();

    /** Somebody with the scores that the demands give, by their numbers. */
    static final class Line {
        private final RankedPerson person;
        private final short[] scores;

        Line(RankedPerson person, int demands) {
            this.person = person;
            this.scores = new short[demands];
            Arrays.fill(scores, UNFIT);
        }

        void fits(int demand, PreviewScores.Preview preview) {
            scores[demand] =
                    (short) (preview.score() * TIERS.length + preview.tier().ordinal());
        }

        boolean fitsAnybody() {
            for (short score : scores) {
                if (score != UNFIT) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Line> lines;
    private final int[] holder;
    private final Map<PoolPersonId, Integer> numbers = new HashMap<>();

    PoolBoard(Collection<Line> found) {
        lines = new ArrayList<>(found);
        lines.sort((one, other) -> RankedPerson.AMONG_EQUALS.compare(one.person, other.person));
        holder = new int[lines.size()];
        Arrays.fill(holder, FREE);
        for (int number = 0; number < lines.size(); number++) {
            numbers.put(id(number), number);
        }
    }

    int size() {
        return lines.size();
    }

    PoolPersonId id(int person) {
        return lines.get(person).person.id();
    }

    boolean fits(int person, int demand) {
        return lines.get(person).scores[demand] != UNFIT;
    }

    int score(int person, int demand) {
        return lines.get(person).scores[demand] / TIERS.length;
    }

    Tier tier(int person, int demand) {
        return TIERS[lines.get(person).scores[demand] % TIERS.length];
    }

    boolean isFree(int person) {
        return holder[person] == FREE;
    }

    /** Somebody else got the person, or nobody can any more. */
    boolean lostTo(int person, int demand) {
        return holder[person] != FREE && holder[person] != demand;
    }

    void take(int person, int demand) {
        holder[person] = demand;
    }

    void giveBack(int person) {
        holder[person] = FREE;
    }

    void gone(PoolPersonId person) {
        holder[numbers.get(person)] = GONE;
    }

    /** A check that was made since the look says no. */
    void unfit(int person, int demand) {
        lines.get(person).scores[demand] = UNFIT;
    }
}
