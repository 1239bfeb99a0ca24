package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.AlertBook;
import io.agencyos.application.platform.AlertTellings;
import io.agencyos.application.platform.Alerts;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AlertNews;
import io.agencyos.domain.platform.AlertNews.Said;
import io.agencyos.domain.platform.AlertNews.Way;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What staff has to know; closed alerts stay as history. */
public final class MemoryAlerts implements Alerts, AlertBook, AlertTellings {

    private static final String OPEN = "uq_alert_fingerprint";

    private final MemoryTable<UUID, Listed> alerts;
    private final MemoryTable<ToldBy, Told> tellings;

    private record ToldBy(UUID alertId, Way way) {}

    private record Told(ToldBy by, Said said, Instant at) {}

    public MemoryAlerts(MemoryUnitOfWork units) {
        alerts = MemoryTable.<UUID, Listed>ofPlatform("alert", units, Listed::id)
                .unique(OPEN, row -> row.closedAt() == null ? row.alert().fingerprint() : null);
        tellings = MemoryTable.ofPlatform("alert_telling", units, Told::by);
    }

    @Override
    public List<AlertNews> due(Way way, int limit) {
        return alerts.rows()
                .sorted(Comparator.comparing((Listed row) -> row.alert().firstAt())
                        .thenComparing(row -> row.id().toString()))
                .flatMap(row -> news(way, row).stream())
                .limit(limit)
                .toList();
    }

    private Optional<AlertNews> news(Way way, Listed row) {
        Optional<Said> before = tellings.find(new ToldBy(row.id(), way)).map(Told::said);
        Optional<Said> now = switch (row.state()) {
            case CLOSED -> before.map(_ -> Said.OVER);
            case ACKNOWLEDGED -> before;
            case OPEN ->
                switch (row.alert().severity()) {
                    case INFO -> before;
                    case WARNING -> before.or(() -> Optional.of(Said.WARNING));
                    case CRITICAL -> Optional.of(Said.CRITICAL);
                };
        };
        return now.filter(said -> !before.equals(Optional.of(said)))
                .map(said -> new AlertNews(row.id(), row.alert(), said));
    }

    @Override
    public Optional<Instant> last(Way way) {
        return tellings.rows()
                .filter(row -> row.by().way() == way)
                .map(Told::at)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void told(Way way, Collection<AlertNews> news, Instant at) {
        news.forEach(one -> tellings.put(new Told(new ToldBy(one.alertId(), way), one.said(), at)));
    }

    @Override
    public void raise(Alert alert) {
        alerts.put(alerts.findBy(OPEN, alert.fingerprint())
                .map(known -> new Listed(known.id(), known.alert().again(alert), known.seenBy(), known.seenAt(), null))
                .orElseGet(() -> new Listed(UUID.randomUUID(), alert, null, null, null)));
    }

    @Override
    public void resolveOthers(String source, Collection<String> stillOpen, Instant at) {
        resolve(source, stillOpen, at, _ -> true);
    }

    @Override
    public void resolveOthersOf(ClientId client, String source, Collection<String> stillOpen, Instant at) {
        resolve(source, stillOpen, at, alert -> client.equals(alert.clientId()));
    }

    private void resolve(String source, Collection<String> stillOpen, Instant at, Predicate<Alert> of) {
        alerts.rows()
                .filter(row -> row.closedAt() == null)
                .filter(row -> of.test(row.alert())
                        && row.alert().source().equals(source)
                        && !stillOpen.contains(row.alert().fingerprint()))
                .forEach(row -> alerts.put(new Listed(row.id(), row.alert(), row.seenBy(), row.seenAt(), at)));
    }

    @Override
    public List<Alert> open(int limit) {
        return alerts.rows()
                .filter(row -> row.closedAt() == null)
                .map(Listed::alert)
                .sorted(Comparator.comparing(Alert::lastAt).reversed().thenComparing(Alert::fingerprint))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Listed> page(Filter filter, @Nullable After after, int limit) {
        Comparator<Listed> newest = Comparator.comparing(
                        (Listed row) -> row.alert().lastAt())
                .thenComparing(row -> row.id().toString())
                .reversed();
        Predicate<Listed> behind = row -> after == null
                || row.alert().lastAt().isBefore(after.lastAt())
                || row.alert().lastAt().equals(after.lastAt())
                        && row.id().toString().compareTo(after.id().toString()) < 0;
        return alerts.rows()
                .filter(row -> shows(filter, row))
                .filter(behind)
                .sorted(newest)
                .limit(limit)
                .toList();
    }

    private static boolean shows(Filter filter, Listed row) {
        return (filter.sources().isEmpty()
                        || filter.sources().contains(row.alert().source()))
                && (filter.severities().isEmpty()
                        || filter.severities().contains(row.alert().severity()))
                && (filter.states().isEmpty() || filter.states().contains(row.state()))
                && (filter.clients().isEmpty()
                        || row.alert().clientId() != null
                                && filter.clients().contains(row.alert().clientId()));
    }

    @Override
    public Optional<Listed> acknowledge(UUID id, UserId by, Instant at) {
        Optional<Listed> seen = alerts.find(id)
                .map(row -> row.seenAt() != null ? row : new Listed(id, row.alert(), by, at, row.closedAt()));
        seen.ifPresent(alerts::put);
        return seen;
    }
}
