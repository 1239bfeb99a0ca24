package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.conversation.KeepDrafts;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People write to leads of their own accord. Source: api 9.6 {@code messages}. */
public final class MessageRoutes implements RouteGroup {

    private final WrittenByHand written;
    private final KeepDrafts drafts;

    public MessageRoutes(WrittenByHand written, KeepDrafts drafts) {
        this.written = written;
        this.drafts = drafts;
    }

    /**
     * Checks in spite of which it leaves, and why; only gaps and product windows can be overridden.
     *
     * @param checks the checks that shall not hold it back; only gaps and product windows can be named
     * @param reason why these checks do not count this once; it stands in the audit log
     */
    public record InSpite(
            List<GateReason> checks, @Text(max = 500) String reason) {}

    /**
     * What to say; e-mail has a subject, the others have none.
     *
     * @param channel the channel by which the message leaves
     * @param subject the subject; null on channels without one
     * @param override checks in spite of which it leaves; null overrides none
     */
    public record Draft(
            Channel channel,
            @Nullable String subject,
            @Text(max = 3000) String body,
            @Nullable InSpite override) {

        static final Draft EXAMPLE = new Draft(
                Channel.EMAIL,
                "One more thing for you",
                "Hi Priya, I forgot to say that the audit is ours to give.",
                new InSpite(List.of(GateReason.TOO_RECENT), "agreed on the phone"));

        List<FieldError> problems() {
            List<FieldError> errors = new ArrayList<>();
            if (!WrittenByHand.CHANNELS.contains(channel)) {
                errors.add(FieldError.of("/channel", "channel_not_writable", "One of email, sms and linkedin."));
            }
            if (channel == Channel.EMAIL && (subject == null || subject.isBlank())) {
                errors.add(FieldError.of("/subject", "required", "An e-mail has a subject."));
            }
            return errors;
        }

        Set<GateReason> overridden() {
            Set<GateReason> named = EnumSet.noneOf(GateReason.class);
            named.addAll(override == null ? List.of() : override.checks());
            return named;
        }
    }

    /**
     * It leaves when its sender's turn comes; the touch of this id says what became of it.
     *
     * @param status that it waits for its sender's turn
     */
    public record Queued(UUID messageId, String status) {
        static final Queued EXAMPLE = new Queued(UUID.fromString("019baaaa-0000-7000-8000-000000000082"), "queued");
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(Route.C + "/leads/{id}/messages", "Write to a lead beside its sequence")
                .tag("Leads")
                .role(Role.MEMBER)
                .idempotent()
                .body(Draft.class, Draft.EXAMPLE)
                .rules(Draft::problems)
                .answers(202, Queued.class, Queued.EXAMPLE)
                .problems(ProblemCode.OUTREACH_BLOCKED, ProblemCode.CONTENT_QA_FAILED, ProblemCode.NOT_ELIGIBLE)
                .handledBy(this::send));
    }

    private Reply<Queued> send(Call<Draft> call) {
        Draft draft = call.body();
        WrittenByHand.Message message = new WrittenByHand.Message(
                call.id("id", LeadId::new),
                draft.channel(),
                Objects.requireNonNullElse(draft.subject(), ""),
                draft.body(),
                new ByHand(
                        call.scope().userId(),
                        draft.override() == null
                                ? null
                                : draft.override().reason().strip(),
                        null),
                draft.overridden());
        return switch (written.message(call.scope(), message)) {
            case WrittenByHand.Outcome.Queued(Touch touch) -> {
                // what is sent is no draft any more; a program has none
                drafts.discard(call.scope(), message.lead(), message.channel());
                yield Reply.accepted(new Queued(touch.id().value(), "queued"));
            }
            case WrittenByHand.Outcome.Blocked(var reasons) -> Reply.refused(Refusals.blocked(reasons));
            case WrittenByHand.Outcome.Unfit(List<String> codes) -> Reply.refused(Refusals.unfit(codes));
            case WrittenByHand.Outcome.NotFound missing -> Reply.notFound();
            case WrittenByHand.Outcome.NoRun none ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "The lead is in no campaign's sequence, and never was.");
            case WrittenByHand.Outcome.Forbidden refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }
}
