package io.agencyos.application.allocation;

import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The order in which one demand takes people of a board: the best first, or for a few the one whom chance prefers. */
final class Ranking {

    static final int NOBODY = -1;

    private static final int SCORES = 101;

    /** People in an order that is worked out as far as it is asked for, and how many of its first are taken for good. */
    private abstract static class Order {
        private final Map<Object, Integer> passed = new HashMap<>();
        private int head;

        abstract int size();

        /** Who is at a place, from 0. */
        abstract int at(int place);

        final void rewind() {
            head = 0;
            passed.clear();
        }
    }

    private static final class Known extends Order {
        private final int[] people;

        Known(int[] people) {
            this.people = people;
        }

        @Override
        int size() {
            return people.length;
        }

        @Override
        int at(int place) {
            return people[place];
        }
    }

    /** Few are drawn of many, so that those who are not are never put in order. */
    private static final class Lots extends Order {

        /** @param order the first 64 bits of the lot, without a sign */
        private record Lot(long order, int person) {}

        private final int size;
        private final PriorityQueue<Lot> left;
        private final List<Lot> drawn = new ArrayList<>();

        Lots(int[] people, IntFunction<byte[]> lots) {
            size = people.length;
            Comparator<Lot> smallest = (one, other) -> {
                int byStart = Long.compareUnsigned(one.order, other.order);
                return byStart != 0
                        ? byStart
                        : Arrays.compareUnsigned(lots.apply(one.person), lots.apply(other.person));
            };
            left = new PriorityQueue<>(Math.max(1, size), smallest);
            for (int person : people) {
                left.add(new Lot(ByteBuffer.wrap(lots.apply(person)).getLong(), person));
            }
        }

        @Override
        int size() {
            return size;
        }

        @Override
        int at(int place) {
            while (drawn.size() <= place) {
                drawn.add(left.remove());
            }
            return drawn.get(place).person;
        }
    }

    private final PoolBoard board;
    private final int demand;
    private final ClientId client;
    private final Known best;
    private @Nullable Order chance;
    private int reached;

    Ranking(PoolBoard board, int demand, ClientId client) {
        this.board = board;
        this.demand = demand;
        this.client = client;
        this.best = new Known(bestFirst());
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

    /** Draws the lots of everybody, which takes a while where there are many. */
    void drawLots() {
        byChance();
    }

    private Order byChance() {
        Order known = chance;
        if (known == null) {
            known = new Lots(best.people, person -> Exploration.order(board.id(person), client));
            chance = known;
        }
        return known;
    }

    /**
     * Who is next, {@link #NOBODY} when nobody is left.
     *
     * @param explore regardless of rank
     * @param rivals what decides who is better placed elsewhere: as long as it is equal, and nobody was given back,
     *     whoever was passed over once is not asked about again
     * @param elsewhere who is better placed elsewhere just now, and is passed over
     */
    int next(boolean explore, Object rivals, IntPredicate elsewhere) {
        int drawn = explore ? first(byChance(), rivals, elsewhere) : NOBODY;
        if (drawn != NOBODY) {
            return byChance().at(drawn);
        }
        int place = first(best, rivals, elsewhere);
        reached = Math.max(reached, place == NOBODY ? best.people.length : place);
        return place == NOBODY ? NOBODY : best.people[place];
    }

    private int first(Order order, Object rivals, IntPredicate elsewhere) {
        while (order.head < order.size() && !open(order.at(order.head))) {
            order.head++;
        }
        int place = Math.max(order.head, order.passed.getOrDefault(rivals, 0));
        while (place < order.size() && !(open(order.at(place)) && !elsewhere.test(order.at(place)))) {
            place++;
        }
        order.passed.put(rivals, place);
        return place < order.size() ? place : NOBODY;
    }

    private boolean open(int person) {
        return board.isFree(person) && board.fits(person, demand);
    }

    boolean holds(int person) {
        return board.fits(person, demand);
    }

    /** Somebody was given back, so that whoever was passed may be free again. */
    void rewind() {
        best.rewind();
        Order drawn = chance;
        if (drawn != null) {
            drawn.rewind();
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
