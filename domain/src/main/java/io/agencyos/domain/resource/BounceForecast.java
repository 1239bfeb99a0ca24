package io.agencyos.domain.resource;

import io.agencyos.domain.resource.SendingDomain.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * When a domain's bounce rate of 30 days will be too high if it goes on as in the last fortnight: a straight line through
 * its days by least squares. A replacement takes 16 to 23 days to warm up, so it is bought before. Source: scoring B14.
 *
 * @param rates bounces per million e-mails of the 30 days that end on each day, oldest first, today last
 */
@ValueObject
public record BounceForecast(List<Long> rates) {

    /** Days through which the line is drawn. */
    public static final int DAYS = 14;

    /** Days of which one rate is made. */
    public static final int WINDOW = 30;

    /** How far ahead it looks. */
    public static final int AHEAD = 7;

    private static final int FEWEST = 7;
    private static final int FEWEST_SENDS = 50;
    private static final long MILLION = 1_000_000;
    private static final long CRITICAL = 50_000;

    public BounceForecast {
        rates = List.copyOf(rates);
    }

    /**
     * @param daily what each day sent, and what of it bounced: {@code DAYS + WINDOW - 1} days, oldest first, today last;
     *     days whose window has fewer than 50 e-mails have no rate, and what came before them is not looked at
     */
    public static BounceForecast of(List<Mail> daily) {
        if (daily.size() != DAYS + WINDOW - 1) {
            throw new IllegalArgumentException("needs " + (DAYS + WINDOW - 1) + " days, not " + daily.size());
        }
        List<Long> rates = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            List<Mail> window = daily.subList(day, day + WINDOW);
            long sends = window.stream().mapToLong(Mail::sends).sum();
            long bounces = window.stream().mapToLong(Mail::bounces).sum();
            if (sends < FEWEST_SENDS) {
                rates.clear();
            } else {
                rates.add(bounces * MILLION / sends);
            }
        }
        return new BounceForecast(rates);
    }

    /** In how many days, 1 to 7, the line is above 5 %; empty where it is not, or is there already, or is too short. */
    public OptionalInt daysToCritical() {
        if (rates.size() < FEWEST || rates.getLast() > CRITICAL) {
            return OptionalInt.empty();
        }
        for (int ahead = 1; ahead <= AHEAD; ahead++) {
            if (isCritical(ahead)) {
                return OptionalInt.of(ahead);
            }
        }
        return OptionalInt.empty();
    }

    /** Today's rate in millionths; 0 where there is none. */
    public long today() {
        return rates.isEmpty() ? 0 : rates.getLast();
    }

    /**
     * With x = 0 … n−1 the line is at (Σy + (nΣxy − ΣxΣy)(nx − Σx) / (nΣx² − (Σx)²)) / n; the divisors are positive, so
     * that whole numbers decide.
     */
    private boolean isCritical(int ahead) {
        long n = rates.size();
        long sumX = n * (n - 1) / 2;
        long sumXx = n * (n - 1) * (2 * n - 1) / 6;
        long sumY = 0;
        long sumXy = 0;
        for (int x = 0; x < n; x++) {
            sumY += rates.get(x);
            sumXy += x * rates.get(x);
        }
        long divisor = n * sumXx - sumX * sumX;
        long rise = (n * sumXy - sumX * sumY) * (n * (n - 1 + ahead) - sumX);
        return sumY * divisor + rise > CRITICAL * n * divisor;
    }
}
