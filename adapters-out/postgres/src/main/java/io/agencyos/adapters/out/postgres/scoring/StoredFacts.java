package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.Lookup;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts of a score as JSON; sources that did not answer are named. */
record StoredFacts(
        LocalDate as_of,
        @Nullable UUID campaign,
        LeadFacts.Contact contact,
        LeadFacts.Role role,
        LeadFacts.Company company,
        LeadFacts.Reputation reputation,
        LeadFacts.@Nullable Seo seo,
        LeadFacts.@Nullable LinkedInActivity linkedin,
        LeadFacts.@Nullable BuyerSignal buyer,
        List<String> unavailable,
        boolean enriched,
        int version) {

    private static final String SEO = "seo";
    private static final String LINKEDIN = "linkedin";
    private static final String BUYER = "buyer";

    static StoredFacts of(FrozenFacts frozen) {
        LeadFacts facts = frozen.facts();
        List<String> unavailable = new ArrayList<>();
        name(facts.seo(), SEO, unavailable);
        name(facts.linkedInActivity(), LINKEDIN, unavailable);
        name(facts.buyerSignal(), BUYER, unavailable);
        return new StoredFacts(
                frozen.asOf(),
                frozen.campaign() == null ? null : frozen.campaign().value(),
                facts.contact(),
                facts.role(),
                facts.company(),
                facts.reputation(),
                found(facts.seo()),
                found(facts.linkedInActivity()),
                found(facts.buyerSignal()),
                unavailable,
                facts.enriched(),
                facts.version());
    }

    FrozenFacts frozen() {
        return new FrozenFacts(
                new LeadFacts(
                        contact,
                        role,
                        company,
                        reputation,
                        lookup(seo, SEO),
                        lookup(linkedin, LINKEDIN),
                        lookup(buyer, BUYER),
                        enriched,
                        version),
                as_of,
                campaign == null ? null : new CampaignId(campaign));
    }

    private static void name(Lookup<?> lookup, String source, List<String> unavailable) {
        if (lookup instanceof Lookup.Unavailable<?>) {
            unavailable.add(source);
        }
    }

    private static <T> @Nullable T found(Lookup<T> lookup) {
        return lookup instanceof Lookup.Found<T>(T value) ? value : null;
    }

    private <T> Lookup<T> lookup(@Nullable T value, String source) {
        if (value != null) {
            return Lookup.found(value);
        }
        return unavailable.contains(source) ? Lookup.unavailable() : Lookup.absent();
    }
}
