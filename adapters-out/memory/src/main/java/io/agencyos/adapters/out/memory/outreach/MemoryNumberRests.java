package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers whose texts carriers filter. */
public final class MemoryNumberRests implements NumberRests {

    private record Key(ClientId client, ResourceId number, LocalDate day) {}

    private record Row(Key key, int filtered, @Nullable Instant until) {}

    private final MemoryTable<Key, Row> table;

    public MemoryNumberRests(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Row>ofTenants(
                        "number_rest", units, row -> row.key().client(), Row::key)
                .writtenBy(Role.WORKER);
    }

    @Override
    public int filtered(ClientId client, ResourceId number, LocalDate day) {
        Key key = new Key(client, number, day);
        Row had = table.find(key).orElseGet(() -> new Row(key, 0, null));
        table.put(new Row(key, had.filtered() + 1, had.until()));
        return had.filtered() + 1;
    }

    @Override
    public void rest(ClientId client, ResourceId number, LocalDate day, Instant until) {
        Key key = new Key(client, number, day);
        int filtered = table.find(key).map(Row::filtered).orElse(0);
        table.put(new Row(key, filtered, until));
    }

    @Override
    public Set<ResourceId> resting(ClientId client, Instant now) {
        return table.rows()
                .filter(row -> row.key().client().equals(client)
                        && row.until() != null
                        && row.until().isAfter(now))
                .map(row -> row.key().number())
                .collect(Collectors.toSet());
    }
}
