package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.client.SettingsElsewhere.Kept;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.SenderIdentity;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What admins set up for their client, on stores of any kind. */
public abstract class ClientSetUpContract extends ClientNamingContract {

    private static final IcpTarget WHOLE = new IcpTarget(
            List.of("Marketing"),
            List.of("Head of Growth"),
            List.of("11-50", "500+"),
            List.of("Australia"),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @Test // outreach 1.3 check 5, api 9.2
    void an_admin_completes_the_identity_that_every_message_shows() {
        assertThat(SenderIdentity.missing(client(), false, false))
                .containsExactly("legal_name", "contact", "website_url", "persona", "unsubscribe_endpoint");

        EditClient.Outcome outcome =
                use().editClient().edit(as(Role.ADMIN), 0, details("https://northlight.example"), Origin.NONE);

        assertThat(outcome).isInstanceOfSatisfying(EditClient.Outcome.Changed.class, changed -> {
            assertThat(changed.client().legalName()).isEqualTo("Northlight Pty Ltd");
            assertThat(changed.client().version()).isEqualTo(1);
            assertThat(SenderIdentity.missing(changed.client(), true, true)).isEmpty();
            assertThat(standing().client()).isEqualTo(changed.client());
        });
        assertThat(newestAudit().action()).isEqualTo(AuditAction.UPDATE);
        assertThat(newestAudit().changes()).containsEntry("legal_name", new Change(null, "Northlight Pty Ltd"));
    }

    @Test // api 8, Client: abn, description; data model 5.1 client_profile
    void an_admin_says_what_the_business_does_and_takes_it_back() {
        ClientProfile profile = new ClientProfile(
                "51 824 753 556", "Local search.", List.of("local search", "ads"), "winning more local patients");

        assertThat(use().editClient().edit(as(Role.ADMIN), 0, details(profile), Origin.NONE))
                .isInstanceOf(EditClient.Outcome.Changed.class);
        assertThat(standing().client().profile()).isEqualTo(profile);
        assertThat(newestAudit().changes())
                .containsEntry("abn", new Change(null, "51824753556"))
                .containsKeys("description", "services", "value_proposition");
        assertThat(standing().sharesLearning()).isFalse();

        use().editClient().edit(as(Role.ADMIN), 1, details(ClientProfile.NONE), Origin.NONE);
        assertThat(standing().client().profile()).isEqualTo(ClientProfile.NONE);

        ClientProfile wrong = new ClientProfile("51 824 753 557", null, List.of("ads", "Ads"), null);
        assertThat(use().editClient().edit(as(Role.ADMIN), 2, details(wrong), Origin.NONE))
                .isInstanceOfSatisfying(
                        EditClient.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path, FieldProblem::code)
                                .containsExactly(tuple("abn", "invalid_format"), tuple("services[1]", "duplicate")));
    }

