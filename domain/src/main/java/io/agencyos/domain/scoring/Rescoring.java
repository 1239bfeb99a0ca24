package io.agencyos.domain.scoring;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.LeadFacts.LinkedInActivity;
import io.agencyos.domain.scoring.LeadFacts.Seo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** When a score has to be made again, and when it must not be. Source: scoring ALS-16, ALS-17, 1.7 last paragraph. */
public final class Rescoring {

    /** How long after a failed look-up the lead is scored once more. */
    public static final Duration LOOKUP_RETRY = Duration.ofMinutes(15);

    private static final int SEO_TOO_OLD_DAYS = 91;
    private static final int FURTHEST_YEAR = 9_999;
    private static final long[] ROLE_AGES = {0, 180, 360};
    private static final long[] FUNDING_AGES = {0, 360, 720};

    private Rescoring() {}

    /**
     * The earliest day after {@code context.asOf()} on which time alone changes the score: a role or funding grows into
     * another band or its date arrives, the newest post is no longer recent or a later-dated one arrives, or the SEO
     * block grows too old.
     */
    public static Optional<LocalDate> nextRescoreOn(LeadFacts facts, ScoringContext context) {
        long today = context.asOf().toEpochDay();
        return LongStream.of(
                        next(facts.role().startedOn(), today, ROLE_AGES),
                        next(facts.company().fundedOn(), today, FUNDING_AGES),
                        nextPost(facts, today),
                        nextSeo(facts, context.seoMode(), today))
                .filter(day -> day <= LocalDate.MAX.toEpochDay())
                .boxed()
                .min(Long::compare)
                .map(LocalDate::ofEpochDay);
    }

    /** As {@link #nextRescoreOn}: the instant at which that day begins in the client's zone, never before now. */
    public static Optional<Instant> nextRescoreAt(LeadFacts facts, ScoringContext context, ZoneId zone, Instant now) {
        return nextRescoreOn(facts, context)
                .filter(day -> day.getYear() <= FURTHEST_YEAR)
                .map(day -> day.atStartOfDay(zone).toInstant())
                .map(start -> start.isBefore(now) ? now : start);
    }

    /** When to score once more because a source of boosts or SEO figures did not answer; empty when all did. */
    public static Optional<Instant> lookupRetryAt(LeadFacts facts, Instant now) {
        boolean failed = facts.seo() instanceof Lookup.Unavailable<?>
                || facts.linkedInActivity() instanceof Lookup.Unavailable<?>
                || facts.buyerSignal() instanceof Lookup.Unavailable<?>;
        return failed ? Optional.of(now.plus(LOOKUP_RETRY)) : Optional.empty();
    }

    /**
     * Whether a lead may be scored again for this cause.
     *
     * @param enrolled the lead is in a sequence: then only its facts, never new weights or targets, move its score
     * @param frozen its assignment is converted, not interested, unsubscribed or bounced
     */
    public static boolean mayRescore(ScoreCause cause, boolean enrolled, boolean frozen) {
        return !frozen && !(enrolled && (cause == ScoreCause.REWEIGHT || cause == ScoreCause.ICP_CHANGED));
    }

    private static long next(@Nullable LocalDate date, long today, long[] ages) {
        if (date == null) {
            return Long.MAX_VALUE;
        }
        for (long age : ages) {
            long day = date.toEpochDay() + age;
            if (day > today) {
                return day;
            }
        }
        return Long.MAX_VALUE;
    }

    private static long nextPost(LeadFacts facts, long today) {
        if (!(facts.linkedInActivity() instanceof Lookup.Found<LinkedInActivity>(LinkedInActivity activity))) {
            return Long.MAX_VALUE;
        }
        long newest = LinkedInSignal.newestPost(activity, today);
        long stale = newest == LinkedInSignal.NO_POST ? today : newest + LinkedInSignal.RECENT_DAYS + 1;
        long arrives = activity.personPostDates().stream()
                .mapToLong(LocalDate::toEpochDay)
                .filter(day -> day > today)
                .min()
                .orElse(Long.MAX_VALUE);
        return stale > today ? Math.min(stale, arrives) : arrives;
    }

    private static long nextSeo(LeadFacts facts, SeoMode mode, long today) {
        if (mode == SeoMode.OFF || !(facts.seo() instanceof Lookup.Found<Seo>(Seo block))) {
            return Long.MAX_VALUE;
        }
        long tooOld = block.fetchedOn().toEpochDay() + SEO_TOO_OLD_DAYS;
        return tooOld > today ? tooOld : Long.MAX_VALUE;
    }
}
