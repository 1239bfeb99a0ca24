package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Arrival;
import io.agencyos.application.conversation.inbox.WebhookInbox.Content;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
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
import java.util.stream.IntStream;
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

    protected abstract WebhookInbox inbox();

    protected abstract Alerts alerts();

    private VendorUseCases useCases(URI publicUrl) {
        return new VendorUseCases(
                ports(), List.of(vendor), Optional.of(publicUrl), units(), () -> now, UUID::randomUUID, chance);
    }

    private VendorUseCases useCases() {
        return useCases(PUBLIC);
    }

    private CheckHooks.Round check() {
        return check(PUBLIC);
    }

    private CheckHooks.Round check(URI publicUrl) {
        return useCases(publicUrl).checkHooks(inbox(), alerts()).check(client);
    }

    private List<String> told() {
        return units().onPlatform(() -> alerts().open(1_000)).stream()
                .filter(alert -> client.equals(alert.clientId()))
                .map(Alert::title)
                .toList();
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

        assertThat(check()).isEqualTo(new CheckHooks.Round(1, List.of(), List.of(), List.of()));
        assertThat(inUse()).isEqualTo(before).hasSize(2);
    }

    @Test
    void one_that_somebody_removed_at_the_vendor_brings_all_of_them_anew() {
        connect();
        List<VendorHook> old = hooks();
        vendor.standing.remove(vendor.standing.keySet().iterator().next());

        assertThat(check().repaired()).containsExactly(FakeConnector.VENDOR);
        assertThat(vendor.standing.values()).containsExactlyInAnyOrderElementsOf(inUse());
        assertThat(hooks().stream().filter(hook -> hook.isBelieved(now)))
                .as("what is still on its way to the old ones is believed")
                .hasSize(old.size() + 2);
        now = now.plus(KeepInboundHooks.OVERLAP).plus(Duration.ofSeconds(1));
        assertThat(hooks().stream().filter(hook -> hook.isBelieved(now))).hasSize(2);
        assertThat(check().repaired()).isEmpty();
    }

    @Test
    void hooks_that_point_to_where_we_no_longer_are_are_made_anew() {
        connect();
        URI moved = URI.create("https://elsewhere.agency.example/");

        assertThat(check(moved).repaired()).hasSize(1);
        assertThat(vendor.standing.values())
                .allMatch(address -> address.getHost().startsWith("elsewhere"));
    }

    @Test
    void one_whose_secret_is_not_ours_is_not_ours_and_one_of_which_nothing_is_told_is() {
        connect();
        String first = vendor.standing.keySet().iterator().next();
        vendor.told.put(first, "secret of " + first);
        assertThat(check().repaired()).isEmpty();

        vendor.told.put(first, "somebody else's");
        assertThat(check().repaired()).containsExactly(FakeConnector.VENDOR);
        assertThat(vendor.standing.values()).containsExactlyInAnyOrderElementsOf(inUse());
    }

    @Test
    void a_vendor_that_does_not_take_them_again_is_told_with_the_account_until_it_does() {
        connect();
        vendor.standing.clear();
        vendor.registering(false);

        assertThat(check().failures()).hasSize(1);
        assertThat(told()).containsExactly("A vendor does not take our webhooks.");
        assertThat(state().status()).isEqualTo(VendorAccountState.Status.NEEDS_ATTENTION);
        assertThat(state().lastError()).startsWith("hooks: ");

        vendor.registering(true);
        assertThat(check().repaired()).hasSize(1);
        assertThat(told()).isEmpty();
        assertThat(state().status()).isEqualTo(VendorAccountState.Status.CONNECTED);
    }

    @Test // an empty answer and a failed call are different results
    void a_vendor_that_does_not_answer_is_not_taken_to_have_none() {
        connect();
        List<URI> before = inUse();
        vendor.breakDown();

        assertThat(check().looked()).isZero();
        assertThat(inUse()).isEqualTo(before);
        assertThat(state().status()).isEqualTo(VendorAccountState.Status.CONNECTED);
    }

    /** What happened a day ago, of which so many were pushed; each had its effect. */
    private void happened(int known, int pushed) {
        Feed feed = new Feed(FakeConnector.VENDOR, client);
        Instant at = now.minus(Duration.ofDays(1));
        List<Key> keys = IntStream.range(0, known)
                .mapToObj(i -> new Key(feed, now + "/" + i))
                .toList();
        units().onPlatform(() -> {
            keys.forEach(key -> inbox().store(List.of(new Arrival(key, at, event(key, at)))));
            keys.subList(0, pushed)
                    .forEach(key -> inbox().store(List.of(Arrival.pushed(key, now, event(key, at), false))));
            inbox().settle(inbox().claim(keys, now, now.plus(Duration.ofMinutes(2))).stream()
                    .map(claimed -> new Verdict(claimed, State.DONE, null, null, now))
                    .toList());
            return keys;
        });
    }

    private static Content event(Key key, Instant at) {
        return new Content.Event(new ChannelEvent.Received(
                key.key(), at, new ChannelEvent.About(Channel.EMAIL, null, null, "us", "them"), null, "hello", null));
    }

    @Test // count of events versus the vendor's own reading; more than 2 % missing is told
    void staff_hears_of_webhooks_that_get_lost_until_they_do_not() {
        connect();
        now = now.plus(Duration.ofDays(3));
        happened(50, 49);
        assertThat(check().losing()).as("two per cent").isEmpty();

        now = now.plus(Duration.ofDays(3));
        happened(10, 9);
        assertThat(check().losing()).containsExactly(FakeConnector.VENDOR);
        assertThat(told()).containsExactly("Webhooks of a vendor are being lost.");

        now = now.plus(Duration.ofDays(3));
        vendor.breakDown();
        assertThat(check().failures()).hasSize(1);
        assertThat(told())
                .as("a vendor that does not answer has mended nothing")
                .hasSize(1);
        vendor.comeBack();
        happened(10, 10);
        assertThat(check().losing()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test // salesforge 8: the push of a type whose poll has another key is counted against the vendor's books
    void what_the_vendor_counts_itself_is_compared_with_what_it_pushed() {
        connect();
        now = now.plus(Duration.ofDays(3));
        vendor.happened.put("email_connected", 3);
        assertThat(check().losing()).containsExactly(FakeConnector.VENDOR);

        vendor.happened.put("email_connected", 0);
        assertThat(check().losing()).isEmpty();
    }

    @Test
    void hooks_that_are_younger_than_what_is_counted_lost_nothing() {
        connect();
        now = now.plus(Duration.ofHours(30));
        vendor.happened.put("email_connected", 3);
        assertThat(check().losing()).isEmpty();
    }

    @Test
    void only_what_happened_within_the_time_and_is_ours_is_counted() {
        happened(3, 2);
        Feed feed = new Feed(FakeConnector.VENDOR, client);
        Instant at = now.minus(Duration.ofDays(1));
        Key waiting = new Key(feed, "of nobody we know");
        units().onPlatform(() -> inbox().store(List.of(new Arrival(waiting, at, event(waiting, at)))));

        assertThat(counts(at, at.plusSeconds(1))).containsExactly(new PushCounts.Count("email_received", 3, 2));
        assertThat(counts(at.minusSeconds(1), at)).isEmpty();
        assertThat(counts(at.plusSeconds(1), now)).isEmpty();
    }

    private List<PushCounts.Count> counts(Instant from, Instant until) {
        return units().onPlatform(() -> inbox().counts(client, FakeConnector.VENDOR, from, until));
    }
}
