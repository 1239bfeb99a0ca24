package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** When answers were last read. */
public final class MemoryReplyFeedBook implements ReplyFeedBook {

    private record Key(ClientId client, String vendor) {}

    private record Row(ClientId client, Standing standing) {
        Key key() {
            return new Key(client, standing.vendor());
        }
    }

    private final MemoryTable<Key, Row> table;

    public MemoryReplyFeedBook(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Row>ofTenants("reply_feed", units, Row::client, Row::key)
                .writtenBy(Role.WORKER);
    }

    @Override
    public List<Standing> standings(ClientId client) {
        return table.rows()
                .filter(row -> row.client().equals(client))
                .map(Row::standing)
                .sorted(Comparator.comparing(Standing::vendor))
                .toList();
    }

    @Override
    public void put(ClientId client, Standing standing) {
        table.put(new Row(client, standing));
    }

    @Override
    public void keepOnly(ClientId client, Collection<String> vendors) {
        standings(client).stream()
                .filter(standing -> !vendors.contains(standing.vendor()))
                .forEach(standing -> table.remove(new Key(client, standing.vendor())));
    }
}
