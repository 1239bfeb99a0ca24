package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.ConnectVendor.FieldProblem;
import io.agencyos.application.platform.vendor.ConnectVendor.Hearing;
import io.agencyos.application.platform.vendor.ConnectVendor.Outcome;
import io.agencyos.application.platform.vendor.VendorAccountState.Status;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A client's own account at a vendor from the first key to the last, on every store. Source: api 3, 7, 9.13, 10.1. */
public abstract class VendorConnectionStories {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final URI PUBLIC = URI.create("https://os.agency.example/");

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final UserId person = new UserId(UUID.randomUUID());
    private final TenantScope admin = new TenantScope(client, person, Role.ADMIN);
    private final TestChance chance = new TestChance(client.value().getLeastSignificantBits());

    protected abstract UnitOfWork units();

    protected abstract VendorPorts ports();

    private VendorUseCases useCases(FakeConnector connector) {
        return useCases(connector, Optional.of(PUBLIC));
    }

    private VendorUseCases useCases(FakeConnector connector, Optional<URI> publicUrl) {
        return new VendorUseCases(ports(), List.of(connector), publicUrl, units(), () -> NOW, UUID::randomUUID, chance);
    }

    private static ConnectVendor.Request request(String key) {
        return new ConnectVendor.Request(
                FakeConnector.VENDOR,
                " box-1 ",
                Map.of("api_key", new SecretText(key), "second_key", new SecretText(" ")),
                Map.of("open_tracking", "true"));
    }

    private Outcome connect(FakeConnector connector) {
        return useCases(connector).connect().connect(admin, request(FakeConnector.GOOD_KEY), Origin.NONE);
    }

    private static Outcome.Connected connected(Outcome outcome) {
        if (outcome instanceof Outcome.Connected done) {
            return done;
        }
        throw new AssertionError(outcome);
    }

    private static List<String> ids(Outcome.Connected done) {
        return done.account().connected().hooks().stream()
                .map(VendorAccountView.Hook::id)
                .toList();
    }

    private <T> T asWorker(Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    private Optional<VendorAccount> stored() {
        return asWorker(() -> ports().accounts().find(client, FakeConnector.VENDOR));
    }

    private List<VendorHook> hooks() {
        return asWorker(() -> ports().hooks().ofClient(client, FakeConnector.VENDOR));
    }

    @Test // api 9.13: tested live before it is stored, registers our hook, answers the hook; api 7: has_secret and
    // last4
    void an_account_is_connected_and_the_vendor_pushes_to_us() {
        FakeConnector vendor = new FakeConnector();

        Outcome.Connected done = connected(connect(vendor));

        VendorAccountView.Account shown = done.account().connected();
        assertThat(done.hearing()).isEqualTo(new Hearing.Pushed(2));
        assertThat(done.anew()).isFalse();
        assertThat(shown.accountRef()).isEqualTo("box-1");
        assertThat(shown.label()).isEqualTo("Box box-1");
        assertThat(shown.last4()).isEqualTo(Map.of("api_key", "1234"));
        assertThat(shown.state()).isEqualTo(new VendorAccountState(Status.CONNECTED, NOW, null, null));
        assertThat(done.toString()).doesNotContain(FakeConnector.GOOD_KEY);
        assertThat(stored())
                .map(VendorAccount::credentials)
                .contains(Map.of("api_key", new SecretText(FakeConnector.GOOD_KEY)));
        assertThat(hooks()).extracting(VendorHook::hookId).containsExactlyElementsOf(ids(done));
        assertThat(vendor.standing.values())
                .containsExactlyInAnyOrderElementsOf(ids(done).stream()
                        .map(id -> URI.create("https://os.agency.example/api/v1/hooks/postbox/" + id))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(shown.hooks().stream()
                        .map(VendorAccountView.Hook::address)
                        .toList());
    }

    @Test // api 9.13: hook{id, address, last_event_at}
    void a_hook_tells_when_it_last_brought_something() {
        FakeConnector vendor = new FakeConnector();
        List<String> ids = ids(connected(connect(vendor)));
        units().onPlatform(() -> ports().hooks().heard(List.of(ids.getFirst()), NOW));

        assertThat(useCases(vendor).list().list(admin))
                .isInstanceOfSatisfying(
                        ListVendorAccounts.Outcome.Listed.class,
                        listed -> assertThat(
                                        listed.accounts().getFirst().connected().hooks())
                                .filteredOn(hook -> hook.lastEventAt() != null)
                                .extracting(VendorAccountView.Hook::id)
                                .containsExactly(ids.getFirst()));
    }

    @Test // api 10.1: hook_id is 128 random bits
    void hook_ids_are_128_random_bits() {
        connect(new FakeConnector());

        assertThat(hooks())
                .extracting(VendorHook::hookId)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test // api 6: written in the transaction of the change, secrets redacted
    void the_audit_tells_who_connected_what_and_no_key() {
        connect(new FakeConnector());

        List<AuditEntry> entries = asWorker(() -> ports().audit().newest(client, 10));
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.CREATE);
            assertThat(entry.actor()).isEqualTo(AuditEntry.Actor.user(person.value()));
            assertThat(entry.resourceType()).isEqualTo("integration");
            assertThat(entry.changes())
                    .containsEntry("account_ref", new AuditEntry.Change(null, "box-1"))
                    .containsEntry("settings_open_tracking", new AuditEntry.Change(null, "true"))
                    .containsEntry("secret_api_key", new AuditEntry.Change(null, "***"));
            assertThat(entry.toString()).doesNotContain(FakeConnector.GOOD_KEY);
        });
    }

