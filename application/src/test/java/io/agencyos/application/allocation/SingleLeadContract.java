package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.AddLead;
import io.agencyos.application.lead.ChangeLead;
import io.agencyos.application.lead.DeleteLead;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.lead.intake.SignalDraft;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One lead that a person makes, changes and takes away: the same stories in memory and on PostgreSQL. */
public abstract class SingleLeadContract extends BulkLeadStories {

    @Test // api 9.6, PLAN-4: costs nothing; POOL-8.5: the same claim as everybody's
    void an_added_lead_is_claimed_scored_enrolled_and_free() {
        Asking asking = scenario().asking();

        Lead lead = added(add(asking, said(me + "@harbourlane.example"), true));

        assertThat(lead.source()).isEqualTo(LeadSource.MANUAL);
        assertThat(lead.score()).isNotNull();
        assertThat(lead.company().domain()).isNotNull();
        assertThat(balance(asking)).isEqualTo(QUOTA);
        assertThat(claims(asking, List.of(lead)))
                .hasSize(1)
                .allSatisfy((person, claim) -> assertThat(claim.leadId()).isEqualTo(lead.id()));
        assertThat(enrolments(asking, List.of(lead))).hasSize(1);
        assertThat(scenario().told()).extracting(DomainEvent::name).contains(EventName.LEAD_CREATED);
        assertThat(metadata(asking, lead)).isEqualTo(Map.of("list", "expo"));
    }

