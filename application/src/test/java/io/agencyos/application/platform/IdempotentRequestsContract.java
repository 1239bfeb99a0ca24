package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.IdempotentRequests.Attempt;
import io.agencyos.application.platform.IdempotentRequests.Key;
import io.agencyos.application.platform.IdempotentRequests.Standing;
import io.agencyos.application.platform.IdempotentRequests.Stored;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of idempotency keys does. Source: api 1.5. */
public abstract class IdempotentRequestsContract {

    private static final Instant NOON = Instant.parse("2026-02-02T01:00:00Z");
    private static final Stored ANSWER =
            new Stored(201, "application/json", Map.of("Location", "/api/v1/x/1", "ETag", "\"v1\""), "{\"id\":1}");

    private final ClientId client = new ClientId(UUID.randomUUID());

    protected abstract UnitOfWork units();

    protected abstract IdempotentRequests requests();

    @Test // api 1.5: first use is executed, then the stored answer comes back
    void an_order_is_begun_once_and_its_answer_kept() {
        assertThat(begin("a", "print", NOON)).isEqualTo(new Standing.Begun());
        assertThat(begin("a", "print", NOON)).isEqualTo(new Standing.InProgress());

        in(() -> requests().finish(key("a"), "print", ANSWER));

        assertThat(begin("a", "print", NOON)).isEqualTo(new Standing.Done(ANSWER));
    }

    @Test // api 1.5: idempotency_key_reused
    void a_key_belongs_to_one_order() {
        begin("a", "print", NOON);
        assertThat(begin("a", "other", NOON)).isEqualTo(new Standing.Reused());
        in(() -> requests().finish(key("a"), "print", ANSWER));
        assertThat(begin("a", "other", NOON)).isEqualTo(new Standing.Reused());
    }

    @Test // api 1.5: 5xx or crash: a retry executes
    void an_order_that_was_given_up_or_broke_off_can_be_given_again() {
        begin("a", "print", NOON);
        in(() -> requests().abandon(key("a"), "print"));
        assertThat(begin("a", "print", NOON)).isEqualTo(new Standing.Begun());

        assertThat(begin("a", "print", NOON.plusSeconds(59))).isEqualTo(new Standing.InProgress());
        assertThat(begin("a", "print", NOON.plusSeconds(60))).isEqualTo(new Standing.Begun());
    }

    @Test // api 1.5: kept 24 h
    void a_key_is_forgotten_after_its_time() {
        begin("a", "print", NOON);
        in(() -> requests().finish(key("a"), "print", ANSWER));

        assertThat(begin("a", "other", NOON.plus(Duration.ofHours(24)))).isEqualTo(new Standing.Begun());
        assertThat(begin("a", "other", NOON.plus(Duration.ofHours(24)))).isEqualTo(new Standing.InProgress());
    }

    @Test // api 1.5: kept 24 h
    void keys_whose_time_is_over_are_removed_and_no_others() {
        begin("old", "print", NOON);
        begin("young", "print", NOON.plus(Duration.ofHours(1)));

        int removed =
                units().<Integer>onPlatform(() -> requests().removeExpired(NOON.plus(Duration.ofHours(24)), 1_000));

        assertThat(removed).isPositive();
        assertThat(begin("young", "print", NOON.plus(Duration.ofHours(1)))).isEqualTo(new Standing.InProgress());
        assertThat(begin("old", "other", NOON)).isEqualTo(new Standing.Begun());
    }

    @Test // api 1.5: scope is (principal, method, path, key)
    void the_same_key_of_others_is_another_order() {
        begin("a", "print", NOON);
        ClientId other = new ClientId(UUID.randomUUID());
        Key elsewhere = new Key(other, "user-1 POST /x", "a");
        Key otherPath = new Key(client, "user-1 POST /y", "a");

        assertThat(begin(elsewhere, "print", NOON)).isEqualTo(new Standing.Begun());
        assertThat(begin(otherPath, "print", NOON)).isEqualTo(new Standing.Begun());
    }

    @Test // api 1.5: an answer without a body
    void an_answer_without_a_body_is_kept_too() {
        Stored empty = new Stored(204, "", Map.of(), "");
        begin("a", "print", NOON);
        in(() -> requests().finish(key("a"), "print", empty));

        assertThat(begin("a", "print", NOON)).isEqualTo(new Standing.Done(empty));
    }

    @Test // api 1.5: of many at once exactly one executes
    void of_many_at_once_exactly_one_begins() throws InterruptedException, ExecutionException {
        List<Standing> standings = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Standing>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> begin("race", "print", NOON)));
            }
            for (Future<Standing> one : running) {
                standings.add(one.get());
            }
        }
        assertThat(standings).filteredOn(new Standing.Begun()::equals).hasSize(1);
        assertThat(standings).filteredOn(new Standing.InProgress()::equals).hasSize(7);
    }

    private Key key(String key) {
        return new Key(client, "user-1 POST /x", key);
    }

    private Standing begin(String key, String fingerprint, Instant now) {
        return begin(key(key), fingerprint, now);
    }

    private Standing begin(Key key, String fingerprint, Instant now) {
        Attempt attempt = new Attempt(key, fingerprint, now, now.plusSeconds(60), now.plus(Duration.ofHours(24)));
        return units().inTenant(
                        TenantScope.worker(key.client()), () -> requests().begin(attempt));
    }

    private void in(Runnable work) {
        units().inTenant(TenantScope.worker(client), work);
    }
}
