package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.application.platform.IdempotentRequests;
import io.agencyos.application.platform.IdempotentRequests.Attempt;
import io.agencyos.application.platform.IdempotentRequests.Key;
import io.agencyos.application.platform.IdempotentRequests.Standing;
import io.agencyos.application.platform.IdempotentRequests.Stored;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Carries out an order once, however often it is sent with the same Idempotency-Key. Source: api 1.5. */
final class Replays {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration KEPT = Duration.ofHours(24);
    /** Twice the longest time a request may take. */
    private static final Duration LOCKED = Duration.ofSeconds(60);

    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 429);
    private static final Set<String> KEPT_HEADERS = Set.of("Location", "ETag");
    private static final int OUR_FAULT = 500;

    private final ServerPorts ports;

    Replays(ServerPorts ports) {
        this.ports = ports;
    }

    /** The key that was sent, or why there is none. */
    static Result<String, Problem> key(Exchange exchange) {
        return exchange.header("Idempotency-Key")
                .filter(key -> KEY.matcher(key).matches())
                .<Result<String, Problem>>map(Result::ok)
                .orElseGet(() -> Result.err(Problem.of(
                        ProblemCode.IDEMPOTENCY_KEY_REQUIRED,
                        "Send an Idempotency-Key of 1 to 255 visible ASCII characters.")));
    }

    /**
     * Somebody's order.
     *
     * @param body what was sent, byte for byte or canonical
     * @param secret whether its answer shows a secret once
     */
    record Order(String key, Gate.Entry entry, byte[] body, boolean secret) {}

    Answer once(Order asked, Exchange exchange, Supplier<Answer> work) {
        ClientId client = asked.entry().tenant().map(TenantScope::clientId).orElse(IdempotentRequests.NOBODY);
        Key order = new Key(client, scope(asked.entry(), exchange), asked.key());
        String print = fingerprint(exchange, asked.body());
        Instant now = ports.clock().now();
        Attempt attempt = new Attempt(order, print, now, now.plus(LOCKED), now.plus(KEPT));
        return switch (in(client, () -> ports.idempotency().begin(attempt))) {
            case Standing.Begun() -> carriedOut(order, print, asked.secret(), work);
            case Standing.InProgress() ->
                Answers.problem(
                        Problem.of(ProblemCode.IDEMPOTENCY_IN_PROGRESS, "This order is being carried out.")
                                .retryAfter(1),
                        exchange);
            case Standing.Reused() ->
                Answers.problem(
                        Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, "This key was used for another order."),
                        exchange);
            case Standing.Done(Stored stored) ->
                new Answer(
                                stored.status(),
                                stored.mediaType(),
                                stored.headers(),
                                Answer.Body.of(
                                        asked.secret()
                                                ? ports.sealer().openText(stored.body(), place(order))
                                                : stored.body()))
                        .with("Idempotent-Replayed", "true");
        };
    }

    private Answer carriedOut(Key order, String print, boolean secret, Supplier<Answer> work) {
        Answer answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error failure) {
            forget(order, print);
            throw failure;
        }
        if (answer.status() >= OUR_FAULT || NOT_KEPT.contains(answer.status())) {
            forget(order, print);
        } else {
            String said = answer.body().text();
            String body = secret ? ports.sealer().sealText(said, place(order)) : said;
            Stored stored = new Stored(answer.status(), answer.mediaType(), kept(answer.headers()), body);
            in(order.client(), () -> {
                ports.idempotency().finish(order, print, stored);
                return true;
            });
        }
        return answer;
    }

    /** What was sealed for one order opens for no other. */
    private static SealedPlace place(Key order) {
        return new SealedPlace("idempotency_key", "response", order.scope() + " " + order.key(), order.client());
    }

    private void forget(Key order, String print) {
        in(order.client(), () -> {
            ports.idempotency().abandon(order, print);
            return true;
        });
    }

    private <T> T in(ClientId client, Supplier<T> work) {
        return ports.units().inTenant(TenantScope.worker(client), work);
    }

    private static Map<String, String> kept(Map<String, String> headers) {
        Map<String, String> kept = new LinkedHashMap<>(headers);
        kept.keySet().retainAll(KEPT_HEADERS);
        return kept;
    }

    private static String scope(Gate.Entry entry, Exchange exchange) {
        String who = entry.key()
                .map(program -> program.key().id().text())
                .or(() -> entry.caller().map(person -> person.userId().text()))
                .orElse("anonymous");
        return who + " " + exchange.context().method() + " " + exchange.path();
    }

    private static String fingerprint(Exchange exchange, byte[] body) {
        MessageDigest digest = Digests.sha256();
        List.of(exchange.context().method().toString(), exchange.path(), exchange.queryString())
                .forEach(part -> {
                    digest.update(part.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
        digest.update(body);
        return HexFormat.of().formatHex(digest.digest());
    }
}
