package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Deals in {@code deal}, their history in {@code deal_stage_event}, their credit in {@code attribution}. */
public final class PostgresDeals implements Deals {

    @Override
    public void insert(Deal deal) {
        bind(Db.update("""
            insert into deal (client_id, id, lead_id, campaign_id, meeting_id, name, value, probability, stage,
                   stage_since, expected_close, closed_at, lost_reason, lost_note, first_touch_channel, converting_channel,
                   converting_touch_id, touches_before, created_at, updated_at, row_version)
            values (:client, :id, :lead, :campaign, :meeting, :name, :value, :probability, :stage, :since, :expected,
                   :closedAt, :lostReason, :lostNote, :first, :channel, :touch, :touches, :createdAt, :updatedAt, :version)
            """), deal)
                .bindByType("meeting", deal.meetingId(), MeetingId.class)
                .bind("createdAt", deal.createdAt())
                .execute();
    }

    @Override
    public Deal update(Deal deal) {
        int written = bind(Db.update("""
            update deal
               set lead_id = :lead, campaign_id = :campaign, name = :name, value = :value,
                   probability = :probability, stage = :stage, stage_since = :since, expected_close = :expected,
                   closed_at = :closedAt, lost_reason = :lostReason, lost_note = :lostNote, first_touch_channel = :first,
                   converting_channel = :channel, converting_touch_id = :touch, touches_before = :touches,
                   updated_at = :updatedAt, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """), deal).execute();
        if (written == 0) {
            throw new ConcurrentUpdate("deal " + deal.id());
        }
        return deal.change().atVersion(deal.version() + 1).done();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Deal deal) {
        return statement
                .bind("client", deal.clientId())
                .bind("id", deal.id())
                .bindByType("lead", deal.leadId(), LeadId.class)
                .bindByType("campaign", deal.campaignId(), CampaignId.class)
                .bind("name", deal.name())
                .bind("value", deal.value() == null ? null : deal.value().toDollars())
                .bind("probability", deal.probability())
                .bind("stage", deal.stage())
                .bind("since", deal.stageSince())
                .bind("expected", deal.expectedCloseDate())
                .bindByType("closedAt", deal.closedAt(), Instant.class)
                .bindByType("lostReason", deal.lostReason(), LostReason.class)
                .bind("lostNote", deal.lostNotes())
                .bindByType("first", deal.path().first(), Channel.class)
                .bindByType("channel", deal.path().creditedChannel(), Channel.class)
                .bindByType("touch", deal.path().credited(), TouchId.class)
                .bind("touches", deal.path().touchesBefore())
                .bind("updatedAt", deal.updatedAt())
                .bind("version", deal.version());
    }

    @Override
    public Optional<Deal> find(ClientId client, DealId id) {
        return first(Db.query("select * from deal where client_id = :client and id = :id"), client, id);
    }

    @Override
    public Optional<Deal> findForUpdate(ClientId client, DealId id) {
        return first(Db.query("select * from deal where client_id = :client and id = :id for update"), client, id);
    }

