package io.agencyos.application.outreach.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.suppression.KeepSuppressions.Added;
import io.agencyos.application.outreach.suppression.KeepSuppressions.NewEntry;
import io.agencyos.application.outreach.suppression.KeepSuppressions.Removed;
import io.agencyos.application.outreach.suppression.KeepSuppressions.Target;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of whom not to contact, as people keep it, over real stores. */
public abstract class KeepSuppressionsContract extends DeskUnderTest {

    private KeepSuppressions keep() {
        return new SuppressionUseCases(
                        desk().world().world().leads(),
                        desk().world().world().clients(),
                        desk().world().world().campaigns(),
                        desk().world().stores().enrolments(),
                        scenario().useCases().stopOutreach(),
                        desk().audit(),
                        desk().world().world().tasks(),
                        PublishedSuffixes.identityKeys(),
                        desk().world().units(),
                        clock()::get,
                        ids())
                .keepSuppressions();
    }

    private Added add(Role role, Target target, SuppressionReason reason) {
        return keep().add(as(ANN, role), new NewEntry(target, reason, "By hand.", null), Origin.NONE);
    }

    private Suppression listed(Target target, SuppressionReason reason) {
        Added added = add(Role.MEMBER, target, reason);
        if (added instanceof Added.Listed(Suppression entry)) {
            return entry;
        }
        throw new AssertionError(added);
    }

    private static Target key(SuppressionKeyType type, String text) {
        return new Target.ByKey(type, text);
    }

    private List<Suppression> entries(@Nullable Set<SuppressionKeyType> types) {
        Suppressions.Filter filter = new Suppressions.Filter(null, types, null, null);
        return keep().list(as(ANN, Role.VIEWER), filter, null, 50).entries();
    }

    @Test // outreach 6.2: adding a CLIENT entry runs T7 for every open enrolment it matches
    void an_entry_stops_the_outreach_to_everybody_whom_it_names_and_to_nobody_else() {
        List<Lead> leads = contacted(2);
        String address = leads.getFirst().contact().email().value();

        Suppression entry = listed(
                key(SuppressionKeyType.EMAIL, " " + address.toUpperCase(Locale.ROOT)),
                SuppressionReason.EXISTING_CUSTOMER);

        assertThat(entry.key())
                .isEqualTo(leads.getFirst().contact().email().key().value());
        assertThat(entry.source()).isEqualTo(SuppressionSource.MANUAL);
        assertThat(scenario().enrolment(leads.get(0)).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario().enrolment(leads.get(1)).state()).isEqualTo(EnrolmentState.ACTIVE);
        listed(key(SuppressionKeyType.DOMAIN, "harbourlane.example"), SuppressionReason.COMPETITOR);
        assertThat(scenario().enrolment(leads.get(1)).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario().conservation().closes()).isTrue();
    }

    @Test // outreach 6.2: a company's name matches exactly; one that only looks alike is for a person to judge
    void a_company_that_is_named_much_alike_stops_nobody_and_makes_a_task() {
        List<Lead> leads = contacted(2);
        String name = Objects.requireNonNull(leads.getFirst().company().name());

        listed(key(SuppressionKeyType.COMPANY, name + " Media Pty Ltd"), SuppressionReason.COMPETITOR);
        assertThat(leads)
                .allSatisfy(
                        lead -> assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.ACTIVE));
        assertThat(reviews())
                .as("one for the company, not one for each colleague")
                .hasSize(1);
        add(Role.MEMBER, key(SuppressionKeyType.COMPANY, name + " Media Pty Ltd"), SuppressionReason.COMPETITOR);
        assertThat(reviews()).as("told again, it is still one").hasSize(1);

