package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
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

/** Whether vendors still push to us, on every store. Source: salesforge Beyond "webhook audit", vendors/index 5. */
public abstract class HookCheckStories {

    private static final URI PUBLIC = URI.create("https://os.agency.example/");

    protected final ClientId client = new ClientId(UUID.randomUUID());
    private final TenantScope admin = new TenantScope(client, new UserId(UUID.randomUUID()), Role.ADMIN);
    private final TestChance chance = new TestChance(client.value().getLeastSignificantBits());
    private final FakeConnector vendor = new FakeConnector();
    private Instant now = Instant.parse("2026-03-02T00:00:00Z");

    protected abstract UnitOfWork units();

    protected abstract VendorPorts ports();

    private VendorUseCases useCases(URI publicUrl) {
        return new VendorUseCases(
                ports(), List.of(vendor), Optional.of(publicUrl), units(), () -> now, UUID::randomUUID, chance);
    }

    private VendorUseCases useCases() {
        return useCases(PUBLIC);
    }

    private void connect() {
        ConnectVendor.Request request = new ConnectVendor.Request(
                FakeConnector.VENDOR, "box-1", Map.of("api_key", new SecretText(FakeConnector.GOOD_KEY)), Map.of());
        assertThat(useCases().connect().connect(admin, request, Origin.NONE))
                .isInstanceOf(ConnectVendor.Outcome.Connected.class);
    }

    private List<VendorHook> hooks() {
        return units().inTenant(
                        TenantScope.worker(client), () -> ports().hooks().ofClient(client, FakeConnector.VENDOR));
    }

    private List<URI> inUse() {
        return hooks().stream()
                .filter(VendorHook::isInUse)
                .map(hook -> URI.create(PUBLIC + "api/v1/hooks/" + FakeConnector.VENDOR + "/" + hook.hookId()))
                .toList();
    }

    private VendorAccountState state() {
        return units().inTenant(
                        TenantScope.worker(client), () -> ports().accounts().state(client, FakeConnector.VENDOR))
                .orElseThrow();
    }

    @Test
    void hooks_that_stand_are_left_alone() {
        connect();
        List<URI> before = inUse();

        assertThat(useCases().checkHooks().check(client)).isEqualTo(new CheckHooks.Round(1, List.of(), List.of()));
        assertThat(inUse()).isEqualTo(before).hasSize(2);
    }

    @Test
    void one_that_somebody_removed_at_the_vendor_brings_all_of_them_anew() {
        connect();
        List<VendorHook> old = hooks();
        vendor.standing.remove(vendor.standing.keySet().iterator().next());

        assertThat(useCases().checkHooks().check(client).repaired()).containsExactly(FakeConnector.VENDOR);
        assertThat(vendor.standing.values()).containsExactlyInAnyOrderElementsOf(inUse());
        assertThat(hooks().stream().filter(hook -> hook.isBelieved(now)))
                .as("what is still on its way to the old ones is believed")
                .hasSize(old.size() + 2);
        now = now.plus(KeepInboundHooks.OVERLAP).plus(Duration.ofSeconds(1));
        assertThat(hooks().stream().filter(hook -> hook.isBelieved(now))).hasSize(2);
        assertThat(useCases().checkHooks().check(client).repaired()).isEmpty();
    }

    @Test
    void hooks_that_point_to_where_we_no_longer_are_are_made_anew() {
        connect();
        URI moved = URI.create("https://elsewhere.agency.example/");

        assertThat(useCases(moved).checkHooks().check(client).repaired()).hasSize(1);
        assertThat(vendor.standing.values())
                .allMatch(address -> address.getHost().startsWith("elsewhere"));
    }

    @Test
    void one_whose_secret_is_not_ours_is_not_ours_and_one_of_which_nothing_is_told_is() {
        connect();
        String first = vendor.standing.keySet().iterator().next();
        vendor.told.put(first, "secret of " + first);
        assertThat(useCases().checkHooks().check(client).repaired()).isEmpty();

        vendor.told.put(first, "somebody else's");
        assertThat(useCases().checkHooks().check(client).repaired()).containsExactly(FakeConnector.VENDOR);
        assertThat(vendor.standing.values()).containsExactlyInAnyOrderElementsOf(inUse());
    }

    @Test
    void a_vendor_that_does_not_take_them_again_is_told_with_the_account_until_it_does() {
        connect();
        vendor.standing.clear();
        vendor.registering(false);

        assertThat(useCases().checkHooks().check(client).failures()).hasSize(1);
        assertThat(state().status()).isEqualTo(VendorAccountState.Status.NEEDS_ATTENTION);
        assertThat(state().lastError()).startsWith("hooks: ");

        vendor.registering(true);
        assertThat(useCases().checkHooks().check(client).repaired()).hasSize(1);
        assertThat(state().status()).isEqualTo(VendorAccountState.Status.CONNECTED);
    }

    @Test // an empty answer and a failed call are different results
    void a_vendor_that_does_not_answer_is_not_taken_to_have_none() {
        connect();
        List<URI> before = inUse();
        vendor.breakDown();

        assertThat(useCases().checkHooks().check(client).looked()).isZero();
        assertThat(inUse()).isEqualTo(before);
        assertThat(state().status()).isEqualTo(VendorAccountState.Status.CONNECTED);
    }
}
