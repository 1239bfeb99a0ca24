package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.GateLog;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.outreach.GateAnswer;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.TouchId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What the gates said. Of two answers of one instant the one that was told last is the newer. */
public final class MemoryGateLog implements GateLog {

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
    public List<String> newest(ClientId client, TouchId touch, int limit) {
        return table
                .rows()
                .filter(entry ->
                        entry.clientId().equals(client) && entry.touch().equals(touch))
                .toList()
                .reversed()
                .stream()
                .sorted(comparing(Entry::at, Comparator.reverseOrder()))
                .limit(limit)
                .map(MemoryGateLog::shown)
                .toList();
    }

    private static String shown(Entry entry) {
        String gate = switch (entry.gate()) {
            case PLAN -> "A";
            case COMMIT -> "B";
            case DISPATCH -> "C";
        };
        return gate + " "
                + switch (entry.answer()) {
                    case GateAnswer.Passed passed -> "pass";
                    case GateAnswer.Refused refused -> refused.code().wire();
                };
    }
}
