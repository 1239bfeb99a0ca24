package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.LeadIdentity;
import io.agencyos.application.lead.enrichment.EnrichLeads.Fate;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.CompanyMoves;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolPerson.Facts;
import io.agencyos.domain.lead.ProfileConfidence;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.lead.enrichment.Enrichment.Credit;
import io.agencyos.domain.lead.enrichment.Enrichment.State;
import io.agencyos.domain.lead.enrichment.ProfileMerge;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.DeepEnrichmentGate;
import io.agencyos.domain.scoring.ProfileField;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes what was found of one lead, in a unit of work of its own, again when somebody was quicker. */
final class EnrichmentWriter {

    private static final int RACES = 5;

    private final EnrichmentPorts on;
    private final LeadIdentity identity;
    private final DoubleLeads doubles;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    EnrichmentWriter(EnrichmentPorts on, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.on = on;
        this.identity = new LeadIdentity(on.leads());
        this.doubles = new DoubleLeads(on, identity);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a refresh made of a lead. */
    enum Newer {
        SAME,
        CHANGED,
        /** Works elsewhere by now. */
        MOVED,
        /** Somebody else was found, or the lead is gone. */
        UNKNOWN
    }

    private <T> T writing(Lead lead, Supplier<T> work) {
        return writing(lead.clientId(), work);
    }

    private <T> T writing(ClientId client, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return units.inTenant(TenantScope.worker(client), work);
            } catch (UniqueViolation | ConcurrentUpdate race) {
                // a reply, an import or the allocator changed the lead or took a key between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    Fate missed(Lead lead, State state, Fate fate) {
        return writing(lead, () -> {
            claim(lead).ifPresent(claim -> on.enrichments().saveAll(List.of(claim.missed(state, clock.now()))));
            return fate;
        });
    }

    /** What a purchase brought into the pool completes the lead for nothing. */
    Fate fromPool(Lead lead) {
        return writing(lead, () -> {
            PoolPersonId id = lead.poolPersonId();
            List<PoolPerson> people =
                    id == null ? List.of() : on.leads().people().findAll(List.of(id));
            if (people.isEmpty()) {
                return write(lead, Enrichment.POOL, null, 0);
            }
            PoolPerson person = people.getFirst();
            ProfileMerge.Said said =
                    new ProfileMerge.Said(person.contact(), person.person(), person.company(), person.roleStart());
            return write(lead, Enrichment.POOL, said, 0);
        });
    }

    Fate fromVendor(Lead lead, String vendor, VendorLook.Answer answer, int cost) {
        return writing(lead, () -> {
            Fate fate = write(lead, vendor, answer.said(), cost);
            if (fate == Fate.ENRICHED || fate == Fate.NO_CREDITS) {
                share(lead, answer);
            }
            return fate;
        });
    }

    private Optional<Enrichment> claim(Lead lead) {
        return Optional.ofNullable(
                on.enrichments().of(lead.clientId(), List.of(lead.id())).get(lead.id()));
    }

    private Fate write(Lead seen, String source, ProfileMerge.@Nullable Said said, int cost) {
        Instant now = clock.now();
        ClientId client = seen.clientId();
        Enrichment claim = claim(seen).orElseThrow();
        if (said != null && isDouble(seen, lead -> ProfileMerge.completing(lead, said, now), now)) {
            return missed(claim, State.DUPLICATE, Fate.DUPLICATE, now);
        }
        Optional<Lead> found = on.leads().leads().findForUpdate(client, seen.id());
        if (found.isEmpty() || said == null) {
            return missed(claim, State.NOT_FOUND, Fate.NOT_FOUND, now);
        }
        return switch (ProfileMerge.completing(found.get(), said, now)) {
            case Result.Err<Lead, ProfileMerge.Mismatch> other ->
                missed(claim, State.IDENTITY_MISMATCH, Fate.IDENTITY_MISMATCH, now);
            case Result.Ok<Lead, ProfileMerge.Mismatch>(Lead merged) -> {
                if (!ProfileConfidence.accepts(merged.contact(), merged.person(), merged.company())) {
                    yield missed(claim, State.NOT_FOUND, Fate.NOT_FOUND, now);
                }
                if (claim.credit() == Credit.RESERVED && !on.credits().consume(client, seen.id())) {
                    // the balance went elsewhere meanwhile; what was bought waits in the pool, for nothing
                    yield missed(claim, State.NO_CREDITS, Fate.NO_CREDITS, now);
                }
                yield complete(found.get(), merged, source, claim, cost, now);
            }
        };
    }

    /** Whether the lead was put away, being another one of the client's. */
    private boolean isDouble(Lead seen, Function<Lead, Result<Lead, ProfileMerge.Mismatch>> merging, Instant now) {
        return on.leads()
                .leads()
                .find(seen.clientId(), seen.id())
                .flatMap(lead -> merging.apply(lead).toOptional())
                .flatMap(merged -> doubles.putAway(merged, now))
                .filter(seen.id()::equals)
                .isPresent();
    }

    private Fate missed(Enrichment claim, State state, Fate fate, Instant now) {
        on.enrichments().saveAll(List.of(claim.missed(state, now)));
        return fate;
    }

    private Fate complete(Lead before, Lead merged, String source, Enrichment claim, int cost, Instant now) {
        ClientId client = before.clientId();
        List<LeadId> one = List.of(before.id());
        Lead reached = reachable(before, merged, now);
        LeadStatus status = reached.status() == LeadStatus.NEW ? LeadStatus.ENRICHED : reached.status();
        on.leads().leads().update(reached.change().status(status).lead());
        on.freshness().refreshed(client, one, now);
        on.scoring().score(client, one, ScoreCause.ENRICHED);
        Lead scored = on.leads().leads().find(client, before.id()).orElseThrow();
        int sure = ProfileConfidence.of(scored.contact(), scored.person(), scored.company());
        on.enrichments()
                .saveAll(List.of(claim.completed(source, cost, sure, on.deep().decide(scored, profile(scored)), now)));
        on.events()
                .append(List.of(new DomainEvent(
                        ids.next(),
                        client,
                        EventName.LEAD_ENRICHED,
                        before.id().value(),
                        now,
                        Map.of("confidence", Integer.toString(sure)))));
        return source.equals(Enrichment.POOL) ? Fate.FROM_POOL : Fate.ENRICHED;
    }

    /** New ways to reach the person count only where they are nobody else's and nobody asked for peace under them. */
    private Lead reachable(Lead before, Lead merged, Instant now) {
        List<IdentityKey> keys = LeadIdentity.keys(merged.contact(), merged.person());
        List<IdentityKey> added = new ArrayList<>(keys);
        added.removeAll(LeadIdentity.keys(before.contact(), before.person()));
        if (added.isEmpty()) {
            return merged;
        }
        LeadIdentity.Known known = identity.look(keys);
        boolean free = known.isFree(before.poolPersonId(), now)
                && identity.sameLead(before.clientId(), merged.contact(), known.ids(), null, before)
                        .isEmpty()
                && on.leads()
                        .suppressions()
                        .match(before.clientId(), Suppressions.Subject.of(merged), now)
                        .filter(entry -> !entry.closesAddressOnly())
                        .isEmpty();
        if (!free) {
            leaveAlone(before, merged, known, now);
            ContactPoints own = before.contact();
            boolean sameAddress =
                    own.email() != null && own.email().equals(merged.contact().email());
            return merged.change()
                    .contact(sameAddress ? own.mailed(merged.contact().emailStatus()) : own)
                    .lead();
        }
        List<IdentityKey> all = new ArrayList<>(LeadIdentity.keys(before.contact(), before.person()));
        all.addAll(added);
        identity.settle(before.clientId(), all, now);
        // a merge may have moved the lead to another person of the pool
        Lead moved = on.leads().leads().find(before.clientId(), before.id()).orElseThrow();
        return merged.change()
                .poolPersonId(moved.poolPersonId())
                .version(moved.version())
                .lead();
    }

    /**
     * Where what was found says that the lead is somebody who asked for peace under another address or profile, they are
     * left alone under this name too. A number may be shared, so it says nothing. Source: outreach 6.2, POOL-14.
     */
    private void leaveAlone(Lead lead, Lead found, LeadIdentity.Known known, Instant now) {
        ContactPoints contact = found.contact();
        Suppressions.Subject names = new Suppressions.Subject(
                null,
                null,
                new ContactPoints(contact.email(), contact.emailStatus(), null, contact.linkedIn()),
                null,
                null);
        on.leads()
                .suppressions()
                .match(lead.clientId(), names, now)
                .filter(entry -> !entry.closesAddressOnly())
                .filter(entry ->
                        entry.keyType() == SuppressionKeyType.EMAIL || entry.keyType() == SuppressionKeyType.LINKEDIN)
                .ifPresent(entry -> on.leads()
                        .suppressions()
                        .add(List.of(new Suppression(
                                new SuppressionId(ids.next()),
                                lead.clientId(),
                                SuppressionKeyType.PERSON,
                                lead.id().text(),
                                entry.reason(),
                                entry.source(),
                                entry.groupId(),
                                null,
                                now,
                                entry.expiresAt(),
                                0))));
        PoolPersonId own = lead.poolPersonId();
        boolean optedOut =
                known.people().stream().anyMatch(person -> !person.id().equals(own) && person.unsubscribed());
        if (own != null && optedOut) {
            on.leads().people().findAll(List.of(own)).stream()
                    .filter(person -> !person.unsubscribed())
                    .forEach(person -> on.leads().people().updateAll(Map.of(person.optedOut(), List.of())));
        }
    }

    /** The facts are the pool's from now on: whoever brings the person next pays nothing for them. */
    private void share(Lead lead, VendorLook.Answer answer) {
        Lead now = on.leads().leads().find(lead.clientId(), lead.id()).orElse(lead);
        PoolPersonId id = now.poolPersonId();
        if (id == null) {
            return;
        }
        ProfileMerge.Said said = answer.said();
        on.leads().people().findAll(List.of(id)).forEach(person -> {
            int sure = ProfileConfidence.of(said.contact(), said.person(), said.company());
            Facts facts = new Facts(said.person(), said.company(), said.roleStart(), sure);
            on.leads().people().updateAll(Map.of(person.completed(now.contact(), facts), List.of()));
        });
        on.enrichments().bought(List.of(id), clock.now());
    }

    /** A number that was bought for the lead; one that it has meanwhile stays. */
    boolean numbered(ClientId client, LeadId id, PhoneNumber number) {
        return writing(client, () -> {
            Instant now = clock.now();
            Lead before = on.leads().leads().findForUpdate(client, id).orElse(null);
            if (before == null || before.deletedAt() != null || before.contact().phone() != null) {
                return false;
            }
            ContactPoints known = before.contact();
            Lead after = reachable(
                    before,
                    before.reachedAt(
                            new ContactPoints(known.email(), known.emailStatus(), number, known.linkedIn()), now),
                    now);
            if (after.contact().phone() == null) {
                return false;
            }
            on.leads().leads().update(after);
            on.scoring().score(client, List.of(id), ScoreCause.ENRICHED);
            return true;
        });
    }

    private static DeepEnrichmentGate.Profile profile(Lead lead) {
        Set<ProfileField> present = EnumSet.of(ProfileField.ENRICHMENT_DATA);
        add(present, ProfileField.FIRST_NAME, lead.person().firstName());
        add(present, ProfileField.LAST_NAME, lead.person().lastName());
        add(present, ProfileField.EMAIL, lead.contact().email());
        add(present, ProfileField.TITLE, lead.person().title());
        add(present, ProfileField.LINKEDIN_URL, lead.contact().linkedIn());
        add(present, ProfileField.COMPANY_NAME, lead.company().name());
        add(present, ProfileField.DOMAIN, lead.company().domain());
        add(present, ProfileField.INDUSTRY, lead.company().industry());
        add(present, ProfileField.EMPLOYEE_COUNT, lead.company().employeeCount());
        add(present, ProfileField.HIRING, lead.company().hiring());
        add(present, ProfileField.FUNDING_STAGE, lead.company().latestFundingDate());
        add(present, ProfileField.TECHNOLOGIES, lead.company().technologies().isEmpty() ? null : lead);
        add(present, ProfileField.POSTS, lead.signals().linkedIn());
        CompanyMoves moves = lead.signals().moves();
        return new DeepEnrichmentGate.Profile(
                present, moves == null ? null : moves.openRoles(), lead.source() == LeadSource.REFERRAL);
    }

    private static void add(Set<ProfileField> present, ProfileField field, @Nullable Object fact) {
        if (fact != null) {
            present.add(field);
        }
    }

    /** What goes on at the employer of a lead that was completed: scored anew, and the dearest research decided again. */
    void moved(Lead seen, CompanyMoves moves, int cost) {
        writing(seen, () -> {
            ClientId client = seen.clientId();
            Optional<Lead> found = on.leads().leads().findForUpdate(client, seen.id());
            Optional<Enrichment> record = claim(seen);
            if (found.isPresent() && record.isPresent()) {
                Lead lead = found.get();
                Instant now = clock.now();
                on.leads()
                        .leads()
                        .update(lead.change()
                                .company(lead.company().hiringBy(moves))
                                .signals(lead.signals().after(moves))
                                .updatedAt(now)
                                .lead());
                on.scoring().score(client, List.of(lead.id()), ScoreCause.ENRICHED);
                Lead scored = on.leads().leads().find(client, lead.id()).orElseThrow();
                on.enrichments()
                        .saveAll(List.of(record.get().decided(on.deep().decide(scored, profile(scored)), cost)));
            }
            return found;
        });
    }

    /** The newer word on a lead that is about to be written to. */
    Newer refreshed(Lead seen, VendorLook.Answer answer) {
        return writing(seen, () -> {
            Instant now = clock.now();
            if (isDouble(seen, lead -> ProfileMerge.refreshing(lead, answer.said(), now), now)) {
                return Newer.UNKNOWN;
            }
            Optional<Lead> found = on.leads().leads().findForUpdate(seen.clientId(), seen.id());
            if (found.isEmpty()) {
                return Newer.UNKNOWN;
            }
            Lead before = found.get();
            if (ProfileMerge.changedEmployer(before, answer.said())) {
                return Newer.MOVED;
            }
            Newer fate = ProfileMerge.refreshing(before, answer.said(), now)
                    .fold(merged -> refreshed(before, merged, now), somebodyElse -> Newer.UNKNOWN);
            if (fate != Newer.UNKNOWN) {
                share(before, answer);
            }
            return fate;
        });
    }

    private Newer refreshed(Lead before, Lead merged, Instant now) {
        Lead after = reachable(before, merged, now);
        if (after.factsDigest().equals(before.factsDigest())) {
            return Newer.SAME;
        }
        on.leads().leads().update(after);
        on.scoring().score(before.clientId(), List.of(before.id()), ScoreCause.REFRESH);
        return Newer.CHANGED;
    }
}
