package io.agencyos.adapters.in.rest.card;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.tier.Tier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as lists show it. Source: api 8.
 *
 * @param name the lead's name as colleagues see it; null where it is unknown or was erased
 * @param title the person's position, in the words that the source gave; null where unknown
 */
public record LeadCard(
        UUID id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String company,
        @Nullable String timezone,
        @Nullable Als als) {

    public static final LeadCard EXAMPLE = new LeadCard(
            UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
            "Priya Raman",
            "Head of Growth",
            "Harbour Lane Digital",
            "Australia/Sydney",
            new Als(74, Tier.WARM));

    /**
     * Score and tier.
     *
     * @param score the points, 0 to 100
     */
    public record Als(int score, Tier tier) {}

    /** Null for no lead. */
    public static @Nullable LeadCard of(@Nullable Lead lead) {
        if (lead == null) {
            return null;
        }
        ScoreSummary score = lead.score();
        String name = lead.person().fullName();
        return new LeadCard(
                lead.id().value(),
                name.isEmpty() ? null : name,
                lead.person().title(),
                lead.company().name(),
                lead.timezone() == null ? null : lead.timezone().getId(),
                score == null ? null : new Als(score.score(), score.tier()));
    }
}