    @Test // api 9.13: 422 vendor_rejected, nothing is stored
    void a_wrong_key_is_rejected_and_not_stored() {
        Outcome outcome = useCases(new FakeConnector()).connect().connect(admin, request("wrong"), Origin.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.failure()).isInstanceOf(VendorFailure.Unauthorized.class));
        assertThat(stored()).isEmpty();
        assertThat(hooks()).isEmpty();
    }

    @Test
    void a_wrong_key_leaves_the_account_that_works() {
        FakeConnector vendor = new FakeConnector();
        connect(vendor);
        Optional<VendorAccount> before = stored();

        useCases(vendor).connect().connect(admin, request("wrong"), Origin.NONE);

        assertThat(stored()).isEqualTo(before);
        assertThat(hooks()).allMatch(VendorHook::active);
    }

    @Test
    void connecting_again_replaces_account_and_hooks() {
        FakeConnector vendor = new FakeConnector();
        List<String> first = ids(connected(connect(vendor)));

        Outcome.Connected again = connected(connect(vendor));

        assertThat(again.anew()).isTrue();
        assertThat(ids(again)).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(vendor.standing).hasSize(2);
        assertThat(hooks())
                .filteredOn(hook -> first.contains(hook.hookId()))
                .hasSize(2)
                .noneMatch(VendorHook::active);
    }

    @Test
    void an_unknown_vendor_and_a_bad_form_are_told_before_the_vendor_is_asked() {
        ConnectVendor connect = useCases(new FakeConnector()).connect();

        assertThat(connect.connect(admin, new ConnectVendor.Request("pigeon", "x", Map.of(), Map.of()), Origin.NONE))
                .isEqualTo(new Outcome.UnknownVendor(List.of("postbox")));
        assertThat(connect.connect(
                        admin,
                        new ConnectVendor.Request(
                                "postbox",
                                " ",
                                Map.of("token", new SecretText("t")),
                                Map.of("open_tracking", "perhaps")),
                        Origin.NONE))
                .isEqualTo(new Outcome.Invalid(List.of(
                        new FieldProblem("account_ref", "is required: the box"),
                        new FieldProblem("credentials.api_key", "is required: the key"),
                        new FieldProblem("credentials.token", "is not known"),
                        new FieldProblem("settings.open_tracking", "is one of true, false"))));
    }

    @Test // smtp-imap 1: one password per mailbox
    void keys_may_have_names_of_the_persons_choice() {
        ConnectVendor connect = useCases(new FakeConnector().withDrawers()).connect();

        assertThat(connect.connect(admin, request(FakeConnector.GOOD_KEY), Origin.NONE))
                .isEqualTo(new Outcome.Invalid(
                        List.of(new FieldProblem("credentials", "needs at least one DRAWER: the key of each drawer"))));
        assertThat(connect.connect(admin, drawers("drawer-1", "shelf-1"), Origin.NONE))
                .isEqualTo(new Outcome.Invalid(List.of(new FieldProblem("credentials.shelf-1", "is not known"))));
        Outcome.Connected done = connected(connect.connect(admin, drawers("drawer-2", "drawer-1"), Origin.NONE));

        assertThat(done.account().connected().last4())
                .containsExactly(Map.entry("api_key", "1234"), Map.entry("drawer-1", ""), Map.entry("drawer-2", ""));
        assertThat(done.account().form().namedCredentials()).isNotNull();
        assertThat(stored().orElseThrow().credentials())
                .containsEntry("drawer-2", new SecretText("the key of drawer-2"));
    }

    private static ConnectVendor.Request drawers(String... names) {
        Map<String, SecretText> keys = new HashMap<>();
        keys.put("api_key", new SecretText(FakeConnector.GOOD_KEY));
        List.of(names).forEach(name -> keys.put(name, new SecretText("the key of " + name)));
        return new ConnectVendor.Request(FakeConnector.VENDOR, "box-1", keys, Map.of());
    }

    @Test // api 10.1: new secret or address once; the old one works 24 h more; listed A, rotated A
    void a_rotated_hook_is_new_at_the_vendor_and_the_old_one_ends_a_day_later() {
        FakeConnector vendor = new FakeConnector();
        KeepInboundHooks hooks = useCases(vendor).hooks();
        String old = ids(connected(connect(vendor))).getFirst();

        KeepInboundHooks.Rotated.Done done = (KeepInboundHooks.Rotated.Done) hooks.rotate(admin, old, Origin.NONE);

        assertThat(done.oldUntil()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(done.hooks())
                .extracting(KeepInboundHooks.NewHook::address)
                .containsExactlyInAnyOrderElementsOf(vendor.standing.values());
        assertThat(done.hooks()).extracting(KeepInboundHooks.NewHook::secret).doesNotContainNull();
        assertThat(hooks())
                .filteredOn(VendorHook::isInUse)
                .extracting(VendorHook::hookId)
                .containsExactlyInAnyOrderElementsOf(
                        done.hooks().stream().map(KeepInboundHooks.NewHook::id).toList());
        assertThat(hooks())
                .filteredOn(hook -> !hook.isInUse())
                .hasSize(2)
                .allMatch(hook -> done.oldUntil().equals(hook.endsAt()));
        assertThat(hooks.rotate(admin, old, Origin.NONE))
                .isEqualTo(new KeepInboundHooks.Rotated.EndsAlready(done.oldUntil()));
        assertThat(useCases(vendor).hook(client, "postbox"))
                .as("the address that the vendor is told from now on")
                .hasValueSatisfying(
                        address -> assertThat(vendor.standing.values()).contains(address));
    }

    @Test
    void a_vendor_that_takes_no_new_hooks_keeps_the_old_ones() {
        String old = ids(connected(connect(new FakeConnector()))).getFirst();

        assertThat(useCases(new FakeConnector("register")).hooks().rotate(admin, old, Origin.NONE))
                .isInstanceOf(KeepInboundHooks.Rotated.Refused.class);
        assertThat(useCases(new FakeConnector(), Optional.empty()).hooks().rotate(admin, old, Origin.NONE))
                .isEqualTo(new KeepInboundHooks.Rotated.NoPublicAddress());

        assertThat(hooks()).hasSize(2).allMatch(VendorHook::isInUse);
    }

    @Test // api 7: keys of an account never come back; clicksend 5: the address is the proof
    void what_is_a_key_of_the_account_or_the_address_itself_is_not_shown_as_a_secret() {
        FakeConnector shared = new FakeConnector().withSecret(id -> FakeConnector.GOOD_KEY);
        String first = ids(connected(connect(shared))).getFirst();
        assertThat(secrets(useCases(shared).hooks().rotate(admin, first, Origin.NONE)))
                .hasSize(2)
                .containsOnlyNulls();
        FakeConnector unsigned = new FakeConnector().withSecret(id -> id);
        String second = ids(connected(connect(unsigned))).getFirst();
        assertThat(secrets(useCases(unsigned).hooks().rotate(admin, second, Origin.NONE)))
                .hasSize(2)
                .containsOnlyNulls();

        assertThat(useCases(unsigned).hooks().list(admin))
                .isInstanceOfSatisfying(
                        KeepInboundHooks.Listed.Hooks.class,
                        listed -> assertThat(listed.hooks())
                                .filteredOn(InboundHookView::active)
                                .hasSize(4)
                                .extracting(InboundHookView::verification)
                                .containsOnly(InboundHookView.Verification.ADDRESS));
    }

    private static List<SecretText> secrets(KeepInboundHooks.Rotated rotated) {
        return ((KeepInboundHooks.Rotated.Done) rotated)
                .hooks().stream().map(KeepInboundHooks.NewHook::secret).toList();
    }

    @Test // api 3: admin
    void members_and_viewers_may_do_nothing_here() {
        VendorUseCases useCases = useCases(new FakeConnector());
        TenantScope member = new TenantScope(client, person, Role.MEMBER);

        assertThat(useCases.connect().connect(member, request(FakeConnector.GOOD_KEY), Origin.NONE))
                .isEqualTo(new Outcome.RoleRequired(Role.ADMIN));
        assertThat(useCases.hooks().list(member)).isEqualTo(new KeepInboundHooks.Listed.RoleRequired(Role.ADMIN));
        assertThat(useCases.hooks().rotate(member, "0".repeat(32), Origin.NONE))
                .isEqualTo(new KeepInboundHooks.Rotated.RoleRequired(Role.ADMIN));
        assertThat(useCases.list().list(member)).isEqualTo(new ListVendorAccounts.Outcome.RoleRequired(Role.ADMIN));
        assertThat(useCases.test().test(member, "postbox", Origin.NONE))
                .isEqualTo(new TestVendorAccount.Outcome.RoleRequired(Role.ADMIN));
        assertThat(useCases.disconnect().disconnect(member, "postbox", Origin.NONE))
                .isEqualTo(new DisconnectVendor.Outcome.RoleRequired(Role.ADMIN));
        assertThat(stored()).isEmpty();
    }

    @Test
    void without_a_public_address_it_is_polling_only_and_said_so() {
        FakeConnector vendor = new FakeConnector();
        Outcome outcome = useCases(vendor, Optional.empty())
                .connect()
                .connect(admin, request(FakeConnector.GOOD_KEY), Origin.NONE);

        assertThat(connected(outcome).hearing()).isEqualTo(new Hearing.NoPublicAddress());
        assertThat(vendor.standing).isEmpty();
        assertThat(stored()).isPresent();
        assertThat(hooks()).isEmpty();
    }

    @Test
    void a_vendor_that_takes_no_hooks_is_connected_all_the_same() {
        connect(new FakeConnector());
        Outcome.Connected done = connected(connect(new FakeConnector("register")));

        assertThat(done.hearing()).isInstanceOf(Hearing.NotRegistered.class);
        assertThat(done.account().connected().state())
                .isEqualTo(new VendorAccountState(
                        Status.NEEDS_ATTENTION,
                        NOW,
                        "hooks: The vendor cannot be reached or read: down for an hour",
                        NOW));
        assertThat(hooks())
                .as("those of the connection before may still stand")
                .hasSize(2)
                .allMatch(VendorHook::active);
    }

    @Test // api 9.13: every vendor that may be connected
    void the_list_has_every_vendor_connected_or_not() {
        FakeConnector vendor = new FakeConnector();
        VendorAccountView.Form form =
                new VendorAccountView.Form("the box", vendor.credentials(), null, vendor.settings());
        assertThat(useCases(vendor).list().list(admin))
                .isEqualTo(new ListVendorAccounts.Outcome.Listed(
                        List.of(new VendorAccountView("postbox", "email", form, null))));

        VendorAccountView done = connected(connect(vendor)).account();

        assertThat(useCases(vendor).list().list(admin)).isEqualTo(new ListVendorAccounts.Outcome.Listed(List.of(done)));
    }

    @Test
    void a_test_notes_what_the_vendor_said() {
        VendorUseCases useCases = useCases(new FakeConnector());
        assertThat(useCases.test().test(admin, "postbox", Origin.NONE))
                .isEqualTo(new TestVendorAccount.Outcome.NotConnected());
        connect(new FakeConnector());
        assertThat(useCases.test().test(admin, "postbox", Origin.NONE))
                .isInstanceOf(TestVendorAccount.Outcome.Works.class);
        units().inTenant(
                        TenantScope.worker(client),
                        () -> ports().accounts()
                                .save(new VendorAccount(
                                        client,
                                        "postbox",
                                        "box-1",
                                        null,
                                        Map.of(),
                                        Map.of("api_key", new SecretText("revoked at the vendor")))));

        assertThat(useCases.test().test(admin, "postbox", Origin.NONE))
                .isInstanceOf(TestVendorAccount.Outcome.Rejected.class);
        assertThat(asWorker(() -> ports().accounts().state(client, "postbox")))
                .contains(new VendorAccountState(
                        Status.ERROR, null, "The vendor does not accept the key: the key is wrong", NOW));
        assertThat(useCases.test().test(admin, "pigeon", Origin.NONE))
                .isInstanceOf(TestVendorAccount.Outcome.UnknownVendor.class);
    }

    @Test // clicksend 3 C8: whoever looks after an installation asks for more than the key
    void an_examination_tells_what_the_key_does_not() {
        FakeConnector vendor = new FakeConnector();
        VendorUseCases useCases = useCases(vendor);
        assertThat(useCases.test().examine(admin, "postbox", Origin.NONE)).isEmpty();
        connect(vendor);
        assertThat(useCases.test().examine(admin, "postbox", Origin.NONE)).containsExactly("it does not reach 2 hooks");
        assertThat(useCases.test().examine(admin, "pigeon", Origin.NONE)).isEmpty();
    }

    @Test // api 9.13: removes the hook at the vendor, deactivates ours at once
    void disconnecting_forgets_the_keys_and_the_hooks() {
        FakeConnector vendor = new FakeConnector();
        connect(vendor);
        DisconnectVendor disconnect = useCases(vendor).disconnect();

        assertThat(disconnect.disconnect(admin, "postbox", Origin.NONE))
                .isEqualTo(new DisconnectVendor.Outcome.Disconnected(null));

        assertThat(stored()).isEmpty();
        assertThat(hooks()).hasSize(2).noneMatch(VendorHook::active);
        assertThat(vendor.standing).isEmpty();
        assertThat(disconnect.disconnect(admin, "postbox", Origin.NONE))
                .isEqualTo(new DisconnectVendor.Outcome.NotConnected());
        assertThat(disconnect.disconnect(admin, "pigeon", Origin.NONE))
                .isInstanceOf(DisconnectVendor.Outcome.UnknownVendor.class);
    }

    @Test
    void a_vendor_that_is_down_keeps_nobody_from_leaving_it() {
        connect(new FakeConnector());

        DisconnectVendor.Outcome outcome =
                useCases(new FakeConnector("remove")).disconnect().disconnect(admin, "postbox", Origin.NONE);

        assertThat(((DisconnectVendor.Outcome.Disconnected) outcome).hooksLeft())
                .isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(stored()).isEmpty();
        assertThat(hooks()).noneMatch(VendorHook::active);
    }
}
