package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.application.conversation.CorrectReply;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReadReplies;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.shared.id.ReplyId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A person says what a reply means. Source: api 9.11, content 4.6. */
public final class ReplyCorrectionRoutes implements RouteGroup {

    private final CorrectReply correct;
    private final ReadReplies replies;
    private final People people;
    private final Moments moments;

    public ReplyCorrectionRoutes(CorrectReply correct, InboxReadings readings, People people, Moments moments) {
        this.correct = correct;
        this.replies = readings.replies();
        this.people = people;
        this.moments = moments;
    }

    /**
     * What it means.
     *
     * @param intent what the reply means, as you read it
     */
    public record Correction(Intent intent) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.patch(
                        Route.C + "/replies/{id}",
                        "Say what it means; what its reading did is taken back where it can be")
                .tag("Replies")
                .role(Role.MEMBER)
                .key(KeyScope.REPLIES_WRITE)
                .ifMatch()
                .body(Correction.class, new Correction(Intent.QUESTION))
                .answers(ReplyView.class, ReplyView.EXAMPLE)
                .problems(ProblemCode.INVALID_TRANSITION)
                .handledBy(this::correct));
    }

    private Reply<ReplyView> correct(Call<Correction> call) {
        return switch (correct.correct(
                call.scope(),
                call.id("id", ReplyId::new),
                call.expectedVersion(),
                call.body().intent(),
                call.origin())) {
            case CorrectReply.Outcome.Corrected(io.agencyos.domain.conversation.Reply reply) -> {
                ReadReplies.Detail detail =
                        replies.find(call.scope(), reply.id()).orElseThrow();
                People.Names names = people.named(
                        call.scope().clientId(),
                        Collections.singletonList(detail.line().reply().handledBy()));
                ReplyView view = ReplyView.of(
                        detail.line(), detail.cards(), names, moments.of(call.scope(), Kind.REPLY, reply.id()));
                yield Reply.ok(view).version(view.version());
            }
            case CorrectReply.Outcome.NotFound missing -> Reply.notFound();
            case CorrectReply.Outcome.Forbidden refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
            case CorrectReply.Outcome.VersionConflict(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
            case CorrectReply.Outcome.NotRead unread ->
                Reply.refused(
                        Problem.of(ProblemCode.INVALID_TRANSITION, "Nothing has read it yet; ask again in a moment.")
                                .with("from", "pending"));
        };
    }
}
