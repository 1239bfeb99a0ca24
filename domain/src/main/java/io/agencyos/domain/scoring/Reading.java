package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.match.Authority;
import io.agencyos.domain.scoring.match.TitleReader;
import io.agencyos.domain.scoring.weight.Signal;
import org.jspecify.annotations.Nullable;

/**
 * One lead as the rules read it: the facts, what several rules need of them, and notes of what was missing. Lives for
 * one score.
 */
final class Reading {

    /** Dates that lie in the future and therefore count for nothing. */
    enum FutureDate {
        CURRENT_ROLE_START_DATE,
        COMPANY_LATEST_FUNDING_DATE,
        PERSON_POST_DATES
    }

    private static final int SEO_USABLE_DAYS = 90;

    final LeadFacts facts;
    final CompiledContext context;
    final Authority authority;
    final boolean competitor;
    final LeadFacts.@Nullable Seo seo;
    final LeadFacts.@Nullable LinkedInActivity linkedIn;
    final LeadFacts.@Nullable BuyerSignal buyer;

    private int missing;
    private int unavailable;
    private int future;

    Reading(LeadFacts facts, CompiledContext context) {
        this.facts = facts;
        this.context = context;
        authority = TitleReader.INSTANCE.read(facts.role().title(), facts.role().seniority());
        competitor = context.competitors.include(facts.company().domain());
        seo = usableSeo();
        linkedIn = facts.linkedInActivity() instanceof Lookup.Found<LeadFacts.LinkedInActivity> found
                ? found.value()
                : null;
        buyer = facts.buyerSignal() instanceof Lookup.Found<LeadFacts.BuyerSignal> found ? found.value() : null;
    }

    /**
     * Whether nothing at all stands against the lead, so that no deduction and no gate can apply. True of most leads,
     * who are thereby spared fourteen questions.
     */
    boolean unobjectionable() {
        LeadFacts.Reputation reputation = facts.reputation();
        return seo == null
                && !competitor
                && !authority.disqualified()
                && reputation.bounceCount() <= 0
                && reputation.standing() == LeadFacts.Standing.CONTACTABLE
                && !(reputation.bounced()
                        || reputation.unsubscribed()
                        || reputation.platformSuppressed()
                        || reputation.clientSuppressed()
                        || reputation.doNotContact());
    }

    /** Notes that a fact is missing, and answers the points that it earns. */
    int missing(Signal signal) {
        missing |= 1 << signal.ordinal();
        return 0;
    }

    int unavailable(Signal signal) {
        unavailable |= 1 << signal.ordinal();
        return 0;
    }

    int future(FutureDate date) {
        future |= 1 << date.ordinal();
        return 0;
    }

    int missing() {
        return missing;
    }

    int unavailable() {
        return unavailable;
    }

    int future() {
        return future;
    }

    /** A count as far as it can be believed: -1 for absent and for impossible numbers. */
    static int known(@Nullable Integer count) {
        return count == null || count < 0 ? -1 : count;
    }

    private LeadFacts.@Nullable Seo usableSeo() {
        return switch (context.seoMode) {
            case OFF -> null;
            case PRESENCE, OPPORTUNITY ->
                switch (facts.seo()) {
                    case Lookup.Found<LeadFacts.Seo>(LeadFacts.Seo block) ->
                        context.today - block.fetchedOn().toEpochDay() <= SEO_USABLE_DAYS ? block : null;
                    case Lookup.Absent<LeadFacts.Seo> none -> null;
                    case Lookup.Unavailable<LeadFacts.Seo> none -> {
                        unavailable(Signal.DOMAIN_RANK);
                        unavailable(Signal.ORGANIC_TRAFFIC);
                        unavailable(Signal.TOP10_KEYWORDS);
                        yield null;
                    }
                };
        };
    }
}
