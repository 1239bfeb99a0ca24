package io.agencyos.application.deal.store;

import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's deals with their history and the credit of the touches before them. Needs an open unit of work of the
 * tenant; the credit is written as worker. Source: content 5.2, data model 5.9.
 */
@SecondaryPort
public interface Deals {

    void insert(Deal deal);

    Optional<Deal> find(ClientId client, DealId id);

    /** The deal locked until the unit of work ends. */
    Optional<Deal> findForUpdate(ClientId client, DealId id);

    /** The newest deal of each of these meetings. */
    Map<MeetingId, DealId> ofMeetings(ClientId client, Collection<MeetingId> meetings);

    /** Writes it where its version is unchanged, else {@code ConcurrentUpdate}; answers the new version. */
    Deal update(Deal deal);

    void append(DealStageEvent line);

    /** Oldest first. */
    List<DealStageEvent> history(ClientId client, DealId id);

    /** Whether somebody said whose deal it is. */
    enum Match implements Vocabulary {
        MATCHED,
        UNMATCHED
    }

    /**
     * Which deals a page shows; null for all.
     *
     * @param expectedUntil exclusive
     * @param q part of the name
     */
    record Filter(
            @Nullable Set<DealStage> stages,
            @Nullable Set<Match> matches,
            @Nullable LeadId lead,
            @Nullable CampaignId campaign,
            @Nullable LocalDate expectedFrom,
            @Nullable LocalDate expectedUntil,
            @Nullable String q) {

        public static final Filter ALL = new Filter(null, null, null, null, null, null, null);
    }

    /** What a list is in the order of; what is unknown comes last in ascending dates, first in ascending values. */
    enum By {
        CREATED_AT,
        EXPECTED_CLOSE_DATE,
        VALUE_CENTS;

        /** What stands in the place of an unknown day. */
        public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

        /** What stands in the place of an unknown value. */
        public static final long NO_VALUE = -1;

        /** Where a deal stands in this order. */
        public String key(Deal deal) {
            return switch (this) {
                case CREATED_AT -> deal.createdAt().toString();
                case EXPECTED_CLOSE_DATE ->
                    (deal.expectedCloseDate() == null ? NO_DAY : deal.expectedCloseDate()).toString();
                case VALUE_CENTS ->
                    Long.toString(deal.value() == null ? NO_VALUE : deal.value().cents());
            };
        }
    }

    /** Where a page begins: behind this deal. */
    record After(String key, DealId id) {}

    /** In this order, the other way round where {@code descending}. */
    List<Deal> list(ClientId client, Filter filter, By by, boolean descending, @Nullable After after, int limit);

    /** The deals of one stage; cents. */
    record StageTotal(DealStage stage, int count, long valueCents, long weightedCents) {}

    /** Every stage that has deals, in the order of the stages. */
    List<StageTotal> pipeline(ClientId client);

    /**
     * What one touch is credited with by one model.
     *
     * @param position from 1
     */
    record Credit(
            AttributionModel model,
            TouchId touch,
            Instant sentAt,
            Channel channel,
            long millionths,
            long cents,
            int position,
            int total) {}

    /** Writes the credits over those of before. */
    void attribute(ClientId client, DealId id, List<Credit> credits);

    /** By model, then position. */
    List<Credit> attribution(ClientId client, DealId id);
}
