package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.Clients;
import io.agencyos.application.resource.DomainBook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The domains of live clients' mailboxes; a stop is a limit of zero on every one of these, as in the database. */
public final class MemoryDomainBook implements DomainBook {

    private record Stopped(
            ResourceId id,
            ClientId client,
            Stop stop,
            @Nullable Integer before) {}

    private final MemoryMailboxes mailboxes;
    private final MemorySendingDomains judged;
    private final Clients clients;
    private final MemoryTable<ResourceId, Stopped> stops;

    public MemoryDomainBook(
            MemoryUnitOfWork units, MemoryMailboxes mailboxes, MemorySendingDomains judged, Clients clients) {
        this.mailboxes = mailboxes;
        this.judged = judged;
        this.clients = clients;
        stops = MemoryTable.ofTenants("resource.stopped", units, Stopped::client, Stopped::id);
    }

    private List<Row> all() {
        Map<ResourceId, Row> rows = new LinkedHashMap<>();
        for (Client client : clients.allLive()) {
            mailboxes
                    .ofClient(client.id())
                    .forEach(mailbox -> rows.putIfAbsent(
                            mailbox.domainId(),
                            row(mailbox, stops.find(mailbox.domainId()).orElse(null))));
        }
        return rows.values().stream()
                .sorted(Comparator.comparing((Row row) -> row.name().value())
                        .thenComparing(row -> row.id().text()))
                .toList();
    }

    private Row row(Mailbox mailbox, @Nullable Stopped stopped) {
        Optional<MemorySendingDomains.Judgement> judgement = judged.judgement(mailbox.domainId());
        return new Row(
                mailbox.domainId(),
                mailbox.domain(),
                List.of(mailbox.clientId()),
                mailbox.health(),
                judgement.map(MemorySendingDomains.Judgement::mail).orElse(Mail.NONE),
                judgement.map(MemorySendingDomains.Judgement::at).orElse(null),
                mailbox.warmupStartedAt(),
                mailbox.reading(),
                WarmUpTraffic.Week.of(judged.days(mailbox.domainId())).orElse(null),
                mailbox.authenticated(),
                stopped == null ? mailbox.dailyOverride() : stopped.before(),
                mailbox.pause(),
                stopped == null ? null : stopped.stop());
    }

    @Override
    public List<Row> page(Filter filter, @Nullable After after, int limit) {
        return all().stream()
                .filter(row -> filter.healths().isEmpty() || filter.healths().contains(row.health()))
                .filter(row ->
                        filter.clients().isEmpty() || row.clients().stream().anyMatch(filter.clients()::contains))
                .filter(row -> after == null || isBehind(row, after))
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Row row, After after) {
        int name = row.name().value().compareTo(after.name());
        return name > 0 || name == 0 && row.id().text().compareTo(after.id().text()) > 0;
    }

    @Override
    public Optional<Row> find(ResourceId id) {
        return all().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public void stop(ResourceId id, Stop stop) {
        mailboxes.ofDomain(id).ifPresent(mailbox -> {
            stops.put(new Stopped(id, mailbox.clientId(), stop, mailbox.dailyOverride()));
            mailboxes.update(mailbox.limitedTo(0));
        });
    }

    @Override
    public void goOn(ResourceId id) {
        stops.find(id).ifPresent(stopped -> {
            mailboxes.ofDomain(id).ifPresent(mailbox -> mailboxes.update(mailbox.limitedTo(stopped.before())));
            stops.remove(id);
        });
    }
}
