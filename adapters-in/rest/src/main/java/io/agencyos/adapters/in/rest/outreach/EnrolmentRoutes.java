package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.application.outreach.outlook.ExplainEnrolment;
import io.agencyos.domain.campaign.Enrolment;
import io.agencyos.domain.campaign.EnrolmentState;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.outreach.GateClass;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a lead is written to next, or is not. Source: api 9.6. */
public final class EnrolmentRoutes implements RouteGroup {

    private final ExplainEnrolment explain;

    public EnrolmentRoutes(ExplainEnrolment explain) {
        this.explain = explain;
    }

    /** @param localTime by the lead's clock, or by the campaign's where the lead's is not known */
    record NextTouch(Channel channel, Instant dueAt, String localTime, ZoneId timezone) {

        static NextTouch of(ExplainEnrolment.Next next) {
            String local = LocalDateTime.ofInstant(next.dueAt(), next.zone())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            return new NextTouch(next.channel(), next.dueAt(), local, next.zone());
        }
    }

    /**
     * @param gateClass null for what has ended
     * @param until when it ends by itself
     * @param untilEvent what ends it
     */
    record Refusal(
            String code,
            @Nullable GateClass gateClass,
            @Nullable Instant until,
            @Nullable String untilEvent,
            String whatToDo) {

        static Refusal of(ExplainEnrolment.Refusal refusal) {
            return new Refusal(
                    refusal.code(), refusal.gateClass(), refusal.until(), refusal.untilEvent(), refusal.whatToDo());
        }
    }

    /**
     * A lead's run through a sequence, as it stands.
     *
     * @param state null for a lead that is in no sequence
     * @param reason why it ended
     * @param step the last one done or passed over, 0 before the first
     * @param refusal null exactly where there is a next touch
     */
    record Shown(
            @Nullable UUID id,
            @Nullable EnrolmentState state,
            @Nullable String reason,
            @Nullable CampaignCard campaign,
            @Nullable Integer step,
            @Nullable NextTouch nextTouch,
            @Nullable Refusal refusal) {

        static final Shown EXAMPLE = new Shown(
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                EnrolmentState.PENDING,
                null,
                new CampaignCard(UUID.fromString("019baaaa-0000-7000-8000-000000000003"), "Growth leads"),
                0,
                new NextTouch(
                        Channel.EMAIL,
                        Instant.parse("2026-03-02T23:12:00Z"),
                        "2026-03-03T10:12",
                        ZoneId.of("Australia/Sydney")),
                null);

        static Shown of(ExplainEnrolment.Explained explained) {
            Enrolment enrolment = explained.enrolment();
            ExplainEnrolment.Next next = explained.next();
            ExplainEnrolment.Refusal refusal = explained.refusal();
            String name = explained.campaignName();
            return new Shown(
                    enrolment == null ? null : enrolment.id().value(),
                    enrolment == null ? null : enrolment.state(),
                    enrolment == null ? null : enrolment.stopReason(),
                    enrolment == null || name == null
                            ? null
                            : new CampaignCard(enrolment.campaignId().value(), name),
                    enrolment == null ? null : enrolment.currentStep(),
                    next == null ? null : NextTouch.of(next),
                    refusal == null ? null : Refusal.of(refusal));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/leads/{id}/enrolment", "When a lead is written to next, or by what it is not")
                        .tag("Leads")
                        .role(Role.VIEWER)
                        .answers(Shown.class, Shown.EXAMPLE)
                        .handledBy(this::show));
    }

    private Reply<Shown> show(Call<None> call) {
        return explain.of(call.scope(), call.id("id", LeadId::new))
                .<Reply<Shown>>map(explained -> Reply.ok(Shown.of(explained)))
                .orElseGet(Reply::notFound);
    }
}
