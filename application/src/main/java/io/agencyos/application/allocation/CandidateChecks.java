package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.lead.store.Suppressions;
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
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at pool people for one campaign, checks 8 to 13 of POOL-6 in their order; what the stores say of all of them is
 * read at once.
 */
public final class CandidateChecks {

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

    public CandidateChecks(AllocationPorts ports, AllocationWorld world) {
        this.ports = ports;
        this.world = world;
    }

    /**
     * What the stores say of people, whoever asks.
     *
     * @param known of whom a client may have a history: a hold, or a record of its own
     * @param subjects what an entry on a list may name of each of them
     * @param companies where they work, as far as a score must be told
     */
    record Seen(
            List<PoolPerson> people,
            List<PoolPerson> known,
            Set<PoolPersonId> claimed,
            Map<PoolPersonId, Suppressions.Subject> subjects,
            Set<DomainName> companies) {}

    /** For a look: whoever was never held is nobody's lead, as far as a look can tell without asking every client. */
    Seen look(List<PoolPerson> people) {
        Set<PoolPersonId> held = ports.candidates().heldBefore(ids(people));
        return seen(
                people,
                people.stream().filter(person -> held.contains(person.id())).toList(),
                world.preview().toldOf(companies(people)));
    }

    private Seen seen(List<PoolPerson> people, List<PoolPerson> known, Set<DomainName> companies) {
        List<PoolPersonId> ids = ids(people);
        return new Seen(
                people,
                known,
                world.leads().people().claims(ids).keySet(),
                subjects(people, world.leads().people().aliases(ids)),
                companies);
    }

    private static Map<PoolPersonId, Suppressions.Subject> subjects(
            List<PoolPerson> people, Map<PoolPersonId, List<Suppressions.Key>> aliases) {
        Map<PoolPersonId, Suppressions.Subject> subjects = LinkedHashMap.newLinkedHashMap(people.size());
        people.forEach(person -> subjects.put(
                person.id(),
                new Suppressions.Subject(
                        null,
                        person.id(),
                        person.contact(),
                        person.company().domain(),
                        person.company().name(),
                        aliases.getOrDefault(person.id(), List.of()))));
        return subjects;
    }

    private static Set<DomainName> companies(List<PoolPerson> people) {
        return people.stream()
                .map(person -> person.company().domain())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<PoolPersonId> ids(List<PoolPerson> people) {
        return people.stream().map(PoolPerson::id).toList();
    }

    /** Everything about people whom this unit of work has locked. */
    Map<PoolPersonId, Verdict> judge(Demand demand, List<PoolPerson> people, Instant now) {
        return judge(demand, people, AssignmentChecks::refuse, now);
    }

    /** The same, where a person says that they are to be given whether they fit or not. */
    Map<PoolPersonId, Verdict> judgeByHand(Demand demand, List<PoolPerson> people, Instant now) {
        return judge(demand, people, AssignmentChecks::refuseByHand, now);
    }

    private Map<PoolPersonId, Verdict> judge(Demand demand, List<PoolPerson> people, Rules rules, Instant now) {
        Judge judge = judge(demand.clientId(), seen(people, people, companies(people)), now);
        Map<PoolPersonId, Verdict> verdicts = new LinkedHashMap<>();
        people.forEach(person -> verdicts.put(person.id(), judge.of(demand, person, rules)));
        return verdicts;
    }

    /** Which of checks 8 to 13 hold. */
    private interface Rules {

        Optional<AssignmentRefusal> refuse(AssignmentChecks.Candidate candidate);
    }

    /** Reads what this client says of the people; what it answers is for the unit of work that is open. */
    Judge judge(ClientId client, Seen seen, Instant now) {
        return new Judge(
                seen.claimed(),
                knownTo(client, seen.known()),
                ports.candidates().past(client, ids(seen.known()), aYearBefore(now)),
                world.leads().suppressions().matchAll(client, seen.subjects(), now),
                world.preview().of(client, seen.companies()),
                now);
    }

    /** The checks for one client. */
    record Judge(
            Set<PoolPersonId> claimed,
            Map<PoolPersonId, List<Lead>> known,
            Map<PoolPersonId, PastHolds> past,
            Map<PoolPersonId, Suppression> suppressed,
            PreviewScores.Scores scores,
            Instant now) {

        Verdict of(Demand demand, PoolPerson person) {
            return of(demand, person, AssignmentChecks::refuse);
        }

        private Verdict of(Demand demand, PoolPerson person, Rules rules) {
            List<Lead> own = known.getOrDefault(person.id(), List.of());
            Lead former = former(person, own);
            Suppression entry = suppressed.get(person.id());
            Optional<IcpFilter.Dimension> mismatch = demand.filter().mismatch(person.person(), person.company());
            Prospects prospects = new Prospects(demand, person, entry, scores, now);
            return rules.refuse(new AssignmentChecks.Candidate(
                            person,
                            claimed.contains(person.id()) || former == null && !own.isEmpty(),
                            past.getOrDefault(person.id(), PastHolds.NONE),
                            entry == null || entry.closesAddressOnly() ? null : entry.level(),
                            mismatch,
                            prospects,
                            now))
                    .<Verdict>map(refusal -> new Verdict.Refused(
                            refusal, refusal == AssignmentRefusal.ICP_MISMATCH ? mismatch.orElse(null) : null))
                    .orElseGet(() -> new Verdict.Fits(person, prospects.preview(), former));
        }
    }

    /** Scores somebody who is not a lead yet as if, and only when a check asks for it. */
    private static final class Prospects implements Supplier<AssignmentChecks.Prospect> {
        private final Demand demand;
        private final PoolPerson person;
        private final @Nullable Suppression entry;
        private final PreviewScores.Scores scores;
        private final Instant now;
        private PreviewScores.@Nullable Preview preview;
        private AssignmentChecks.@Nullable Prospect prospect;

        Prospects(
                Demand demand,
                PoolPerson person,
                @Nullable Suppression entry,
                PreviewScores.Scores scores,
                Instant now) {
            this.demand = demand;
            this.person = person;
            this.entry = entry;
            this.scores = scores;
            this.now = now;
        }

        PreviewScores.Preview preview() {
            PreviewScores.Preview known = preview;
            if (known == null) {
                // the id only tells leads apart, and this one is never stored
                known = scores.of(lead(person, new LeadId(person.id().value()), demand, now), entry);
                preview = known;
            }
            return known;
        }

        @Override
        public AssignmentChecks.Prospect get() {
            AssignmentChecks.Prospect known = prospect;
            if (known == null) {
                PreviewScores.Preview scored = preview();
                known = new AssignmentChecks.Prospect(
                        scored.tier(),
                        Reach.of(
                                scored.openChannels(),
                                demand.campaign().channelMix(),
                                open(person.contact(), entry),
                                demand.senders()));
                prospect = known;
            }
            return known;
        }
    }

    private static Instant aYearBefore(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusYears(1).toInstant();
    }

    /** Which leads of this client each of them is already, by any of the keys that are unique among its leads. */
    private Map<PoolPersonId, List<Lead>> knownTo(ClientId client, List<PoolPerson> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
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
