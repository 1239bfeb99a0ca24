package io.agencyos.application.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.secret.DataKeys.DataKey;
import io.agencyos.application.platform.secret.DataKeys.Rewrapped;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of data keys does, on one that is empty at first. Source: api 7. */
public abstract class DataKeysContract {

    private final ClientId client = new ClientId(UUID.randomUUID());

    protected abstract DataKeys keys();

    protected abstract UnitOfWork units();

    private static DataKey key(ClientId owner, String master) {
        return new DataKey(UUID.randomUUID(), owner, "wrapped-by-" + master, master, true);
    }

    @Test
    void an_owner_has_one_key_that_seals_whoever_offers_another() {
        assertThat(keys().sealing(client)).isEmpty();
        DataKey first = key(client, "m1");

        assertThat(keys().offer(first)).isEqualTo(first);
        assertThat(keys().offer(key(client, "m1"))).isEqualTo(first);

        assertThat(keys().sealing(client)).contains(first);
        assertThat(keys().find(first.id())).contains(first);
        assertThat(keys().sealing(new ClientId(UUID.randomUUID()))).isEmpty();
        assertThat(keys().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_platform_has_its_own() {
        DataKey platform = new DataKey(UUID.randomUUID(), null, "wrapped", "m1", true);
        keys().offer(key(client, "m1"));

        assertThat(keys().offer(platform)).isEqualTo(platform);
        assertThat(keys().sealing(null)).contains(platform);
    }

    @Test
    void a_retired_key_stays_and_seals_no_more() {
        DataKey first = keys().offer(key(client, "m1"));

        assertThat(keys().retireAll()).isEqualTo(1);
        assertThat(keys().retireAll()).as("again").isZero();

        assertThat(keys().sealing(client)).isEmpty();
        assertThat(keys().find(first.id()))
                .contains(new DataKey(first.id(), client, first.wrapped(), first.wrappedBy(), false));
        DataKey second = keys().offer(key(client, "m1"));
        assertThat(keys().sealing(client)).contains(second);
        assertThat(keys().census()).isEqualTo(new DataKeys.Census(Set.of("m1"), 1, 1));
    }

    @Test // rotation re-wraps data keys
    void keys_are_wrapped_anew_unless_somebody_did_it_meanwhile() {
        DataKey one = keys().offer(key(client, "m1"));
        DataKey other = keys().offer(key(new ClientId(UUID.randomUUID()), "m1"));
        assertThat(keys().wrappedByOthers("m2", 10)).containsExactlyInAnyOrder(one, other);
        assertThat(keys().wrappedByOthers("m2", 1)).hasSize(1);
        assertThat(keys().wrappedByOthers("m1", 10)).isEmpty();

        keys().rewrap(List.of(new Rewrapped(one, "anew", "m2"), new Rewrapped(other, "anew", "m2")));
        keys().rewrap(List.of(new Rewrapped(one, "too late", "m3")));

        assertThat(keys().sealing(client)).contains(new DataKey(one.id(), client, "anew", "m2", true));
        assertThat(keys().wrappedByOthers("m2", 10)).isEmpty();
        assertThat(keys().census().masters()).containsExactly("m2");
    }

    @Test // a key must not disappear with the unit in which it was first used
    void a_key_outlives_the_unit_of_work_in_which_it_was_made() {
        DataKey made = key(client, "m1");

        try {
            units().onPlatform(() -> {
                keys().offer(made);
                throw new IllegalStateException("the unit fails");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the unit fails");
        }

        assertThat(keys().sealing(client)).contains(made);
    }

    @Test
    void many_who_need_a_first_key_at_once_get_the_same() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var offered = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return units().<DataKey>onPlatform(() -> keys().offer(key(client, "m1")));
                    }))
                    .toList();
            go.countDown();
            DataKey first = offered.getFirst().get();
            for (var each : offered) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
    }
}
