package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.learning.store.LearningFacts.Span;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts that learning counted, beside what the sandbox had in store for each. Needs an open unit of the client. */
final class LearnedUnits {

    private static final List<String> OF_LEADS = List.of(
            "title",
            "seniority",
            "industry",
            "size_band",
            "state",
            "source",
            "email_status",
            "new_role",
            "hiring",
            "funded");

    private LearnedUnits() {}

    /** Leads whom the sandbox invented; of others it says nothing. */
    static List<PlantedUnit> leads(ClientId client, Span span, Map<String, Integer> meetingOdds) {
        List<PlantedUnit> units = new ArrayList<>();
        Db.query("""
            select lower(l.email) address, f.month stratum, f.title, f.seniority, f.industry, f.size_band, f.state,
                   f.source, f.email_status, said.new_role, said.hiring, said.funded
              from cis_lead_fact f
              join lead l on l.client_id = f.client_id and l.id = f.lead_id
             cross join lateral (select case when f.new_role then 'with' when not f.new_role then 'without' end new_role,
                                        case when f.hiring then 'with' when not f.hiring then 'without' end hiring,
                                        case when f.funded then 'with' when not f.funded then 'without' end funded) said
             where f.client_id = :client and f.t1 >= :from and f.t1 < :until and l.email is not null
             order by f.t1, f.lead_id
            """)
                .bind("client", client)
                .bind("from", span.from())
                .bind("until", span.until())
                .map((row, context) -> {
                    Integer odds = meetingOdds.get(row.getString("address"));
                    return odds != null && units.add(unit(row, odds));
                })
                .list();
        return units;
    }

    private static PlantedUnit unit(ResultSet row, double odds) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (String dimension : OF_LEADS) {
            String value = row.getString(dimension);
            if (value != null) {
                values.put(dimension, value);
            }
        }
        return new PlantedUnit(row.getString("stratum"), values, odds);
    }

    /** E-mails by their moment, within the strata of CIS 4. */
    static List<PlantedUnit> touches(ClientId client, Span span, SandboxTruth.Moments moments) {
        return Db.query("""
            select concat_ws('|', f.channel, least(f.touch_no, 4), coalesce(f.tier, ''), f.month) stratum, f.day_index, f.hour
              from cis_touch_fact f
             where f.client_id = :client and f.sent_at >= :from and f.sent_at < :until and f.channel = 'email'
               and f.calm and f.day_index is not null and f.hour is not null
             order by f.sent_at, f.touch_id
            """)
                .bind("client", client)
                .bind("from", span.from())
                .bind("until", span.until())
                .map((row, context) -> new PlantedUnit(
                        row.getString("stratum"),
                        Map.of("day", row.getString("day_index"), "hour", row.getString("hour")),
                        moments.of(row.getInt("day_index"), row.getInt("hour"))))
                .list();
    }
}
