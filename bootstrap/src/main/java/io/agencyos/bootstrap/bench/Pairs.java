package io.agencyos.bootstrap.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Ours and the baseline in turns, a short while each: what else the machine does meets both alike, and the ratio is that of
 * the pair in the middle.
 *
 * @param ours the run of that pair
 * @param bare the baseline's run of that pair
 */
record Pairs(HttpLoad.Run ours, HttpLoad.Run bare) {

    private static final int PAIRS = 5;
    private static final int MOST_ROUNDS = 6;
    private static final double FASTER = 1.05;

    /** @param span how long either side is asked in all */
    static Pairs of(HttpLoad load, Duration span, LongFunction<HttpRequest> ours, LongFunction<HttpRequest> bare)
            throws IOException {
        warm(load, span, ours);
        warm(load, span, bare);
        List<Pairs> all = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            all.add(new Pairs(load.flatOut(span.dividedBy(PAIRS), ours), load.flatOut(span.dividedBy(PAIRS), bare)));
        }
        all.sort(Comparator.comparingDouble(Pairs::ratio));
        return all.get(PAIRS / 2);
    }

    double ratio() {
        return ours.perSecond() / bare.perSecond();
    }

    /** Until asking for longer makes it no faster: before that it is the compiler at work, and for more code it works longer. */
    private static void warm(HttpLoad load, Duration span, LongFunction<HttpRequest> requests) throws IOException {
        double best = 0;
        double last = load.flatOut(span.dividedBy(2), requests).perSecond();
        for (int round = 1; round < MOST_ROUNDS && last > best * FASTER; round++) {
            best = Math.max(best, last);
            last = load.flatOut(span, requests).perSecond();
        }
    }
}
