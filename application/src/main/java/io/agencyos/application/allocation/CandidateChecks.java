package io.agencyos.application.allocation;

import io.agencyos.application.lead.Suppressions;
import io.agencyos.application.scoring.PreviewScores;
import io.agencyos.domain.allocation.AssignmentChecks;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.allocation.Reach;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at pool people for one campaign, checks 8 to 13 of POOL-6 in their order; what the stores say of all of them is
 * read at once.
 */
final class CandidateChecks {

    /** What was found of one person. */
    sealed interface Verdict {

        /** @param former the client's own record of the person from an earlier hold, null for a new one */
        record Fits(
                PoolPerson person,
                PreviewScores.Preview preview,
                @Nullable Lead former) implements Verdict {}

        /** @param dimension on which the person is not whom the campaign wants, where that is the reason */
        record Refused(AssignmentRefusal refusal, IcpFilter.@Nullable Dimension dimension) implements Verdict {}
    }

    private final AllocationPorts ports;
    private final AllocationWorld world;

    CandidateChecks(AllocationPorts ports, AllocationWorld world) {
        this.ports = ports;
        this.world = world;
    }

    Map<PoolPersonId, Verdict> judge(Demand demand, List<PoolPerson> people, Instant now) {
        ClientId client = demand.clientId();
        List<PoolPersonId> ids = people.stream().map(PoolPerson::id).toList();
        Map<PoolPersonId, PoolClaim> claims = world.leads().people().claims(ids);
        Map<PoolPersonId, List<Lead>> known = knownTo(client, people);
        Map<PoolPersonId, PastHolds> past = ports.candidates().past(client, ids, aYearBefore(now));
        Map<PoolPersonId, Suppression> suppressed = suppressed(client, people, now);
        Map<LeadId, PreviewScores.Preview> previews = previews(demand, people, suppressed, now);
        Map<PoolPersonId, Verdict> verdicts = new LinkedHashMap<>();
        for (PoolPerson person : people) {
            List<Lead> own = known.getOrDefault(person.id(), List.of());
            Lead former = former(person, own);
            PreviewScores.Preview preview = Objects.requireNonNull(previews.get(asLead(person.id())));
            Suppression entry = suppressed.get(person.id());
            Optional<IcpFilter.Dimension> mismatch = demand.filter().mismatch(person.person(), person.company());
            Set<Channel> reachable = Reach.of(
                    preview.openChannels(),
                    demand.campaign().channelMix(),
                    open(person.contact(), entry),
                    demand.senders());
            Verdict verdict = AssignmentChecks.refuse(new AssignmentChecks.Candidate(
                            person,
                            claims.containsKey(person.id()) || former == null && !own.isEmpty(),
                            past.getOrDefault(person.id(), PastHolds.NONE),
                            entry == null || entry.closesAddressOnly() ? null : entry.level(),
                            mismatch,
                            preview.tier(),
                            reachable,
                            now))
                    .<Verdict>map(refusal -> new Verdict.Refused(
                            refusal, refusal == AssignmentRefusal.ICP_MISMATCH ? mismatch.orElse(null) : null))
                    .orElseGet(() -> new Verdict.Fits(person, preview, former));
            verdicts.put(person.id(), verdict);
        }
        return verdicts;
    }

    private static Instant aYearBefore(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusYears(1).toInstant();
    }

    /** Which leads of this client each of them is already, by any of the keys that are unique among its leads. */
    private Map<PoolPersonId, List<Lead>> knownTo(ClientId client, List<PoolPerson> people) {
        List<String> emails = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        for (PoolPerson person : people) {
            ContactPoints contact = person.contact();
            if (contact.email() != null) {
                emails.add(contact.email().key().value());
            }
            if (contact.linkedIn() != null) {
                profiles.add(contact.linkedIn().key());
            }
        }
        Map<Object, Set<Lead>> taken = new HashMap<>();
        world.leads()
                .leads()
                .findByIdentity(
                        client,
                        emails,
                        profiles,
                        people.stream().map(PoolPerson::id).toList(),
                        List.of())
                .forEach(lead -> keys(lead.poolPersonId(), lead.contact())
                        .forEach(key -> taken.computeIfAbsent(key, same -> new LinkedHashSet<>())
                                .add(lead)));
        Map<PoolPersonId, List<Lead>> known = new LinkedHashMap<>();
        for (PoolPerson person : people) {
            List<Lead> own = keys(person.id(), person.contact()).stream()
                    .flatMap(key -> taken.getOrDefault(key, Set.of()).stream())
                    .distinct()
                    .toList();
            if (!own.isEmpty()) {
                known.put(person.id(), own);
            }
        }
        return known;
    }