        listed(key(SuppressionKeyType.COMPANY, name.toUpperCase(Locale.ROOT) + " PTY. LTD."), SuppressionReason.OTHER);
        assertThat(leads)
                .allSatisfy(
                        lead -> assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.STOPPED));
        assertThat(reviews()).hasSize(1);
    }

    private List<TaskBoard.Task> reviews() {
        return scenario().in(() -> desk().tasks().list(client(), TaskBoard.Status.OPEN, null, 50)).stream()
                .filter(task -> task.kind().equals("like_named_company"))
                .toList();
    }

    @Test // api 8 Suppression: every known address of the lead is written as one group
    void a_person_is_listed_under_every_known_address_and_taken_off_with_all_of_them() {
        Lead lead = contacted();

        Suppression entry = listed(new Target.Person(lead.id()), SuppressionReason.DO_NOT_CONTACT);

        assertThat(entry.keyType()).isEqualTo(SuppressionKeyType.PERSON);
        assertThat(entries(null))
                .allSatisfy(one -> assertThat(one.groupId()).isEqualTo(entry.groupId()))
                .extracting(Suppression::keyType)
                .containsExactlyInAnyOrder(SuppressionKeyType.PERSON, SuppressionKeyType.EMAIL);
        assertThat(keep().remove(as(BEN, Role.ADMIN), entry.id(), 0, Origin.NONE))
                .isEqualTo(new Removed.Gone());
        assertThat(entries(null)).isEmpty();
    }

    @Test // api 9.14: already there -> the same entry, the reason only ever strengthened
    void an_entry_is_written_once_and_its_reason_only_gets_stronger() {
        Target target = key(SuppressionKeyType.PHONE, "0491 570 006");
        Suppression first = listed(target, SuppressionReason.COMPETITOR);

        assertThat(add(Role.MEMBER, target, SuppressionReason.UNSUBSCRIBED))
                .isInstanceOfSatisfying(Added.Strengthened.class, again -> {
                    assertThat(again.entry().id()).isEqualTo(first.id());
                    assertThat(again.entry().reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED);
                });
        assertThat(add(Role.MEMBER, target, SuppressionReason.OTHER))
                .isInstanceOfSatisfying(
                        Added.Strengthened.class,
                        again -> assertThat(again.entry().reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED));
    }

    @Test // outreach 6.2: removal
    void only_administrators_take_back_and_only_what_is_the_clients_own_to_decide() {
        Suppression competitor = listed(key(SuppressionKeyType.COMPANY, "Harbour Pty Ltd"), SuppressionReason.OTHER);
        Suppression optOut = listed(key(SuppressionKeyType.EMAIL, "kim@tern.example"), SuppressionReason.UNSUBSCRIBED);
        Suppression trap = listed(key(SuppressionKeyType.EMAIL, "trap@tern.example"), SuppressionReason.SPAM_TRAP);
        TenantScope admin = as(BEN, Role.ADMIN);

        assertThat(keep().remove(as(ANN, Role.MEMBER), competitor.id(), 0, Origin.NONE))
                .isEqualTo(new Removed.Forbidden());
        assertThat(keep().remove(admin, optOut.id(), 0, Origin.NONE))
                .isEqualTo(new Removed.Permanent(SuppressionReason.UNSUBSCRIBED));
        assertThat(keep().remove(admin, trap.id(), 0, Origin.NONE))
                .isEqualTo(new Removed.Permanent(SuppressionReason.SPAM_TRAP));
        assertThat(keep().remove(admin, competitor.id(), 4, Origin.NONE)).isEqualTo(new Removed.VersionConflict(0));
        assertThat(keep().remove(new TenantScope(another().client(), BEN, Role.OWNER), competitor.id(), 0, Origin.NONE))
                .isEqualTo(new Removed.NotFound());
        assertThat(keep().remove(admin, competitor.id(), 0, Origin.NONE)).isEqualTo(new Removed.Gone());
        assertThat(keep().remove(admin, competitor.id(), 0, Origin.NONE)).isEqualTo(new Removed.NotFound());
        assertThat(listed(key(SuppressionKeyType.COMPANY, "Harbour Pty Ltd"), SuppressionReason.OTHER)
                        .id())
                .as("it may be listed anew")
                .isNotEqualTo(competitor.id());
    }

    @Test // outreach 6.2: free-mail domains are refused
    void a_key_that_names_strangers_or_nobody_is_refused() {
        assertThat(add(Role.MEMBER, key(SuppressionKeyType.DOMAIN, "gmail.com"), SuppressionReason.OTHER))
                .isInstanceOfSatisfying(
                        Added.Invalid.class,
                        invalid -> assertThat(invalid.problem().code()).isEqualTo("freemail_domain"));
        assertThat(add(Role.MEMBER, key(SuppressionKeyType.PERSON, "Kim"), SuppressionReason.OTHER))
                .isInstanceOfSatisfying(
                        Added.Invalid.class,
                        invalid -> assertThat(invalid.member()).isEqualTo("lead_id"));
        assertThat(add(Role.MEMBER, new Target.Person(new LeadId(ids().next())), SuppressionReason.OTHER))
                .isEqualTo(new Added.LeadNotFound());
        assertThat(add(Role.VIEWER, key(SuppressionKeyType.EMAIL, "kim@tern.example"), SuppressionReason.OTHER))
                .isEqualTo(new Added.Forbidden());
        NewEntry over =
                new NewEntry(key(SuppressionKeyType.EMAIL, "kim@tern.example"), SuppressionReason.OTHER, null, now());
        assertThat(keep().add(as(ANN, Role.MEMBER), over, Origin.NONE)).isInstanceOf(Added.Invalid.class);
        assertThat(entries(null)).isEmpty();
    }

    @Test // api 9.21: filters and sort of suppressions
    void entries_are_listed_newest_first_page_by_page() {
        Suppression first = listed(key(SuppressionKeyType.EMAIL, "kim@tern.example"), SuppressionReason.OTHER);
        scenario().advance(Duration.ofSeconds(1));
        Suppression second = listed(key(SuppressionKeyType.DOMAIN, "gull.example"), SuppressionReason.COMPETITOR);
        TenantScope viewer = as(ANN, Role.VIEWER);
        Suppressions.Filter all = new Suppressions.Filter(null, null, null, null);

        KeepSuppressions.Page page = keep().list(viewer, all, null, 1);
        assertThat(page.entries()).containsExactly(second);
        assertThat(page.more()).isTrue();
        Suppressions.After after = new Suppressions.After(second.createdAt(), second.id());
        assertThat(keep().list(viewer, all, after, 1)).isEqualTo(new KeepSuppressions.Page(List.of(first), false));
        assertThat(entries(Set.of(SuppressionKeyType.EMAIL, SuppressionKeyType.PHONE)))
                .containsExactly(first);
        assertThat(keep().list(
                                viewer,
                                new Suppressions.Filter(
                                        Set.of(SuppressionReason.COMPETITOR),
                                        null,
                                        Set.of(SuppressionSource.MANUAL),
                                        "ULL.ex"),
                                null,
                                9)
                        .entries())
                .containsExactly(second);
        assertThat(keep().list(viewer, new Suppressions.Filter(null, null, null, "%"), null, 9)
                        .entries())
                .as("matched literally")
                .isEmpty();
    }
}
