package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.platform.vendor.HookRemovals.Owed;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Removals of hooks that are owed, on every store. Source: api 7, 9.13 and 10.1. */
public abstract class HookRemovalsContract {

    protected static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    protected static final SecretText KEY = new SecretText("plain-key-of-the-client-0002");

    protected final ClientId client = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());

    protected abstract UnitOfWork units();

    protected abstract HookRemovals removals();

    protected final Owed owed(ClientId owner, String vendor, String ref, int retried, Instant dueAt) {
        VendorAccount account =
                new VendorAccount(owner, vendor, ref, null, Map.of("region", "au"), Map.of("api_key", KEY));
        return new Owed(account, retried, dueAt);
    }

    protected final <T> T in(ClientId owner, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(owner), work);
    }

    protected final void owe(Owed... removals) {
        for (Owed one : removals) {
            units().inTenant(
                            TenantScope.worker(one.account().clientId()),
                            () -> removals().owe(one));
        }
    }

    @Test
    void what_is_owed_is_found_with_its_keys_by_vendor_and_account() {
        Owed second = owed(client, "postbox", "ref-2", 0, NOW);
        Owed first = owed(client, "postbox", "ref-1", 3, NOW.plusSeconds(60));
        Owed elsewhere = owed(client, "calendar", "ref-9", 0, NOW);
        owe(second, first, elsewhere);

        assertThat(in(client, () -> removals().ofClient(client))).containsExactly(elsewhere, first, second);
        assertThat(in(client, () -> removals().find(first.key()))).contains(first);
        assertThat(in(client, () -> removals().find(new HookRemovals.Key(client, "calendar", "ref-1"))))
                .isEmpty();
    }

    @Test
    void owing_again_replaces_what_was_owed_for_the_account() {
        owe(owed(client, "postbox", "ref-1", 0, NOW));
        VendorAccount changed = new VendorAccount(
                client, "postbox", "ref-1", "Harbour", Map.of(), Map.of("token", new SecretText("another-plain-key")));
        Owed later = new Owed(changed, 2, NOW.plusSeconds(300));

        owe(later);

        assertThat(in(client, () -> removals().ofClient(client))).containsExactly(later);
    }

    @Test
    void what_is_settled_is_gone_and_can_be_owed_anew() {
        Owed one = owed(client, "postbox", "ref-1", 1, NOW);
        owe(one);

        for (int twice = 0; twice < 2; twice++) {
            units().inTenant(TenantScope.worker(client), () -> removals().settle(one.key()));
            assertThat(in(client, () -> removals().ofClient(client))).isEmpty();
        }
        owe(one);
        assertThat(in(client, () -> removals().find(one.key()))).contains(one);
    }

    @Test
    void the_platform_sees_for_whom_something_is_due_and_no_more() {
        owe(owed(client, "postbox", "ref-1", 0, NOW), owed(client, "calendar", "ref-1", 0, NOW.minusSeconds(5)));
        owe(owed(other, "postbox", "ref-1", 0, NOW.plusSeconds(1)));

        assertThat(due(NOW)).containsExactly(client);
        assertThat(due(NOW.plusSeconds(1))).containsExactlyInAnyOrder(client, other);
        assertThat(due(NOW.minusSeconds(6))).isEmpty();
    }

    private List<ClientId> due(Instant at) {
        return units().onPlatform(() -> removals().due(at, 1_000).stream()
                .filter(Set.of(client, other)::contains)
                .toList());
    }

    @Test // the promise: no tenant sees another's data
    void another_tenants_removal_is_not_there_and_no_member_writes_one() {
        Owed one = owed(client, "postbox", "ref-1", 0, NOW);
        owe(one);

        assertThat(in(other, () -> removals().find(one.key()))).isEmpty();
        assertThat(in(other, () -> removals().ofClient(client))).isEmpty();
        TenantScope owner = new TenantScope(client, null, Role.OWNER);
        assertThatThrownBy(() -> units().inTenant(owner, () -> removals().owe(one)))
                .isInstanceOf(RuntimeException.class);
    }
}
