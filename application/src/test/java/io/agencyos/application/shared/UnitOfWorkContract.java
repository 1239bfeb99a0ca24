package io.agencyos.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link UnitOfWork} keeps: all or nothing, one tenant at a time, one unit at a time. Source: data model 2
 * (its table of examples), issue 2 sections 1 and 2.
 */
public abstract class UnitOfWorkContract {

    private final ClientId clientA = new ClientId(UUID.randomUUID());
    private final ClientId clientB = new ClientId(UUID.randomUUID());
    private final TenantScope memberA = new TenantScope(clientA, null, Role.MEMBER);
    private final TenantScope memberB = new TenantScope(clientB, null, Role.MEMBER);

    /** The unit of work under test. */
    protected abstract UnitOfWork units();

    /** Notes of tenants and of the platform, kept by the same store, for use inside a unit of work. */
    protected abstract Notes notes();

    /** The smallest repository there can be: a tenant's notes by unique title, and the platform's. */
    public interface Notes {
        /** Adds a tenant's note; a title is unique within the tenant. */
        void add(ClientId owner, String title);

        /** The titles that the open unit sees, in alphabetical order. */
        List<String> titles();

        /** Renames a tenant's note; returns how many were changed. */
        int rename(ClientId owner, String title, String newTitle);

        /** Adds a note to a platform table that the product's own work may write and members may not. */
        void addPlatform(String title);

        /** The titles in the platform table. */
        List<String> platformTitles();
    }

    @Test
    void what_a_unit_wrote_the_next_unit_reads() {
        units().inTenant(memberA, () -> notes().add(clientA, "kept"));

        assertThat(titlesOf(memberA)).containsExactly("kept");
    }

    @Test
    void a_unit_returns_what_its_work_returns() {
        assertThat(units().<Integer>inTenant(memberA, () -> 42)).isEqualTo(42);
        assertThat(units().<Integer>onPlatform(() -> 43)).isEqualTo(43);
    }

