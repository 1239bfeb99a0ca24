package io.agencyos.application.conversion;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every report is one question to the store, in the reader's own scope. */
final class ReportsService implements FunnelCounts, ConversionByTier {

    private final Reports reports;
    private final Clients clients;
    private final Campaigns campaigns;
    private final UnitOfWork units;
    private final ClockPort clock;

    ReportsService(Reports reports, Clients clients, Campaigns campaigns, UnitOfWork units, ClockPort clock) {
        this.reports = reports;
        this.clients = clients;
        this.campaigns = campaigns;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<FunnelCounts.Report> count(TenantScope scope, Span span) {
        Instant now = clock.now();
        return units.inTenant(
                scope,
                () -> ReportSpan.of(clients, scope.clientId(), span.from(), span.to(), now)
                        .map(days -> new FunnelCounts.Report(
                                days.from(), days.to(), funnels(scope, days, span, now), names(scope))));
    }

    private List<Reports.Funnel> funnels(TenantScope scope, ReportSpan days, Span span, Instant now) {
        return reports.funnels(scope.clientId(), days.start(), days.end(), now).stream()
                .filter(funnel -> span.campaign() == null || funnel.campaign().equals(span.campaign()))
                .toList();
    }

    private Map<CampaignId, String> names(TenantScope scope) {
        return campaigns.all(scope.clientId()).stream().collect(Collectors.toMap(Campaign::id, Campaign::name));
    }

    @Override
    public Optional<ConversionByTier.Report> count(
            TenantScope scope, @Nullable LocalDate from, @Nullable LocalDate to) {
        return units.inTenant(
                scope,
                () -> ReportSpan.of(clients, scope.clientId(), from, to, clock.now())
                        .map(days -> new ConversionByTier.Report(
                                days.from(),
                                days.to(),
                                reports.conversionByTier(scope.clientId(), days.start(), days.end()).stream()
                                        .map(Line::of)
                                        .toList())));
    }
}
