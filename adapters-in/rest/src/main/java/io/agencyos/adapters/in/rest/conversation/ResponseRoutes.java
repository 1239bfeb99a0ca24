package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.conversation.AnswerReply;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;

/** People answer replies. Source: api 9.11 {@code responses}. */
public final class ResponseRoutes implements RouteGroup {

    private static final String TAG = "Replies";
    private static final String PATH = Route.C + "/replies/{id}/responses";

    private final AnswerReply answers;

    public ResponseRoutes(AnswerReply answers) {
        this.answers = answers;
    }

    /** What to say; on channels with less room what fits there. */
    public record Answer(@Text(max = 3000) String body) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(PATH, "Answer on the same channel, in the same thread; it leaves after a human delay")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .idempotent()
                        .body(Answer.class, new Answer("Thanks for asking. It depends on what you need."))
                        .answers(202, ResponseView.class, ResponseView.EXAMPLE)
                        .problems(ProblemCode.OUTREACH_BLOCKED, ProblemCode.CONTENT_QA_FAILED, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::answer),
                Route.delete(PATH + "/{rid}", "Take an answer back that has not begun to leave")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::withdraw));
    }

    private Reply<ResponseView> answer(Call<Answer> call) {
        ReplyId reply = call.id("id", ReplyId::new);
        return switch (answers.answer(call.scope(), reply, call.body().body(), call.origin())) {
            case AnswerReply.Outcome.Queued(Touch touch) -> Reply.accepted(ResponseView.of(touch, reply.value()));
            case AnswerReply.Outcome.Blocked(var reasons) -> Reply.refused(Refusals.blocked(reasons));
            case AnswerReply.Outcome.Unfit(List<String> codes) -> Reply.refused(Refusals.unfit(codes));
            case AnswerReply.Outcome.NotFound missing -> Reply.notFound();
            case AnswerReply.Outcome.NotAnswerable never ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "What was said on the telephone is not answered in writing.");
            case AnswerReply.Outcome.Forbidden refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }

    private Reply<None> withdraw(Call<None> call) {
        return answers.withdraw(call.scope(), call.id("id", ReplyId::new), call.id("rid", TouchId::new))
                .<Reply<None>>map(came -> switch (came) {
                    case WrittenByHand.Withdrawal.Withdrawn gone -> Reply.noContent();
                    case WrittenByHand.Withdrawal.TooLate(Touch touch) ->
                        Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "It has left, or is over.")
                                .with("from", touch.state().wire()));
                    case WrittenByHand.Withdrawal.NotFound missing -> Reply.notFound();
                })
                .orElseGet(Reply::notFound);
    }
}