    /** The record that the client kept of this person when it let go; one that ended for good is not opened again. */
    private static @Nullable Lead former(PoolPerson person, List<Lead> own) {
        if (own.size() != 1 || !person.id().equals(own.getFirst().poolPersonId())) {
            return null;
        }
        return switch (own.getFirst().status()) {
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, REPLIED, MEETING_BOOKED, COMPLETED -> own.getFirst();
            case CONVERTED, NOT_INTERESTED, UNSUBSCRIBED, BOUNCED, INVALID, ARCHIVED -> null;
        };
    }

    private static List<Object> keys(@Nullable PoolPersonId person, ContactPoints contact) {
        List<Object> keys = new ArrayList<>();
        if (person != null) {
            keys.add(person);
        }
        if (contact.email() != null) {
            keys.add(contact.email().key());
        }
        if (contact.linkedIn() != null) {
            keys.add(contact.linkedIn());
        }
        return keys;
    }

    private Map<PoolPersonId, Suppression> suppressed(ClientId client, List<PoolPerson> people, Instant now) {
        Map<PoolPersonId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        Map<PoolPersonId, List<Suppressions.Key>> aliases = world.leads()
                .people()
                .aliases(people.stream().map(PoolPerson::id).toList());
        people.forEach(person -> subjects.put(
                person.id(),
                new Suppressions.Subject(
                        null,
                        person.id(),
                        person.contact(),
                        person.company().domain(),
                        person.company().name(),
                        aliases.getOrDefault(person.id(), List.of()))));
        return world.leads().suppressions().matchAll(client, subjects, now);
    }

    private Map<LeadId, PreviewScores.Preview> previews(
            Demand demand, List<PoolPerson> people, Map<PoolPersonId, Suppression> suppressed, Instant now) {
        List<Lead> leads = new ArrayList<>();
        Map<LeadId, Suppression> entries = new LinkedHashMap<>();
        for (PoolPerson person : people) {
            LeadId id = asLead(person.id());
            leads.add(lead(person, id, demand, now));
            Suppression entry = suppressed.get(person.id());
            if (entry != null) {
                entries.put(id, entry);
            }
        }
        return world.preview().preview(demand.clientId(), leads, entries);
    }

    /** Somebody who is not a lead yet is scored as if; the id only tells them apart. */
    private static LeadId asLead(PoolPersonId person) {
        return new LeadId(person.value());
    }

    /** The person as a lead of the campaign, as it begins. */
    static Lead lead(PoolPerson person, LeadId id, Demand demand, Instant now) {
        return Lead.begun(id, demand.clientId(), LeadSource.POOL, now)
                .campaignId(demand.campaign().id())
                .poolPersonId(person.id())
                .contact(person.contact())
                .person(person.person())
                .company(person.company())
                .roleStart(person.roleStart())
                .timezone(person.timezone())
                .signals(LeadSignals.of(person.personalEmail()))
                .lead();
    }

    /** The client's own record, opened again for a new hold: what happened before stays, the stages begin anew. */
    static Lead again(Lead former, Demand demand, Instant now) {
        return former.change()
                .campaignId(demand.campaign().id())
                .status(LeadStatus.NEW)
                .block(null)
                .updatedAt(now)
                .deletedAt(null)
                .lead();
    }

    /** Where only one address is closed, the others stay open. */
    private static ContactPoints open(ContactPoints contact, @Nullable Suppression entry) {
        if (entry == null || !entry.closesAddressOnly()) {
            return contact;
        }
        return new ContactPoints(
                entry.keyType() == SuppressionKeyType.EMAIL ? null : contact.email(),
                contact.emailStatus(),
                entry.keyType() == SuppressionKeyType.PHONE ? null : contact.phone(),
                contact.linkedIn());
    }
}
