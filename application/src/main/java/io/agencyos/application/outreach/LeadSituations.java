package io.agencyos.application.outreach;

import io.agencyos.application.lead.Suppressions;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What client and pool know of leads, read for many at once: five statements, however many leads there are. */
final class LeadSituations {

    private static final Duration REMEMBERED = Duration.ofDays(90);

    private LeadSituations() {}

    /**
     * What is known of one lead.
     *
     * @param person null where the pool does not know the lead
     * @param claim null where nobody holds the person
     * @param suppression the first entry that names the lead
     */
    record Situation(
            Lead lead,
            @Nullable PoolPerson person,
            @Nullable PoolClaim claim,
            @Nullable Suppression suppression,
            Touches.ContactHistory history) {}

    static Map<LeadId, Situation> read(
            OutreachWorld world, Touches touches, ClientId client, Collection<LeadId> wanted, Instant now) {
        List<Lead> leads = world.leads().leads().findAll(client, wanted);
        List<PoolPersonId> people =
                leads.stream().map(Lead::poolPersonId).filter(Objects::nonNull).toList();
        Map<PoolPersonId, PoolPerson> persons = world.leads().people().findAll(people).stream()
                .collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        Map<PoolPersonId, PoolClaim> claims = world.leads().people().claims(people);
        Map<LeadId, Suppression> suppressed = world.leads().suppressions().matchAll(client, subjects(leads), now);
        Map<LeadId, Touches.ContactHistory> histories = touches.history(client, wanted, now.minus(REMEMBERED));
        Map<LeadId, Situation> situations = new LinkedHashMap<>();
        for (Lead lead : leads) {
            situations.put(
                    lead.id(),
                    new Situation(
                            lead,
                            lead.poolPersonId() == null ? null : persons.get(lead.poolPersonId()),
                            lead.poolPersonId() == null ? null : claims.get(lead.poolPersonId()),
                            suppressed.get(lead.id()),
                            histories.getOrDefault(lead.id(), Touches.ContactHistory.NONE)));
        }
        return situations;
    }

    private static Map<LeadId, Suppressions.Subject> subjects(List<Lead> leads) {
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        return subjects;
    }
}