    @Test // api 1.6, 3
    void a_client_is_edited_by_admins_who_saw_its_last_version() {
        ClientDetails details = details("https://northlight.example");
        use().editClient().edit(as(Role.ADMIN), 0, details, Origin.NONE);

        assertThat(use().editClient().edit(as(Role.MEMBER), 1, details, Origin.NONE))
                .isEqualTo(new EditClient.Outcome.RoleRequired(Role.ADMIN));
        assertThatThrownBy(() -> use().editClient().edit(as(Role.ADMIN), 0, details, Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(use().editClient().edit(as(Role.ADMIN), 1, details("northlight"), Origin.NONE))
                .isInstanceOfSatisfying(
                        EditClient.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path, FieldProblem::code)
                                .containsExactly(tuple("website_url", "invalid_url")));
    }

    @Test // api 3: messages to leads cannot be sent in a support session, nor be let go by a switch
    void staff_in_a_support_session_edits_the_client_and_puts_it_on_no_autopilot() {
        TenantScope staff = TenantScope.ofSupport(
                client().id(), new UserId(UUID.randomUUID()), Role.ADMIN, new SupportSessionId(UUID.randomUUID()));

        assertThat(use().editClient()
                        .edit(staff, 0, details(PermissionMode.AUTOPILOT, "https://northlight.example"), Origin.NONE))
                .isEqualTo(new EditClient.Outcome.RoleRequired(Role.OWNER));
        assertThat(use().editClient().edit(staff, 0, details("https://northlight.example"), Origin.NONE))
                .isInstanceOf(EditClient.Outcome.Changed.class);
    }

    private CloseClient closing(List<ClientId> stopped) {
        return new CloseClientService(
                ports(),
                (scope, origin) -> stopped.add(scope.clientId()),
                units(),
                () -> Leadbook.MONDAY,
                UUID::randomUUID);
    }

    @Test // api 9.2: DELETE pauses outreach, schedules deletion in 30 days; restore undoes
    void an_owner_lets_a_client_go_and_takes_it_back_within_thirty_days() {
        List<ClientId> stopped = new ArrayList<>();
        CloseClient closing = closing(stopped);
        Instant removedAt = Leadbook.MONDAY.plus(Duration.ofDays(30));

        assertThat(closing.close(as(Role.OWNER), 0, client().name(), Origin.NONE))
                .isInstanceOfSatisfying(CloseClient.Outcome.Leaving.class, leaving -> {
                    assertThat(leaving.removedAt()).isEqualTo(removedAt);
                    assertThat(leaving.client().version()).isEqualTo(1);
                });
        assertThat(stopped).containsExactly(client().id());
        assertThat(standing().leavesAt()).isEqualTo(removedAt);
        Client twin =
                units().onPlatform(() -> ports().clients().twin(client().id())).orElseThrow();
        assertThat(units().onPlatform(() -> ports().clients().leavesAt(twin.id())))
                .contains(removedAt);
        assertThat(newestAudit().action()).isEqualTo(AuditAction.DELETE);
        assertThat(closing.close(as(Role.OWNER), 1, client().name(), Origin.NONE))
                .as("the first order counts")
                .isInstanceOf(CloseClient.Outcome.Leaving.class);
        assertThat(stopped).hasSize(1);

        assertThat(closing.restore(as(Role.OWNER), Origin.NONE)).isInstanceOf(CloseClient.Outcome.Staying.class);
        assertThat(standing().leavesAt()).isNull();
        assertThat(units().onPlatform(() -> ports().clients().leavesAt(twin.id())))
                .isEmpty();
        assertThat(units().inTenant(as(Role.OWNER), () -> ports().audit().newest(client().id(), 10)))
                .extracting(AuditEntry::action)
                .contains(AuditAction.RESTORE);
        assertThat(closing.restore(as(Role.OWNER), Origin.NONE)).isInstanceOf(CloseClient.Outcome.Staying.class);
    }

    @Test // api 9.2: O, E, confirm_name
    void nobody_lets_a_client_go_by_mistake() {
        List<ClientId> stopped = new ArrayList<>();
        CloseClient closing = closing(stopped);
        Client twin =
                units().onPlatform(() -> ports().clients().twin(client().id())).orElseThrow();
        TenantScope ofTwin = new TenantScope(twin.id(), as(Role.OWNER).userId(), Role.OWNER);

        assertThat(closing.close(as(Role.ADMIN), 0, client().name(), Origin.NONE))
                .isEqualTo(new CloseClient.Outcome.RoleRequired(Role.OWNER));
        assertThat(closing.restore(as(Role.ADMIN), Origin.NONE))
                .isEqualTo(new CloseClient.Outcome.RoleRequired(Role.OWNER));
        assertThat(closing.close(as(Role.OWNER), 0, "Northlight", Origin.NONE))
                .isEqualTo(new CloseClient.Outcome.NameDiffers());
        assertThat(closing.close(ofTwin, 0, twin.name(), Origin.NONE)).isEqualTo(new CloseClient.Outcome.NotEligible());
        assertThatThrownBy(() -> closing.close(as(Role.OWNER), 7, client().name(), Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(stopped).isEmpty();
        assertThat(standing().leavesAt()).isNull();
    }

    @Test // api 9.2
    void settings_are_changed_by_admins_who_saw_their_last_version() {
        ClientSettings silent = new ClientSettings(
                        client().id(), ReplenishmentMode.MANUAL, true, 250, false, false, false, SeoMode.OFF, true, 0)
                .disclosing(false)
                .spendingOnModels(Money.dollars(20))
                .quietOn(List.of(LocalDate.of(2026, 12, 29), LocalDate.of(2026, 12, 28)))
                .testing(new TestMode(
                        true,
                        new EmailAddress("sam@northlight.example"),
                        new PhoneNumber("+61491570156"),
                        LinkedInUrl.parse("https://www.linkedin.com/in/sam-okoro")
                                .orElseThrow()));

        assertThat(use().changeSettings().change(as(Role.MEMBER), silent, false, Origin.NONE))
                .isEqualTo(new ChangeClientSettings.Outcome.RoleRequired(Role.ADMIN));
        assertThat(use().changeSettings().change(as(Role.ADMIN), silent, false, Origin.NONE))
                .isInstanceOf(ChangeClientSettings.Outcome.Changed.class);
        assertThat(standing().settings()).isEqualTo(silent.atVersion(1));
        assertThat(use().changeSettings()
                        .change(
                                as(Role.ADMIN),
                                silent.atVersion(1)
                                        .spendingOnModels(Money.dollars(50).plus(new Money(1))),
                                false,
                                Origin.NONE))
                .as("api 9.2: ai_daily_budget_cents (≤ plan)")
                .isInstanceOfSatisfying(
                        ChangeClientSettings.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path)
                                .containsExactly("ai_daily_budget_cents"));
        assertThatThrownBy(() -> use().changeSettings()
                        .change(as(Role.ADMIN), ClientSettings.defaults(client().id()), false, Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
    }

    @Test // api 9.2: explore, cis_refinement_enabled and mail are settings like the others, and kept once
    void what_others_keep_is_changed_with_the_rest_or_not_at_all() {
        ClientSettings plain = ClientSettings.defaults(client().id());
        PostalAddress home =
                new PostalAddress(null, null, "12 Kent Street", null, "Sydney", PostalAddress.State.NSW, "2000");
        LearningSettings.Explore shares = new LearningSettings.Explore(5, 15, 10, 50);
        Kept wanted = new Kept(false, shares, true, new Money(25_050));

        assertThat(change(plain, new Kept(true, new LearningSettings.Explore(21, 0, 0, 51), true, null)))
                .isInstanceOfSatisfying(
                        ChangeClientSettings.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path, FieldProblem::code)
                                .containsExactly(tuple("explore", "out_of_range"), tuple("mail/enabled", "required")));
        assertThat(standing().settings()).isEqualTo(plain);

        units().inTenant(
                        TenantScope.worker(client().id()),
                        () -> post().put(client().id(), new PostAccount(false, null, home, 250)));
        ClientSettings seen = standing().settings();
        ChangeClientSettings.Outcome outcome = change(seen, wanted);

        assertThat(outcome)
                .isEqualTo(new ChangeClientSettings.Outcome.Changed(standing().settings()));
        assertThat(use().changeSettings().elsewhere(as(Role.VIEWER))).isEqualTo(wanted);
        assertThat(units().inTenant(as(Role.VIEWER), () -> learning().of(client().id())))
                .isEqualTo(LearningSettings.DEFAULT.exploring(shares).refining(false, Set.of()));
        assertThat(units().inTenant(as(Role.VIEWER), () -> post().account(client().id()))
                        .from())
                .isEqualTo(home);
        assertThat(newestAudit().changes())
                .containsOnlyKeys("cis_refinement_enabled", "explore", "mail.enabled", "mail.budget_cents");
        assertThatThrownBy(() -> change(seen, new Kept(true, shares, false, null)))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(use().changeSettings().elsewhere(as(Role.VIEWER))).isEqualTo(wanted);
    }

    private ChangeClientSettings.Outcome change(ClientSettings settings, Kept elsewhere) {
        return use().changeSettings().change(as(Role.ADMIN), settings, false, elsewhere, Origin.NONE);
    }

    @Test // api 9.3: PATCH writes the draft before the first confirmation, which makes it live
    void a_draft_becomes_live_by_confirmation_once_nothing_is_missing() {
        assertThat(use().confirmIcp().confirm(as(Role.ADMIN), Origin.NONE))
                .isInstanceOfSatisfying(
                        ConfirmIcp.Outcome.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .extracting(FieldProblem::path)
                                .containsExactly("industries", "titles", "company_sizes", "locations"));
        assertThat(saved(0, IcpTarget.EMPTY).status()).isEqualTo(IcpStatus.DRAFT);
        IcpProfile draft = saved(1, WHOLE);
        assertThat(draft.version()).isEqualTo(1);
        assertThat(draft.revision()).isEqualTo(2);

        assertThat(use().confirmIcp().confirm(as(Role.MEMBER), Origin.NONE))
                .isEqualTo(new ConfirmIcp.Outcome.RoleRequired(Role.ADMIN));
        ConfirmIcp.Outcome outcome = use().confirmIcp().confirm(as(Role.ADMIN), Origin.NONE);

        assertThat(outcome).isInstanceOfSatisfying(ConfirmIcp.Outcome.Confirmed.class, confirmed -> {
            assertThat(confirmed.profile().status()).isEqualTo(IcpStatus.CONFIRMED);
            assertThat(confirmed.profile().confirmedAt()).isEqualTo(Leadbook.MONDAY);
            assertThat(standing().icp()).isEqualTo(confirmed.profile());
            assertThat(use().confirmIcp().confirm(as(Role.ADMIN), Origin.NONE))
                    .isEqualTo(new ConfirmIcp.Outcome.AlreadyConfirmed(confirmed.profile()));
        });
    }

    @Test // api 9.3: afterwards PATCH acts at once; data model 5.3: versioned rows
    void an_edit_of_a_live_profile_is_a_new_version_that_acts_at_once() {
        saved(0, WHOLE);
        use().confirmIcp().confirm(as(Role.ADMIN), Origin.NONE);
        IcpTarget wider = new IcpTarget(
                List.of("Marketing", "Technology"),
                WHOLE.titles(),
                WHOLE.companySizes(),
                WHOLE.locations(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        IcpProfile next = saved(2, wider);

        assertThat(next.status()).isEqualTo(IcpStatus.CONFIRMED);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.revision()).isEqualTo(3);
        assertThat(standing().icp()).isEqualTo(next);
        assertThat(use().editIcp().edit(as(Role.ADMIN), 3, IcpTarget.EMPTY, Origin.NONE))
                .isInstanceOf(EditIcp.Outcome.Invalid.class);
        assertThatThrownBy(() -> use().editIcp().edit(as(Role.ADMIN), 2, wider, Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
    }

    @Test // api 8: lists of at most 50 items of at most 120 characters, case-insensitively unique; ALS-3: an
    // unparseable size is INVALID_SIZE_RANGE when the ICP is saved
    void a_profile_that_breaks_a_rule_is_refused_with_the_path_of_its_field() {
        IcpTarget wrong = new IcpTarget(
                List.of("Marketing", "marketing"),
                List.of(" ", "x".repeat(121)),
                List.of("11-50", "50-11", "many", "1,001-5,000", "smb"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(use().editIcp().edit(as(Role.ADMIN), 0, wrong, Origin.NONE))
                .isInstanceOfSatisfying(
                        EditIcp.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.path() + " " + problem.code())
                                .containsExactly(
                                        "industries[1] duplicate",
                                        "titles[0] blank",
                                        "titles[1] too_long",
                                        "company_sizes[1] invalid_size_range",
                                        "company_sizes[2] invalid_size_range"));
        assertThat(standing().icp()).isNull();
    }

    @Test // api 8, 9.2: exactly one default among the active ones, at most as many as the plan has
    void the_first_persona_is_the_default_and_another_one_takes_its_place() {
        Persona sam = added("Sam", false);
        Persona lee = added("Lee", false);

        assertThat(sam.isDefault()).isTrue();
        assertThat(lee.isDefault()).isFalse();
        assertThat(sam.displayName()).isEqualTo("Sam from " + client().name());
        assertThat(use().personas().add(as(Role.ADMIN), wish("Kim", true), Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.LimitReached(2, 2));

        ManagePersonas.Outcome made =
                use().personas().change(as(Role.ADMIN), lee.id(), 0, wish("Leigh", true), Origin.NONE);

        assertThat(made).isInstanceOf(ManagePersonas.Outcome.Done.class);
        assertThat(use().personas().of(as(Role.VIEWER)))
                .extracting(Persona::firstName, Persona::isDefault, Persona::displayName)
                .containsExactlyInAnyOrder(
                        tuple("Sam", false, "Sam from " + client().name()),
                        tuple("Leigh", true, "Leigh from " + client().name()));
        assertThat(newestAudit().resourceType()).isEqualTo("persona");
    }

    @Test // api 9.2: ?replacement_id=
    void the_default_is_removed_only_for_another_one() {
        Persona sam = added("Sam", false);
        Persona lee = added("Lee", false);

        assertThat(use().personas().remove(as(Role.ADMIN), sam.id(), 0, null, Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.ReplacementRequired());
        assertThat(use().personas().remove(as(Role.ADMIN), sam.id(), 0, lee.id(), Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.Removed());
        assertThat(use().personas().of(as(Role.VIEWER)))
                .extracting(Persona::id, Persona::isDefault)
                .containsExactly(tuple(lee.id(), true));
    }

    @Test // api 3
    void personas_are_an_admins_and_the_default_stays_active() {
        Persona sam = added("Sam", false);
        ManagePersonas.Wish idle = new ManagePersonas.Wish(sam.details(), false, false);

        assertThat(use().personas().add(as(Role.MEMBER), wish("Lee", false), Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.RoleRequired(Role.ADMIN));
        assertThat(use().personas().change(as(Role.ADMIN), sam.id(), 0, idle, Origin.NONE))
                .isInstanceOfSatisfying(
                        ManagePersonas.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path)
                                .containsExactly("is_active", "is_default"));
        assertThatThrownBy(() -> use().personas().change(as(Role.ADMIN), sam.id(), 7, wish("Sam", true), Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
    }

    private Persona added(String firstName, boolean asDefault) {
        ManagePersonas.Outcome outcome = use().personas().add(as(Role.ADMIN), wish(firstName, asDefault), Origin.NONE);
        if (outcome instanceof ManagePersonas.Outcome.Done(Persona persona)) {
            return persona;
        }
        throw new AssertionError(outcome);
    }

    private static ManagePersonas.Wish wish(String firstName, boolean asDefault) {
        return new ManagePersonas.Wish(
                new PersonaDetails(firstName, "Oduya", null, null, null, null, null, null), true, asDefault);
    }

    private IcpProfile saved(int revision, IcpTarget target) {
        EditIcp.Outcome outcome = use().editIcp().edit(as(Role.ADMIN), revision, target, Origin.NONE);
        if (outcome instanceof EditIcp.Outcome.Saved(IcpProfile profile)) {
            return profile;
        }
        throw new AssertionError(outcome);
    }

    private ClientDetails details(String website) {
        return details(website, ClientProfile.NONE);
    }

    private ClientDetails details(ClientProfile profile) {
        return details("https://northlight.example", profile);
    }

    private ClientDetails details(String website, ClientProfile profile) {
        return details(PermissionMode.CO_PILOT, website, profile);
    }

    private ClientDetails details(PermissionMode mode, String website) {
        return details(mode, website, ClientProfile.NONE);
    }

    private ClientDetails details(PermissionMode mode, String website, ClientProfile profile) {
        return new ClientDetails(
                client().name(),
                client().slug(),
                " Northlight Pty Ltd ",
                Leadbook.email("hello@northlight.example"),
                null,
                website,
                client().timezone(),
                mode,
                profile);
    }
}
