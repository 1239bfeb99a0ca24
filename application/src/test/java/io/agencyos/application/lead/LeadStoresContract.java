package io.agencyos.application.lead;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of leads, pool, suppressions and timeline keeps. Each test uses tenants and people of its own. */
public abstract class LeadStoresContract extends LeadWritesContract {

    protected abstract Activities activities();

    protected abstract Events events();

    private final ClientId a = new ClientId(UUID.randomUUID());
    private final ClientId b = new ClientId(UUID.randomUUID());
    private final int number = Leadbook.freshNumbers();
    private final String name = "p" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void a_lead_is_read_back_as_it_was_written() {
        LeadSignals signals = Leadbook.signals();
        Lead lead = Leadbook.lead(a, number, name).change().signals(signals).lead();
        run(() -> ports().leads().insertAll(List.of(lead)));

        assertThat(read(() -> ports().leads().find(a, lead.id()))).contains(lead);
        assertThat(read(b, () -> ports().leads().find(a, lead.id())))
                .as("seen by another tenant")
                .isEmpty();
    }

    @Test // scoring 1.1: kept, changed and forgotten; looked at and found silent is not the same as never looked at
    void the_signals_of_a_lead_are_read_back_as_they_were_written() {
        Lead lead = Leadbook.lead(a, number, name);
        run(() -> ports().leads().insertAll(List.of(lead)));
        LeadSignals silent =
                new LeadSignals(null, null, null, null, new LeadFacts.LinkedInActivity(List.of(), null, 0, null), null);

        for (LeadSignals said : List.of(Leadbook.signals(), silent, LeadSignals.NONE)) {
            run(() -> ports().leads()
                    .findForUpdate(a, lead.id())
                    .ifPresent(now ->
                            ports().leads().update(now.change().signals(said).lead())));
            assertThat(read(() -> ports().leads().find(a, lead.id())))
                    .hasValueSatisfying(now -> assertThat(now.signals()).isEqualTo(said));
        }
    }

    @Test // data model 5.6: unique e-mail, LinkedIn, person and external id among live leads
    void the_keys_of_a_live_lead_are_its_own_and_free_after_its_deletion() {
        Lead lead = Leadbook.lead(a, number, name);
        run(() -> ports().leads().insertAll(List.of(lead)));
        Lead twin = Leadbook.with(
                Leadbook.lead(a, number + 50, "x" + name),
                new ContactPoints(Leadbook.email(name + "+news@HarbourLane.example"), EmailStatus.UNKNOWN, null, null),
                null,
                null);

        assertThatThrownBy(() -> run(() -> ports().leads().insertAll(List.of(twin))))
                .isInstanceOf(UniqueViolation.class);
        run(() -> ports().leads().deleteAll(a, List.of(lead.id()), MONDAY));
        run(() -> ports().leads().insertAll(List.of(twin)));

        assertThat(read(() -> ports().leads().find(a, lead.id()))).isEmpty();
        assertThat(read(() -> ports().leads().find(a, twin.id()))).isPresent();
    }

    @Test
    void leads_are_found_by_each_of_their_keys() {
        Lead lead = Leadbook.lead(a, number, name);
        run(() -> ports().leads().insertAll(List.of(lead)));
        String email = name + "@harbourlane.example";

        assertThat(found(List.of(email), List.of(), Set.of(), List.of())).containsExactly(lead);
        assertThat(found(List.of(), List.of("in/" + name), Set.of(), List.of())).containsExactly(lead);
        assertThat(found(List.of(), List.of(), Set.of(), List.of("crm-" + number)))
                .containsExactly(lead);
        assertThat(read(() -> ports().leads()
                        .findByIdentity(
                                a,
                                List.of(email),
                                List.of("in/" + name),
                                List.of(poolId(lead)),
                                List.of("crm-" + number))))
                .as("four keys, one lead")
                .containsExactly(lead);
        assertThat(found(List.of("nobody@x.example"), List.of(), Set.of(), List.of()))
                .isEmpty();
    }