    @Test
    void an_exception_takes_back_everything_and_is_passed_on_unchanged() {
        IllegalArgumentException failure = new IllegalArgumentException("half way");
        units().inTenant(memberA, () -> notes().add(clientA, "before"));

        assertThatThrownBy(() -> units().inTenant(memberA, () -> {
                    notes().add(clientA, "first");
                    notes().rename(clientA, "before", "after");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(titlesOf(memberA)).containsExactly("before");
    }

    @Test
    void an_error_takes_back_everything_too() {
        assertThatThrownBy(() -> units().onPlatform(() -> {
                    notes().addPlatform("first");
                    throw new AssertionError("defect");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(units().<List<String>>onPlatform(() -> notes().platformTitles()))
                .isEmpty();
    }

    @Test
    void a_tenant_sees_only_its_own_rows() {
        units().inTenant(memberA, () -> notes().add(clientA, "a"));
        units().inTenant(memberB, () -> notes().add(clientB, "b"));

        assertThat(titlesOf(memberA)).containsExactly("a");
        assertThat(titlesOf(memberB)).containsExactly("b");
        assertThat(titlesOf(TenantScope.worker(clientA))).containsExactly("a");
    }

    @Test
    void a_row_of_another_tenant_cannot_be_inserted() {
        // data model 2: context client A, insert with client_id B -> 42501, nothing written
        assertThatThrownBy(() -> units().inTenant(memberA, () -> notes().add(clientB, "planted")))
                .isInstanceOf(ScopeViolation.class);
        assertThatThrownBy(() -> units().inTenant(TenantScope.worker(clientA), () -> notes().add(clientB, "planted")))
                .isInstanceOf(ScopeViolation.class);

        assertThat(titlesOf(memberB)).isEmpty();
    }

    @Test
    void a_row_of_another_tenant_is_not_there_to_be_changed() {
        units().inTenant(memberB, () -> notes().add(clientB, "b"));

        int changed = units().<Integer>inTenant(memberA, () -> notes().rename(clientB, "b", "taken"));

        assertThat(changed).isZero();
        assertThat(titlesOf(memberB)).containsExactly("b");
    }

    @Test
    void the_same_title_may_exist_in_two_tenants_but_not_twice_in_one() {
        units().inTenant(memberA, () -> notes().add(clientA, "title"));
        units().inTenant(memberB, () -> notes().add(clientB, "title"));

        assertThatThrownBy(() -> units().inTenant(memberA, () -> {
                    notes().add(clientA, "other");
                    notes().add(clientA, "title");
                }))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        violation -> assertThat(violation.constraint()).isEqualTo("uq_note_title"));
        assertThat(titlesOf(memberA)).containsExactly("title");
    }

    @Test
    void a_viewer_reads_and_writes_nothing() {
        TenantScope viewer = new TenantScope(clientA, null, Role.VIEWER);
        units().inTenant(memberA, () -> notes().add(clientA, "a"));

        assertThat(titlesOf(viewer)).containsExactly("a");
        assertThatThrownBy(() -> units().inTenant(viewer, () -> notes().add(clientA, "b")))
                .isInstanceOf(ScopeViolation.class);
        assertThat(titlesOf(memberA)).containsExactly("a");
    }

    @Test
    void a_platform_table_takes_the_platform_and_the_products_own_work_but_no_member() {
        // data model 2: aos_worker writes message_ref and touch in one transaction; aos_app: 42501 on message_ref
        units().onPlatform(() -> notes().addPlatform("by the platform"));
        units().inTenant(TenantScope.worker(clientA), () -> {
            notes().addPlatform("by the worker");
            notes().add(clientA, "in the same unit");
        });

        assertThatThrownBy(() -> units().inTenant(memberA, () -> notes().addPlatform("by a member")))
                .isInstanceOf(ScopeViolation.class);
        assertThat(units().<List<String>>onPlatform(() -> notes().platformTitles()))
                .containsExactly("by the platform", "by the worker");
        assertThat(titlesOf(memberA)).containsExactly("in the same unit");
    }

    @Test
    void a_reading_unit_sees_what_any_unit_sees_and_each_question_what_is_committed() {
        units().inTenant(memberA, () -> notes().add(clientA, "a"));
        units().inTenant(memberB, () -> notes().add(clientB, "b"));
        units().onPlatform(() -> notes().addPlatform("p"));

        List<List<String>> asked = units().reading(memberA, () -> List.of(notes().titles(), notes().titles()));

        assertThat(asked).containsExactly(List.of("a"), List.of("a"));
        assertThat(units().<List<String>>reading(new TenantScope(clientB, null, Role.VIEWER), () -> notes().titles()))
                .containsExactly("b");
        assertThat(units().<List<String>>reading(TenantScope.worker(clientA), () -> notes().titles()))
                .containsExactly("a");
        assertThat(units().<List<String>>readingPlatform(() -> notes().platformTitles()))
                .containsExactly("p");
    }

    @Test
    void a_reading_unit_changes_nothing() {
        units().inTenant(memberA, () -> notes().add(clientA, "a"));

        assertThatThrownBy(() -> units().reading(memberA, () -> {
                    notes().add(clientA, "b");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> units().reading(memberA, () -> notes().rename(clientA, "a", "c")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> units().readingPlatform(() -> {
                    notes().addPlatform("p");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(titlesOf(memberA)).containsExactly("a");
        assertThat(units().<List<String>>onPlatform(() -> notes().platformTitles()))
                .isEmpty();
    }

    @Test
    void after_a_reading_unit_its_tenant_is_gone() {
        units().inTenant(memberA, () -> notes().add(clientA, "a"));

        for (int i = 0; i < 10; i++) {
            assertThat(units().<List<String>>reading(memberA, () -> notes().titles()))
                    .containsExactly("a");
            assertThat(units().<List<String>>reading(memberB, () -> notes().titles()))
                    .isEmpty();
        }
        assertThatThrownBy(() -> units().reading(memberA, () -> units().reading(memberB, () -> notes().titles())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void units_do_not_nest() {
        assertThatThrownBy(() -> units().inTenant(memberA, () -> units().onPlatform(() -> notes().titles())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> units().onPlatform(() -> units().inTenant(memberA, () -> notes().titles())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_a_unit_a_repository_refuses_to_work() {
        assertThatThrownBy(() -> notes().titles()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> notes().add(clientA, "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> notes().addPlatform("p")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_a_failed_unit_the_thread_can_open_another() {
        assertThatThrownBy(() -> units().inTenant(memberA, () -> {
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(titlesOf(memberA)).isEmpty();
        assertThat(titlesOf(memberB)).isEmpty();
    }

    @Test
    void units_of_two_threads_do_not_see_each_others_scope() throws InterruptedException, ExecutionException {
        CountDownLatch bothWrote = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> reads = List.of(memberA, memberB).stream()
                    .map(scope -> threads.submit(() -> {
                        units().inTenant(
                                        scope,
                                        () -> notes().add(
                                                        scope.clientId(),
                                                        scope.clientId().text()));
                        bothWrote.countDown();
                        bothWrote.await();
                        return titlesOf(scope);
                    }))
                    .toList();

            assertThat(reads.get(0).get()).containsExactly(clientA.text());
            assertThat(reads.get(1).get()).containsExactly(clientB.text());
        }
    }

    private List<String> titlesOf(TenantScope scope) {
        return units().<List<String>>inTenant(scope, () -> notes().titles());
    }
}
