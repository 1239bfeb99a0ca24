package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.platform.vendor.VendorAccountState.Status;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts at vendors and their hooks on every store. Source: data model 5.12, api 7 and 10.1. */
public abstract class VendorStoresContract {

    protected static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    protected static final SecretText KEY = new SecretText("plain-key-of-the-client-0001");
    protected static final SecretText HOOK_SECRET = new SecretText("whsec_plain-secret-of-the-hook");

    protected final ClientId client = new ClientId(UUID.randomUUID());
    protected final ClientId other = new ClientId(UUID.randomUUID());

    protected abstract UnitOfWork units();

    protected abstract VendorAccounts accounts();

    protected abstract VendorHooks hooks();

    protected final VendorAccount account(ClientId owner, String vendor) {
        return new VendorAccount(
                owner, vendor, "ref-1", "Harbour agency", Map.of("open_tracking", "true"), Map.of("api_key", KEY));
    }

    protected final VendorHook hook(ClientId owner, String vendor, SecretText... secrets) {
        return new VendorHook(
                UUID.randomUUID().toString().replace("-", ""), vendor, owner, List.of(secrets), true, NOW, null, null);
    }

    protected final void run(ClientId owner, Runnable work) {
        units().inTenant(TenantScope.worker(owner), work);
    }