    @Test
    void metadata_is_merged_pair_by_pair() {
        Lead lead = Leadbook.lead(a, number, name);
        run(() -> {
            ports().leads().insertAll(List.of(lead));
            ports().leads().putMetadata(a, Map.of(lead.id(), Map.of("region", "west", "list", "spring")));
            ports().leads().putMetadata(a, Map.of(lead.id(), Map.of("list", "autumn")));
        });

        assertThat(read(() -> ports().leads().metadata(a, lead.id())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("region", "west", "list", "autumn"));
    }

    @Test // data model 6: brought along and claimed at once is the same as added, then claimed
    void a_person_that_comes_with_its_claim_is_as_one_that_was_claimed_afterwards() {
        PoolPerson person = Leadbook.poolPerson(number, name);
        PoolClaim claim = claim(person, a);
        run(() -> ports().people().insertClaimed(Map.of(person, keys(person)), List.of(claim)));

        PoolPerson stored =
                read(() -> ports().people().findAll(List.of(person.id()))).getFirst();
        assertThat(stored.status()).isEqualTo(PoolStatus.CLAIMED);
        assertThat(stored.claimsInTwelveMonths()).isEqualTo(1);
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.company()).isEqualTo(person.company());
        assertThat(read(() -> ports().people().claims(List.of(person.id())))).containsEntry(person.id(), claim);
        assertThat(read(b, () -> ports().people().standings(List.of(person.id(), new PoolPersonId(UUID.randomUUID())))))
                .containsOnly(Map.entry(person.id(), new PoolPeople.Standing(PoolStatus.CLAIMED, a, null)));
        assertThatThrownBy(() -> run(b, () -> ports().people().claimAll(List.of(claim(person, b)))))
                .isInstanceOf(UniqueViolation.class);
        PoolPerson other = Leadbook.poolPerson(number, name);
        assertThatThrownBy(() -> run(
                        b, () -> ports().people().insertClaimed(Map.of(other, keys(person)), List.of(claim(other, b)))))
                .as("a key of somebody else")
                .isInstanceOf(UniqueViolation.class);
    }

