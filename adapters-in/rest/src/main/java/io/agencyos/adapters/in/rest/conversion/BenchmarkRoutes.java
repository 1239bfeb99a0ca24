package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.conversion.report.CompareWithPlatform;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.Benchmark;
import io.agencyos.domain.conversion.Benchmark.Contribution;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client beside the middle of the platform. Source: api 9.9 {@code reports/benchmarks}. */
public final class BenchmarkRoutes implements RouteGroup {

    private final CompareWithPlatform compare;

    public BenchmarkRoutes(CompareWithPlatform compare) {
        this.compare = compare;
    }

    /**
     * Figures of 90 days.
     *
     * @param replyRate of the leads contacted, the share that replied, 0 to 1; null without any
     * @param showRate of the meetings whose attendance is known, the share held, 0 to 1; null without any
     * @param meetingsPer100 meetings booked for a hundred leads contacted; null where nobody was
     */
    record FiguresView(
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal showRate,
            @Nullable BigDecimal meetingsPer100) {

        static FiguresView of(Contribution own) {
            return new FiguresView(own.replyRate(), own.showRate(), own.meetingsPer100());
        }

        static FiguresView of(Benchmark platform) {
            return new FiguresView(platform.replyRate(), platform.showRate(), platform.meetingsPer100());
        }
    }

    /**
     * The client's figures beside those of all clients.
     *
     * @param days how many days are looked back on
     * @param clients how many clients the medians are of; null as they are, while fewer than five share or one has too much
     *     of it
     * @param platform the figures of all clients together; null where too few share them
     * @param contacted leads of the own figures
     * @param own the client's own figures
     */
    record BenchmarksView(
            int days, @Nullable Integer clients, @Nullable FiguresView platform, int contacted, FiguresView own) {

        static final BenchmarksView EXAMPLE = new BenchmarksView(
                CompareWithPlatform.DAYS,
                12,
                new FiguresView(new BigDecimal("0.0310"), new BigDecimal("0.7800"), new BigDecimal("1.40")),
                210,
                new FiguresView(new BigDecimal("0.0350"), new BigDecimal("0.8000"), new BigDecimal("1.90")));

        static BenchmarksView of(CompareWithPlatform.Compared compared) {
            return new BenchmarksView(
                    CompareWithPlatform.DAYS,
                    compared.platform().map(Benchmark::clients).orElse(null),
                    compared.platform().map(FiguresView::of).orElse(null),
                    compared.own().contacted(),
                    FiguresView.of(compared.own()));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(
                        Route.C + "/reports/benchmarks", "The client's rates beside the medians of clients that share")
                .tag("Reports")
                .role(Role.VIEWER)
                .answers(BenchmarksView.class, BenchmarksView.EXAMPLE)
                .handledBy(call -> Reply.ok(BenchmarksView.of(compare.compare(call.scope())))));
    }
}
