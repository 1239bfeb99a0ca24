package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.application.scoring.RescoreLeads;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * All leads of a client scored again because its weights changed, so that every result is new: explanation, history and
 * event of each are written. Held against one UPDATE of the same leads and the same columns of them, and of nothing else.
 */
final class RescoreBench implements House.Benchmark {

    private static final String PLAIN = """
        update app.lead
           set als_score = 100 - als_score, als_tier = als_tier, tier_source = tier_source, gates = gates,
               score_id = gen_random_uuid(), scored_at = now(), status = status, updated_at = now(),
               row_version = row_version + 1
         where client_id = '%s' and deleted_at is null
        """;

    @Override
    public List<Benchmarks.Figure> measure(House house) throws IOException {
        house.bare(RescoreBench::tidied);
        reweigh(house);
        long begun = System.nanoTime();
        RescoreLeads.Outcome outcome = house.product()
                .scoring()
                .rescoreLeads()
                .rescore(house.worker(), new RescoreLeads.Request(null, ScoreCause.REWEIGHT));
        if (!(outcome instanceof RescoreLeads.Outcome.Rescored(RescoreLeads.Summary summary))) {
            throw new IllegalStateException("rescoring was refused: " + outcome);
        }
        double rescored = House.Benchmark.perSecond(summary.scored(), begun);
        double plain = house.bare(connection -> plain(connection, house));
        return List.of(Benchmarks.Figure.ofTimes(
                "rescore", "leads", rescored, "one UPDATE of the same leads and columns", plain, "<= 2.0 x"));
    }

    private static void reweigh(House house) {
        WeightSet own = new WeightSet(
                WeightsSource.CLIENT_CUSTOM,
                1,
                WeightsStatus.PROMOTED,
                true,
                null,
                Weights.of(share("0.10"), share("0.30"), share("0.30"), share("0.20"), share("0.10")));
        house.product()
                .basis()
                .units()
                .inTenant(
                        house.worker(),
                        () -> house.product().stores().scoring.weights().insert(house.client(), own, Instant.now()));
    }

    private static BigDecimal share(String part) {
        return new BigDecimal(part);
    }

    private static double plain(Connection connection, House house) throws SQLException {
        tidied(connection);
        try (Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            int updated = statement.executeUpdate(PLAIN.formatted(house.client().text()));
            return House.Benchmark.perSecond(updated, begun);
        }
    }

    private static boolean tidied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) app.lead");
            statement.execute("vacuum (analyze) app.lead_profile");
            statement.execute("vacuum (analyze) app.lead_score");
            return statement.execute("checkpoint");
        }
    }
}
