package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.DisconnectVendor.Outcome;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.platform.vendor.HookRemovals;
import io.agencyos.application.platform.vendor.RemoveOwedHooks;
import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.platform.vendor.VendorUseCases;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clients leave vendors that cannot be asked at that moment, on every store. Source: api 9.13, 10.1, outreach 4.7. */
public abstract class HookRemovalStories {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final URI PUBLIC = URI.create("https://os.agency.example/");

    protected final ClientId client = new ClientId(UUID.randomUUID());
    private final TenantScope admin = new TenantScope(client, new UserId(UUID.randomUUID()), Role.ADMIN);
    private final TestChance chance = new TestChance(client.value().getLeastSignificantBits());
    private final FakeConnector vendor = new FakeConnector();
    private Instant now = START;

    protected abstract UnitOfWork units();

    protected abstract VendorPorts ports();

    /** The titles of the client's open tasks. */
    protected abstract List<String> tasks();

    /** As a process does that begins now: nothing is remembered but what is stored. */
    private VendorUseCases useCases() {
        return new VendorUseCases(
                ports(), List.of(vendor), Optional.of(PUBLIC), units(), () -> now, UUID::randomUUID, chance);
    }

    private void connect(String accountRef) {
        connect(accountRef, FakeConnector.GOOD_KEY);
    }

    private void connect(String accountRef, String key) {
        ConnectVendor.Request request = new ConnectVendor.Request(
                FakeConnector.VENDOR, accountRef, Map.of("api_key", new SecretText(key)), Map.of());
        assertThat(useCases().connect().connect(admin, request, Origin.NONE))
                .isInstanceOf(ConnectVendor.Outcome.Connected.class);
    }

    private void leave() {
        assertThat(useCases().disconnect().disconnect(admin, FakeConnector.VENDOR, Origin.NONE))
                .isInstanceOf(Outcome.Disconnected.class);
    }

    private List<HookRemovals.Owed> owed() {
        return units().inTenant(
                        TenantScope.worker(client), () -> ports().removals().ofClient(client));
    }

    private int turnAfter(Duration wait) {
        now = now.plus(wait);
        RemoveOwedHooks job = useCases().removeOwedHooks();
        return job.due().contains(client) ? job.remove(client) : 0;
    }

    private static VendorFailure down() {
        return new VendorFailure.Unavailable(Details.of(FakeConnector.VENDOR, "remove", "down"));
    }

    @Test
    void a_vendor_that_was_down_is_asked_again_until_the_hooks_are_gone() {
        connect("box-1");
        vendor.removing(down());
        leave();

        assertThat(vendor.standing).hasSize(2);
        assertThat(turnAfter(Duration.ofSeconds(59))).as("not yet").isZero();
        assertThat(vendor.removalsAsked()).isEqualTo(1);
        assertThat(turnAfter(Duration.ofSeconds(1))).as("still down").isZero();
        assertThat(vendor.removalsAsked()).isEqualTo(2);
        vendor.removing(null);
        assertThat(turnAfter(Duration.ofMinutes(4))).as("ever less often").isZero();
        assertThat(turnAfter(Duration.ofMinutes(1))).isEqualTo(1);

        assertThat(vendor.standing).isEmpty();
        assertThat(owed()).isEmpty();
        assertThat(tasks()).isEmpty();
        assertThat(turnAfter(Duration.ofDays(9))).isZero();
        assertThat(vendor.removalsAsked()).isEqualTo(3);
    }

    @Test // outreach 4.7: the intent is committed before the vendor is called
    void a_process_that_dies_between_forgetting_and_asking_leaves_the_work_to_the_next() {
        connect("box-1");
        vendor.dyingAtRemoval();
        try {
            leave();
        } catch (FakeConnector.Died died) {
            assertThat(vendor.standing).hasSize(2);
        }
        vendor.removing(null);

        assertThat(units().inTenant(
                                TenantScope.worker(client),
                                () -> ports().accounts().find(client, FakeConnector.VENDOR)))
                .as("forgotten all the same")
                .isEmpty();
        assertThat(turnAfter(Duration.ZERO)).isEqualTo(1);
        assertThat(vendor.standing).isEmpty();
        assertThat(owed()).isEmpty();
    }