    @Test // data model 6: two claims of one person, one wins
    void a_person_is_claimed_once_and_free_again_after_release() {
        PoolPerson person = Leadbook.poolPerson(number, name);
        Map<PoolPerson, List<IdentityKey>> people = Map.of(person, keys(person));
        run(() -> ports().people().insertAll(people));
        run(() -> ports().people().claimAll(List.of(claim(person, a))));

        assertThatThrownBy(() -> run(b, () -> ports().people().claimAll(List.of(claim(person, b)))))
                .isInstanceOf(UniqueViolation.class);
        assertThat(read(() -> ports().people().findAll(List.of(person.id()))))
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.status()).isEqualTo(PoolStatus.CLAIMED);
                    assertThat(stored.claimsInTwelveMonths()).isEqualTo(1);
                    assertThat(stored.company()).isEqualTo(person.company());
                    assertThat(stored.contact()).isEqualTo(person.contact());
                    assertThat(stored.confidence()).isEqualTo(850);
                });

        run(
                b,
                () -> ports().people()
                        .release(b, List.of(person.id()), ReleaseReason.MANUAL, PoolStatus.AVAILABLE, null));
        assertThat(read(() -> ports().people().claims(List.of(person.id()))))
                .as("not b's to release")
                .isNotEmpty();
        run(() -> ports().people()
                .release(
                        a,
                        List.of(person.id()),
                        ReleaseReason.MANUAL,
                        PoolStatus.COOLING,
                        MONDAY.plus(Duration.ofDays(90))));

        assertThat(read(() -> ports().people().claims(List.of(person.id())))).isEmpty();
        assertThat(read(() -> ports().people().standings(List.of(person.id()))))
                .containsOnly(Map.entry(person.id(), new PoolPeople.Standing(PoolStatus.COOLING, null, null)));
        assertThat(read(() -> ports().people().findAll(List.of(person.id()))))
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.status()).isEqualTo(PoolStatus.COOLING);
                    assertThat(stored.coolingUntil()).isEqualTo(MONDAY.plus(Duration.ofDays(90)));
                });
    }

    @Test // data model 6: identity
    void every_key_of_a_person_leads_to_it_and_to_nobody_else() {
        PoolPerson person = Leadbook.poolPerson(number, name);
        run(() -> ports().people().insertAll(Map.of(person, keys(person))));

        Map<IdentityKey, ?> owners = read(() -> ports().people().resolve(new TreeSet<>(keys(person))));

        assertThat(owners)
                .hasSize(2)
                .allSatisfy((key, owner) -> assertThat(owner).isEqualTo(person.id()));
        PoolPerson other = Leadbook.poolPerson(number + 50, name);
        assertThatThrownBy(() -> run(() -> ports().people().insertAll(Map.of(other, keys(other)))))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test // outreach 6.2: subdomains on label boundary, expired entries ignored
    void a_domain_blocks_its_subdomains_and_nobody_elses() {
        String domain = name + ".com.au";
        run(() -> ports().suppressions()
                .add(List.of(entry(a, SuppressionKeyType.DOMAIN, domain, SuppressionReason.COMPETITOR, null))));

        assertThat(matches(a, "x@mail." + domain, MONDAY)).isEqualTo(SuppressionReason.COMPETITOR);
        assertThat(matches(a, "x@not" + domain, MONDAY)).isNull();
        assertThat(matches(b, "x@mail." + domain, MONDAY)).as("another client").isNull();
    }

    @Test // outreach 6.1: never weakened, never shortened
    void a_stronger_reason_replaces_a_weaker_one_and_the_longer_expiry_stays() {
        String address = name + "@harbourlane.example";
        Instant later = MONDAY.plus(Duration.ofDays(180));
        run(() -> {
            ports().suppressions()
                    .add(List.of(entry(a, SuppressionKeyType.EMAIL, address, SuppressionReason.UNSUBSCRIBED, null)));
            ports().suppressions()
                    .add(List.of(entry(a, SuppressionKeyType.EMAIL, address, SuppressionReason.NOT_INTERESTED, later)));
        });

        assertThat(matches(a, address, later.plusSeconds(1))).isEqualTo(SuppressionReason.UNSUBSCRIBED);
    }

    @Test
    void an_expired_entry_no_longer_holds() {
        String address = name + "@harbourlane.example";
        Instant until = MONDAY.plus(Duration.ofDays(7));
        run(() -> ports().suppressions()
                .add(List.of(entry(a, SuppressionKeyType.EMAIL, address, SuppressionReason.BOUNCED, until))));

        assertThat(matches(a, address, until.minusMillis(1))).isEqualTo(SuppressionReason.BOUNCED);
        assertThat(matches(a, address, until)).isNull();
    }

    @Test // outreach 6.2: platform before client
    void a_platform_entry_holds_for_every_client_and_comes_first() {
        String address = name + "@harbourlane.example";
        run(() -> ports().suppressions()
                .add(List.of(entry(a, SuppressionKeyType.PERSON, "x", SuppressionReason.OTHER, null))));
        units().onPlatform(() -> ports().suppressions()
                .add(List.of(entry(null, SuppressionKeyType.EMAIL, address, SuppressionReason.COMPLAINED, null))));
        run(() -> ports().suppressions()
                .add(List.of(entry(a, SuppressionKeyType.EMAIL, address, SuppressionReason.OTHER, null))));

        assertThat(matches(a, address, MONDAY)).isEqualTo(SuppressionReason.COMPLAINED);
        assertThat(matches(b, address, MONDAY)).isEqualTo(SuppressionReason.COMPLAINED);
    }

    @Test // outreach 6.2: a bounce closes an address, an opt-out the person; the one must not hide the other
    void an_entry_for_an_address_alone_never_hides_one_for_the_person() {
        String address = name + "@harbourlane.example";
        units().onPlatform(() -> ports().suppressions()
                .add(List.of(entry(null, SuppressionKeyType.EMAIL, address, SuppressionReason.BOUNCED, null))));
        assertThat(matches(a, address, MONDAY)).isEqualTo(SuppressionReason.BOUNCED);

        run(() -> ports().suppressions()
                .add(List.of(entry(
                        a, SuppressionKeyType.DOMAIN, "harbourlane.example", SuppressionReason.UNSUBSCRIBED, null))));

        assertThat(matches(a, address, MONDAY)).isEqualTo(SuppressionReason.UNSUBSCRIBED);
    }

    @Test // outreach 4.3 T5: contacts add up whatever the order in which they are told
    void contacts_are_counted_and_move_a_fresh_lead_into_its_sequence() {
        Lead lead = Leadbook.lead(a, number, name);
        run(() -> ports().leads().insertAll(List.of(lead)));
        run(() -> ports().leads().recordContacts(a, Map.of(lead.id(), MONDAY.plusSeconds(60))));
        run(() -> ports().leads().recordContacts(a, Map.of(lead.id(), MONDAY)));

        assertThat(read(() -> ports().leads().find(a, lead.id()))).hasValueSatisfying(found -> {
            assertThat(found.status()).isEqualTo(LeadStatus.IN_SEQUENCE);
            assertThat(found.history().touches()).isEqualTo(2);
            assertThat(found.history().firstTouchAt()).isEqualTo(MONDAY);
            assertThat(found.history().lastTouchAt()).isEqualTo(MONDAY.plusSeconds(60));
        });
    }

    @Test // outreach 3.4: never silent
    void a_block_says_why_nothing_is_planned_and_is_lifted_again() {
        Lead lead = Leadbook.lead(a, number, name);
        Lead.Block block = new Lead.Block("rate_limit_email", MONDAY.plusSeconds(3600));
        run(() -> ports().leads().insertAll(List.of(lead)));
        run(() -> ports().leads().setBlocks(a, Map.of(lead.id(), Optional.of(block))));
        assertThat(read(() -> ports().leads().find(a, lead.id())).orElseThrow().block())
                .isEqualTo(block);

        run(() -> ports().leads().setBlocks(a, Map.of(lead.id(), Optional.empty())));
        assertThat(read(() -> ports().leads().find(a, lead.id())).orElseThrow().block())
                .isNull();
    }

    @Test // data model 5.7: the same event again is not a second line
    void an_activity_is_appended_once_per_key() {
        Lead lead = Leadbook.lead(a, number, name);
        run(() -> ports().leads().insertAll(List.of(lead)));

        assertThat(read(() -> activities().append(List.of(activity(lead, "open-1"), activity(lead, "open-2")))))
                .isEqualTo(2);
        assertThat(read(() -> activities().append(activity(lead, "open-1")))).isFalse();
        assertThat(read(() -> activities().append(List.of(activity(lead, null), activity(lead, null)))))
                .isEqualTo(2);
    }

    @Test
    void events_are_appended_in_the_unit_of_the_change() {
        DomainEvent event = new DomainEvent(
                UUID.randomUUID(),
                a,
                EventName.LEAD_CREATED,
                UUID.randomUUID(),
                MONDAY,
                Map.of("source", "csv_import"));

        run(() -> events().append(event));

        assertThatThrownBy(() -> run(() -> events().append(event))).isInstanceOf(UniqueViolation.class);
    }

    private List<Lead> found(List<String> emails, List<String> profiles, Set<PoolPersonId> people, List<String> ids) {
        return read(() -> ports().leads().findByIdentity(a, emails, profiles, people, ids));
    }

    private static PoolPersonId poolId(Lead lead) {
        return Objects.requireNonNull(lead.poolPersonId());
    }

    private @Nullable SuppressionReason matches(ClientId client, String address, Instant at) {
        ContactPoints contact = new ContactPoints(Leadbook.email(address), EmailStatus.UNKNOWN, null, null);
        return read(
                client,
                () -> ports().suppressions()
                        .match(client, new Suppressions.Subject(null, null, contact, null, null), at)
                        .map(Suppression::reason)
                        .orElse(null));
    }

    private static Suppression entry(
            @Nullable ClientId client,
            SuppressionKeyType type,
            String key,
            SuppressionReason reason,
            @Nullable Instant until) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        return new Suppression(id, client, type, key, reason, SuppressionSource.MANUAL, id, null, MONDAY, until, 0);
    }

    private static PoolClaim claim(PoolPerson person, ClientId client) {
        return new PoolClaim(
                person.id(),
                client,
                new LeadId(UUID.randomUUID()),
                MONDAY,
                PoolClaim.ClaimedBy.IMPORT,
                ClaimStatus.ACTIVE,
                null);
    }

    private static List<IdentityKey> keys(PoolPerson person) {
        return IdentityKey.of(person.contact(), person.personalEmail(), person.person());
    }

    private static Activity activity(Lead lead, @Nullable String key) {
        return new Activity(
                new ActivityId(UUID.randomUUID()),
                lead.clientId(),
                lead.id(),
                null,
                ActivityAction.OPENED,
                null,
                null,
                null,
                null,
                MONDAY,
                key,
                null,
                ActivityActor.LEAD);
    }

    private void run(Runnable work) {
        run(a, work);
    }

    private void run(ClientId client, Runnable work) {
        units().inTenant(TenantScope.worker(client), work);
    }

    private <T> T read(Supplier<T> work) {
        return read(a, work);
    }

    private <T> T read(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }
}
