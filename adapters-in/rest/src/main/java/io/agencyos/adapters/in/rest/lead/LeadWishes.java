package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads chosen in a body by what the list of leads is narrowed by. Source: api 9.6, 1.4. */
final class LeadWishes {

    private static final int MOST = 100;
    private static final int LONGEST = 255;
    private static final int SHORTEST = 2;

    private LeadWishes() {}

    /**
     * Which leads; members are AND, values of one member are OR, what is left out does not narrow.
     *
     * @param tier leads of these tiers; an empty or absent list narrows nothing
     * @param status leads that have come so far; an empty or absent list narrows nothing
     * @param email leads with exactly this address
     * @param q part of address, name or company
     * @param updatedFrom inclusive
     * @param updatedTo exclusive
     */
    record Choice(
            @Nullable @Items(max = MOST) List<UUID> campaignId,
            @Nullable @Items(max = MOST) List<Tier> tier,
            @Nullable @Items(max = MOST) List<LeadStatus> status,
            @Nullable @Text(max = LONGEST) String externalId,
            @Nullable @Text(max = LONGEST) String email,
            @Nullable @Text(min = SHORTEST, max = LONGEST) String q,
            @Nullable Instant updatedFrom,
            @Nullable Instant updatedTo) {

        static final Choice EXAMPLE = new Choice(
                null, List.of(Tier.HOT, Tier.WARM), List.of(LeadStatus.SCORED), null, null, null, null, null);

        /** What is wrong with it, pointed at from its parent. */
        List<FieldError> faults(String pointer) {
            return email != null
                            && EmailAddress.parse(email) instanceof Result.Err<EmailAddress, InputProblem>(var wrong)
                    ? List.of(FieldError.of(pointer + "/email", wrong.code(), wrong.reason()))
                    : List.of();
        }

        /** Whether it leaves nobody out. */
        boolean isEmpty() {
            return faults("").isEmpty() && filter().equals(Filter.ALL);
        }

        Filter filter() {
            return new Filter(
                    set(campaignId).stream().map(CampaignId::new).collect(Collectors.toSet()),
                    set(tier),
                    set(status),
                    externalId,
                    email == null
                            ? null
                            : EmailAddress.parse(email).orElseThrow().key().value(),
                    q == null ? null : q.strip(),
                    updatedFrom,
                    updatedTo);
        }

        private static <T> Set<T> set(@Nullable List<T> values) {
            return values == null ? Set.of() : new HashSet<>(values);
        }
    }
}
