package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.allocation.pacing.PacingDay;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Days by client and date; first touches are counted in the log of what was sent. */
public final class MemoryPacingBook implements PacingBook {

    private record Key(ClientId client, LocalDate day) {}

    private final MemoryTable<Key, PacingDay> days;
    private final MemorySentLog sentLog;

    public MemoryPacingBook(MemoryUnitOfWork units, MemorySentLog sentLog) {
        this.sentLog = sentLog;
        days = MemoryTable.<Key, PacingDay>ofTenants(
                        "pacing_day", units, PacingDay::clientId, day -> new Key(day.clientId(), day.day()))
                .writtenBy(Role.WORKER);
    }

    @Override
    public int startsBetween(ClientId client, Instant from, Instant until) {
        return (int) sentLog.touches(client).stream()
                .map(MemorySentLog.SentTouch::sent)
                .filter(sent -> sent.touchNo() == 1
                        && !sent.at().isBefore(from)
                        && sent.at().isBefore(until))
                .count();
    }

    @Override
    public Dialled dialled(ClientId client, Instant from, Instant until) {
        List<LeadId> called = sentLog.touches(client).stream()
                .map(MemorySentLog.SentTouch::sent)
                .filter(sent -> sent.touch().kind().channel() == Channel.VOICE
                        && !sent.at().isBefore(from)
                        && sent.at().isBefore(until))
                .map(sent -> sent.touch().leadId())
                .toList();
        return new Dialled(called.size(), Set.copyOf(called).size());
    }

    @Override
    public void put(PacingDay day) {
        days.put(day);
    }

    @Override
    public List<PacingDay> days(ClientId client, LocalDate from, LocalDate until) {
        return days.rows()
                .filter(day -> day.clientId().equals(client))
                .filter(day -> !day.day().isBefore(from) && day.day().isBefore(until))
                .sorted(Comparator.comparing(PacingDay::day))
                .toList();
    }
}
