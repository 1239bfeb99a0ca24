package io.agencyos.application.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.platform.vendor.VendorObjects.Name;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every memory of the vendors' objects must do. */
public abstract class VendorObjectsContract {

    protected abstract VendorObjects objects();

    /** Two tenants that exist. */
    protected abstract ClientId client();

    protected abstract ClientId otherClient();

    private VendorObject object(ClientId client, String name, @Nullable String externalId, String state) {
        return new VendorObject(client, "vendor", "thing", name, externalId, state, "more of " + name);
    }

    @Test
    void what_was_put_is_found_by_name_and_by_the_vendors_id() {
        VendorObject one = object(client(), "one", "ext-1", "ready");
        objects().put(one);
        assertThat(objects().find(client(), "vendor", "thing", "one")).contains(one);
        assertThat(objects().findByExternalId(client(), "vendor", "thing", "ext-1"))
                .contains(one);
        assertThat(objects().find(client(), "vendor", "other", "one")).isEmpty();
        assertThat(objects().find(client(), "else", "thing", "one")).isEmpty();
    }

    @Test
    void putting_again_replaces() {
        objects().put(object(client(), "one", null, "wanted"));
        VendorObject ready = object(client(), "one", "ext-1", "ready");
        objects().put(ready);
        assertThat(objects().list(client(), "vendor", "thing")).containsExactly(ready);
        VendorObject bare = new VendorObject(client(), "vendor", "thing", "one", null, "wanted", null);
        objects().put(bare);
        assertThat(objects().find(client(), "vendor", "thing", "one")).contains(bare);
    }

    @Test
    void the_list_is_in_the_order_of_names() {
        for (String name : List.of("c", "a", "b #2", "b #10")) {
            objects().put(object(client(), name, null, "ready"));
        }
        assertThat(objects().list(client(), "vendor", "thing"))
                .extracting(VendorObject::name)
                .containsExactly("a", "b #10", "b #2", "c");
    }

    @Test
    void another_tenants_things_are_not_there() {
        objects().put(object(client(), "one", "ext-1", "ready"));
        assertThat(objects().find(otherClient(), "vendor", "thing", "one")).isEmpty();
        assertThat(objects().findByExternalId(otherClient(), "vendor", "thing", "ext-1"))
                .isEmpty();
        assertThat(objects().list(otherClient(), "vendor", "thing")).isEmpty();
        objects().remove(otherClient(), "vendor", "thing", "one");
        assertThat(objects().find(client(), "vendor", "thing", "one")).isPresent();
    }

    @Test
    void a_vendors_id_belongs_to_one_name() {
        objects().put(object(client(), "one", "ext-1", "ready"));
        assertThatThrownBy(() -> objects().put(object(client(), "two", "ext-1", "ready")))
                .isInstanceOf(UniqueViolation.class);
        objects().put(object(otherClient(), "two", "ext-1", "ready"));
        assertThat(objects().findByExternalId(otherClient(), "vendor", "thing", "ext-1"))
                .isPresent();
    }

    @Test
    void what_was_removed_is_gone() {
        objects().put(object(client(), "one", "ext-1", "ready"));
        objects().remove(client(), "vendor", "thing", "one");
        objects().remove(client(), "vendor", "thing", "one");
        assertThat(objects().find(client(), "vendor", "thing", "one")).isEqualTo(Optional.empty());
    }

    @Test
    void several_names_and_several_kinds_are_asked_for_at_once() {
        VendorObject thing = object(client(), "one", "ext-1", "ready");
        VendorObject other = new VendorObject(client(), "vendor", "other", "one", null, "ready", null);
        VendorObject last = object(client(), "two", null, "ready");
        objects().change(client(), "vendor", List.of(last, thing, other), List.of());
        List<Name> asked = List.of(new Name("thing", "two"), new Name("other", "one"), new Name("thing", "nowhere"));
        assertThat(objects().find(client(), "vendor", asked)).containsExactly(other, last);
        assertThat(objects().find(otherClient(), "vendor", asked)).isEmpty();
        assertThat(objects().find(client(), "vendor", List.of())).isEmpty();
        assertThat(objects().list(client(), "vendor", Set.of("thing", "other"))).containsExactly(other, thing, last);
    }

    @Test
    void a_change_moves_things_from_one_kind_to_another() {
        VendorObject open = object(client(), "one", "ext-1", "open");
        VendorObject stays = object(client(), "two", null, "open");
        objects().change(client(), "vendor", List.of(open, stays), List.of());
        VendorObject over = new VendorObject(client(), "vendor", "past", "one", "ext-1", "over", null);
        objects().change(client(), "vendor", List.of(over), List.of(open.named(), new Name("thing", "nowhere")));
        assertThat(objects().list(client(), "vendor", "thing")).containsExactly(stays);
        assertThat(objects().list(client(), "vendor", "past")).containsExactly(over);
    }

    @Test
    void a_change_that_is_refused_changes_nothing() {
        VendorObject holder = object(client(), "one", "ext-1", "ready");
        objects().put(holder);
        VendorObject fine = object(client(), "three", null, "ready");
        VendorObject taken = object(client(), "two", "ext-1", "ready");
        assertThatThrownBy(() ->
                        objects().change(client(), "vendor", List.of(fine, taken), List.of(new Name("thing", "four"))))
                .isInstanceOf(UniqueViolation.class);
        assertThat(objects().list(client(), "vendor", "thing")).containsExactly(holder);
    }

    @Test
    void those_who_come_at_the_same_time_are_served_each_for_itself() throws InterruptedException, ExecutionException {
        objects().put(object(client(), "holder", "taken", "ready"));
        List<Callable<Boolean>> all = IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(number -> () -> putAndFound(number))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(objects().list(client(), "vendor", "thing"))
                .extracting(VendorObject::name)
                .hasSize(17)
                .contains("holder", "thing 1", "thing 23")
                .doesNotContain("thing 0", "thing 3", "thing 21");
    }

    /** Every third wants an id that is taken, and nothing of it comes true; the others find what they put. */
    private boolean putAndFound(int number) {
        String name = "thing " + number;
        if (number % 3 == 0) {
            assertThatThrownBy(() -> objects().put(object(client(), name, "taken", "ready")))
                    .isInstanceOf(UniqueViolation.class);
            return objects().find(client(), "vendor", "thing", name).isEmpty();
        }
        VendorObject mine = object(client(), name, "ext " + number, "ready");
        objects().put(mine);
        List<Name> asked = List.of(mine.named(), new Name("thing", "holder"));
        return objects().find(client(), "vendor", asked).contains(mine);
    }

    @Test
    void work_under_one_name_never_overlaps() throws InterruptedException, ExecutionException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> work = () -> objects().exclusively("one lock", () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            objects().put(object(client(), "made inside", null, "ready"));
            Thread.yield();
            return inside.decrementAndGet();
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> all =
                    threads.invokeAll(IntStream.range(0, 12).mapToObj(i -> work).toList());
            for (Future<Integer> one : all) {
                one.get();
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void a_failing_work_frees_the_name() {
        assertThatThrownBy(() -> objects().exclusively("one lock", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(objects().<String>exclusively("one lock", () -> "done")).isEqualTo("done");
    }

    @Test
    void work_under_two_names_may_nest() {
        assertThat(objects().<String>exclusively("outer", () -> objects().exclusively("inner", () -> "done")))
                .isEqualTo("done");
    }
}
