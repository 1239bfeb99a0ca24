package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.enrichment.PhoneLookups;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.lead.enrichment.PhoneLookup;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code phone_lookup}. */
public final class PostgresPhoneLookups implements PhoneLookups {

    private static final Duration LOST = Duration.ofHours(24);
    /** Whose row {@code r} forbids another question; the rule is {@link PhoneLookup#mayBeAskedAgain}. */
    private static final String FORBIDS = " (r.state = 'waiting' or r.state = 'asked' and r.asked_at > :lost"
            + " or r.state in ('found', 'not_found', 'unwanted') and r.asked_at > :old)";

    @Override
    public List<LeadId> wanting(ClientId client, Instant now, int limit) {
        return Db.query("""
            select l.id from lead l
             where l.client_id = :client and l.deleted_at is null and l.phone_e164 is null
               and l.als_tier in ('hot', 'warm') and l.status in ('new', 'enriched', 'scored', 'in_sequence')
               and not exists (select from phone_lookup r where r.client_id = l.client_id and r.lead_id = l.id and
            """ + FORBIDS + ") order by l.als_score desc, l.id limit :limit")
                .bind("client", client)
                .bind("lost", now.minus(LOST))
                .bind("old", now.minus(Enrichment.KEEPS))
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
    }

    @Override
    public boolean begin(PhoneLookup question) {
        return Db.update("""
            insert into phone_lookup as r (client_id, lead_id, vendor, ref_hash, request, state, looks, asked_at, next_look_at,
                                           vendor_credits)
            values (:client, :lead, :vendor, :ref, :request, :state, :looks, :asked, :next, :credits)
            on conflict (client_id, lead_id) do update
               set vendor = excluded.vendor, ref_hash = excluded.ref_hash, request = excluded.request,
                   state = excluded.state, looks = excluded.looks, asked_at = excluded.asked_at,
                   next_look_at = excluded.next_look_at, vendor_credits = excluded.vendor_credits,
                   updated_at = now(), row_version = r.row_version + 1
             where not
            """ + FORBIDS)
                        .bind("client", question.clientId())
                        .bind("lead", question.lead())
                        .bind("vendor", question.vendor())
                        .bind("ref", question.refHash())
                        .bind("request", question.request())
                        .bind("state", question.state())
                        .bind("looks", question.looks())
                        .bind("asked", question.askedAt())
                        .bindByType("next", question.nextLook(), Instant.class)
                        .bind("credits", question.vendorCredits())
                        .bind("lost", question.askedAt().minus(LOST))
                        .bind("old", question.askedAt().minus(Enrichment.KEEPS))
                        .execute()
                == 1;
    }

    @Override
    public boolean save(PhoneLookup question) {
        return Db.update("""
            update phone_lookup
               set request = :request, state = :state, looks = :looks, next_look_at = :next, vendor_credits = :credits,
                   updated_at = now(), row_version = row_version + 1
             where client_id = :client and lead_id = :lead and ref_hash = :ref and state in ('asked', 'waiting')
            """)
                        .bind("client", question.clientId())
                        .bind("lead", question.lead())
                        .bind("ref", question.refHash())
                        .bind("request", question.request())
                        .bind("state", question.state())
                        .bind("looks", question.looks())
                        .bindByType("next", question.nextLook(), Instant.class)
                        .bind("credits", question.vendorCredits())
                        .execute()
                == 1;
    }

    @Override
    public void forget(PhoneLookup question) {
        Db.update("delete from phone_lookup where client_id = :client and lead_id = :lead and ref_hash = :ref")
                .bind("client", question.clientId())
                .bind("lead", question.lead())
                .bind("ref", question.refHash())
                .execute();
    }

    @Override
    public List<PhoneLookup> due(ClientId client, Instant now, int limit) {
        return Db.query("""
            select * from phone_lookup where client_id = :client and next_look_at <= :now order by next_look_at limit :limit
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> read(client, row))
                .list();
    }

    @Override
    public Optional<PhoneLookup> byRef(ClientId client, String refHash) {
        return Db.query("select * from phone_lookup where client_id = :client and ref_hash = :ref")
                .bind("client", client)
                .bind("ref", refHash)
                .map((row, context) -> read(client, row))
                .findOne();
    }

    private static PhoneLookup read(ClientId client, ResultSet row) throws SQLException {
        return new PhoneLookup(
                client,
                Rows.id(row, "lead_id", LeadId::new),
                row.getString("vendor"),
                row.getString("ref_hash"),
                row.getString("request"),
                Rows.word(row, "state", PhoneLookup.State.class),
                row.getInt("looks"),
                Rows.instant(row, "asked_at"),
                Rows.instantOrNull(row, "next_look_at"),
                row.getInt("vendor_credits"));
    }

    @Override
    public List<ClientId> clientsDue(Instant now, @Nullable ClientId after, int limit) {
        return Db.query("""
            select distinct client_id from phone_lookup
             where next_look_at <= :now and (cast(:after as uuid) is null or client_id > :after)
             order by client_id limit :limit
            """)
                .bind("now", now)
                .bindByType("after", after, ClientId.class)
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "client_id", ClientId::new))
                .list();
    }
}
