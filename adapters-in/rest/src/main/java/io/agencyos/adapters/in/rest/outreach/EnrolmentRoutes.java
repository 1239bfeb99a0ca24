package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.outreach.outlook.ExplainEnrolment;
import io.agencyos.application.outreach.outlook.ShowChecks;
import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a lead is written to next, or is not. Source: api 9.6. */
public final class EnrolmentRoutes implements RouteGroup {

    private static final String LEAD = Route.C + "/leads/{id}";
    private static final String TAG = "Leads";

    /** So many answers tell how a step came to be where it is. */
    private static final int LAST_CHECKS = 10;

    private final ExplainEnrolment explain;
    private final ShowChecks checks;

    public EnrolmentRoutes(ExplainEnrolment explain, ShowChecks checks) {
        this.explain = explain;
        this.checks = checks;
    }

    /**
     * The touch that comes next.
     *
     * @param channel the channel of the next touch
     * @param dueAt when the touch falls due; the lead's working hours are heeded already
     * @param localTime the same by the lead's clock, or by the campaign's where the lead's is not known
     */
    record NextTouch(Channel channel, Instant dueAt, String localTime, ZoneId timezone) {

        static NextTouch of(ExplainEnrolment.Next next) {
            String local = LocalDateTime.ofInstant(next.dueAt(), next.zone())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            return new NextTouch(next.channel(), next.dueAt(), local, next.zone());
        }
    }

    /**
     * What holds a touch back.
     *
     * @param code what stands against it; the operator's guide lists every code
     * @param class_ what the refusal does: it ends the run or the step, or it waits; null for what has ended
     * @param until when it ends by itself; null where it does not
     * @param untilEvent what ends it; null where an instant is known, or nothing ends it
     */
    record Refusal(
            String code,
            @Nullable GateClass class_,
            @Nullable Instant until,
            @Nullable String untilEvent,
            String whatToDo) {

        static Refusal of(ExplainEnrolment.Refusal refusal) {
            return new Refusal(
                    refusal.code(), refusal.gateClass(), refusal.until(), refusal.untilEvent(), refusal.whatToDo());
        }
    }

    /**
     * What a gate said.
     *
     * @param at when the gate was asked
     * @param gate which: before planning, before committing, right before the call
     * @param check its number, 0 for what has none and for what passed
     * @param code what the gate had against it; null where it passed
     * @param class_ what the answer does: it ends the run or the step, or it waits; null for what concerned the one
     *     touch alone
     * @param until when it was to be asked again; null where it was not
     * @param whatToDo what somebody can do about it; null where it passed
     */
    record CheckShown(
            Instant at,
            UUID touchId,
            Gate gate,
            int check,
            @Nullable String code,
            @Nullable GateClass class_,
            @Nullable Instant until,
            @Nullable String whatToDo) {

        static final CheckShown EXAMPLE = new CheckShown(
                Instant.parse("2026-03-02T21:00:00Z"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000051"),
                Gate.PLAN,
                27,
                "too_recent",
                GateClass.DEFER,
                Instant.parse("2026-03-04T13:00:00Z"),
                GateReason.TOO_RECENT.whatToDo());

        static CheckShown of(ShowChecks.Check check) {
            GateLog.Kept answer = check.answer();
            return new CheckShown(
                    answer.at(),
                    answer.touch().value(),
                    answer.gate(),
                    check.number(),
                    answer.code(),
                    answer.gateClass(),
                    answer.until(),
                    check.whatToDo());
        }
    }

    /**
     * What happens next, or why nothing does; null exactly one of the two.
     *
     * @param refusal what holds the next touch back; null where one is planned
     * @param checks what the gates said last, the newest first
     */
    record NextShown(
            @Nullable NextTouch nextTouch, @Nullable Refusal refusal, List<CheckShown> checks) {

        static final NextShown EXAMPLE = new NextShown(
                null,
                new Refusal(
                        "too_recent",
                        GateClass.DEFER,
                        Instant.parse("2026-03-04T13:00:00Z"),
                        null,
                        GateReason.TOO_RECENT.whatToDo()),
                List.of(CheckShown.EXAMPLE));
    }

    /**
     * A lead's run through a sequence, as it stands.
     *
     * @param id its identifier; null for a lead that is in no sequence
     * @param state how far the run has come; null for a lead that is in no sequence
     * @param reason why it ended; null for one that did not end early
     * @param step the last one done or passed over, 0 before the first; null for a lead that was never enrolled
     * @param refusal what holds the next touch back; null exactly where there is a next touch
     * @param checks what the gates said last, newest first
     */
    record Shown(
            @Nullable UUID id,
            @Nullable EnrolmentState state,
            @Nullable String reason,
            @Nullable CampaignCard campaign,
            @Nullable Integer step,
            @Nullable NextTouch nextTouch,
            @Nullable Refusal refusal,
            List<CheckShown> checks) {

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
                null,
                List.of(CheckShown.EXAMPLE));

        static Shown of(ExplainEnrolment.Explained explained, List<CheckShown> checks) {
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
                    refusal == null ? null : Refusal.of(refusal),
                    checks);
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(
                                LEAD + "/enrolment",
                                "A lead's run through a sequence, and what happens next or why nothing does")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(Shown.class, Shown.EXAMPLE)
                        .handledBy(this::show),
                Route.get(LEAD + "/next", "When a lead is written to next, or by what it is not")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(NextShown.class, NextShown.EXAMPLE)
                        .handledBy(this::next),
                Route.get(LEAD + "/checks", "Everything that the gates said of a lead, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(CheckShown.class, Sorting.of("-at"), CheckShown.EXAMPLE)
                        .handledBy(this::timeline));
    }

    private Reply<Shown> show(Call<None> call) {
        LeadId lead = call.id("id", LeadId::new);
        return explain.of(call.scope(), lead)
                .<Reply<Shown>>map(explained -> Reply.ok(Shown.of(explained, last(call, lead))))
                .orElseGet(Reply::notFound);
    }

    private Reply<NextShown> next(Call<None> call) {
        LeadId lead = call.id("id", LeadId::new);
        return explain.of(call.scope(), lead)
                .<Reply<NextShown>>map(explained -> {
                    Shown shown = Shown.of(explained, last(call, lead));
                    return Reply.ok(new NextShown(shown.nextTouch(), shown.refusal(), shown.checks()));
                })
                .orElseGet(Reply::notFound);
    }

    private List<CheckShown> last(Call<None> call, LeadId lead) {
        return checks.of(call.scope(), lead, null, LAST_CHECKS).orElse(List.of()).stream()
                .map(CheckShown::of)
                .toList();
    }

    private Reply<Page<CheckShown>> timeline(Call<None> call) {
        Paging paging = call.paging();
        return checks.of(
                        call.scope(),
                        call.id("id", LeadId::new),
                        paging.after()
                                .map(after -> new GateLog.After(Params.instant(after), after.id()))
                                .orElse(null),
                        paging.limit() + 1)
                .<Reply<Page<CheckShown>>>map(found -> {
                    List<ShowChecks.Check> page = found.subList(0, Math.min(found.size(), paging.limit()));
                    return Reply.ok(new Page<>(
                            page.stream().map(CheckShown::of).toList(),
                            found.size() > page.size()
                                    ? Optional.of(Params.at(
                                            page.getLast().answer().at(),
                                            page.getLast().answer().id()))
                                    : Optional.empty()));
                })
                .orElseGet(Reply::notFound);
    }
}
