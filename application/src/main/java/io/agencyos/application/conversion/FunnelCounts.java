package io.agencyos.application.conversion;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** How far the leads of each campaign came, from enrolment to meeting. Source: api 9.9. */
@PrimaryPort
public interface FunnelCounts {

    /** The longest span of a report, in days. */
    int LONGEST_SPAN = 366;

    /**
     * Days on the client's clock, both included; null for the last 30.
     *
     * @param campaign null for every campaign
     */
    record Span(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable CampaignId campaign) {

        public static final Span LAST_MONTH = new Span(null, null, null);
    }

    /** The funnels, the newest campaign last, and how the campaigns are called. */
    record Report(LocalDate from, LocalDate to, List<Reports.Funnel> funnels, Map<CampaignId, String> campaigns) {

        public Report {
            funnels = List.copyOf(funnels);
            campaigns = Map.copyOf(campaigns);
        }

        /** All of them in one; empty without any. */
        public Optional<Reports.Funnel> total() {
            return funnels.stream().reduce(Reports.Funnel::plus);
        }
    }

    /** Empty for a span that ends before it begins or is longer than {@link #LONGEST_SPAN} days. */
    Optional<Report> count(TenantScope scope, Span span);
}
