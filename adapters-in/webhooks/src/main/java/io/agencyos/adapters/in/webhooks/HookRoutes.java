package io.agencyos.adapters.in.webhooks;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RawBody;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.conversation.AnswerLive;
import io.agencyos.application.conversation.ReceiveWebhook;
import io.agencyos.application.conversation.ReceiveWebhook.Answer;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.shared.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where vendors push what happened: verified on the exact bytes and stored before it is answered. What is done about it
 * never changes the answer. Source: api 10.1.
 */
public final class HookRoutes implements RouteGroup {

    private static final Logger LOG = LoggerFactory.getLogger(HookRoutes.class);

    private static final String ACCEPTED = "accepted";
    private static final String DUPLICATE = "duplicate";
    private static final String REF = "ref";

    /** A vendor that is told when to come again loses nothing. */
    private static final int RETRY_AFTER = 30;

    /** On a telephone nobody waits longer, though the vendor would. Source: vapi 6. */
    private static final Duration ON_THE_LINE = Duration.ofSeconds(5);

    private final ReceiveWebhook receive;
    private final AnswerLive live;
    private final Duration patience;

    public HookRoutes(ReceiveWebhook receive, AnswerLive live) {
        this(receive, live, ON_THE_LINE);
    }

    HookRoutes(ReceiveWebhook receive, AnswerLive live, Duration patience) {
        this.receive = receive;
        this.live = live;
        this.patience = patience;
    }

    /**
     * What the vendor is told.
     *
     * @param status that what was sent was taken in; it is worked on afterwards
     * @param eventId the key of the first event that is new
     * @param results what became of what an assistant asked for in a call; left out for everything else
     * @param assistant who talks to somebody who calls us; left out for everything else
     * @param error why nobody does; left out for everything else
     */
    public record Received(
            String status,
            @Nullable String eventId,
            @Nullable Object results,
            @Nullable Object assistant,
            @Nullable Object error) {

        static final Received EXAMPLE = of(ACCEPTED, "evt_01", Map.of());

        static Received of(String status, @Nullable String eventId, Map<String, Object> told) {
            return new Received(status, eventId, told.get("results"), told.get("assistant"), told.get("error"));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post("/api/v1/hooks/{vendor}/{hook}", "Take what a vendor pushes")
                .tag("Hooks")
                .open()
                .rawBody()
                .params(Param.text(REF, "The one-time word that we gave a vendor which signs nothing."))
                .answers(Received.class, Received.EXAMPLE)
                .problems(
                        ProblemCode.NOT_FOUND,
                        ProblemCode.UNAUTHENTICATED,
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        ProblemCode.UNAVAILABLE)
                .handledBy(this::take));
    }

    private Reply<Received> take(Call<RawBody> call) {
        Map<String, List<String>> headers = call.body().headers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        HookReader.Delivery delivery = new HookReader.Delivery(
                headers, call.query().text(REF), call.body().bytes());
        try {
            return answer(receive.receive(call.text("vendor"), call.text("hook"), delivery));
        } catch (StorageUnavailable down) {
            return Reply.refused(Problem.of(ProblemCode.UNAVAILABLE, "Nothing was stored; send it again.")
                    .retryAfter(RETRY_AFTER));
        }
    }

    private Reply<Received> answer(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(List<String> keys, var asked) ->
                Reply.ok(Received.of(ACCEPTED, keys.getFirst(), told(asked)));
            case Answer.Duplicate(var asked) -> Reply.ok(Received.of(DUPLICATE, null, told(asked)));
            case Answer.UnknownHook unknown -> Reply.notFound();
            case Answer.Forged(HookReader.Forgery why) ->
                Reply.refused(
                        ProblemCode.UNAUTHENTICATED,
                        switch (why) {
                            case SIGNATURE_MISSING -> "The delivery is not signed.";
                            case SIGNATURE_WRONG -> "The signature does not fit the body.";
                            case TOO_OLD -> "The signature is too old.";
                        });
        };
    }

    /** Whoever asked hears something in time; what was begun goes on without anybody waiting for it. */
    private Map<String, Object> told(Optional<AnswerLive.Asked> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        FutureTask<Map<String, Object>> work = new FutureTask<>(() -> live.answer(asked.get()));
        Thread.startVirtualThread(work);
        try {
            return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return live.later(asked.get());
        } catch (ExecutionException failed) {
            LOG.warn(
                    "an answer to a call failed: {}",
                    failed.getCause() == null ? "" : failed.getCause().getClass());
            return live.later(asked.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return live.later(asked.get());
        }
    }
}
