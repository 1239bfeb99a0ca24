package io.agencyos.application.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of people of the pool whom one row names together. */
public abstract class MergedPeopleStories extends ImportSteps {

    @Test // POOL-2, data model 6: P1 by e-mail, P2 by another e-mail and a profile, then a row with both
    void two_people_who_meet_in_a_row_become_the_older_one() {
        done(importing(new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        PoolPersonId older = Objects.requireNonNull(leads().getFirst().poolPersonId());
        PoolPersonId younger = inPool("b" + me + "@other.example", "in/" + me);
        List<LeadImportRow> rejects = new ArrayList<>();

        LeadImport run = done(importing(rejects, List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(run.counts().updated()).isEqualTo(1);
        assertThat(rejects).isEmpty();
        assertThat(owners("a" + me + "@harbourlane.example", "b" + me + "@other.example", "in/" + me))
                .containsOnly(older);
        assertThat(person(younger)).isEmpty();
        assertThat(person(older)).singleElement().satisfies(one -> {
            assertThat(one.contact().email()).extracting("value").isEqualTo("a" + me + "@harbourlane.example");
            assertThat(one.contact().linkedIn()).extracting("key").isEqualTo("in/" + me);
            assertThat(one.status()).isEqualTo(PoolStatus.CLAIMED);
        });
    }

    @Test // data model 6: the dropped one's lead is re-pointed, its claim moves
    void the_lead_of_the_younger_one_follows_to_the_older() {
        PoolPersonId older = inPool("b" + me + "@other.example", "in/" + me);
        done(importing(new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        Lead lead = leads().getFirst();

        done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(leads()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(lead.id());
            assertThat(now.poolPersonId()).isEqualTo(older);
        });
        assertThat(units().onPlatform(() -> ports().people().claims(List.of(older))))
                .hasEntrySatisfying(older, claim -> assertThat(claim.leadId()).isEqualTo(lead.id()));
    }

    @Test // flows 2.6: the client's own row says that two of its leads are one person, who would hear from it twice
    void of_two_leads_whom_one_row_names_together_one_is_put_away() {
        done(importing(new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        done(importing(new ArrayList<>(), List.of(both("b" + me + "@other.example"))));
        assertThat(leads()).hasSize(2);

        LeadImport run = done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));
        done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(run.counts().created()).isZero();
        assertThat(ended).as("once, however often the row comes").hasSize(1);
        assertThat(leads())
                .filteredOn(lead -> lead.status() == LeadStatus.ARCHIVED)
                .extracting(Lead::id)
                .isEqualTo(ended);
    }

    @Test // POOL-2, POOL-4: as two they could be given to two clients, and one's wish would not be the other's
    void two_leads_that_are_one_person_are_one_person_of_the_pool() {
        String one = "a" + me + "@harbourlane.example";
        String other = "b" + me + "@other.example";
        done(importing(new ArrayList<>(), List.of(row(one, "Jane"))));
        done(importing(new ArrayList<>(), List.of(both(other))));

        done(importing(new ArrayList<>(), List.of(both(one))));

        Lead stays = leads().stream()
                .filter(lead -> lead.status() != LeadStatus.ARCHIVED)
                .findFirst()
                .orElseThrow();
        PoolPersonId person = Objects.requireNonNull(stays.poolPersonId());
        assertThat(owners(one, other, "in/" + me)).containsOnly(person);
        assertThat(units().onPlatform(() -> ports().people().claims(List.of(person))))
                .hasEntrySatisfying(person, claim -> assertThat(claim.leadId()).isEqualTo(stays.id()));
        assertThat(leads())
                .filteredOn(lead -> lead.status() == LeadStatus.ARCHIVED)
                .singleElement()
                .satisfies(away -> assertThat(away.poolPersonId()).isNull());
        optOut(person);
        assertThat(importing(open(new ClientId(UUID.randomUUID())), new ArrayList<>(), List.of(row(other, "Jane"))))
                .isInstanceOfSatisfying(
                        ImportLeads.Outcome.Done.class,
                        done -> assertThat(done.run().counts().created()).isZero());
    }

    @Test // data model 5.1: what a twin's people are known by is told as it is, without the word that keeps realms
    // apart
    void a_twins_people_are_known_by_the_addresses_that_they_had_before() {
        ClientId twin = openTwin(client);
        PoolPerson free = somebody("b" + me + "@other.example", "in/" + me);
        units().inTenant(
                        TenantScope.worker(twin),
                        () -> ports().people()
                                .insertAll(Map.of(free, IdentityKey.of(free.contact(), null, free.person()))));
        done(importing(twin, new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        done(importing(twin, new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));

        Map<PoolPersonId, List<Suppressions.Key>> aliases = units().inTenant(TenantScope.worker(twin), () -> {
            Collection<PoolPersonId> one = ports().people()
                    .resolve(Set.of(new IdentityKey(IdentityKey.Kind.LINKEDIN, "in/" + me)))
                    .values();
            return ports().people().aliases(one);
        });

        assertThat(aliases.values())
                .singleElement(list(Suppressions.Key.class))
                .contains(
                        new Suppressions.Key(SuppressionKeyType.EMAIL, "a" + me + "@harbourlane.example"),
                        new Suppressions.Key(SuppressionKeyType.EMAIL, "b" + me + "@other.example"),
                        new Suppressions.Key(SuppressionKeyType.LINKEDIN, "in/" + me));
    }

    @Test // POOL-2, POOL-4: two people of whom another client holds one stay two, and none of them is ours to take
    void whoever_another_client_holds_by_another_key_is_not_taken() {
        ClientId other = open(new ClientId(UUID.randomUUID()));
        done(importing(other, new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        PoolPersonId free = inPool("b" + me + "@other.example", "in/" + me);
        List<LeadImportRow> rejects = new ArrayList<>();

        LeadImport run = done(importing(rejects, List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(run.counts().created()).isZero();
        assertThat(rejects)
                .singleElement()
                .satisfies(row -> assertThat(row.problems()).extracting("code").containsExactly("lead_unavailable"));
        assertThat(person(free)).hasSize(1);
    }

    @Test // POOL-2: both owned by different clients: both stay, DUPLICATE_OWNED tells the platform's staff once
    void two_people_whom_two_clients_own_stay_two_and_are_flagged_once() {
        ClientId one = open(new ClientId(UUID.randomUUID()));
        ClientId two = open(new ClientId(UUID.randomUUID()));
        done(importing(one, new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        PoolPersonId other = inPool("b" + me + "@other.example", "in/" + me);
        done(importing(two, new ArrayList<>(), List.of(row("b" + me + "@other.example", "Jane"))));

        done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));
        done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(units().onPlatform(() -> ports().people().duplicates()))
                .filteredOn(people -> people.contains(other))
                .hasSize(1);
        assertThat(person(other)).hasSize(1);
        assertThat(leads()).isEmpty();
    }

    @Test // POOL-2: flags are sticky
    void an_opt_out_of_either_is_the_opt_out_of_both() {
        PoolPersonId older = inPool("a" + me + "@harbourlane.example", null);
        optOut(inPool("b" + me + "@other.example", "in/" + me));

        LeadImport run = done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(run.counts().created()).isZero();
        assertThat(person(older))
                .singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(PoolStatus.UNSUBSCRIBED));
    }

    @Test // POOL-4: no other client contacts a person who is held; what a later row says of them reaches nobody's
    // address
    void an_address_of_somebody_whom_another_client_holds_is_not_taken_over() {
        String email = "a" + me + "@harbourlane.example";
        ClientId other = open(new ClientId(UUID.randomUUID()));
        done(importing(other, new ArrayList<>(), List.of(row(email, "Jane"))));
        done(importing(new ArrayList<>(), List.of(both(""))));
        PoolPersonId mine = Objects.requireNonNull(leads().getFirst().poolPersonId());

        done(importing(new ArrayList<>(), List.of(both(email))));

        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.contact().email()).isNull();
            assertThat(lead.poolPersonId()).isEqualTo(mine);
        });
        assertThat(units().onPlatform(() -> ports().people().duplicatesOf(mine)))
                .singleElement()
                .satisfies(theirs -> assertThat(
                                units().onPlatform(() -> ports().people().duplicatesOf(theirs)))
                        .containsExactly(mine));
    }

    @Test // POOL-14: unsubscribed stops globally, also whom another client holds under another name
    void two_whom_two_clients_own_are_left_alone_where_either_asked_for_it() {
        String email = "a" + me + "@harbourlane.example";
        ClientId other = open(new ClientId(UUID.randomUUID()));
        done(importing(other, new ArrayList<>(), List.of(row(email, "Jane"))));
        done(importing(new ArrayList<>(), List.of(both(""))));
        PoolPersonId mine = Objects.requireNonNull(leads().getFirst().poolPersonId());
        IdentityKey key = new IdentityKey(
                IdentityKey.Kind.EMAIL, Leadbook.email(email).key().value());
        optOut(units().onPlatform(() -> ports().people().resolve(Set.of(key))).get(key));

        done(importing(new ArrayList<>(), List.of(both(email))));

        assertThat(person(mine)).singleElement().satisfies(one -> {
            assertThat(one.unsubscribed()).isTrue();
            assertThat(one.status()).isEqualTo(PoolStatus.UNSUBSCRIBED);
        });
    }

    @Test // POOL-2: flags are sticky; POOL-3: whoever opted out is not free again when a hold ends
    void whoever_opted_out_stays_so_when_nobody_holds_them_any_more() {
        String expired = "a" + me + "@harbourlane.example";
        String released = "b" + me + "@harbourlane.example";
        done(importing(new ArrayList<>(), List.of(row(expired, "Jane"), row(released, "June"))));
        List<PoolPersonId> held = leads().stream().map(Lead::poolPersonId).toList();
        held.forEach(this::optOut);

        units().inTenant(TenantScope.worker(client), () -> {
            ports().people().expire(client, List.of(held.getFirst()));
            ports().people().release(client, List.of(held.getLast()), ReleaseReason.MANUAL, PoolStatus.AVAILABLE, null);
        });

        assertThat(held)
                .flatExtracting(this::person)
                .extracting(PoolPerson::status)
                .containsExactly(PoolStatus.UNSUBSCRIBED, PoolStatus.UNSUBSCRIBED);
    }

    private List<String> both(String email) {
        return List.of(email, "Jane", "Raman", "Head of Growth", "", "https://www.linkedin.com/in/" + me, "");
    }

    /** Somebody whom nobody holds. */
    private PoolPersonId inPool(String email, @org.jspecify.annotations.Nullable String profile) {
        PoolPerson person = somebody(email, profile);
        units().onPlatform(() ->
                ports().people().insertAll(Map.of(person, IdentityKey.of(person.contact(), null, person.person()))));
        return person.id();
    }

    private PoolPerson somebody(String email, @org.jspecify.annotations.Nullable String profile) {
        PoolPersonId id = new PoolPersonId(ids().next());
        ContactPoints contact = new ContactPoints(
                Leadbook.email(email),
                EmailStatus.GUESSED,
                null,
                profile == null ? null : LinkedInUrl.ofKey(profile).orElseThrow());
        PoolPerson sample = Leadbook.poolPerson(1, "jane");
        return new PoolPerson(
                id,
                contact,
                null,
                sample.person(),
                sample.company(),
                null,
                null,
                PoolStatus.AVAILABLE,
                null,
                "csv_import",
                0,
                false,
                null,
                null,
                0,
                1,
                Leadbook.MONDAY.minusSeconds(profile == null ? 60 : leads().isEmpty() ? 30 : -30),
                0);
    }

    private void optOut(PoolPersonId id) {
        units().onPlatform(() -> {
            PoolPerson was = ports().people().findAll(List.of(id)).getFirst();
            ports().people()
                    .updateAll(Map.of(
                            new PoolPerson(
                                    was.id(),
                                    was.contact(),
                                    null,
                                    was.person(),
                                    was.company(),
                                    null,
                                    null,
                                    PoolStatus.UNSUBSCRIBED,
                                    null,
                                    was.source(),
                                    0,
                                    true,
                                    null,
                                    null,
                                    0,
                                    1,
                                    was.createdAt(),
                                    was.version()),
                            List.of()));
        });
    }

    private Collection<PoolPersonId> owners(String one, String two, String profile) {
        return units().onPlatform(() -> ports().people()
                        .resolve(Set.of(
                                new IdentityKey(IdentityKey.Kind.EMAIL, one),
                                new IdentityKey(IdentityKey.Kind.EMAIL, two),
                                new IdentityKey(IdentityKey.Kind.LINKEDIN, profile))))
                .values();
    }

    private List<PoolPerson> person(PoolPersonId id) {
        return units().onPlatform(() -> ports().people().findAll(List.of(id)));
    }
}
