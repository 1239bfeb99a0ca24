package io.agencyos.application.conversion;

import io.agencyos.application.shared.TenantScope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Whether a better score means better business: what came of the leads of each tier. Source: scoring 1, api 9.9. */
@PrimaryPort
public interface ConversionByTier {

    /**
     * A tier with its rates, each per contacted lead with four decimals, null without a contact.
     *
     * @param replyRate leads with a human reply
     * @param meetingRate leads with a meeting
     */
    record Line(
            Reports.TierLine counts,
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal positiveRate,
            @Nullable BigDecimal meetingRate) {

        static Line of(Reports.TierLine counts) {
            return new Line(
                    counts,
                    rate(counts.replied(), counts.contacted()),
                    rate(counts.positive(), counts.contacted()),
                    rate(counts.meetings(), counts.contacted()));
        }
    }

    /** The tiers, best first. */
    record Report(LocalDate from, LocalDate to, List<Line> lines) {
        public Report {
            lines = List.copyOf(lines);
        }
    }

    /** Empty for a span that ends before it begins or is too long. */
    Optional<Report> count(TenantScope scope, @Nullable LocalDate from, @Nullable LocalDate to);

    /** A part of a whole with four decimals, half up; null for a part of nothing. */
    public static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
