package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the gates said. Of two answers of one instant the one with the later id is the newer. */
public final class MemoryGateLog implements GateLog {

    private static final Comparator<Kept> NEWEST_FIRST =
            Comparator.comparing((Kept kept) -> position(kept)).reversed();

    private final MemoryTable<UUID, Entry> table;

    public MemoryGateLog(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, Entry>ofTenants("gate_check", units, Entry::clientId, Entry::id)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void append(Collection<Entry> entries) {
        entries.forEach(table::insert);
    }

    @Override
    public List<Kept> ofLead(ClientId client, LeadId lead, @Nullable After after, int limit) {
        return about(client, lead)
                .sorted(NEWEST_FIRST)
                .filter(kept -> after == null || position(kept).compareTo(position(after)) < 0)
                .limit(limit)
                .toList();
    }

    /** Every answer about a lead, oldest first. */
    Stream<Kept> about(ClientId client, LeadId lead) {
        return table.rows()
                .filter(entry -> entry.clientId().equals(client) && entry.lead().equals(lead))
                .map(MemoryGateLog::kept);
    }

    private static String position(Kept kept) {
        return position(new After(kept.at(), kept.id()));
    }

    private static String position(After after) {
        return "%020d.%09d %s".formatted(after.at().getEpochSecond(), after.at().getNano(), after.id());
    }

    private static Kept kept(Entry entry) {
        return switch (entry.answer()) {
            case GateAnswer.Passed passed ->
                new Kept(entry.id(), entry.touch(), entry.gate(), null, GateClass.PASS, null, entry.at());
            case GateAnswer.Refused refused ->
                new Kept(
                        entry.id(),
                        entry.touch(),
                        entry.gate(),
                        refused.code().wire(),
                        refused.action().gateClass(),
                        refused.until(),
                        entry.at());
        };
    }
}
