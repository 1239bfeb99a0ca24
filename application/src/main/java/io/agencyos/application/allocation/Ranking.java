package io.agencyos.application.allocation;

import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.shared.ClientId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The order in which one demand takes people of a board: the best first, or for a few the one whom chance prefers. */
final class Ranking {

    static final int NOBODY = -1;

    private static final int SCORES = 101;

    /** People in an order, and how many of its first are taken for good. */
    private static final class Order {
        private final int[] people;
        private int head;

        Order(int[] people) {
            this.people = people;
        }
    }

    private final PoolBoard board;
    private final int demand;
    private final ClientId client;
    private final Order best;
    private @Nullable Order chance;
    private int reached;

    Ranking(PoolBoard board, int demand, ClientId client) {
        this.board = board;
        this.demand = demand;
        this.client = client;
        this.best = new Order(bestFirst());
    }

    /** People are numbered as they come among equals, so that sorting by score alone is enough. */
    private int[] bestFirst() {
        int[] from = new int[SCORES + 1];
        IntStream.range(0, board.size())
                .filter(person -> board.fits(person, demand))
                .forEach(person -> from[SCORES - board.score(person, demand)]++);
        for (int place = 1; place <= SCORES; place++) {
            from[place] += from[place - 1];
        }
        int[] order = new int[from[SCORES]];
        for (int person = 0; person < board.size(); person++) {
            if (board.fits(person, demand)) {
                order[from[SCORES - 1 - board.score(person, demand)]++] = person;
            }
        }
        return order;
    }

    private Order byChance() {
        Order known = chance;
        if (known == null) {
            record Drawn(int person, byte[] order) {}
            known = new Order(IntStream.of(best.people)
                    .mapToObj(person -> new Drawn(person, Exploration.order(board.id(person), client)))
                    .sorted(Comparator.comparing(Drawn::order, Arrays::compareUnsigned))
                    .mapToInt(Drawn::person)
                    .toArray());
            chance = known;
        }
        return known;
    }

    /**
     * Who is next, {@link #NOBODY} when nobody is left.
     *
     * @param explore regardless of rank
     * @param elsewhere who is better placed elsewhere just now, and is passed over
     */
    int next(boolean explore, IntPredicate elsewhere) {
        int drawn = explore ? first(byChance(), elsewhere) : NOBODY;
        if (drawn != NOBODY) {
            return byChance().people[drawn];
        }
        int place = first(best, elsewhere);
        reached = Math.max(reached, place == NOBODY ? best.people.length : place);
        return place == NOBODY ? NOBODY : best.people[place];
    }

    private int first(Order order, IntPredicate elsewhere) {
        while (order.head < order.people.length && !open(order.people[order.head])) {
            order.head++;
        }
        for (int place = order.head; place < order.people.length; place++) {
            if (open(order.people[place]) && !elsewhere.test(order.people[place])) {
                return place;
            }
        }
        return NOBODY;
    }

    private boolean open(int person) {
        return board.isFree(person) && board.fits(person, demand);
    }

    boolean holds(int person) {
        return board.fits(person, demand);
    }

    /** Somebody was given back, so that whoever was passed may be free again. */
    void rewind() {
        best.head = 0;
        Order drawn = chance;
        if (drawn != null) {
            drawn.head = 0;
        }
    }

    /** How many better ones went to somebody else. */
    int passedOver() {
        return (int) IntStream.of(best.people)
                .limit(reached)
                .filter(person -> board.fits(person, demand) && board.lostTo(person, demand))
                .count();
    }
}
