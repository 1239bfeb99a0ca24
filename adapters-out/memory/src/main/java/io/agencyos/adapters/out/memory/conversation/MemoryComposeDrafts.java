package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.store.ComposeDrafts;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Drafts, one for each person, lead and channel. */
public final class MemoryComposeDrafts implements ComposeDrafts {

    private record Key(ClientId client, LeadId lead, UserId user, Channel channel) {}

    private final MemoryTable<Key, Draft> table;

    public MemoryComposeDrafts(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Draft>ofTenants(
                        "compose_draft",
                        units,
                        Draft::clientId,
                        draft -> new Key(draft.clientId(), draft.lead(), draft.user(), draft.channel()))
                .alsoWrittenByThePlatform();
    }

    @Override
    public Optional<Draft> find(ClientId client, LeadId lead, UserId user, Channel channel) {
        return table.find(new Key(client, lead, user, channel));
    }

    @Override
    public void put(Draft draft) {
        table.put(draft);
    }

    @Override
    public void discard(ClientId client, LeadId lead, UserId user, Channel channel) {
        table.remove(new Key(client, lead, user, channel));
    }

    @Override
    public List<Editing> others(ClientId client, LeadId lead, Channel channel, UserId me, Instant since) {
        return table.rows()
                .filter(draft -> draft.clientId().equals(client)
                        && draft.lead().equals(lead)
                        && draft.channel() == channel
                        && !draft.user().equals(me)
                        && !draft.updatedAt().isBefore(since))
                .map(draft -> new Editing(draft.user(), draft.updatedAt()))
                .sorted(Comparator.comparing(editing -> editing.user().text()))
                .toList();
    }

    @Override
    public int removeOld(Instant before, int most) {
        List<Draft> old = table.rows()
                .filter(draft -> draft.updatedAt().isBefore(before))
                .limit(most)
                .toList();
        old.forEach(draft -> table.remove(new Key(draft.clientId(), draft.lead(), draft.user(), draft.channel())));
        return old.size();
    }
}
