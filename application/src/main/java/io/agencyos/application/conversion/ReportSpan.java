package io.agencyos.application.conversion;

import io.agencyos.application.client.Clients;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days on the client's clock as instants. Source: api 9.9. */
public record ReportSpan(LocalDate from, LocalDate to, Instant start, Instant end) {

    private static final int DEFAULT_DAYS = 30;

    /** Needs an open unit of work. Empty for no span, or too long a one. */
    public static Optional<ReportSpan> of(
            Clients clients, ClientId client, @Nullable LocalDate from, @Nullable LocalDate to, Instant now) {
        ZoneId zone = clients.find(client).map(Client::timezone).orElse(ZoneOffset.UTC);
        LocalDate last = to == null ? LocalDate.ofInstant(now, zone) : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from;
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > FunnelCounts.LONGEST_SPAN) {
            return Optional.empty();
        }
        return Optional.of(new ReportSpan(
                first,
                last,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
