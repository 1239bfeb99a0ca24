package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How clients want the product to behave, in {@code client_setting}. */
final class SettingsRows {

    private SettingsRows() {}

    static ClientSettings of(ClientId id) {
        return Db.query("select * from client_setting where client_id = :id")
                .bind("id", id)
                .map((row, context) -> new ClientSettings(
                        id,
                        Rows.word(row, "replenishment_mode", ReplenishmentMode.class),
                        row.getBoolean("auto_replenish"),
                        row.getInt("min_pipeline_alert"),
                        row.getBoolean("reply_automation"),
                        row.getBoolean("open_tracking"),
                        row.getBoolean("click_tracking"),
                        Rows.word(row, "seo_mode", SeoMode.class),
                        row.getBoolean("hot_cost_guard"),
                        row.getBoolean("ai_disclosure"),
                        testMode(row),
                        quietDays(row),
                        aiPerDay(row),
                        row.getInt("row_version")))
                .findOne()
                .orElseGet(() -> ClientSettings.defaults(id));
    }

    private static List<LocalDate> quietDays(ResultSet row) throws SQLException {
        return Stream.of((Date[]) row.getArray("quiet_days").getArray())
                .map(Date::toLocalDate)
                .toList();
    }

    private static @Nullable Money aiPerDay(ResultSet row) throws SQLException {
        BigDecimal dollars = row.getBigDecimal("ai_daily_budget_aud");
        return dollars == null ? null : new Money(dollars.movePointRight(2).longValueExact());
    }

    private static TestMode testMode(ResultSet row) throws SQLException {
        String email = row.getString("test_email");
        String phone = row.getString("test_phone");
        String profile = row.getString("test_linkedin_url");
        return new TestMode(
                row.getBoolean("test_mode"),
                email == null ? null : new EmailAddress(email),
                phone == null ? null : new PhoneNumber(phone),
                profile == null ? null : LinkedInUrl.parse(profile).orElseThrow());
    }

    static ClientSettings update(ClientSettings settings) {
        int written = Db.update("""
            update client_setting
               set replenishment_mode = :mode, auto_replenish = :replenish, min_pipeline_alert = :alert,
                   reply_automation = :automation, open_tracking = :opens, click_tracking = :clicks, seo_mode = :seo,
                   hot_cost_guard = :guard, ai_disclosure = :disclosure, test_mode = :testing, test_email = :testEmail,
                   test_phone = :testPhone, test_linkedin_url = :testProfile,
                   quiet_days = cast(:quiet as date[]), ai_daily_budget_aud = :ai, row_version = row_version + 1
             where client_id = :id and row_version = :version
            """)
                .bind("id", settings.clientId())
                .bind("version", settings.version())
                .bind("mode", settings.replenishmentMode())
                .bind("replenish", settings.autoReplenish())
                .bind("alert", settings.minPipelineAlert())
                .bind("guard", settings.hotCostGuard())
                .bind("disclosure", settings.aiDisclosure())
                .bind("testing", settings.testMode().on())
                .bind(
                        "quiet",
                        settings.quietDays().stream().map(LocalDate::toString).toArray(String[]::new))
                .bind("testEmail", settings.testMode().recipient(Channel.EMAIL).orElse(null))
                .bind("testPhone", settings.testMode().recipient(Channel.SMS).orElse(null))
                .bind(
                        "testProfile",
                        settings.testMode().recipient(Channel.LINKEDIN).orElse(null))
                .bindByType(
                        "ai",
                        settings.aiPerDay() == null ? null : settings.aiPerDay().toDollars(),
                        BigDecimal.class)
                .bind("automation", settings.replyAutomation())
                .bind("opens", settings.openTracking())
                .bind("clicks", settings.clickTracking())
                .bind("seo", settings.seoMode())
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("settings of client " + settings.clientId());
        }
        return settings.atVersion(settings.version() + 1);
    }
}
