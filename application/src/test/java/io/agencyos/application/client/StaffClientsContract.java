package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.client.staff.ClientBook;
import io.agencyos.application.client.staff.ClientStanding;
import io.agencyos.application.client.staff.HaltOutreach;
import io.agencyos.application.client.staff.KeepClients;
import io.agencyos.application.client.staff.KeepClients.Outcome;
import io.agencyos.application.client.staff.KeepClientsService;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Staff looks after clients, on every set of stores. Source: api 9.17. */
public abstract class StaffClientsContract extends DeskUnderTest {

    private static final Set<ClientId> ANY = Set.of();

    protected abstract ClientBook book();

    protected abstract Users users();

    private Clients clients() {
        return desk().world().world().clients();
    }

    private <T> T onPlatform(Supplier<T> work) {
        return desk().world().units().onPlatform(work);
    }

    private KeepClients keep() {
        return new KeepClientsService(
                book(),
                clients(),
                new Pausing(),
                new StaffTrail(desk().audit(), clock()::get, ids()),
                desk().world().units(),
                clock()::get);
    }

    private ClientStanding standing() {
        return keep().find(client()).orElseThrow();
    }

    private UserId staff() {
        User user = new User(
                new UserId(UUID.randomUUID()),
                EmailAddress.parse("kim-" + UUID.randomUUID() + "@agency.example")
                        .orElseThrow(),
                "Kim Tran",
                null,
                true,
                false,
                now(),
                0);
        desk().world().units().onPlatform(() -> users().insert(user));
        return user.id();
    }

    @Test // api 9.17: health with its parts; MRR of active subscriptions at the price agreed (founding = half)
    void a_client_is_shown_with_what_it_pays_and_how_it_fares() {
        contacted(2);
        scenario()
                .in(() -> clients()
                        .updateSubscription(clients()
                                .subscription(client())
                                .orElseThrow()
                                .on(Plan.VELOCITY)
                                .as(SubscriptionStatus.ACTIVE)
                                .founding(true)));

        ClientStanding standing = standing();

        assertThat(standing.monthly()).isEqualTo(Money.dollars(2_500));
        assertThat(standing.figures().activeCampaigns()).isEqualTo(1);
        assertThat(standing.figures().quota()).isPositive();
        assertThat(standing.health()).isEqualTo(new ClientHealth(20, 20, 30, 15, 15));
        assertThat(standing.lastActivity()).isNotNull().isBeforeOrEqualTo(now());
        assertThat(standing.twin())
                .isEqualTo(onPlatform(() -> clients().twin(client()))
                        .map(Client::id)
                        .orElseThrow());
        clock().updateAndGet(at -> at.plus(Duration.ofDays(3)));
        assertThat(standing().health().recency()).isZero();
    }

    @Test // api 9.17: filters plan, status, health, q; api 4.1: a twin counts in no platform figure
    void staff_finds_clients_by_plan_status_health_and_name() {
        ClientId other = another().client();
        Client mine = onPlatform(() -> clients().find(client())).orElseThrow();

        assertThat(found(filter(Set.of(), Set.of(), null)))
                .contains(client(), other)
                .doesNotContain(twin());
        assertThat(found(filter(Set.of(SubscriptionStatus.CANCELLED), Set.of(), null)))
                .doesNotContain(client());
        assertThat(found(filter(Set.of(), Set.of(ClientHealth.Level.CRITICAL), null)))
                .doesNotContain(client());
        assertThat(found(filter(Set.of(), Set.of(), mine.slug().toUpperCase(Locale.ROOT))))
                .containsExactly(client());
        assertThat(keep().find(twin())).isEmpty();
    }

    private ClientId twin() {
        return onPlatform(() -> clients().twin(client())).orElseThrow().id();
    }

    private static KeepClients.Filter filter(
            Set<SubscriptionStatus> statuses, Set<ClientHealth.Level> health, @Nullable String q) {
        return new KeepClients.Filter(ANY, Set.of(), statuses, health, q);
    }

    private List<ClientId> found(KeepClients.Filter filter) {
        return keep().list(filter).stream()
                .map(standing -> standing.client().id())
                .toList();
    }

    @Test // api 9.17 suspend, restore; api 6: both are told in the log
    void a_suspended_client_sends_nothing_and_its_owner_only_reads_until_it_is_restored() {
        UserId staff = staff();
        UserId owner = staff();
        desk().world()
                .units()
                .onPlatform(() -> users().putMembership(new Membership(client(), owner, Role.OWNER, now())));
        contacted(1);

        assertThat(keep().suspend(staff, client(), " ", Origin.NONE)).isEqualTo(new Outcome.InvalidReason());
        assertThat(keep().suspend(staff, client(), " unpaid ", Origin.NONE)).isInstanceOf(Outcome.Kept.class);
        keep().suspend(staff, client(), "again", Origin.NONE);

        assertThat(standing().client().suspension()).isNotNull().satisfies(by -> {
            assertThat(by.reason()).isEqualTo("unpaid");
            assertThat(by.stoppedOutreach()).isTrue();
        });
        assertThat(roles(owner)).containsOnly(Role.VIEWER);
        long before = sends();
        scenario().leads(3);
        scenario().runFor(Duration.ofHours(30));
        assertThat(sends()).isEqualTo(before);

        assertThat(keep().restore(staff, client(), Origin.NONE)).isInstanceOf(Outcome.Kept.class);
        keep().restore(staff, client(), Origin.NONE);
        assertThat(roles(owner)).containsOnly(Role.OWNER).hasSize(2);
        scenario().runFor(Duration.ofHours(30));
        assertThat(sends()).isGreaterThan(before);
        assertThat(told()).containsExactly(AuditAction.RESTORE, AuditAction.UPDATE);
        assertThat(keep().suspend(staff, new ClientId(UUID.randomUUID()), "why", Origin.NONE))
                .isEqualTo(new Outcome.NotFound());
        assertThat(keep().restore(staff, twin(), Origin.NONE)).isEqualTo(new Outcome.NotFound());
    }

    @Test // what the client had stopped itself stays stopped
    void a_client_that_had_stopped_itself_stays_stopped_when_it_is_restored() {
        UserId staff = staff();
        new Pausing().stop(TenantScope.worker(client()), "holidays", Origin.NONE);

        keep().suspend(staff, client(), "unpaid", Origin.NONE);
        keep().restore(staff, client(), Origin.NONE);

        assertThat(standing().client().paused()).isTrue();
        assertThat(standing().client().suspension()).isNull();
    }

    private List<Role> roles(UserId user) {
        return onPlatform(() -> users().access(user)).stream()
                .map(ClientAccess::role)
                .toList();
    }

    private long sends() {
        return scenario().conservation().sent();
    }

    private List<AuditAction> told() {
        return onPlatform(() -> desk().audit().newest(client(), 100)).stream()
                .filter(entry -> entry.resourceType().equals("client"))
                .map(AuditEntry::action)
                .toList();
    }

    /** The client's own stop, without its campaigns. */
    private final class Pausing implements HaltOutreach {

        @Override
        public void stop(TenantScope scope, String reason, Origin origin) {
            set(scope, new Client.Pause(now(), reason, null));
        }

        @Override
        public void goOn(TenantScope scope, Origin origin) {
            set(scope, null);
        }

        private void set(TenantScope scope, Client.@Nullable Pause pause) {
            desk().world().units().inTenant(scope, () -> {
                Client client = clients().findForUpdate(scope.clientId()).orElseThrow();
                if (pause == null || !client.paused()) {
                    clients().update(client.pausedBy(pause));
                }
            });
        }
    }
}
