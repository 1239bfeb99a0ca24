package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Realm;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.Suppressions.Key;
import io.agencyos.application.lead.store.Suppressions.Subject;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question for a page: every key of its leads once. What the platform keeps is asked for through functions, because
 * tenants do not read its tables.
 */
public final class PostgresLeadMarks implements LeadMarks {

    private static final String MARKS = """
        select p.at, 'platform' word, p.reason, null::boolean listed, null::timestamptz washed_at, null::text phone
          from platform_entries(:kinds, array(select decode(h, 'hex') from unnest(:hashes) h)) p
        union all
        select k.at, 'client', s.reason, null, null, null
          from unnest(:kinds, :values) with ordinality as k(kind, value, at)
         cross join lateral (
               select reason from suppression
                where client_id = :client and kind = k.kind and value_key = k.value
                  and deleted_at is null and superseded_at is null
                  and (expires_at is null or expires_at > :now) offset 0) s
        union all
        select null, 'register', null, r.listed, r.washed_at, r.phone from register_answers(:phones) r
        """;

    /** The same order in which {@link PostgresSuppressions} chooses. */
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::closesAddressOnly)
            .thenComparing(entry -> entry.said().level() != SuppressionLevel.PLATFORM);

    private final PostgresSuppressions suppressions;

    public PostgresLeadMarks(PostgresSuppressions suppressions) {
        this.suppressions = suppressions;
    }

    private record Entry(Suppressed said, boolean closesAddressOnly) {}

    /**
     * What is asked, for whoever measures against nothing but the statement.
     *
     * @param hashes of the keys as the platform keeps them, in hexadecimal digits
     */
    public record Asked(String[] kinds, String[] values, String[] hashes, String[] phones) {}

    /** The statement: {@code :kinds}, {@code :hashes}, {@code :values}, {@code :client}, {@code :now}, {@code :phones}. */
    public static String statement() {
        return MARKS;
    }

    /** The keys of these leads, each once. Needs an open unit of work. */
    public Asked asked(Collection<Lead> leads) {
        return asked(
                leads.stream()
                        .flatMap(lead -> Subject.of(lead).keys().stream())
                        .distinct()
                        .toList(),
                leads);
    }

    private Asked asked(List<Key> keys, Collection<Lead> leads) {
        String realm = Realm.prefix();
        HexFormat hex = HexFormat.of();
        return new Asked(
                keys.stream().map(key -> key.type().wire()).toArray(String[]::new),
                keys.stream().map(Key::value).toArray(String[]::new),
                keys.stream()
                        .map(key -> hex.formatHex(suppressions.hash(key.type(), realm + key.value())))
                        .toArray(String[]::new),
                leads.stream()
                        .map(lead -> lead.contact().phone())
                        .filter(Objects::nonNull)
                        .map(PhoneNumber::e164)
                        .distinct()
                        .toArray(String[]::new));
    }

    @Override
    public Map<LeadId, Marks> of(ClientId client, Collection<Lead> leads, Instant now) {
        if (leads.isEmpty()) {
            return Map.of();
        }
        Map<LeadId, List<Key>> keys = new LinkedHashMap<>();
        leads.forEach(lead -> keys.put(lead.id(), Subject.of(lead).keys()));
        List<Key> every =
                keys.values().stream().flatMap(List::stream).distinct().toList();
        Map<Key, List<Entry>> entries = new HashMap<>();
        Map<String, Register> answers = new HashMap<>();
        Asked asked = asked(every, leads);
        Db.query(MARKS)
                .bind("kinds", asked.kinds())
                .bind("values", asked.values())
                .bind("hashes", asked.hashes())
                .bind("phones", asked.phones())
                .bind("client", client)
                .bind("now", now)
                .map((row, context) -> {
                    if (row.getString("phone") != null) {
                        answers.put(Rows.text(row, "phone"), register(row));
                    } else {
                        Key key = every.get(Math.toIntExact(row.getLong("at")) - 1);
                        entries.computeIfAbsent(key, none -> new ArrayList<>()).add(entry(key, row));
                    }
                    return row;
                })
                .list();
        Map<LeadId, Marks> marks = new HashMap<>();
        for (Lead lead : leads) {
            Suppressed suppressed = first(keys.getOrDefault(lead.id(), List.of()), entries);
            PhoneNumber phone = lead.contact().phone();
            Register register = phone == null ? null : answers.get(phone.e164());
            if (suppressed != null || register != null) {
                marks.put(lead.id(), new Marks(suppressed, register));
            }
        }
        return marks;
    }

    private static @Nullable Suppressed first(List<Key> keys, Map<Key, List<Entry>> entries) {
        Optional<Entry> first = entries.isEmpty()
                ? Optional.empty()
                : keys.stream()
                        .flatMap(key -> entries.getOrDefault(key, List.of()).stream())
                        .min(ORDER);
        return first.map(Entry::said).orElse(null);
    }

    private static Entry entry(Key key, ResultSet row) throws SQLException {
        SuppressionReason reason = Rows.word(row, "reason", SuppressionReason.class);
        return new Entry(
                new Suppressed(reason, Rows.word(row, "word", SuppressionLevel.class)),
                reason.closesAddressOnly(key.type()));
    }

    private static Register register(ResultSet row) throws SQLException {
        return new Register(Rows.instant(row, "washed_at"), row.getBoolean("listed"));
    }
}