    private static Optional<Deal> first(Query query, ClientId client, DealId id) {
        return query.bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public Map<MeetingId, DealId> ofMeetings(ClientId client, Collection<MeetingId> meetings) {
        return Db.query("""
            select distinct on (meeting_id) meeting_id, id from deal
             where client_id = :client and meeting_id = any (:meetings)
             order by meeting_id, created_at desc, id desc
            """)
                .bind("client", client)
                .bind("meetings", Db.uuids(meetings))
                .map((row, context) ->
                        Map.entry(Rows.id(row, "meeting_id", MeetingId::new), Rows.id(row, "id", DealId::new)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void append(DealStageEvent line) {
        Db.update("""
            insert into deal_stage_event (client_id, id, deal_id, from_stage, to_stage, changed_by, days_in_previous, note,
                   created_at)
            values (:client, :id, :deal, :from, :to, :by, :days, :note, :at)
            """)
                .bind("client", line.clientId())
                .bind("id", line.id())
                .bind("deal", line.deal())
                .bindByType("from", line.from(), DealStage.class)
                .bind("to", line.to())
                .bindByType("by", line.by(), UserId.class)
                .bind("days", line.daysInPrevious())
                .bind("note", line.note())
                .bind("at", line.at())
                .execute();
    }

    @Override
    public List<DealStageEvent> history(ClientId client, DealId id) {
        return Db.query("""
            select * from deal_stage_event where client_id = :client and deal_id = :deal order by created_at, id
            """)
                .bind("client", client)
                .bind("deal", id)
                .map((row, context) -> new DealStageEvent(
                        row.getObject("id", UUID.class),
                        client,
                        id,
                        Rows.wordOrNull(row, "from_stage", DealStage.class),
                        Rows.word(row, "to_stage", DealStage.class),
                        row.getInt("days_in_previous"),
                        Rows.idOrNull(row, "changed_by", UserId::new),
                        row.getString("note"),
                        Rows.instant(row, "created_at")))
                .list();
    }

    @Override
    public List<Deal> list(
            ClientId client, Filter filter, By by, boolean descending, @Nullable After after, int limit) {
        Criteria deals = new Criteria("select * from deal where client_id = :client")
                .with("client", client)
                .andAny("stage = any (:stages)", "stages", filter.stages())
                .andAny("match_status = any (:matches)", "matches", filter.matches())
                .and("lead_id = :lead", "lead", filter.lead())
                .and("campaign_id = :campaign", "campaign", filter.campaign())
                .and("expected_close >= :expectedFrom", "expectedFrom", filter.expectedFrom())
                .and("expected_close < :expectedUntil", "expectedUntil", filter.expectedUntil())
                .containing("name", filter.q());
        String key = switch (by) {
            case CREATED_AT -> "created_at";
            case EXPECTED_CLOSE_DATE -> "coalesce(expected_close, date '" + By.NO_DAY + "')";
            case VALUE_CENTS -> "coalesce((value * 100)::bigint, " + By.NO_VALUE + ")";
        };
        if (after != null) {
            Object place = switch (by) {
                case CREATED_AT -> Instant.parse(after.key());
                case EXPECTED_CLOSE_DATE -> LocalDate.parse(after.key());
                case VALUE_CENTS -> Long.parseLong(after.key());
            };
            deals.and("(" + key + ", id) " + (descending ? "<" : ">") + " (:afterKey, :afterId)")
                    .with("afterKey", place)
                    .with("afterId", after.id());
        }
        String order = descending ? " desc" : "";
        return deals.first(limit, key + order + ", id" + order)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<StageTotal> pipeline(ClientId client) {
        // dollars times percent are cents
        return Db.query("""
            select stage, count(*) deals, coalesce(sum(value) * 100, 0)::bigint cents,
                   coalesce(sum(round(value * probability)), 0)::bigint weighted
              from deal where client_id = :client
             group by stage
            """)
                .bind("client", client)
                .map((row, context) -> new StageTotal(
                        Rows.word(row, "stage", DealStage.class),
                        row.getInt("deals"),
                        row.getLong("cents"),
                        row.getLong("weighted")))
                .list()
                .stream()
                .sorted(Comparator.comparing(StageTotal::stage))
                .toList();
    }

    @Override
    public void attribute(ClientId client, DealId id, List<Credit> credits) {
        RowSet rows = new RowSet();
        credits.forEach(credit -> rows.row()
                .set("model", credit.model())
                .set("touch", credit.touch())
                .set("sent_at", credit.sentAt())
                .set("channel", credit.channel())
                .set("share", BigDecimal.valueOf(credit.millionths(), 6).toPlainString())
                .set("value", BigDecimal.valueOf(credit.cents(), 2).toPlainString())
                .set("position", credit.position())
                .set("total", credit.total()));
        Db.update("""
            insert into attribution as a (client_id, deal_id, model, touch_id, touch_sent_at, channel, share, value, position,
                   total)
            select :client, :deal, model, touch, sent_at, channel, share, value, position, total
              from jsonb_to_recordset(:rows) as r(model text, touch uuid, sent_at timestamptz, channel text,
                   share numeric, value numeric, position int, total int)
            on conflict (client_id, deal_id, model, touch_id) do update
               set share = excluded.share, value = excluded.value, position = excluded.position, total = excluded.total,
                   updated_at = now(), row_version = a.row_version + 1
            """)
                .bind("client", client)
                .bind("deal", id)
                .bind("rows", rows.json())
                .execute();
    }

    @Override
    public List<Credit> attribution(ClientId client, DealId id) {
        return Db.query("""
            select *, (share * 1000000)::bigint millionths, (value * 100)::bigint cents
              from attribution where client_id = :client and deal_id = :deal
             order by model, touch_sent_at, touch_id
            """)
                .bind("client", client)
                .bind("deal", id)
                .map((row, context) -> new Credit(
                        Rows.word(row, "model", AttributionModel.class),
                        Rows.id(row, "touch_id", TouchId::new),
                        Rows.instant(row, "touch_sent_at"),
                        Rows.word(row, "channel", Channel.class),
                        row.getLong("millionths"),
                        row.getLong("cents"),
                        row.getInt("position"),
                        row.getInt("total")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Credit::model).thenComparing(Credit::position))
                .toList();
    }

    private static Deal read(ResultSet row) throws SQLException {
        return new Deal(
                Rows.id(row, "id", DealId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.idOrNull(row, "lead_id", LeadId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.idOrNull(row, "meeting_id", MeetingId::new),
                Rows.text(row, "name"),
                money(row, "value"),
                Rows.word(row, "stage", DealStage.class),
                row.getInt("probability"),
                Rows.instant(row, "stage_since"),
                row.getObject("expected_close", LocalDate.class),
                Rows.instantOrNull(row, "closed_at"),
                Rows.wordOrNull(row, "lost_reason", LostReason.class),
                row.getString("lost_note"),
                new Deal.Path(
                        row.getInt("touches_before"),
                        Rows.wordOrNull(row, "first_touch_channel", Channel.class),
                        Rows.idOrNull(row, "converting_touch_id", TouchId::new),
                        Rows.wordOrNull(row, "converting_channel", Channel.class)),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getInt("row_version"));
    }

    static @Nullable Money money(ResultSet row, String column) throws SQLException {
        BigDecimal dollars = row.getBigDecimal(column);
        return dollars == null ? null : new Money(dollars.movePointRight(2).longValueExact());
    }
}
