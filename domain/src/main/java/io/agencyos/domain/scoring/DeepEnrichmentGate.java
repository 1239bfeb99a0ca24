package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.match.ExecutiveTitle;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/** Whether a lead is worth the dearest enrichment: a hot score and at least one trigger. Source: scoring TIER-3. */
public final class DeepEnrichmentGate {

    /** A reason to look closer, in the order of the table. */
    public enum Trigger implements Vocabulary {
        SPARSE_DATA,
        ENTERPRISE,
        EXECUTIVE,
        RECENT_FUNDING,
        ACTIVELY_HIRING,
        TECH_MATCH,
        LINKEDIN_ENGAGED,
        REFERRAL
    }

    /**
     * What the gate asks beyond the facts of a score.
     *
     * @param openRoles null when no count is known; then the hiring flag decides
     */
    @ValueObject
    public record Profile(
            Set<ProfileField> present, @Nullable Integer openRoles, boolean referral) {

        public Profile {
            present = Set.copyOf(present);
        }
    }

    /** Eligible exactly when the score is hot and there is a trigger; the triggers are stored with the result. */
    @ValueObject
    public record Decision(boolean eligible, List<Trigger> triggers) {

        public Decision {
            triggers = List.copyOf(triggers);
        }
    }

    private record Rule(Trigger trigger, Condition condition) {}

    private interface Condition {
        boolean holds(AlsResult result, Profile profile);
    }

    private static final BigDecimal SPARSE_BELOW = new BigDecimal("0.50");
    private static final int ENTERPRISE_EMPLOYEES = 500;
    private static final int RECENT_FUNDING_DAYS = 90;
    private static final int MANY_ROLES = 3;
    private static final int ENGAGED_ABOVE = 70;

    private static final List<Rule> RULES = List.of(
            new Rule(Trigger.SPARSE_DATA, (result, profile) -> isSparse(profile)),
            new Rule(Trigger.ENTERPRISE, (result, profile) -> isEnterprise(result)),
            new Rule(
                    Trigger.EXECUTIVE,
                    (result, profile) ->
                            ExecutiveTitle.is(result.lead().facts.role().title())),
            new Rule(Trigger.RECENT_FUNDING, (result, profile) -> isRecentlyFunded(result)),
            new Rule(Trigger.ACTIVELY_HIRING, DeepEnrichmentGate::isHiring),
            new Rule(Trigger.TECH_MATCH, (result, profile) -> matchesTechnology(result)),
            new Rule(Trigger.LINKEDIN_ENGAGED, (result, profile) -> 10 * result.linkedInBoost() > ENGAGED_ABOVE),
            new Rule(Trigger.REFERRAL, (result, profile) -> profile.referral()));

    private DeepEnrichmentGate() {}

    /** The decision for a scored lead; triggers are named whatever the score. */
    public static Decision decide(AlsResult result, Profile profile) {
        List<Trigger> triggers = new ArrayList<>();
        for (Rule rule : RULES) {
            if (rule.condition().holds(result, profile)) {
                triggers.add(rule.trigger());
            }
        }
        boolean hot = result.tier() == Tier.HOT;
        return new Decision(hot && !triggers.isEmpty(), triggers);
    }

    private static boolean isSparse(Profile profile) {
        return ProfileField.completeness(profile.present()).compareTo(SPARSE_BELOW) < 0;
    }

    private static boolean isEnterprise(AlsResult result) {
        return Reading.known(result.lead().facts.company().employees()) >= ENTERPRISE_EMPLOYEES;
    }

    private static boolean isRecentlyFunded(AlsResult result) {
        LocalDate fundedOn = result.lead().facts.company().fundedOn();
        if (fundedOn == null) {
            return false;
        }
        long days = result.lead().context.today - fundedOn.toEpochDay();
        return days >= 0 && days <= RECENT_FUNDING_DAYS;
    }

    private static boolean isHiring(AlsResult result, Profile profile) {
        Integer openRoles = profile.openRoles();
        return openRoles != null
                ? openRoles >= MANY_ROLES
                : Boolean.TRUE.equals(result.lead().facts.company().hiring());
    }

    private static boolean matchesTechnology(AlsResult result) {
        Reading lead = result.lead();
        return lead.context.technologies.exceedsFourFifths(lead.facts.company().technologies());
    }
}
