package io.agencyos.adapters.out.sandbox.http;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every request comes through, by the network or by hand: the faults strike before and after it. */
public final class Door implements Reception {

    private static final int LONGEST_HANG_MINUTES = 10;
    /** What tells two requests to one path apart when a fault strikes by odds. */
    private static final Pattern IDENTITY =
            Pattern.compile("\"(?:email|contactIds|custom_string|provider_id)\"\\s*:\\s*(\"[^\"]*\"|\\[[^\\]]*])");

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Faults faults;
    private final Admission admission;
    private final Function<Request, Response> dispatch;

    /** Whether a request may come in; a header that is missing is an empty text. */
    @FunctionalInterface
    public interface Admission {
        boolean admits(Request request, UnaryOperator<String> header);
    }

    /** @param dispatch answers what came in */
    public Door(Faults faults, Admission admission, Function<Request, Response> dispatch) {
        this.faults = faults;
        this.admission = admission;
        this.dispatch = dispatch;
    }

    @Override
    public Optional<Response> take(Request request, UnaryOperator<String> header) {
        Map<FaultKind, FaultRule> strikes = strikes(request);
        FaultRule latency = strikes.get(FaultKind.LATENCY);
        if (latency != null && waited(latency.delayMs(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        if (strikes.containsKey(FaultKind.HANG_BEFORE)) {
            return hung();
        }
        if (strikes.containsKey(FaultKind.DROP_BEFORE)) {
            return Optional.empty();
        }
        FaultRule status = strikes.get(FaultKind.STATUS);
        if (status != null) {
            return Optional.of(refused(status));
        }
        return after(
                strikes, admission.admits(request, header) ? answer(request) : Response.error(401, "unauthorized"));
    }

    private Response answer(Request request) {
        try {
            return dispatch.apply(request);
        } catch (Refusal refusal) {
            return Response.error(refusal.status(), refusal.reason());
        } catch (RuntimeException bug) {
            // a caller that sees a closed connection would hunt its own bug: say that it is ours
            return Response.error(500, "sandbox bug: " + bug);
        }
    }

    private Map<FaultKind, FaultRule> strikes(Request request) {
        if (request.rawPath().startsWith("/_sandbox")) {
            return Map.of();
        }
        Matcher identity = IDENTITY.matcher(request.raw());
        List<FaultRule> rules = faults.strikingRequest(
                request.method() + " " + request.rawPath(), identity.find() ? identity.group(1) : "");
        Map<FaultKind, FaultRule> byKind = new HashMap<>();
        rules.forEach(rule -> byKind.putIfAbsent(rule.kind(), rule));
        return byKind;
    }

    private Optional<Response> after(Map<FaultKind, FaultRule> strikes, Response response) {
        if (strikes.containsKey(FaultKind.HANG_AFTER)) {
            return hung();
        }
        if (strikes.containsKey(FaultKind.DROP_AFTER)) {
            return Optional.empty();
        }
        FaultRule status = strikes.get(FaultKind.STATUS_AFTER);
        if (status != null) {
            return Optional.of(refused(status));
        }
        return Optional.of(strikes.containsKey(FaultKind.TRUNCATE) ? half(response) : response);
    }

    private static Response half(Response whole) {
        String body = whole.body().isEmpty()
                ? "{"
                : whole.body().substring(0, whole.body().length() / 2);
        return new Response(whole.status() == 204 ? 200 : whole.status(), whole.headers(), body);
    }

    private Optional<Response> hung() {
        waited(LONGEST_HANG_MINUTES, TimeUnit.MINUTES);
        return Optional.empty();
    }

    /** Waits; true means that the sandbox closes meanwhile. */
    private boolean waited(long time, TimeUnit unit) {
        try {
            return closing.await(time, unit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Response refused(FaultRule rule) {
        String message = rule.status() == 422 ? "insufficient active contact capacity" : "fault " + rule.status();
        Response error = Response.error(rule.status(), message);
        Map<String, String> headers = new HashMap<>(error.headers());
        if (rule.retryAfterSeconds() >= 0) {
            headers.put("Retry-After", String.valueOf(rule.retryAfterSeconds()));
        }
        return new Response(error.status(), headers, error.body());
    }

    /** Whoever hangs is let go. */
    @Override
    public void close() {
        closing.countDown();
    }
}
