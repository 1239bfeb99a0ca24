package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ClientId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** One statement over all live clients and the twins in use, each looked at through the indexes by which the stages find their work. */
public final class PostgresDueWork implements DueWork {

    /** Until when a client's steps are planned: longer ahead where people look at those of all campaigns, or of one. */
    private static final String PLANNED = """
        case when c.default_permission_mode = :autopilot and not exists (
                  select 1 from campaign m
                   where m.client_id = c.client_id and m.status = 'active' and m.deleted_at is null
                     and m.permission_mode <> :autopilot)
             then :plannedAlone::timestamptz else :plannedToAsk::timestamptz end\
        """;

    @Override
    public Map<ClientId, Set<LoopStage>> of(Set<LoopStage> asked, Horizon horizon) {
        Map<ClientId, Set<LoopStage>> due = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            return due;
        }
        Set<LoopStage> stages = new TreeSet<>(asked);
        // the fence keeps each question from being asked twice
        String sql = stages.stream()
                .map(stage -> condition(stage) + " as " + name(stage))
                .collect(Collectors.joining(
                        ",\n",
                        "select * from (select c.client_id, c.created_at,\n",
                        "\n"
                                + "from client c where (c.mode = 'live' or c.in_use_at is not null) and"
                                + " c.deleted_at is null offset 0) due where "));
        sql += stages.stream().map(PostgresDueWork::name).collect(Collectors.joining(" or "));
        Query query = Db.query(sql + " order by created_at, client_id");
        query.bind("now", horizon.now());
        if (stages.contains(LoopStage.PLAN)) {
            query.bind("autopilot", PermissionMode.AUTOPILOT)
                    .bind("plannedAlone", horizon.plannedAlone())
                    .bind("plannedToAsk", horizon.plannedToAsk());
        }
        if (stages.contains(LoopStage.DRAFT)) {
            query.bind("drafted", horizon.drafted()).bind("again", Touch.OFFERED_AGAIN);
        }
        query.map((row, context) -> {
                    Set<LoopStage> named = EnumSet.noneOf(LoopStage.class);
                    for (LoopStage stage : stages) {
                        if (row.getBoolean(name(stage))) {
                            named.add(stage);
                        }
                    }
                    return due.put(Rows.id(row, "client_id", ClientId::new), named);
                })
                .list();
        return due;
    }

    private static String name(LoopStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    /** What the stage itself asks, see {@code PostgresEnrolments}, {@code PostgresTouches} and {@code PostgresApprovals}. */
    private static String condition(LoopStage stage) {
        return switch (stage) {
            case WAKE -> """
                (exists (select 1 from enrolment e
                         where e.client_id = c.client_id and e.status = 'snoozed' and e.snoozed_until <= :now)
                 or exists (select 1 from enrolment e
                             where e.client_id = c.client_id and e.status = 'held' and e.hold_until <= :now))\
                """;
            case EXPIRE_APPROVALS -> """
                exists (select 1 from approval_item a
                         where a.client_id = c.client_id and a.status = 'pending' and a.expires_at <= :now)\
                """;
            case RECONCILE -> """
                (exists (select 1 from outreach_job j
                          where j.client_id = c.client_id and j.status = 'dispatching' and j.lease_until < :now)
                 or exists (select 1 from outreach_job j
                             where j.client_id = c.client_id and j.status = 'unknown' and j.reconcile_at <= :now))\
                """;
            case PLAN -> """
                (c.paused_at is null and (exists (
                    select 1 from linkedin_connection f
                     where f.client_id = c.client_id
                       and f.follow_up_at <= %1$s)
                 or exists (
                    select 1 from enrolment e
                      join campaign p on p.client_id = e.client_id and p.id = e.campaign_id and p.status = 'active'
                           and p.deleted_at is null
                      join lead l on l.client_id = e.client_id and l.id = e.lead_id
                           and (l.blocked_until is null or l.blocked_until <= :now)
                     where e.client_id = c.client_id and e.status in ('pending', 'active')
                       and e.next_due_at <= %1$s
                       and not exists (
                           select 1 from outreach_job j
                            where j.client_id = e.client_id and j.enrolment_id = e.id and j.status in
                                  ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown')))))\
                """.formatted(PLANNED);
            case DRAFT -> """
                exists (select 1 from outreach_job j
                         where j.client_id = c.client_id and j.status = 'planned' and j.body is null
                           and j.scheduled_at <= :drafted
                           and (j.scheduled_at <= :now or j.reject_code is distinct from :again))\
                """;
            case COMMIT -> """
                exists (select 1 from outreach_job j
                         where j.client_id = c.client_id and j.status = 'ready' and j.scheduled_at <= :now)\
                """;
            case DISPATCH -> """
                exists (select 1 from outreach_job j
                         where j.client_id = c.client_id and j.status = 'queued'
                           and (j.lease_until is null or j.lease_until <= :now))\
                """;
        };
    }
}
