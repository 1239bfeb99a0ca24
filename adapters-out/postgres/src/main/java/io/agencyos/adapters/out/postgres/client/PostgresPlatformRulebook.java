package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.staff.PlatformRulebook;
import io.agencyos.application.client.staff.PlatformRules;
import io.agencyos.application.client.staff.PlatformRules.Maintenance;
import io.agencyos.application.platform.AlertRecipients;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.platform.AlertNews.Way;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code platform_setting}; the versions of all of them together are the version of the rules. */
public final class PostgresPlatformRulebook implements PlatformRulebook {

    private static final String AI = "ai_daily_spend_limit_aud";
    private static final String MAINTENANCE = "maintenance_mode";
    private static final String FREE_MAIL = "free_mail_domains";
    private static final int CENTS = 2;
    private static final BigDecimal USUAL_AI = new BigDecimal("500");

    /** Maintenance was a mere flag when the database was made. */
    private static final String RULES = """
        select max(value::text::numeric) filter (where key = 'ai_daily_spend_limit_aud') as ai,
               max(value::text::int) filter (where key = 'voice_min_als') as voice,
               max(value::text::int) filter (where key = 'sms_min_als') as sms,
               max(value::text::int) filter (where key = 'mail_min_als') as mail,
               coalesce(bool_or((value ->> 'enabled')::boolean)
                   filter (where key = 'maintenance_mode' and jsonb_typeof(value) = 'object'), false) as enabled,
               coalesce(max(value ->> 'message')
                   filter (where key = 'maintenance_mode' and jsonb_typeof(value) = 'object'), '') as message,
               array(select jsonb_array_elements_text(f.value) from platform_setting f
                      where f.key = 'free_mail_domains') as free_mail,
               max(value::text::int) filter (where key = 'audit_retention_days') as audit_days,
               coalesce(sum(row_version), 0)::int as version
          from platform_setting where key in
               ('ai_daily_spend_limit_aud', 'voice_min_als', 'sms_min_als', 'mail_min_als', 'maintenance_mode',
                'free_mail_domains', 'audit_retention_days')
        """;

    private final Sealer sealer;

    /** @param sealer keeps the addresses of those who hear of alerts */
    public PostgresPlatformRulebook(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public PlatformRules read() {
        AlertRecipients alerts = recipients();
        return Db.query(RULES).map((row, context) -> read(row, alerts)).one();
    }

    private AlertRecipients recipients() {
        Map<Way, String> found = new EnumMap<>(Way.class);
        Db.query("select way, address_ciphertext from alert_recipient")
                .map((row, context) -> {
                    Way way = Rows.word(row, "way", Way.class);
                    return found.put(way, sealer.openText(Rows.text(row, "address_ciphertext"), place(way)));
                })
                .list();
        return new AlertRecipients(
                Optional.ofNullable(found.get(Way.MAIL)).map(EmailAddress::new).orElse(null),
                Optional.ofNullable(found.get(Way.CHAT))
                        .flatMap(WebhookUrl::parse)
                        .orElse(null));
    }

    private static SealedPlace place(Way way) {
        return SealedPlace.ofPlatform("alert_recipient", "address_ciphertext", way.wire());
    }

    private void write(Way way, @Nullable String address, UserId by) {
        if (address == null) {
            Db.update("delete from alert_recipient where way = :way")
                    .bind("way", way)
                    .execute();
            return;
        }
        Db.update("""
            insert into alert_recipient as r (way, address_ciphertext, updated_by) values (:way, :address, :by)
            on conflict (way) do update
               set address_ciphertext = excluded.address_ciphertext, updated_by = excluded.updated_by, updated_at = now(),
                   row_version = r.row_version + 1
            """)
                .bind("way", way)
                .bind("address", sealer.sealText(address, place(way)))
                .bind("by", by)
                .execute();
    }

    private static PlatformRules read(ResultSet row, AlertRecipients alerts) throws SQLException {
        BigDecimal ai = row.getBigDecimal("ai");
        Integer days = Rows.intOrNull(row, "audit_days");
        return new PlatformRules(
                new Money((ai == null ? USUAL_AI : ai)
                        .movePointRight(CENTS)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact()),
                CostFloors.DEFAULT.with(
                        Rows.intOrNull(row, "voice"), Rows.intOrNull(row, "sms"), Rows.intOrNull(row, "mail")),
                new Maintenance(row.getBoolean("enabled"), Rows.text(row, "message")),
                Rows.texts(row, "free_mail").stream().map(DomainName::new).toList(),
                days == null ? AuditRetention.USUAL : new AuditRetention(days),
                alerts,
                row.getInt("version"));
    }

    @Override
    public PlatformRules write(PlatformRules rules, UserId by) {
        Db.query("select key from platform_setting where key = :key for update")
                .bind("key", AI)
                .mapTo(String.class)
                .list();
        if (read().version() != rules.version()) {
            throw new ConcurrentUpdate("platform settings");
        }
        put(AI, Json.of(rules.aiPerDay().toDollars()), by);
        put("voice_min_als", Json.of(rules.floors().voice()), by);
        put("sms_min_als", Json.of(rules.floors().sms()), by);
        put("mail_min_als", Json.of(rules.floors().mail()), by);
        Map<String, Object> maintenance = new LinkedHashMap<>();
        maintenance.put("enabled", rules.maintenance().on());
        maintenance.put("message", rules.maintenance().message());
        put(MAINTENANCE, Json.of(maintenance), by);
        put(FREE_MAIL, Json.of(rules.freeMail().stream().map(DomainName::value).toList()), by);
        put("audit_retention_days", Json.of(rules.audit().days()), by);
        EmailAddress mail = rules.alerts().mail();
        WebhookUrl chat = rules.alerts().chat();
        write(Way.MAIL, mail == null ? null : mail.value(), by);
        write(Way.CHAT, chat == null ? null : chat.uri().toString(), by);
        return read();
    }

    private static void put(String key, Json value, UserId by) {
        Db.update("""
            insert into platform_setting as s (key, value, updated_by) values (:key, :value, :by)
            on conflict (key) do update
               set value = excluded.value, updated_by = excluded.updated_by, updated_at = now(),
                   row_version = s.row_version + 1
            """).bind("key", key).bind("value", value).bind("by", by).execute();
    }
}
