package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.conversion.learning.LearningAndPostSettings;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is called in addresses and how it is entered, on stores of any kind. */
abstract class ClientNamingContract {

    private @Nullable Client opened;
    private @Nullable ClientSetUpUseCases useCases;

    protected abstract UnitOfWork units();

    protected abstract ClientPorts ports();

    protected abstract LearningSettingsStore learning();

    protected abstract PostBook post();

    @BeforeEach
    void open_a_client() {
        OpenClient.Outcome outcome = new ClientUseCases(
                        ports().clients(), ports().credits(), units(), () -> Leadbook.MONDAY, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        opened = ((OpenClient.Outcome.Opened) outcome).client();
        useCases = new ClientSetUpUseCases(
                ports(),
                new LearningAndPostSettings(learning(), post(), client -> true, units()),
                ProfileRider.NONE,
                units(),
                () -> Leadbook.MONDAY,
                UUID::randomUUID,
                UnaryOperator.identity());
    }

    @Test // api 2: required for members where the client policy require_mfa is set
    void an_admin_asks_a_second_factor_of_everybody_and_asks_no_more() {
        ClientSettings plain = ClientSettings.defaults(client().id());

        assertThat(use().changeSettings().change(as(Role.ADMIN), plain, true, Origin.NONE))
                .isEqualTo(new ChangeClientSettings.Outcome.Changed(plain.atVersion(1)));
        assertThat(standing().requiresSecondFactor()).isTrue();
        assertThat(newestAudit().changes()).containsExactly(Map.entry("require_mfa", new Change("false", "true")));
        assertThat(use().changeSettings().change(as(Role.ADMIN), plain.atVersion(1), true, Origin.NONE))
                .isEqualTo(new ChangeClientSettings.Outcome.Changed(plain.atVersion(1)));

        use().changeSettings().change(as(Role.ADMIN), plain.atVersion(1), false, Origin.NONE);
        assertThat(standing().requiresSecondFactor()).isFalse();
    }

    @Test // api 3: messages to leads cannot be sent in a support session, nor be let go by a switch
    void staff_in_a_support_session_edits_the_client_and_puts_it_on_no_autopilot() {
        Client client = client();
        TenantScope staff = TenantScope.ofSupport(
                client.id(), new UserId(UUID.randomUUID()), Role.ADMIN, new SupportSessionId(UUID.randomUUID()));

        assertThat(use().editClient()
                        .edit(staff, client.version(), in(PermissionMode.AUTOPILOT, "Northlight"), Origin.NONE))
                .isEqualTo(new EditClient.Outcome.RoleRequired(Role.OWNER));
        assertThat(use().editClient()
                        .edit(staff, client.version(), in(client.defaultPermissionMode(), "Northlight"), Origin.NONE))
                .isInstanceOf(EditClient.Outcome.Changed.class);
    }

    private ClientDetails in(PermissionMode mode, String name) {
        return new ClientDetails(
                name, client().slug(), null, null, null, null, client().timezone(), mode, ClientProfile.NONE);
    }

    @Test // api 8: a former slug redirects for 90 days and is free then; the twin's is test-{slug}
    void a_former_slug_leads_to_its_client_and_is_nobody_elses_for_ninety_days() {
        Client before = client();
        Client other = ((OpenClient.Outcome.Opened) opener().open("Harbour " + UUID.randomUUID())).client();
        String next = "new-" + before.slug().substring(before.slug().length() - 36);

        assertThat(renamed(before, "New"))
                .isInstanceOfSatisfying(
                        EditClient.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path, FieldProblem::code)
                                .containsExactly(tuple("slug", "invalid_format")));
        assertThat(renamed(before, "test-of-mine"))
                .isInstanceOfSatisfying(
                        EditClient.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::code)
                                .containsExactly("reserved"));
        assertThat(renamed(before, other.slug())).isEqualTo(new EditClient.Outcome.SlugTaken());
        assertThat(renamed(before, next))
                .isInstanceOfSatisfying(
                        EditClient.Outcome.Changed.class,
                        changed -> assertThat(changed.client().slug()).isEqualTo(next));

        Instant last = Leadbook.MONDAY.plus(Duration.ofDays(90)).minusSeconds(1);
        units().onPlatform(() -> {
            assertThat(ports().clients().twin(before.id()).orElseThrow().slug()).isEqualTo("test-" + next);
            assertThat(ports().clients().holderOfSlug(before.slug(), last)).contains(before.id());
            assertThat(ports().clients().holderOfSlug(before.slug(), last.plusSeconds(1)))
                    .isEmpty();
        });
        assertThat(renamed(other, before.slug())).isEqualTo(new EditClient.Outcome.SlugTaken());
        assertThat(opener().open(before.name())).isInstanceOf(OpenClient.Outcome.Exists.class);
        assertThat(renamed(standing().client(), before.slug())).isInstanceOf(EditClient.Outcome.Changed.class);
        assertThat(standing().client().slug()).isEqualTo(before.slug());
    }

    @Test // api 4.1: the twin has the slug test-{slug}
    void a_twin_is_not_renamed_by_itself() {
        Client twin =
                units().onPlatform(() -> ports().clients().twin(client().id()).orElseThrow());

        assertThat(renamed(twin, "something-else")).isEqualTo(new EditClient.Outcome.SlugOfTwin());
        assertThat(use().editClient()
                        .edit(
                                new TenantScope(twin.id(), new UserId(UUID.randomUUID()), Role.ADMIN),
                                twin.version(),
                                twin.details(),
                                Origin.NONE))
                .isInstanceOf(EditClient.Outcome.Changed.class);
    }

    private EditClient.Outcome renamed(Client client, String slug) {
        return use().editClient()
                .edit(
                        new TenantScope(client.id(), new UserId(UUID.randomUUID()), Role.ADMIN),
                        client.version(),
                        client.renamed(slug).details(),
                        Origin.NONE);
    }

    private OpenClient opener() {
        return new ClientUseCases(
                        ports().clients(), ports().credits(), units(), () -> Leadbook.MONDAY, UUID::randomUUID)
                .openClient();
    }

    protected final Client client() {
        return Objects.requireNonNull(opened);
    }

    protected final ClientSetUpUseCases use() {
        return Objects.requireNonNull(useCases);
    }

    protected final TenantScope as(Role role) {
        return new TenantScope(client().id(), new UserId(UUID.randomUUID()), role);
    }

    protected final ShowClient.Standing standing() {
        return use().showClient().of(as(Role.VIEWER)).orElseThrow();
    }

    protected final AuditEntry newestAudit() {
        return read(() -> ports().audit().newest(client().id(), 1).getFirst());
    }

    protected final <T> T read(Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client().id()), work);
    }
}
