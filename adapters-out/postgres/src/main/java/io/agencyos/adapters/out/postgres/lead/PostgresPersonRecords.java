package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Realm;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.privacy.PersonRecords;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Goes by the catalogue: the functions of schema {@code maint} know which tables and columns are about a person. */
public final class PostgresPersonRecords implements PersonRecords {

    private static final TypeReference<Map<String, String>> MEMBERS = new TypeReference<>() {};

    @Override
    public List<Held> held(ClientId client, EmailKey email) {
        String realm = Realm.prefix();
        return Db.query("""
            select l.id, l.email, l.email_key, l.phone_e164, l.linkedin_key, p.personal_email, p.verified_phone,
                   (select coalesce(array_agg(case i.kind when 'phone_name' then 'phone ' || split_part(i.value_key, '|', 1)
                                                when 'linkedin' then 'linkedin ' || i.value_key
                                                else 'email ' || i.value_key end), '{}')
                      from pool_identity i
                     where i.owner_id = l.pool_person_id and i.owner_kind = 'person'
                       and i.kind in ('email', 'personal_email', 'linkedin', 'phone_name')) as known_by
              from lead l
              left join lead_profile p on p.client_id = l.client_id and p.lead_id = l.id
             where l.client_id = :client and l.email_key = :email and l.erased_at is null
             order by l.id
            """)
                .bind("client", client)
                .bind("email", email.value())
                .map((row, context) -> held(row, realm))
                .list();
    }

    private static Held held(ResultSet row, String realm) throws SQLException {
        Set<Suppressions.Key> keys = new LinkedHashSet<>();
        Set<String> traces = new LinkedHashSet<>();
        for (String trace : List.of("email", "email_key", "phone_e164", "personal_email", "verified_phone")) {
            Optional.ofNullable(row.getString(trace)).ifPresent(traces::add);
        }
        add(keys, SuppressionKeyType.EMAIL, row.getString("email_key"));
        add(keys, SuppressionKeyType.PHONE, row.getString("phone_e164"));
        add(keys, SuppressionKeyType.LINKEDIN, row.getString("linkedin_key"));
        Optional.ofNullable(row.getString("personal_email"))
                .flatMap(text -> EmailAddress.parse(text).toOptional())
                .ifPresent(personal ->
                        add(keys, SuppressionKeyType.EMAIL, personal.key().value()));
        add(keys, SuppressionKeyType.PHONE, row.getString("verified_phone"));
        for (String known : Rows.texts(row, "known_by")) {
            int kind = known.indexOf(' ');
            SuppressionKeyType type = Vocabulary.parse(SuppressionKeyType.class, known.substring(0, kind))
                    .orElseThrow();
            String value = known.substring(kind + 1 + realm.length());
            add(keys, type, value);
            if (type != SuppressionKeyType.LINKEDIN) {
                traces.add(value);
            }
        }
        return new Held(Rows.id(row, "id", LeadId::new), List.copyOf(keys), List.copyOf(traces));
    }

    private static void add(Set<Suppressions.Key> keys, SuppressionKeyType type, @Nullable String value) {
        if (value != null) {
            keys.add(new Suppressions.Key(type, value));
        }
    }

    private record Told(String table, Map<String, String> members) {}

    @Override
    public Map<String, List<Map<String, String>>> tell(ClientId client, Collection<LeadId> leads) {
        Map<String, List<Map<String, String>>> tables = new TreeMap<>();
        Db.query("""
            select t.of_table, (select jsonb_object_agg(m.key, m.value) from jsonb_each_text(t.content) m
                                 where m.value is not null) as members
              from maint.tell(:leads) t
            """)
                .bind("leads", Db.uuids(leads))
                .map((row, context) ->
                        new Told(Rows.text(row, "of_table"), new Json(Rows.text(row, "members")).as(MEMBERS)))
                .list()
                .forEach(told -> tables.computeIfAbsent(told.table(), table -> new ArrayList<>())
                        .add(told.members()));
        return tables;
    }

    @Override
    public Map<String, Integer> erase(
            ClientId client, Collection<LeadId> leads, Collection<String> traces, Instant now) {
        Map<String, Integer> changed = new TreeMap<>();
        changed.put("pool.pool_person", pool(client, leads, now));
        Db.query("select of_table, sum(changed)::int as changed from maint.erase(:leads, :traces, :now) group by 1")
                .bind("leads", Db.uuids(leads))
                .bind("traces", traces.toArray(String[]::new))
                .bind("now", now)
                .map((row, context) -> Map.entry(Rows.text(row, "of_table"), row.getInt("changed")))
                .list()
                .forEach(entry -> changed.merge(entry.getKey(), entry.getValue(), Integer::sum));
        changed.values().removeIf(count -> count == 0);
        return changed;
    }

    /** Of somebody whom another client holds, the pool goes on knowing what that client works with. */
    private static int pool(ClientId client, Collection<LeadId> leads, Instant now) {
        return Db.query("""
            with people as (
                select distinct l.pool_person_id as id from lead l
                 where l.client_id = :client and l.id = any (:leads) and l.pool_person_id is not null
                   and not exists (select from pool_claim c where c.person_id = l.pool_person_id and c.client_id <> :client)),
            names as (delete from pool_identity i using people where i.owner_id = people.id and i.owner_kind = 'person'),
            posts as (
                update pool_employment e
                   set company = '', title = null, updated_at = :now, row_version = e.row_version + 1
                  from people where e.person_id = people.id),
            gone as (
                update pool_person p
                   set email = null, vendor_ref = null, personal_email = null, phone_e164 = null, first_name = null,
                       last_name = null, title = null, title_tokens = '{}', headline = null, photo_url = null,
                       twitter_url = null, linkedin_key = null, city = null, state = null, timezone = null,
                       departments = '{}', industry = null, source = null, blocked_reason = null, company_id = null,
                       status = 'erased', cooling_until = null, updated_at = :now, row_version = p.row_version + 1
                  from people where p.id = people.id
                returning p.id)
            select count(*)::int from gone
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }
}
