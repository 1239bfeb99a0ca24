package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal. Source: api 8 Deal, content 5.2.
 *
 * @param name what colleagues call the deal
 * @param stage how far the deal has come
 * @param won whether it was sold; null while the deal is open
 */
public record DealView(
        UUID id,
        UUID clientId,
        @Nullable LeadCard lead,
        @Nullable CampaignCard campaign,
        @Nullable UUID meetingId,
        String name,
        @Nullable Long valueCents,
        String currency,
        DealStage stage,
        Instant stageSince,
        int probability,
        @Nullable LocalDate expectedCloseDate,
        @Nullable Instant closedAt,
        @Nullable Boolean won,
        @Nullable LostReason lostReason,
        @Nullable String lostNotes,
        @Nullable Channel firstTouchChannel,
        @Nullable Channel convertingChannel,
        int touchesBefore,
        Deals.Match matchStatus,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static final String CURRENCY = "AUD";

    static final DealView EXAMPLE = new DealView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000061"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            LeadCard.EXAMPLE,
            CampaignCard.EXAMPLE,
            UUID.fromString("019baaaa-0000-7000-8000-000000000041"),
            "Growth retainer",
            1_000_000L,
            CURRENCY,
            DealStage.PROPOSAL,
            Instant.parse("2026-03-16T01:00:00Z"),
            40,
            LocalDate.of(2026, 4, 1),
            null,
            null,
            null,
            null,
            Channel.EMAIL,
            Channel.EMAIL,
            3,
            Deals.Match.MATCHED,
            Instant.parse("2026-03-12T23:30:00Z"),
            Instant.parse("2026-03-16T01:00:00Z"),
            1);

    static DealView of(Deal deal, Cards cards) {
        return new DealView(
                deal.id().value(),
                deal.clientId().value(),
                LeadCard.of(cards.lead(deal.leadId())),
                CampaignCard.of(deal.campaignId(), cards),
                deal.meetingId() == null ? null : deal.meetingId().value(),
                deal.name(),
                deal.value() == null ? null : deal.value().cents(),
                CURRENCY,
                deal.stage(),
                deal.stageSince(),
                deal.probability(),
                deal.expectedCloseDate(),
                deal.closedAt(),
                deal.won(),
                deal.lostReason(),
                deal.lostNotes(),
                deal.path().first(),
                deal.path().creditedChannel(),
                deal.path().touchesBefore(),
                deal.leadId() == null ? Deals.Match.UNMATCHED : Deals.Match.MATCHED,
                deal.createdAt(),
                deal.updatedAt(),
                deal.version());
    }

    /**
     * One stage of the pipeline.
     *
     * @param stage how far the deal has come
     * @param count how many open deals stand there
     */
    public record StageView(DealStage stage, int count, long valueCents, long weightedValueCents) {}

    /**
     * What stands at each stage.
     *
     * @param items the stages of the pipeline in their order
     */
    public record PipelineView(List<StageView> items, String currency) {
        static final PipelineView EXAMPLE = new PipelineView(
                List.of(
                        new StageView(DealStage.QUALIFICATION, 1, 1_000_000, 200_000),
                        new StageView(DealStage.NEGOTIATION, 1, 2_000_000, 1_200_000)),
                CURRENCY);
    }
}
