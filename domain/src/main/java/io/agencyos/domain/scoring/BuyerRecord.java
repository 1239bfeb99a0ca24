package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.contact.DomainName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What consenting clients sold to one company, all of them together; from whom it bought is not in it. Source: scoring
 * ALS-6, content 6.2, data model 5.5.
 *
 * @param timesBought clients that sold to it, 1 or more
 * @param totalValue AUD, of the purchases whose value is known
 * @param valuesKnown how many those are
 * @param services distinct, in the order in which they were first seen
 * @param score 0 to 100
 */
@AggregateRoot
public record BuyerRecord(
        @Identity DomainName domain,
        @Nullable String companyName,
        @Nullable String industry,
        int timesBought,
        BigDecimal totalValue,
        int valuesKnown,
        List<String> services,
        int score,
        Instant firstSeenAt,
        Instant lastConvertedAt) {

    /**
     * What one client sold to the company.
     *
     * @param value AUD, null when it is not told
     */
    public record Purchase(
            @Nullable String companyName,
            @Nullable String industry,
            List<String> services,
            @Nullable BigDecimal value) {

        public Purchase {
            services = List.copyOf(services);
        }
    }

    public BuyerRecord {
        services = List.copyOf(services);
    }

    /** The first sighting, which counts the same whatever it was worth. */
    public static BuyerRecord first(DomainName domain, Purchase purchase, Instant at) {
        BigDecimal value = purchase.value();
        return new BuyerRecord(
                domain,
                purchase.companyName(),
                purchase.industry(),
                1,
                value == null ? BigDecimal.ZERO : value,
                value == null ? 0 : 1,
                purchase.services().stream().distinct().toList(),
                BuyerScore.FIRST_SIGHTING,
                at,
                at);
    }

    /** Another client sold to it, too. */
    public BuyerRecord boughtAgain(Purchase purchase, Instant at) {
        return recalculated(timesBought + 1, null, purchase, at);
    }

    /** The same client says something else of the same purchase. */
    public BuyerRecord corrected(Purchase before, Purchase after, Instant at) {
        return recalculated(timesBought, before, after, at);
    }

    private BuyerRecord recalculated(int times, @Nullable Purchase before, Purchase after, Instant at) {
        BigDecimal was = before == null ? null : before.value();
        BigDecimal is = after.value();
        BigDecimal total =
                totalValue.subtract(was == null ? BigDecimal.ZERO : was).add(is == null ? BigDecimal.ZERO : is);
        int known = valuesKnown - (was == null ? 0 : 1) + (is == null ? 0 : 1);
        List<String> all = Stream.concat(services.stream(), after.services().stream())
                .distinct()
                .toList();
        return new BuyerRecord(
                domain,
                companyName == null ? after.companyName() : companyName,
                industry == null ? after.industry() : industry,
                times,
                total,
                known,
                all,
                BuyerScore.recalculated(times, all.size(), average(total, known)),
                firstSeenAt,
                at);
    }

    /** What the company pays on average, where anybody told; else nothing. */
    public BigDecimal averageValue() {
        return average(totalValue, valuesKnown);
    }

    private static BigDecimal average(BigDecimal total, int known) {
        // rounded down, so that a threshold is reached and not rounded to
        return known == 0 ? BigDecimal.ZERO : total.divide(BigDecimal.valueOf(known), 2, RoundingMode.DOWN);
    }
}
