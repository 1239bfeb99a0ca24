package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.RawBody;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.application.conversation.HookReader;
import io.agencyos.application.conversation.ReceiveWebhook;
import io.agencyos.application.conversation.ReceiveWebhook.Answer;
import io.agencyos.application.shared.StorageUnavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where vendors push what happened: verified on the exact bytes and stored before it is answered. What is done about it
 * never changes the answer. Source: api 10.1.
 */
public final class HookRoutes implements RouteGroup {

    private static final String ACCEPTED = "accepted";
    private static final String DUPLICATE = "duplicate";

    /** A vendor that is told when to come again loses nothing. */
    private static final int RETRY_AFTER = 30;

    private final ReceiveWebhook receive;

    public HookRoutes(ReceiveWebhook receive) {
        this.receive = receive;
    }

    /**
     * What the vendor is told.
     *
     * @param eventId the key of the first event that is new
     */
    public record Received(String status, @Nullable String eventId) {

        static final Received EXAMPLE = new Received(ACCEPTED, "evt_01");
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post("/api/v1/hooks/{vendor}/{hook}", "Take what a vendor pushes")
                .tag("Hooks")
                .open()
                .rawBody()
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
        HookReader.Delivery delivery =
                new HookReader.Delivery(headers, call.body().bytes());
        try {
            return answer(receive.receive(call.text("vendor"), call.text("hook"), delivery));
        } catch (StorageUnavailable down) {
            return Reply.refused(Problem.of(ProblemCode.UNAVAILABLE, "Nothing was stored; send it again.")
                    .retryAfter(RETRY_AFTER));
        }
    }

    private static Reply<Received> answer(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(List<String> keys) -> Reply.ok(new Received(ACCEPTED, keys.getFirst()));
            case Answer.Duplicate duplicate -> Reply.ok(new Received(DUPLICATE, null));
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
}
