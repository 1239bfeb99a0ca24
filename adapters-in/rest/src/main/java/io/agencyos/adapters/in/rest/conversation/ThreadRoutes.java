package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReadThreads;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ThreadId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Conversations with leads. Source: api 9.6, 9.11. */
public final class ThreadRoutes implements RouteGroup {

    private static final String TAG = "Threads";

    private final ReadThreads threads;

    public ThreadRoutes(InboxReadings readings) {
        threads = readings.threads();
    }

    @Override
    public List<Route<?, ?>> routes() {
        Param status = new Param(
                "status",
                Param.Kind.WORD,
                Arrays.stream(ThreadStatus.values()).map(ThreadStatus::wire).toList(),
                false,
                "One of the words.");
        return List.of(
                Route.get(Route.C + "/threads", "The conversations with leads, last spoken first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(status, Params.oneId("lead_id"))
                        .lists(ThreadView.class, Sorting.of("-last_at"), ThreadView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(Route.C + "/threads/{id}", "One conversation with its messages in order")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ThreadView.class, ThreadView.EXAMPLE)
                        .handledBy(this::show),
                Route.get(Route.C + "/leads/{id}/threads", "A lead's conversations with their messages")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(ThreadView.class, Sorting.of("-last_at"), ThreadView.EXAMPLE)
                        .handledBy(this::ofLead));
    }

    private Reply<Page<ThreadView>> list(Call<None> call) {
        ReadThreads.Page page = threads.list(
                call.scope(),
                call.query().words("status", ThreadStatus.class).stream()
                        .findFirst()
                        .orElse(null),
                Params.id(call.query(), "lead_id", LeadId::new),
                call.paging()
                        .after()
                        .map(after -> new Threads.After(Params.instant(after), new ThreadId(after.id())))
                        .orElse(null),
                call.paging().limit());
        List<ThreadView> views = page.threads().stream()
                .map(thread -> ThreadView.of(thread, null, page.cards()))
                .toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(Params.at(
                                views.getLast().lastAt(), views.getLast().id()))
                        : Optional.empty()));
    }

    private Reply<ThreadView> show(Call<None> call) {
        return threads.find(call.scope(), call.id("id", ThreadId::new))
                .<Reply<ThreadView>>map(detail -> Reply.ok(view(detail)))
                .orElseGet(Reply::notFound);
    }

    private Reply<Page<ThreadView>> ofLead(Call<None> call) {
        return threads.ofLead(call.scope(), call.id("id", LeadId::new))
                .<Reply<Page<ThreadView>>>map(details -> Reply.ok(
                        new Page<>(details.stream().map(ThreadRoutes::view).toList(), Optional.empty())))
                .orElseGet(Reply::notFound);
    }

    private static ThreadView view(ReadThreads.Detail detail) {
        return ThreadView.of(detail.thread(), detail.messages(), detail.cards());
    }
}
