package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema as a fresh database has it. Source: data model 1, 2, 5.2, 7, 9. */
class MigrationTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Test
    void the_three_plans_are_those_of_the_table() throws SQLException {
        // data model 5.2
        assertThat(rows("select code || ' ' || leads_per_month || ' ' || new_leads_per_day || ' ' || max_campaigns ||"
                        + " ' ' || (ai_campaign_slots + custom_campaign_slots) from plan order by price_aud"))
                .containsExactly("ignition 1250 57 5 5", "velocity 2250 103 10 10", "dominance 4500 205 20 20");
    }

    @Test
    void the_settings_of_the_platform_have_their_first_values() throws SQLException {
        // data model 5.13
        assertThat(rows("select key || '=' || value from platform_setting order by key"))
                .containsExactly(
                        "ai_daily_spend_limit_aud=500",
                        "clay_fallback_percentage=15",
                        "feature_flags={\"mail\": true, \"voice\": true}",
                        "mail_min_als=85",
                        "maintenance_mode=false",
                        "sms_min_als=85",
                        "voice_min_als=60");
    }

    @Test
    void there_are_twenty_founding_spots_and_all_are_free() throws SQLException {
        // data model 5.2
        assertThat(rows("select count(*) from founding_spot where client_id is null"))
                .containsExactly("20");
    }

    @Test
    void the_easter_holidays_of_2026_are_those_of_the_worked_example() throws SQLException {
        // outreach 2.4 "Worked (holiday)": Fri 3 Apr 2026 Good Friday, Mon 6 Apr Easter Monday
        assertThat(rows("select day || ' ' || name from public_holiday where \"national\" and day between '2026-04-01'"
                        + " and '2026-04-30' order by day"))
                .containsExactly("2026-04-03 Good Friday", "2026-04-06 Easter Monday", "2026-04-25 Anzac Day");
    }

    @Test
    void a_national_holiday_on_a_weekend_has_its_declared_day() throws SQLException {
        // outreach 5.4 "with declared substitutes"
        assertThat(rows("select day || ' ' || name from public_holiday where \"national\" and name like '%(%'"
                        + " order by day"))
                .containsExactly(
                        "2025-01-27 Australia Day (substitute)",
                        "2026-12-28 Boxing Day (additional day)",
                        "2027-12-27 Christmas Day (additional day)",
                        "2027-12-28 Boxing Day (additional day)",
                        "2028-01-03 New Year's Day (additional day)");
    }

    @Test
    void every_monday_holiday_is_a_monday_good_friday_a_friday_and_cup_day_a_tuesday() throws SQLException {
        assertThat(rows("select distinct name || ' ' || extract(isodow from day) from public_holiday where name in"
                        + " ('Easter Monday', 'Labour Day', 'King''s Birthday', 'Reconciliation Day', 'Picnic Day',"
                        + " 'Western Australia Day', 'Canberra Day', 'Melbourne Cup Day', 'Good Friday') order by 1"))
                .containsExactly(
                        "Canberra Day 1",
                        "Easter Monday 1",
                        "Good Friday 5",
                        "King's Birthday 1",
                        "Labour Day 1",
                        "Melbourne Cup Day 2",
                        "Picnic Day 1",
                        "Reconciliation Day 1",
                        "Western Australia Day 1");
    }

    @Test
    void partitions_are_made_ahead_once_and_rows_go_into_theirs() throws SQLException {
        // data model 7: three ahead; a DEFAULT partition catches the rest
        assertThat(rows("select app.create_partitions_ahead('2031-11-15')")).containsExactly("32");
        assertThat(rows("select app.create_partitions_ahead('2031-11-15')")).containsExactly("0");
        assertThat(rows("insert into gate_check (client_id, id, job_id, gate, class, inputs_hash, created_at) values"
            + " (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'A', 'pass', 'x', '2031-12-31 23:59Z'),"
            + " (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'A', 'pass', 'x', '2032-01-01 00:00Z'),"
            + " (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'A', 'pass', 'x', '2040-01-01 00:00Z')"
            + " returning tableoid::regclass::text"))
                .containsExactly("gate_check_p203112", "gate_check_p203201", "gate_check_default");
    }

    @Test
    void a_month_whose_rows_lie_in_the_default_partition_is_left_there() throws SQLException {
        rows("insert into vendor_call (client_id, id, vendor, operation, request_hash, started_at, created_at) values"
                + " (gen_random_uuid(), gen_random_uuid(), 'v', 'send', 'x', now(), '2035-06-10 00:00Z') returning 1");

        assertThat(rows("select app.create_range_partitions('app.vendor_call', 'month', '2035-05-01', 3)"))
                .containsExactly("2");
        assertThat(rows("select count(*) from vendor_call where created_at = '2035-06-10 00:00Z'"))
                .containsExactly("1");
    }

    @Test
    void the_platform_role_may_make_partitions_ahead() {
        // flows 3, partition_keep
        assertThat(database.unitOfWork()
                        .<Integer>onPlatform(() -> Db.query("select app.create_partitions_ahead('2050-01-01')")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(32);
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
