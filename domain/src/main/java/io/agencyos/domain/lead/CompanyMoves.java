package io.agencyos.domain.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What goes on at a lead's employer, as one look found it. Source: apollo 6, scoring ALS-4 and TIER-3.
 *
 * @param openRoles jobs that say that it is hiring, see {@link JobPosting#showsHiring}
 * @param hiringRole title of the newest of them, null where there is none
 * @param headline of the newest article about it, null where nothing was found
 * @param lookedOn the day of the look
 */
@ValueObject
public record CompanyMoves(
        int openRoles,
        @Nullable String hiringRole,
        @Nullable String headline,
        LocalDate lookedOn) {

    private static final Comparator<JobPosting> NEWEST_FIRST = Comparator.comparing(
                    JobPosting::postedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(JobPosting::ref);

    /** What the jobs say that a company advertises, those of long ago left out. */
    public static CompanyMoves of(
            Collection<JobPosting> advertised, @Nullable String headline, Instant now, LocalDate today) {
        List<JobPosting> open = advertised.stream()
                .filter(job -> job.showsHiring(now))
                .sorted(NEWEST_FIRST)
                .toList();
        String role = open.stream()
                .map(JobPosting::title)
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse(null);
        return new CompanyMoves(open.size(), role, headline, today);
    }

    /** Whether the company was hiring on that day. */
    public boolean hiring() {
        return openRoles > 0;
    }
}
