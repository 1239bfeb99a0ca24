package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.scoring.tier.Tier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A demand that is being served: how far it is, and whom of the board it wants next. */
final class PoolPlace {

    private final TenantScope worker;
    private final Demand demand;
    private final int buffer;
    private final PoolLook.Found found;
    private final int number;
    private final Ranking ranking;
    private AssignmentRuns.Run run;
    private @Nullable AssignmentRefusal stopped;
    private int planned;

    /** @param buffer leads of the campaign that nobody wrote to yet */
    PoolPlace(TenantScope worker, Demand demand, AssignmentRuns.Run run, int buffer, PoolLook.Found found, int number) {
        this.worker = worker;
        this.demand = demand;
        this.run = run;
        this.buffer = buffer;
        this.found = found;
        this.number = number;
        this.ranking = new Ranking(found.board(), number, demand.clientId());
    }

    TenantScope worker() {
        return worker;
    }

    Demand demand() {
        return demand;
    }

    AssignmentRuns.Run run() {
        return run;
    }

    @Nullable
    AssignmentRefusal stopped() {
        return stopped;
    }

    PoolLook.Found found() {
        return found;
    }

    /** The buffer as it was when the demand was opened. */
    int first() {
        return buffer;
    }

    PoolLook.Refused refused() {
        return found.refused().get(number);
    }

    /** Everybody who was refused by the look, or went to somebody else after it. */
    Map<AssignmentRefusal, Integer> turnedDown() {
        Map<AssignmentRefusal, Integer> counts = new EnumMap<>(AssignmentRefusal.class);
        counts.putAll(refused().counts());
        int passed = ranking.passedOver();
        if (passed > 0) {
            counts.merge(AssignmentRefusal.LEAD_UNAVAILABLE, passed, Integer::sum);
        }
        return counts;
    }

    int left() {
        return run.finishedAt() == null ? run.requested() - run.progress().assigned() - planned : 0;
    }

    boolean isOpen() {
        return stopped == null && left() > 0;
    }

    /** What the campaign has that nobody wrote to. */
    int buffer() {
        return buffer + run.progress().assigned() + planned;
    }

    int score(int person) {
        return found.board().score(person, number);
    }

    Tier tier(int person) {
        return found.board().tier(person, number);
    }

    /** Another open place of the same client. {@code more}: it has more left, and so wins where both score alike. */
    private record Rival(PoolPlace place, boolean more) {

        boolean wins(int person, int score) {
            if (!place.ranking.holds(person)) {
                return false;
            }
            int there = place.score(person);
            return there > score || there == score && more;
        }
    }

    /**
     * Takes the next person for the plan; {@link Ranking#NOBODY} when there is none. POOL-10: a person is a lead of one
     * campaign, the one that scores it highest; ties by what is left of the share.
     */
    int plan(boolean explore, List<PoolPlace> ofClient) {
        List<Rival> rivals = ofClient.stream()
                .filter(other -> other != this && other.isOpen())
                .map(other -> new Rival(other, other.left() > left()))
                .toList();
        int person = ranking.next(explore, rivals, candidate -> isBetterElsewhere(candidate, rivals));
        if (person != Ranking.NOBODY) {
            found.board().take(person, number);
            planned++;
        }
        return person;
    }

    private boolean isBetterElsewhere(int person, List<Rival> rivals) {
        int score = score(person);
        for (Rival rival : rivals) {
            if (rival.wins(person, score)) {
                return true;
            }
        }
        return false;
    }

    /** The person was planned and does not come after all, but may later. */
    void giveBack(int person) {
        found.board().giveBack(person);
        planned--;
    }

    void after(AssignmentRuns.Run now, @Nullable AssignmentRefusal refusal) {
        run = now;
        stopped = refusal;
    }

    /** The person was planned and is a lead now. */
    void took() {
        planned--;
    }

    /** The person was planned and could not be had: held by somebody else by now, or refused by a later check. */
    void lost(int person, boolean forEverybody) {
        planned--;
        if (!forEverybody) {
            found.board().giveBack(person);
            found.board().unfit(person, number);
        }
    }

    /** Who is taken regardless of rank; asked beforehand, this is done beside other places' lots. */
    void drawLots() {
        ranking.drawLots();
    }

    void rewind() {
        ranking.rewind();
    }
}
