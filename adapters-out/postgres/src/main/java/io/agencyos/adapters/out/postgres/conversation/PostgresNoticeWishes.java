package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.notice.NoticeWishes;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.notice.NoticePreferences;
import io.agencyos.domain.conversation.notice.NoticePreferences.Choice;
import io.agencyos.domain.conversation.notice.NoticePreferences.QuietHours;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people want to be told: a row a topic in {@code notification_preference}, quiet hours in {@code app_user}. */
public final class PostgresNoticeWishes implements NoticeWishes {

    private record Line(
            UserId user,
            @Nullable Role role,
            @Nullable NoticeTopic topic,
            @Nullable Choice choice,
            @Nullable QuietHours quiet,
            EmailAddress email,
            ZoneId zone) {}

    private static final String CHOICE =
            "p.event, p.email as by_email, p.in_app, p.push, p.sms, p.tiers, u.quiet_from, u.quiet_to, u.email,"
                    + " u.timezone";

    @Override
    public NoticePreferences find(UserId user) {
        List<Line> lines = Db.query("select u.user_id, null as role, " + CHOICE + """
             from app_user u left join notification_preference p on p.user_id = u.user_id where u.user_id = :user
            """)
                .bind("user", user)
                .map((row, context) -> line(row))
                .list();
        return lines.isEmpty() ? NoticePreferences.PLAIN : preferences(lines);
    }

    @Override
    public void save(UserId user, NoticePreferences preferences) {
        QuietHours quiet = preferences.quiet();
        Db.update("update app_user set quiet_from = :from, quiet_to = :to where user_id = :user")
                .bind("user", user)
                .bindByType("from", quiet == null ? null : quiet.start(), LocalTime.class)
                .bindByType("to", quiet == null ? null : quiet.end(), LocalTime.class)
                .execute();
        RowSet rows = new RowSet();
        preferences
                .choices()
                .forEach((topic, choice) -> rows.row()
                        .set("event", topic)
                        .set("email", choice.email())
                        .set("in_app", choice.inApp())
                        .set("push", choice.push())
                        .set("sms", choice.sms())
                        .set(
                                "tiers",
                                choice.tiers().stream().sorted().map(Tier::wire).collect(Collectors.joining(","))));
        Db.update("""
            insert into notification_preference as p (user_id, event, email, in_app, push, sms, tiers)
            select :user, event, email, in_app, push, sms, string_to_array(tiers, ',')
              from jsonb_to_recordset(:rows) as r(event text, email boolean, in_app boolean, push boolean, sms boolean, tiers text)
            on conflict (user_id, event) do update
               set email = excluded.email, in_app = excluded.in_app, push = excluded.push, sms = excluded.sms,
                   tiers = excluded.tiers, row_version = p.row_version + 1
            """).bind("user", user).bind("rows", rows.json()).execute();
    }

    @Override
    public List<Listener> listeners(ClientId client) {
        Map<UserId, List<Line>> people = Db.query("select u.user_id, m.role, " + CHOICE + """
             from membership m
             join app_user u on u.user_id = m.user_id
             left join notification_preference p on p.user_id = u.user_id
            where m.client_id = :client and m.deleted_at is null and u.deleted_at is null and u.status <> 'suspended'
            order by u.user_id
            """)
                .bind("client", client)
                .map((row, context) -> line(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::user, LinkedHashMap::new, Collectors.toList()));
        return people.entrySet().stream()
                .map(person -> listener(person.getValue().getFirst(), person.getValue()))
                .toList();
    }

    private static Listener listener(Line person, List<Line> lines) {
        return new Listener(person.user(), role(person), preferences(lines), person.email(), person.zone());
    }

    private static Role role(Line line) {
        if (line.role() == null) {
            throw new IllegalStateException("a member without a role");
        }
        return line.role();
    }

    private static NoticePreferences preferences(List<Line> lines) {
        Map<NoticeTopic, Choice> choices = new EnumMap<>(NoticeTopic.class);
        for (Line line : lines) {
            NoticeTopic topic = line.topic();
            Choice choice = line.choice();
            if (topic != null && choice != null) {
                choices.put(topic, choice);
            }
        }
        return new NoticePreferences(choices, lines.getFirst().quiet());
    }

    private static Line line(ResultSet row) throws SQLException {
        NoticeTopic topic = Rows.wordOrNull(row, "event", NoticeTopic.class);
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        LocalTime to = row.getObject("quiet_to", LocalTime.class);
        return new Line(
                Rows.id(row, "user_id", UserId::new),
                Rows.wordOrNull(row, "role", Role.class),
                topic,
                topic == null
                        ? null
                        : new Choice(
                                row.getBoolean("by_email"),
                                row.getBoolean("in_app"),
                                row.getBoolean("push"),
                                row.getBoolean("sms"),
                                Rows.texts(row, "tiers").stream()
                                        .map(PostgresNoticeWishes::tier)
                                        .collect(Collectors.toSet())),
                from == null || to == null ? null : new QuietHours(from, to),
                new EmailAddress(Rows.text(row, "email")),
                ZoneId.of(Rows.text(row, "timezone")));
    }

    private static Tier tier(String wire) {
        return Arrays.stream(Tier.values())
                .filter(tier -> ((Vocabulary) tier).wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no tier: " + wire));
    }
}
