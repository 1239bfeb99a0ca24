package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.MarkReplyHandled;
import io.agencyos.application.conversion.ReadReplies;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What leads answered, and who dealt with it. Source: api 9.11. */
public final class ReplyRoutes implements RouteGroup {

    private static final String TAG = "Replies";
    private static final String ALL = Route.C + "/replies";
    private static final String ONE = ALL + "/{id}";

    private final ReadReplies replies;
    private final MarkReplyHandled mark;
    private final People people;
    private final Moments moments;

    public ReplyRoutes(InboxReadings readings, People people, Moments moments) {
        replies = readings.replies();
        mark = readings.markReplyHandled();
        this.people = people;
        this.moments = moments;
    }

    /**
     * A reply with the last messages of its thread and our answers to it, oldest first.
     *
     * @param reply the reply itself
     * @param messages the last messages of the conversation, the oldest first
     * @param responses our answers to it, the oldest first
     */
    public record ReplyDetail(ReplyView reply, List<ThreadView.MessageView> messages, List<ResponseView> responses) {
        static final ReplyDetail EXAMPLE = new ReplyDetail(
                ReplyView.EXAMPLE, List.of(ThreadView.MessageView.EXAMPLE), List.of(ResponseView.EXAMPLE));
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What leads answered, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("intent", Intent.class),
                                Param.words("channel", Channel.class),
                                Param.flag("handled", "Whether somebody has dealt with it."),
                                Param.flag("review_required", "Whether the reading wants a person's eye."),
                                Params.oneId("lead_id"),
                                Params.oneId("campaign_id"),
                                Param.instant("received_from", "It came at this moment or later."),
                                Param.instant("received_to", "It came before this moment."))
                        .lists(ReplyView.class, Sorting.of("-received_at"), ReplyView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ONE, "One reply with the last messages of its thread")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ReplyDetail.class, ReplyDetail.EXAMPLE)
                        .handledBy(this::show),
                Route.post(ONE + "/handle", "Somebody has dealt with it; who was first stays")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.REPLIES_WRITE)
                        .answers(ReplyView.class, ReplyView.EXAMPLE)
                        .handledBy(call ->
                                marked(call, mark.handle(call.scope(), call.id("id", ReplyId::new), call.origin()))),
                Route.post(ONE + "/unhandle", "It is to be dealt with again")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.REPLIES_WRITE)
                        .answers(ReplyView.class, ReplyView.EXAMPLE)
                        .handledBy(call ->
                                marked(call, mark.unhandle(call.scope(), call.id("id", ReplyId::new), call.origin()))));
    }

    private Reply<Page<ReplyView>> list(Call<None> call) {
        ReadReplies.Page page = replies.list(
                call.scope(),
                new Replies.Filter(
                        Params.words(call.query(), "intent", Intent.class),
                        Params.words(call.query(), "channel", Channel.class),
                        Params.flag(call.query(), "handled"),
                        Params.flag(call.query(), "review_required"),
                        Params.id(call.query(), "lead_id", LeadId::new),
                        Params.instant(call.query(), "received_from"),
                        Params.instant(call.query(), "received_to"),
                        Params.id(call.query(), "campaign_id", CampaignId::new)),
                call.paging()
                        .after()
                        .map(after -> new Replies.After(Params.instant(after), new ReplyId(after.id())))
                        .orElse(null),
                call.paging().limit());
        People.Names names = people.named(
                call.scope().clientId(),
                page.lines().stream().map(line -> line.reply().handledBy()).toList());
        Moments.Known stamps = moments.ofAll(
                call.scope(),
                Kind.REPLY,
                page.lines().stream().map(line -> line.reply().id()).toList());
        List<ReplyView> views = page.lines().stream()
                .map(line -> ReplyView.of(
                        line, page.cards(), names, stamps.of(line.reply().id())))
                .toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(Params.at(
                                views.getLast().receivedAt(), views.getLast().id()))
                        : Optional.empty()));
    }

    private Reply<ReplyDetail> show(Call<None> call) {
        return replies.find(call.scope(), call.id("id", ReplyId::new))
                .<Reply<ReplyDetail>>map(detail -> {
                    ReplyView view = view(call, detail);
                    return Reply.ok(new ReplyDetail(
                                    view,
                                    detail.messages().stream()
                                            .map(ThreadView.MessageView::of)
                                            .toList(),
                                    detail.answers().stream()
                                            .map(answer -> ResponseView.of(answer, view.id()))
                                            .toList()))
                            .version(view.version());
                })
                .orElseGet(Reply::notFound);
    }

    private ReplyView view(Call<?> call, ReadReplies.Detail detail) {
        People.Names names = people.named(
                call.scope().clientId(),
                Collections.singletonList(detail.line().reply().handledBy()));
        return ReplyView.of(
                detail.line(),
                detail.cards(),
                names,
                moments.of(call.scope(), Kind.REPLY, detail.line().reply().id()));
    }

    private Reply<ReplyView> marked(Call<None> call, MarkReplyHandled.Outcome outcome) {
        return switch (outcome) {
            case MarkReplyHandled.Outcome.Marked(io.agencyos.domain.conversation.Reply reply) -> {
                ReplyView view =
                        view(call, replies.find(call.scope(), reply.id()).orElseThrow());
                yield Reply.ok(view).version(view.version());
            }
            case MarkReplyHandled.Outcome.NotFound missing -> Reply.notFound();
            case MarkReplyHandled.Outcome.Forbidden refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }
}
