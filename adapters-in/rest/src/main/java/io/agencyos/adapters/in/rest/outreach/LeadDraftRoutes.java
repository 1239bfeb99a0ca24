package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.outreach.writing.DraftJob;
import io.agencyos.application.outreach.writing.WriteDraft;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;

/** A text to a lead, written by the product for a person to change and send. Source: api 9.6 {@code drafts}. */
public final class LeadDraftRoutes implements RouteGroup {

    private static final int ACCEPTED = 202;

    private final WriteDraft drafts;
    private final StartRun start;

    public LeadDraftRoutes(WriteDraft drafts, StartRun start) {
        this.drafts = drafts;
        this.start = start;
    }

    /**
     * What is to be written; people write by hand by e-mail, text and LinkedIn.
     *
     * @param channel the channel that it is written for; each has its own length and form
     */
    record Wish(Channel channel, StepPurpose purpose) {

        static final Wish EXAMPLE = new Wish(Channel.EMAIL, StepPurpose.VALUE_ADD);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(
                        Route.C + "/leads/{id}/drafts",
                        "Have a text written to a lead; the job's notes hold subject and body, its examples the"
                                + " sources")
                .tag("Leads")
                .role(Role.MEMBER)
                .idempotent()
                .limited(RateLimit.AI)
                .body(Wish.class, Wish.EXAMPLE)
                .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                .problems(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                .handledBy(this::draft));
    }

    private Reply<JobViews.Job> draft(Call<Wish> call) {
        LeadId lead = call.id("id", LeadId::new);
        Wish wish = call.body();
        if (!WrittenByHand.CHANNELS.contains(wish.channel())) {
            FieldErrors errors = new FieldErrors();
            errors.add(FieldError.of("/channel", "invalid", "Nobody writes by hand on this channel."));
            return Reply.invalid(errors);
        }
        if (!drafts.isThere(call.scope(), lead)) {
            return Reply.notFound();
        }
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        DraftJob.Wanted wanted = new DraftJob.Wanted(lead, wish.channel(), wish.purpose());
        return JobReplies.of(
                start.start(call.scope(), new StartRun.Request(DraftJob.FLOW, wanted.params(), key, lead.text())),
                call);
    }
}