    protected final <T> T in(ClientId owner, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(owner), work);
    }

    @Test // api 9.17: the platform sees how accounts do, and no key
    void how_every_account_does_is_read_by_the_platform() {
        VendorAccountState failed =
                new VendorAccountState(VendorAccountState.Status.ERROR, NOW.minusSeconds(60), "401 of the vendor", NOW);
        run(client, () -> {
            accounts().save(account(client, "postbox"));
            accounts().tell(client, "postbox", failed);
            accounts().save(account(client, "calendar"));
            accounts().remove(client, "calendar");
        });
        run(other, () -> accounts().save(account(other, "postbox")));

        assertThat(units().readingPlatform(() -> accounts().everywhere()))
                .contains(new VendorAccounts.Standing(client, "postbox", failed))
                .filteredOn(standing ->
                        standing.client().equals(client) || standing.client().equals(other))
                .hasSize(2);
    }

    @Test
    void what_was_saved_is_found_with_its_keys() {
        run(client, () -> {
            accounts().save(account(client, "postbox"));
            accounts().save(new VendorAccount(client, "calendar", "ref-2", null, Map.of(), Map.of()));
        });

        assertThat(in(client, () -> accounts().find(client, "postbox"))).contains(account(client, "postbox"));
        assertThat(in(client, () -> accounts().ofClient(client)))
                .extracting(VendorAccount::vendor)
                .containsExactly("calendar", "postbox");
        assertThat(in(client, () -> accounts().find(client, "unknown"))).isEmpty();
    }

    @Test
    void saving_again_replaces_and_leaves_nothing_of_the_keys_before() {
        run(client, () -> accounts().save(account(client, "postbox")));
        VendorAccount changed = new VendorAccount(
                client, "postbox", "ref-9", null, Map.of(), Map.of("token", new SecretText("another-plain-key")));
        run(client, () -> {
            accounts().tell(client, "postbox", new VendorAccountState(Status.ERROR, NOW, "unauthorized", NOW));
            accounts().save(changed);
        });

        assertThat(in(client, () -> accounts().ofClient(client))).containsExactly(changed);
        assertThat(in(client, () -> accounts().state(client, "postbox")))
                .contains(new VendorAccountState(Status.CONNECTED, null, null, null));
    }

    @Test
    void what_was_told_of_an_account_is_remembered() {
        run(client, () -> accounts().save(account(client, "postbox")));
        VendorAccountState told =
                new VendorAccountState(Status.NEEDS_ATTENTION, NOW, "hooks: unavailable", NOW.plusSeconds(1));
        run(client, () -> {
            accounts().tell(client, "postbox", told);
            accounts().tell(client, "unknown", told);
        });

        assertThat(in(client, () -> accounts().state(client, "postbox"))).contains(told);
        assertThat(in(client, () -> accounts().state(client, "unknown"))).isEmpty();
    }

    @Test
    void a_removed_account_is_gone_and_can_be_made_again() {
        run(client, () -> accounts().save(account(client, "postbox")));

        assertThat(in(client, () -> accounts().remove(client, "postbox"))).isTrue();
        assertThat(in(client, () -> accounts().remove(client, "postbox"))).isFalse();
        assertThat(in(client, () -> accounts().find(client, "postbox"))).isEmpty();
        assertThat(in(client, () -> accounts().state(client, "postbox"))).isEmpty();
        run(client, () -> accounts().save(account(client, "postbox")));
        assertThat(in(client, () -> accounts().find(client, "postbox"))).contains(account(client, "postbox"));
    }

    @Test // flows 2.7: the schedule asks who has something to do
    void the_platform_sees_who_is_connected_where() {
        run(client, () -> {
            accounts().save(account(client, "people-data"));
            accounts().save(account(client, "postbox"));
        });
        run(other, () -> accounts().save(account(other, "postbox")));
        List<ClientId> both = Stream.of(client, other)
                .sorted(Comparator.comparing(ClientId::text))
                .toList();

        assertThat(connected(Set.of("people-data"), null)).containsExactly(client);
        assertThat(connected(Set.of("people-data", "postbox"), null)).isEqualTo(both);
        assertThat(connected(Set.of("postbox"), both.getFirst())).containsExactly(both.getLast());
        assertThat(connected(Set.of("unknown"), null)).isEmpty();
        run(client, () -> accounts().remove(client, "people-data"));
        assertThat(connected(Set.of("people-data"), null)).isEmpty();
    }

    private List<ClientId> connected(Set<String> vendors, @Nullable ClientId after) {
        return units().onPlatform(() -> accounts().connected(vendors, after, 10).stream()
                .filter(Set.of(client, other)::contains)
                .toList());
    }

    @Test
    void another_tenants_account_is_not_there() {
        run(client, () -> accounts().save(account(client, "postbox")));

        assertThat(in(other, () -> accounts().find(client, "postbox"))).isEmpty();
        assertThat(in(other, () -> accounts().ofClient(client))).isEmpty();
        assertThat(in(other, () -> accounts().remove(client, "postbox"))).isFalse();
        assertThat(in(client, () -> accounts().find(client, "postbox"))).isPresent();
    }

    @Test // api 10.1: the tenant comes from the hook; two secrets are believed while one is being changed
    void a_hook_is_found_before_any_tenant_is_known() {
        VendorHook one = hook(client, "postbox", HOOK_SECRET);
        VendorHook two = hook(client, "postbox", new SecretText("old"), new SecretText("new"));
        run(client, () -> {
            hooks().add(one);
            hooks().add(two);
        });

        assertThat(units().onPlatform(() -> hooks().find(one.hookId()))).contains(one);
        assertThat(units().onPlatform(() -> hooks().find(two.hookId()))).contains(two);
        assertThat(units().onPlatform(() -> hooks().find("0".repeat(32)))).isEmpty();
        assertThat(units().<List<VendorHook>>onPlatform(
                                () -> hooks().findAll(List.of(two.hookId(), "0".repeat(32), one.hookId()))))
                .as("several at once")
                .containsExactlyInAnyOrder(one, two);
        assertThat(in(client, () -> hooks().ofClient(client, "postbox"))).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void an_id_of_a_hook_is_given_once() {
        VendorHook hook = hook(client, "postbox", HOOK_SECRET);
        run(client, () -> hooks().add(hook));
        VendorHook same = VendorHook.made(hook.hookId(), "postbox", other, HOOK_SECRET, NOW);

        assertThatThrownBy(() -> run(other, () -> hooks().add(same))).isInstanceOf(UniqueViolation.class);
        assertThat(units().onPlatform(() -> hooks().find(hook.hookId()))).contains(hook);
    }

    @Test
    void deactivating_ends_the_hooks_of_one_client_at_one_vendor() {
        VendorHook ended = hook(client, "postbox", HOOK_SECRET);
        VendorHook elsewhere = hook(client, "calendar", HOOK_SECRET);
        VendorHook anothers = hook(other, "postbox", HOOK_SECRET);
        run(client, () -> {
            hooks().add(ended);
            hooks().add(elsewhere);
        });
        run(other, () -> hooks().add(anothers));

        run(client, () -> hooks().deactivate(client, "postbox"));

        assertThat(active(ended)).contains(false);
        assertThat(active(elsewhere)).contains(true);
        assertThat(active(anothers)).contains(true);
    }

    @Test // api 10.1: the old one works 24 h more
    void hooks_in_use_end_later_and_those_that_end_already_keep_their_end() {
        VendorHook first = hook(client, "postbox", HOOK_SECRET);
        VendorHook second = hook(client, "postbox", HOOK_SECRET);
        VendorHook elsewhere = hook(client, "calendar", HOOK_SECRET);
        VendorHook anothers = hook(other, "postbox", HOOK_SECRET);
        run(client, () -> {
            hooks().add(first);
            hooks().add(elsewhere);
            hooks().end(client, "postbox", NOW.plusSeconds(10));
            hooks().add(second);
        });
        run(other, () -> hooks().add(anothers));

        run(client, () -> hooks().end(client, "postbox", NOW.plusSeconds(20)));

        VendorHook ending = found(first);
        assertThat(ending.endsAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(ending.isInUse()).isFalse();
        assertThat(ending.isBelieved(NOW.plusSeconds(9))).isTrue();
        assertThat(ending.isBelieved(NOW.plusSeconds(10))).isFalse();
        assertThat(found(second).endsAt()).isEqualTo(NOW.plusSeconds(20));
        assertThat(found(elsewhere)).isEqualTo(elsewhere);
        assertThat(found(anothers)).isEqualTo(anothers);
        assertThat(in(client, () -> hooks().ofClient(client)))
                .extracting(VendorHook::hookId)
                .containsExactlyElementsOf(Stream.of(first, second, elsewhere)
                        .map(VendorHook::hookId)
                        .sorted()
                        .toList());
    }

    @Test // api 10.1: last_event_at
    void it_is_remembered_when_a_hook_brought_something() {
        VendorHook one = hook(client, "postbox", HOOK_SECRET);
        VendorHook quiet = hook(client, "postbox", HOOK_SECRET);
        run(client, () -> {
            hooks().add(one);
            hooks().add(quiet);
        });

        units().onPlatform(() -> {
            hooks().heard(Set.of(one.hookId(), "0".repeat(32)), NOW.plusSeconds(7));
            return true;
        });

        assertThat(found(one).lastEventAt()).isEqualTo(NOW.plusSeconds(7));
        assertThat(found(quiet)).isEqualTo(quiet);
    }

    private VendorHook found(VendorHook hook) {
        return units().onPlatform(() -> hooks().find(hook.hookId())).orElseThrow();
    }

    private Optional<Boolean> active(VendorHook hook) {
        return units().onPlatform(() -> hooks().find(hook.hookId()).map(VendorHook::active));
    }
}
