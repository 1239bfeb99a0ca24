package io.agencyos.application.outreach.engine;

import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the pool and the lists of the suppressed know of leads: two statements, however many leads there are. */
public final class LeadSituations {

    private LeadSituations() {}

    /**
     * What is known of one lead.
     *
     * @param pool null where the pool does not know the lead
     * @param suppression the first entry that names the lead
     */
    public record Situation(
            Lead lead,
            PoolPeople.@Nullable Standing pool,
            @Nullable Suppression suppression) {}

    static Map<LeadId, Situation> read(OutreachWorld world, ClientId client, Collection<Lead> leads, Instant now) {
        List<PoolPersonId> people =
                leads.stream().map(Lead::poolPersonId).filter(Objects::nonNull).toList();
        Map<PoolPersonId, PoolPeople.Standing> pool =
                people.isEmpty() ? Map.of() : world.leads().people().standings(people);
        Map<LeadId, Suppression> suppressed = world.leads().suppressions().matchAll(client, subjects(leads), now);
        Map<LeadId, Situation> situations = new LinkedHashMap<>();
        for (Lead lead : leads) {
            situations.put(
                    lead.id(),
                    new Situation(
                            lead,
                            lead.poolPersonId() == null ? null : pool.get(lead.poolPersonId()),
                            suppressed.get(lead.id())));
        }
        return situations;
    }

    private static Map<LeadId, Suppressions.Subject> subjects(Collection<Lead> leads) {
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        return subjects;
    }
}