    @Test // api 1.3: all errors at once, by field; POOL-2: no key at all is identity_required
    void what_cannot_be_read_is_told_member_by_member() {
        Asking asking = scenario().asking();
        LeadDraft wrong = new LeadDraft(
                null,
                "jane@@x",
                "12",
                "https://www.linkedin.com/company/acme",
                null,
                null,
                null,
                null,
                "gmail.com",
                null,
                null,
                "Atlantis",
                SignalDraft.NONE,
                Map.of("Not A Key", "x"));

        assertThat(add(asking, wrong, false))
                .isInstanceOfSatisfying(
                        AddLead.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.path() + " " + problem.code())
                                .containsExactlyInAnyOrder(
                                        "email invalid_email",
                                        "phone invalid_phone",
                                        "linkedin_url invalid_linkedin_url",
                                        "domain freemail_domain",
                                        "organization.country invalid_country",
                                        "metadata invalid_key"));
        assertThat(add(asking, said(null), false))
                .isInstanceOfSatisfying(
                        AddLead.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("identity_required"));
    }

    @Test // api 9.6: unique by e-mail key, profile or external id
    void a_lead_that_the_client_has_is_told_by_its_id() {
        Asking asking = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), false));

        assertThat(add(asking, said(me.toUpperCase(Locale.ROOT) + "+x@HarbourLane.example"), false))
                .isEqualTo(new AddLead.Outcome.Duplicate(lead.id()));
        assertThat(add(asking, with(said("other" + me + "@b.example"), "ext-" + me, null, null), false))
                .isInstanceOf(AddLead.Outcome.Added.class);
        assertThat(add(asking, with(said("third" + me + "@c.example"), "ext-" + me, null, null), false))
                .isInstanceOf(AddLead.Outcome.Duplicate.class);
    }

    @Test // POOL-4, POOL-8.5: another client's person is refused without naming the owner
    void a_person_of_another_client_cannot_be_added() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        added(add(one, said(me + "@harbourlane.example"), false));

        assertThat(add(two, said(me + "@harbourlane.example"), false)).isEqualTo(new AddLead.Outcome.Unavailable());
    }

    @Test // POOL-2, data model 6: the known person learns its profile, so that nobody else brings it under that one
    void whoever_is_known_by_one_key_is_known_by_the_others_too() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        PoolPerson free = scenario().add(List.of(scenario().person())).getFirst();
        String address = Objects.requireNonNull(free.contact().email()).value();

        Lead lead = added(add(one, with(said(address), null, null, "in/" + me), false));

        assertThat(lead.poolPersonId()).isEqualTo(free.id());
        assertThat(add(two, with(said(null), null, null, "in/" + me), false))
                .isEqualTo(new AddLead.Outcome.Unavailable());
    }

    @Test // outreach 6.2, api 9.6: never lifting an opt-out
    void whoever_is_suppressed_is_not_added() {
        Asking asking = scenario().asking();
        suppress(asking.client(), "rival.example", SuppressionReason.COMPETITOR);

        assertThat(add(asking, said(me + "@shop.rival.example"), false))
                .isEqualTo(new AddLead.Outcome.Suppressed(SuppressionReason.COMPETITOR));
        assertThat(owner(me + "@shop.rival.example")).isEmpty();
    }

    @Test // POOL-2: whoever asked for peace under one address is not reached under another
    void a_person_who_is_suppressed_by_name_is_not_added_under_another_address() {
        Asking asking = scenario().asking();
        PoolPerson person = scenario().add(List.of(scenario().person())).getFirst();
        knowBy(person, "other" + me + "@b.example");
        suppressPerson(asking, person.id());

        assertThat(add(asking, said("other" + me + "@b.example"), false))
                .isEqualTo(new AddLead.Outcome.Suppressed(SuppressionReason.DO_NOT_CONTACT));
    }

    @Test // ALS-16: a manual change is scored at once
    void a_changed_lead_is_scored_anew() {
        Asking asking = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), false));

        Lead changed = changed(change(asking, lead, draft -> titled(draft, "Chief Executive Officer")));

        assertThat(changed.person().title()).isEqualTo("Chief Executive Officer");
        assertThat(Objects.requireNonNull(changed.score()).score())
                .isGreaterThan(Objects.requireNonNull(lead.score()).score());
        assertThat(changed.company()).isEqualTo(lead.company());
        assertThat(change(asking, lead, draft -> titled(draft, "CTO")))
                .isEqualTo(new ChangeLead.Outcome.VersionConflict(changed.version()));
    }

    @Test // api 8: metadata is merged, what is left out of the new map is gone
    void pairs_that_are_taken_away_are_gone() {
        Asking asking = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), false));

        changed(change(asking, lead, draft -> withPairs(draft, Map.of("owner", "sam"))));

        assertThat(metadata(asking, lead)).isEqualTo(Map.of("owner", "sam"));
    }

    @Test // POOL-2: the new address is the same person from now on, for everybody
    void a_new_address_belongs_to_the_same_person() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        Lead lead = added(add(one, said(me + "@harbourlane.example"), false));

        Lead changed = changed(change(one, lead, draft -> mailed(draft, "new" + me + "@harbourlane.example")));

        assertThat(changed.poolPersonId()).isEqualTo(lead.poolPersonId());
        assertThat(owner("new" + me + "@harbourlane.example")).contains(lead.poolPersonId());
        assertThat(add(two, said("new" + me + "@harbourlane.example"), false))
                .isEqualTo(new AddLead.Outcome.Unavailable());
        assertThat(add(two, said(me + "@harbourlane.example"), false)).isEqualTo(new AddLead.Outcome.Unavailable());
    }

    @Test // POOL-2, data model 6: the older record stays, claim and lead follow
    void an_address_of_somebody_free_makes_one_person_of_two() {
        Asking asking = scenario().asking();
        PoolPerson older = scenario().add(List.of(scenario().person())).getFirst();
        scenario().advance(Duration.ofHours(1));
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), false));
        String address = Objects.requireNonNull(older.contact().email()).value();

        Lead changed = changed(change(asking, lead, draft -> mailed(draft, address)));

        assertThat(changed.poolPersonId()).isEqualTo(older.id());
        assertThat(owner(me + "@harbourlane.example")).contains(older.id());
        assertThat(claims(asking, List.of(changed))).hasSize(1);
    }

    @Test // POOL-2: an address change never makes a contactable twin, for no client
    void whom_a_client_suppressed_under_a_record_that_was_merged_away_it_is_not_given_under_the_other() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        PoolPerson older = scenario().add(List.of(scenario().person())).getFirst();
        PoolPerson younger = scenario()
                .add(List.of(withPhoneAndProfile(scenario().person(), 0)))
                .getFirst();
        String shut = Objects.requireNonNull(younger.contact().email()).key().value();
        scenario().run(two.client(), () -> suppressions(two, SuppressionKeyType.EMAIL, shut));
        Lead merged = added(add(
                one,
                with(
                        said(Objects.requireNonNull(older.contact().email()).value()),
                        null,
                        null,
                        Objects.requireNonNull(younger.contact().linkedIn()).key()),
                false));
        assertThat(merged.poolPersonId()).isEqualTo(older.id());
        delete(new TenantScope(one.client(), null, Role.ADMIN), merged, merged.version());

        assertThat(done(assign(two, 5, "monday")).refused()).isEqualTo(Map.of(AssignmentRefusal.CLIENT_SUPPRESSED, 1));
    }

    @Test // api 9.6: changing the address checks uniqueness and suppression again
    void a_new_address_that_is_taken_or_suppressed_changes_nothing() {
        Asking asking = scenario().asking();
        Asking rival = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), false));
        Lead mine = added(add(asking, said("mine" + me + "@b.example"), false));
        added(add(rival, said("theirs" + me + "@c.example"), false));
        suppress(asking.client(), "rival.example", SuppressionReason.COMPETITOR);

        assertThat(change(asking, lead, draft -> mailed(draft, "mine" + me + "@b.example")))
                .isEqualTo(new ChangeLead.Outcome.Duplicate(mine.id()));
        assertThat(change(asking, lead, draft -> mailed(draft, "theirs" + me + "@c.example")))
                .isEqualTo(new ChangeLead.Outcome.Unavailable());
        assertThat(change(asking, lead, draft -> mailed(draft, me + "@rival.example")))
                .isEqualTo(new ChangeLead.Outcome.Suppressed(SuppressionReason.COMPETITOR));
        assertThat(change(asking, lead, draft -> mailed(draft, null))).isInstanceOf(ChangeLead.Outcome.Invalid.class);
        assertThat(scenario().reread(lead)).isEqualTo(lead);
    }

    @Test // POOL-2: an address change never makes a contactable twin
    void whoever_asked_for_peace_gets_no_new_address() {
        Asking asking = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), false));
        scenario()
                .run(
                        asking.client(),
                        () -> suppressions(asking, SuppressionKeyType.EMAIL, me + "@harbourlane.example"));

        assertThat(change(asking, lead, draft -> mailed(draft, "new" + me + "@b.example")))
                .isEqualTo(new ChangeLead.Outcome.Suppressed(SuppressionReason.DO_NOT_CONTACT));
        assertThat(change(asking, lead, draft -> titled(draft, "CTO"))).isInstanceOf(ChangeLead.Outcome.Changed.class);
    }

    @Test // api 9.6, outreach 2.6, POOL-9: outreach stops first, then the person goes back
    void a_deleted_lead_is_left_alone_and_its_person_is_free() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), true));
        TenantScope admin = new TenantScope(asking.client(), null, Role.ADMIN);

        assertThat(delete(new TenantScope(asking.client(), null, Role.MEMBER), lead, lead.version()))
                .isEqualTo(DeleteLead.Outcome.ROLE_REQUIRED);
        assertThat(delete(admin, lead, lead.version() + 1)).isEqualTo(DeleteLead.Outcome.VERSION_CONFLICT);
        assertThat(delete(admin, lead, lead.version())).isEqualTo(DeleteLead.Outcome.DELETED);
        assertThat(delete(admin, lead, lead.version())).isEqualTo(DeleteLead.Outcome.NOT_FOUND);

        assertThat(enrolments(asking, List.of(lead)).get(lead.id()))
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(EnrolmentState.STOPPED));
        assertThat(person(Objects.requireNonNull(lead.poolPersonId())).status()).isEqualTo(PoolStatus.AVAILABLE);
        assertThat(add(other, said(me + "@harbourlane.example"), false)).isInstanceOf(AddLead.Outcome.Added.class);
    }

    @Test // api 3
    void a_viewer_makes_and_changes_nothing() {
        Asking asking = scenario().asking();
        Lead lead = added(add(asking, said(me + "@harbourlane.example"), false));
        TenantScope viewer = new TenantScope(asking.client(), null, Role.VIEWER);

        assertThat(scenario().editing().addLead().add(viewer, said("b" + me + "@b.example"), null, Origin.NONE))
                .isEqualTo(new AddLead.Outcome.RoleRequired());
        assertThat(scenario()
                        .editing()
                        .changeLead()
                        .change(viewer, lead.id(), lead.version(), draft -> draft, Origin.NONE))
                .isEqualTo(new ChangeLead.Outcome.RoleRequired());
    }

    @Test // POOL-8.5: a person who adds a lead never skips checks 1 to 3 of POOL-6
    void nobody_is_added_to_a_client_that_is_paused_does_not_pay_or_is_nobody() {
        Asking paused = scenario().asking();
        Asking behind = scenario().asking();
        var clients = scenario().on().world().clients();
        scenario()
                .run(
                        paused.client(),
                        () -> clients.update(clients.find(paused.client())
                                .orElseThrow()
                                .pausedBy(new Client.Pause(now.get(), "a complaint", null))));
        scenario()
                .run(
                        behind.client(),
                        () -> clients.updateSubscription(clients.subscription(behind.client())
                                .orElseThrow()
                                .as(SubscriptionStatus.PAST_DUE)));
        Asking nobody = new Asking(new ClientId(UUID.randomUUID()), paused.campaign());

        assertThat(add(paused, said(me + "@harbourlane.example"), false))
                .isEqualTo(new AddLead.Outcome.Barred(ClientBar.PAUSED));
        assertThat(add(behind, said(me + "@harbourlane.example"), false))
                .isEqualTo(new AddLead.Outcome.Barred(ClientBar.SUBSCRIPTION_INACTIVE));
        assertThat(add(nobody, said(me + "@harbourlane.example"), false))
                .isEqualTo(new AddLead.Outcome.Barred(ClientBar.NOT_FOUND));
    }
}
