package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.application.conversion.learning.PlatformFindings;
import io.agencyos.application.shared.UnitOfWork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** What was learned across clients that agreed, for platform staff; no client can be read from it. Source: api 9.15. */
public final class PlatformPatternRoutes implements RouteGroup {

    private static final int DECIMALS = 4;

    private final PlatformFindings findings;
    private final UnitOfWork units;

    public PlatformPatternRoutes(PlatformFindings findings, UnitOfWork units) {
        this.findings = findings;
        this.units = units;
    }

    /** A segment, how it converts against all, and on how much that stands. */
    public record PriorView(
            String dimension,
            String segment,
            BigDecimal lift,
            long sampleSize,
            int contributingClients,
            BigDecimal confidence,
            Instant computedAt) {

        static final PriorView EXAMPLE = new PriorView(
                "title",
                "CEO",
                new BigDecimal("1.4500"),
                12_000,
                14,
                new BigDecimal("0.9000"),
                Instant.parse("2026-03-31T15:00:00.000Z"));

        static PriorView of(PlatformFindings.Finding finding) {
            return new PriorView(
                    finding.published().dimension(),
                    finding.published().segment(),
                    BigDecimal.valueOf(finding.published().lift()).setScale(DECIMALS, RoundingMode.HALF_UP),
                    finding.published().units(),
                    finding.published().clients(),
                    finding.published().confidence(),
                    finding.computedAt());
        }
    }

    /** All of them. */
    public record PriorsView(List<PriorView> priors, int total) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.P + "/patterns/priors", "What was learned across clients")
                .tag("Platform")
                .platformAdmin()
                .answers(PriorsView.class, new PriorsView(List.of(PriorView.EXAMPLE), 1))
                .handledBy(this::priors));
    }

    private Reply<PriorsView> priors(Call<None> call) {
        List<PriorView> views =
                units.onPlatform(findings::current).stream().map(PriorView::of).toList();
        return Reply.ok(new PriorsView(views, views.size()));
    }
}
