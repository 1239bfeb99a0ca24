package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.campaign.CampaignRoutes;
import io.agencyos.adapters.in.rest.campaign.ConservationRoutes;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.outlook.ShowOutlook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.gate.Refusal;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When something is sent next, or why nothing is and what to do about it. Source: api 9.19, outreach 3.4. */
public final class OutlookRoutes implements RouteGroup {

    private static final String OUTREACH = "Campaigns";

    private static final UUID SOME_CAMPAIGN = UUID.fromString("019baaaa-0000-7000-8000-000000000021");
    private static final UUID SOME_LEAD = UUID.fromString("019baaaa-0000-7000-8000-000000000011");

    private final ShowOutlook outlook;

    public OutlookRoutes(ShowOutlook outlook) {
        this.outlook = outlook;
    }

    /**
     * Why nothing is sent.
     *
     * @param code what stands against it; the operator's guide lists every code
     * @param class_ what the refusal does: it ends the run or the step, or it waits
     * @param until when it is looked at again by itself; null where it is not
     * @param untilEvent what ends it where no instant is known; null where one is, or nothing ends it
     * @param leads how many stand behind it, null for one lead's own
     */
    record RefusalShown(
            String code,
            GateClass class_,
            @Nullable Instant until,
            @Nullable String untilEvent,
            String whatToDo,
            @Nullable Integer leads) {

        static final RefusalShown EXAMPLE =
                of(Refusal.of(GateCode.of(GateReason.CLIENT_PAUSED).wire(), null, null), 212);

        static RefusalShown of(Refusal refusal, @Nullable Integer leads) {
            return new RefusalShown(
                    refusal.code(),
                    refusal.gateClass(),
                    refusal.until(),
                    refusal.untilEvent(),
                    refusal.whatToDo(),
                    leads);
        }

        static RefusalShown of(ShowOutlook.Cause cause) {
            return of(cause.refusal(), cause.leads());
        }
    }

    /**
     * Of all campaigns, or of one.
     *
     * @param campaignId the campaign; null for all together
     * @param leads leads that may still be contacted: those of whom something is sent next, and those behind a refusal
     * @param nextSendAt when something is sent next; null where nothing is going to be
     * @param blockedBy the first cause, where nothing is going to be sent; null where something is
     * @param refusals everything that holds leads back, by cause
     */
    record Standing(
            @Nullable UUID campaignId,
            int leads,
            @Nullable Instant nextSendAt,
            @Nullable RefusalShown blockedBy,
            List<RefusalShown> refusals) {

        static final Standing EXAMPLE =
                new Standing(null, 212, null, RefusalShown.EXAMPLE, List.of(RefusalShown.EXAMPLE));

        static Standing of(ShowOutlook.Summary summary) {
            return new Standing(
                    summary.campaign() == null ? null : summary.campaign().value(),
                    summary.leads(),
                    summary.nextSendAt(),
                    summary.first() == null ? null : RefusalShown.of(summary.first()),
                    summary.causes().stream().map(RefusalShown::of).toList());
        }
    }

    /**
     * The client, and every campaign that has leads waiting.
     *
     * @param client all campaigns together
     * @param campaigns each campaign that has leads waiting
     */
    record OutreachStatus(Standing client, List<Standing> campaigns) {

        static final OutreachStatus EXAMPLE = new OutreachStatus(Standing.EXAMPLE, List.of());
    }

