package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.scoring.StoredMissing;
import io.agencyos.application.lead.store.LeadQueries.ScoreParts;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Vocabulary;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The newest row of {@code lead_score} beside a lead, as far as one lead shows it. */
final class NewestScore {

    static final String COLUMNS = "s.*";

    /** What was missing is named by the row itself, in older ones by the facts, in the oldest by the explanation. */
    static final String OF_LEAD = """
          left join lateral (
               select data_quality s_data_quality, authority s_authority, company_fit s_company_fit, timing s_timing,
                      risk s_risk, buyer_boost s_buyer, linkedin_boost s_linkedin, tech_boost s_tech,
                      weights_source s_weights, missing s_missing, case when missing is null then facts end s_facts,
                      case when missing is null and facts is null then explanation -> 'missing' end s_explained
                 from lead_score
                where client_id = l.client_id and lead_id = l.id
                order by created_at desc, id desc limit 1) s on true
        """;

    private NewestScore() {}

    /** Null for a lead without a score. */
    static @Nullable ScoreParts read(ResultSet row) throws SQLException {
        String weights = row.getString("s_weights");
        if (weights == null) {
            return null;
        }
        return new ScoreParts(
                new AlsResult.Components(
                        row.getInt("s_data_quality"),
                        row.getInt("s_authority"),
                        row.getInt("s_company_fit"),
                        row.getInt("s_timing"),
                        row.getInt("s_risk")),
                row.getInt("s_buyer"),
                row.getInt("s_linkedin"),
                row.getInt("s_tech"),
                Vocabulary.parse(WeightsSource.class, weights).orElseThrow(),
                StoredMissing.read(row, "s_missing", "s_facts", "s_explained"));
    }
}
