package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people said about how a lead is written to, in its row. */
final class LeadCareRows {

    private LeadCareRows() {}

    /** @param by who gave the lead a mode of its own */
    static void set(ClientId client, LeadId lead, LeadCare care, @Nullable UserId by) {
        LeadCare.OwnMode own = care.own();
        Db.update("""
            update lead
               set outreach_paused_at = :pausedAt, permission_mode_override = :mode, override_until = :until,
                   override_by = :by, updated_at = now(), row_version = row_version + 1
             where client_id = :client and id = :lead and deleted_at is null
            """)
                .bindByType("pausedAt", care.pausedAt(), Instant.class)
                .bindByType("mode", own == null ? null : own.mode(), PermissionMode.class)
                .bindByType("until", own == null ? null : own.until(), Instant.class)
                .bindByType("by", own == null ? null : by, UserId.class)
                .bind("client", client)
                .bind("lead", lead)
                .execute();
    }

    /**
     * Pauses those that are not paused, or resumes those that are. Locked in the order of their ids, so that two orders on
     * the same leads do not wait for each other in a ring.
     *
     * @param since null to resume
     * @return those that were changed
     */
    static Set<LeadId> pause(ClientId client, Collection<LeadId> leads, @Nullable Instant since, Instant at) {
        return Db.query("""
            with due as (
                select id from lead
                 where client_id = :client and id = any (:ids) and deleted_at is null
                   and (outreach_paused_at is null) = :pausing
                 order by id for update)
            update lead l
               set outreach_paused_at = :since, blocked_code = null, blocked_until = null, updated_at = :at,
                   row_version = l.row_version + 1
              from due
             where l.client_id = :client and l.id = due.id
            returning l.id
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(leads))
                .bind("pausing", since != null)
                .bindByType("since", since, Instant.class)
                .bind("at", at)
                .map((row, context) -> new LeadId(row.getObject("id", UUID.class)))
                .set();
    }
}
