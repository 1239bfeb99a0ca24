package io.agencyos.adapters.out.memory.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryTableTest {

    private static final ClientId A = new ClientId(new UUID(0, 1));
    private static final ClientId B = new ClientId(new UUID(0, 2));

    private record Row(ClientId client, String id, String name) {}

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryTable<String, Row> table = MemoryTable.ofTenants("thing", units, Row::client, Row::id)
            .unique("uq_thing_name", row -> row.client() + row.name());

    @Test // data model 2: context client A sees nothing of B
    void a_tenant_neither_sees_nor_writes_rows_of_another() {
        units.inTenant(TenantScope.worker(B), () -> table.insert(new Row(B, "1", "x")));

        units.inTenant(TenantScope.worker(A), () -> {
            assertThat(table.rows()).isEmpty();
            assertThat(table.find("1")).isEmpty();
            assertThatThrownBy(() -> table.put(new Row(B, "2", "y"))).hasMessageContaining("row-level security");
            assertThatThrownBy(() -> table.remove("1")).hasMessageContaining("row-level security");
        });
        assertThat(units.<Long>onPlatform(() -> table.rows().count())).isEqualTo(1);
    }

    @Test // data model 2: a viewer's write changes nothing
    void a_viewer_cannot_write() {
        assertThatThrownBy(() ->
                        units.inTenant(new TenantScope(A, null, Role.VIEWER), () -> table.insert(new Row(A, "1", "x"))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_failed_unit_leaves_no_trace_not_even_in_the_indexes() {
        units.inTenant(TenantScope.worker(A), () -> table.insert(new Row(A, "1", "x")));

        assertThatThrownBy(() -> units.inTenant(TenantScope.worker(A), () -> {
                    table.put(new Row(A, "1", "renamed"));
                    table.insert(new Row(A, "2", "x"));
                    table.remove("1");
                    throw new IllegalArgumentException("stop");
                }))
                .hasMessage("stop");

        units.inTenant(TenantScope.worker(A), () -> {
            assertThat(table.rows()).containsExactly(new Row(A, "1", "x"));
            assertThatThrownBy(() -> table.insert(new Row(A, "3", "x")))
                    .isInstanceOfSatisfying(
                            UniqueViolation.class,
                            violation -> assertThat(violation.constraint()).isEqualTo("uq_thing_name"));
        });
    }

    @Test
    void nothing_works_outside_a_unit_and_units_do_not_nest() {
        assertThatThrownBy(() -> table.find("1")).hasMessageContaining("no unit of work");
        assertThatThrownBy(() -> units.onPlatform(() -> units.onPlatform(() -> table.find("1"))))
                .hasMessageContaining("do not nest");
    }

    @Test // data model 2: platform tables have no grant for members
    void a_members_unit_cannot_touch_a_platform_table() {
        MemoryTable<String, Row> pool = MemoryTable.ofPlatform("pool", units, Row::id);

        assertThatThrownBy(() -> units.inTenant(new TenantScope(A, null, Role.ADMIN), () -> pool.find("1")))
                .hasMessageContaining("permission denied");
        units.inTenant(TenantScope.worker(A), () -> pool.insert(new Row(A, "1", "x")));
    }
}
