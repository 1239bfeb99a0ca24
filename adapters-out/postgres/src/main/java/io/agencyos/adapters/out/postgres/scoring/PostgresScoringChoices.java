package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One row of {@code scoring_choice} for a client that ever chose. */
public final class PostgresScoringChoices implements ScoringChoices {

    @Override
    public ScoringSetup.Choice choice(ClientId client) {
        return Db.query("select * from scoring_choice where client_id = :client")
                .bind("client", client)
                .map((row, context) -> read(row))
                .findFirst()
                .orElse(ScoringSetup.Choice.NONE);
    }

    private static ScoringSetup.Choice read(ResultSet row) throws SQLException {
        Integer industry = Rows.intOrNull(row, "sub_industry");
        return new ScoringSetup.Choice(
                Rows.texts(row, "technologies"),
                Rows.texts(row, "competitors"),
                industry == null ? null : new SubWeights(industry, row.getInt("sub_size"), row.getInt("sub_location")),
                null,
                row.getBoolean("benchmark"),
                row.getBoolean("title_veto"));
    }

    @Override
    public void save(ClientId client, ScoringSetup.Choice choice) {
        SubWeights sub = choice.subWeights();
        Db.update("""
            insert into scoring_choice (client_id, technologies, competitors, sub_industry, sub_size, sub_location, benchmark,
                   title_veto)
            values (:client, :technologies, :competitors, :industry, :size, :location, :benchmark, :veto)
            on conflict (client_id) do update
               set technologies = excluded.technologies, competitors = excluded.competitors,
                   sub_industry = excluded.sub_industry, sub_size = excluded.sub_size, sub_location = excluded.sub_location,
                   benchmark = excluded.benchmark, title_veto = excluded.title_veto, updated_at = now(),
                   row_version = scoring_choice.row_version + 1
            """)
                .bind("client", client)
                .bind("technologies", array(choice.technologies()))
                .bind("competitors", array(choice.competitors()))
                .bindByType("industry", sub == null ? null : sub.industry(), Integer.class)
                .bindByType("size", sub == null ? null : sub.size(), Integer.class)
                .bindByType("location", sub == null ? null : sub.location(), Integer.class)
                .bind("benchmark", choice.benchmark())
                .bind("veto", choice.titleVeto())
                .execute();
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