    /**
     * Why a campaign sends nothing, or when it sends next.
     *
     * @param status only an active campaign sends; a draft never did, a paused one goes on later, a completed one does not
     * @param pauseReason why it is paused, where it is; null where it is not
     * @param standing has a next instant or a first cause, also where no lead waits
     * @param steps what became of every step that was ever due
     */
    record CampaignDiagnosis(
            UUID campaignId,
            CampaignStatus status,
            @Nullable String pauseReason,
            Standing standing,
            ConservationRoutes.ConservationShown steps) {

        static final CampaignDiagnosis EXAMPLE = new CampaignDiagnosis(
                SOME_CAMPAIGN,
                CampaignStatus.ACTIVE,
                null,
                new Standing(SOME_CAMPAIGN, 212, null, RefusalShown.EXAMPLE, List.of(RefusalShown.EXAMPLE)),
                ConservationRoutes.ConservationShown.EXAMPLE);

        static CampaignDiagnosis of(ShowOutlook.Diagnosis diagnosis) {
            Campaign campaign = diagnosis.campaign();
            return new CampaignDiagnosis(
                    campaign.id().value(),
                    campaign.status(),
                    campaign.pause() == null ? null : campaign.pause().reason(),
                    Standing.of(diagnosis.standing()),
                    ConservationRoutes.ConservationShown.of(diagnosis.steps()));
        }
    }

    /**
     * A lead behind a refusal.
     *
     * @param name the lead's name as colleagues see it
     * @param refusal what holds the lead's next touch back
     */
    record RefusedLead(UUID leadId, String name, @Nullable UUID campaignId, RefusalShown refusal) {

        static final RefusedLead EXAMPLE = new RefusedLead(
                SOME_LEAD,
                "Dana Whitfield",
                SOME_CAMPAIGN,
                RefusalShown.of(Refusal.of("approval_required", null, null), null));

        static RefusedLead of(ShowOutlook.Refused refused) {
            return new RefusedLead(
                    refused.lead().value(),
                    refused.name(),
                    refused.campaign() == null ? null : refused.campaign().value(),
                    RefusalShown.of(refused.refusal(), null));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/outreach/status", "When something is sent next, or why nothing is")
                        .tag(OUTREACH)
                        .role(Role.VIEWER)
                        .answers(OutreachStatus.class, OutreachStatus.EXAMPLE)
                        .handledBy(this::status),
                Route.get(
                                CampaignRoutes.CAMPAIGN + "/diagnosis",
                                "When a campaign sends next, or why it does not, and whether its sum closes")
                        .tag(OUTREACH)
                        .role(Role.VIEWER)
                        .answers(CampaignDiagnosis.class, CampaignDiagnosis.EXAMPLE)
                        .handledBy(this::diagnosis),
                Route.get(Route.C + "/outreach/refusals", "The leads behind one code")
                        .tag(OUTREACH)
                        .role(Role.VIEWER)
                        .params(Param.text("code", "A code of the status; needed."), Params.oneId("campaign_id"))
                        .lists(RefusedLead.class, Sorting.of("name"), RefusedLead.EXAMPLE)
                        .handledBy(this::refusals));
    }

    private Reply<OutreachStatus> status(Call<None> call) {
        ShowOutlook.Status status = outlook.status(call.scope());
        return Reply.ok(new OutreachStatus(
                Standing.of(status.client()),
                status.campaigns().stream().map(Standing::of).toList()));
    }

    private Reply<CampaignDiagnosis> diagnosis(Call<None> call) {
        return outlook.diagnosis(call.scope(), call.id("id", CampaignId::new))
                .<Reply<CampaignDiagnosis>>map(found -> Reply.ok(CampaignDiagnosis.of(found)))
                .orElseGet(Reply::notFound);
    }

    private Reply<Page<RefusedLead>> refusals(Call<None> call) {
        String code = call.query().text("code").orElse(null);
        if (code == null) {
            return Reply.invalid(List.of(FieldError.query("code", "required", "Name a code of the status.")));
        }
        Paging paging = call.paging();
        Outlooks.After after = paging.after()
                .map(position -> new Outlooks.After(position.keys().getFirst(), new LeadId(position.id())))
                .orElse(null);
        CampaignId campaign = Params.id(call.query(), "campaign_id", CampaignId::new);
        List<ShowOutlook.Refused> rows = outlook.behind(call.scope(), code, campaign, after, paging.limit() + 1);
        return Reply.ok(Page.of(
                rows,
                paging,
                RefusedLead::of,
                row -> new Paging.Position(List.of(row.name()), row.lead().value())));
    }
}