    @Test
    void after_four_days_a_person_is_told_once_and_no_key_is_kept() {
        connect("box-1");
        vendor.removing(down());
        leave();

        for (int hour = 0; hour < 24 * 6; hour++) {
            turnAfter(Duration.ofHours(1));
        }

        assertThat(owed()).isEmpty();
        assertThat(vendor.removalsAsked()).isEqualTo(10);
        assertThat(tasks())
                .singleElement()
                .satisfies(title -> assertThat(title).contains("box-1").contains(FakeConnector.VENDOR));
    }

    @Test
    void a_key_that_the_vendor_does_not_accept_any_more_is_told_at_once() {
        connect("box-1");
        vendor.removing(new VendorFailure.Unauthorized(Details.of(FakeConnector.VENDOR, "remove", "revoked")));

        leave();

        assertThat(owed()).isEmpty();
        assertThat(tasks()).hasSize(1);
    }

    @Test // vendors/index 2: a limit is no failed attempt
    void a_vendor_that_asks_to_wait_is_waited_for() {
        connect("box-1");
        vendor.removing(new VendorFailure.RateLimited(
                Details.of(FakeConnector.VENDOR, "remove", "slow down"), Duration.ofMinutes(30)));
        leave();

        assertThat(turnAfter(Duration.ofMinutes(30))).isZero();
        assertThat(vendor.removalsAsked()).isEqualTo(1);
        assertThat(owed())
                .singleElement()
                .satisfies(one -> assertThat(one.retried()).isZero());
        vendor.removing(null);
        assertThat(turnAfter(Duration.ofMinutes(1))).isEqualTo(1);
    }

    @Test
    void hooks_that_are_gone_at_the_vendor_are_owed_by_nobody() {
        connect("box-1");
        vendor.removing(new VendorFailure.NotFound(Details.of(FakeConnector.VENDOR, "remove", "no such box")));

        leave();

        assertThat(owed()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void whoever_comes_back_keeps_the_new_hooks_even_under_a_corrected_reference() {
        connect("box-1");
        vendor.removing(down());
        leave();
        vendor.removing(null);

        connect("box-one");

        assertThat(turnAfter(Duration.ofHours(2))).isZero();
        assertThat(owed()).isEmpty();
        assertThat(vendor.standing).hasSize(2);
    }

    /** Hooks of ours whose deliveries count. */
    private List<String> believed() {
        return units()
                .inTenant(TenantScope.worker(client), () -> ports().hooks().ofClient(client, FakeConnector.VENDOR))
                .stream()
                .filter(VendorHook::active)
                .map(VendorHook::hookId)
                .toList();
    }

    @Test // api 9.13, 10.1: whoever changes to another account has left the first one
    void another_account_over_the_old_one_owes_the_old_ones_hooks() {
        connect("box-1");
        List<String> old = List.copyOf(vendor.standing.keySet());
        List<String> oldOnes = believed();
        vendor.removing(down());

        connect("box-2", FakeConnector.OTHER_KEY);

        assertThat(vendor.standing).as("two of each").hasSize(4);
        assertThat(believed()).as("the other account's alone").hasSize(2).doesNotContainAnyElementsOf(oldOnes);
        assertThat(owed()).extracting(one -> one.account().accountRef()).containsExactly("box-1");
        vendor.removing(null);
        assertThat(turnAfter(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(vendor.standing).hasSize(2).doesNotContainKeys(old.toArray(String[]::new));
        assertThat(owed()).isEmpty();
    }

    @Test
    void another_account_at_a_vendor_that_is_there_leaves_nothing_behind_at_once() {
        connect("box-1");
        List<String> old = List.copyOf(vendor.standing.keySet());

        connect("box-2", FakeConnector.OTHER_KEY);

        assertThat(vendor.standing).hasSize(2).doesNotContainKeys(old.toArray(String[]::new));
        assertThat(owed()).isEmpty();
        assertThat(vendor.removalsAsked()).isEqualTo(1);
    }

    @Test // the same account again, with another setting or under a corrected reference, was never left
    void the_same_account_again_owes_nothing() {
        connect("box-1");

        connect("box-one");

        assertThat(vendor.removalsAsked()).isZero();
        assertThat(vendor.standing).hasSize(2);
        assertThat(owed()).isEmpty();
    }
}
