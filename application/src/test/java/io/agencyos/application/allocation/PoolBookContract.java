package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.store.PoolBook;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Staff reads the pool, on every set of stores. Source: api 9.17 {@code P/pool}. */
public abstract class PoolBookContract extends AssignmentSteps {

    /** On the scenario's stores. */
    protected abstract PoolBook book(AllocationScenario.Stores stores);

    private ReadPool read() {
        return new ReadPool(book(scenario().on()), scenario().on().units());
    }

    private static PoolBook.Filter holders(ClientId... clients) {
        return new PoolBook.Filter(Set.of(), Set.of(), null, null, List.of(clients));
    }

    @Test // api 9.17: stats, utilization, assignments
    void the_pool_is_counted_by_status_and_by_who_holds_how_many() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(6);
        done(assign(one, 3, "first"));
        done(assign(two, 1, "second"));

        assertThat(read().stats().people()).isEqualTo(6);
        assertThat(read().stats().statuses())
                .containsEntry(PoolStatus.CLAIMED, 4L)
                .containsEntry(PoolStatus.AVAILABLE, 2L);
        assertThat(read().stats().emails().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(6);
        assertThat(read().uses())
                .extracting(PoolBook.Use::client, PoolBook.Use::active, PoolBook.Use::converted)
                .containsExactly(tuple(one.client(), 3L, 0L), tuple(two.client(), 1L, 0L));
        assertThat(read().holds(List.of(two.client()), Set.of(ClaimStatus.ACTIVE), null, 9))
                .singleElement()
                .satisfies(hold ->
                        assertThat(hold.lead()).isEqualTo(leads(two).getFirst().id()));
        assertThat(read().holds(List.of(one.client()), Set.of(), null, 9)).hasSize(3);
        assertThat(read().holds(List.of(), Set.of(ClaimStatus.CONVERTED), null, 9))
                .isEmpty();
    }

    @Test // api 9.17, 1.4: leads, each once; one lead with its history
    void people_are_paged_and_told_with_the_history_of_who_held_them() {
        Asking one = scenario().asking();
        scenario().pool(5);
        done(assign(one, 2, "first"));
        Lead lead = leads(one).getFirst();
        PoolPersonId person = Objects.requireNonNull(lead.poolPersonId());

        List<PoolPersonId> whole = ids(read().people(holders(), null, 99));
        List<PoolPersonId> paged = new ArrayList<>();
        List<PoolBook.Person> page = read().people(holders(), null, 2);
        while (!page.isEmpty()) {
            paged.addAll(ids(page));
            PoolBook.Person last = page.getLast();
            page = read().people(holders(), new PoolBook.After(last.createdAt(), last.id()), 2);
        }
        assertThat(paged).isEqualTo(whole).hasSize(5);
        assertThat(read().people(holders(one.client()), null, 9)).hasSize(2).allSatisfy(held -> {
            assertThat(held.holder()).isEqualTo(one.client());
            assertThat(held.status()).isEqualTo(PoolStatus.CLAIMED);
        });

        release(one, List.of(lead.id()), ReleaseReason.MANUAL);
        PoolBook.WithHistory found = read().find(person).orElseThrow();
        assertThat(found.person().holder()).isNull();
        assertThat(found.history())
                .extracting(PoolBook.Event::what, PoolBook.Event::reason)
                .containsExactlyInAnyOrder(
                        tuple(PoolBook.Happened.RELEASED, ReleaseReason.MANUAL),
                        tuple(PoolBook.Happened.CLAIMED, null));
        assertThat(read().find(new PoolPersonId(UUID.randomUUID()))).isEmpty();
        assertThat(read().people(
                                new PoolBook.Filter(Set.of(PoolStatus.ERASED), Set.of(), "Nothing", "NZ", List.of()),
                                null,
                                9))
                .isEmpty();
    }

    private static List<PoolPersonId> ids(List<PoolBook.Person> people) {
        return people.stream().map(PoolBook.Person::id).toList();
    }
}
