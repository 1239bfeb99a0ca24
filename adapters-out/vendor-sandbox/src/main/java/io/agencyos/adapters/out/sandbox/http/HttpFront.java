package io.agencyos.adapters.out.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server on the loopback address: takes a request, lets the faults strike before and after it, answers. */
public final class HttpFront implements AutoCloseable {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;
    private static final int LONGEST_HANG_MINUTES = 10;
    /** What tells two requests to one path apart when a fault strikes by odds. */
    private static final Pattern IDENTITY =
            Pattern.compile("\"(?:email|contactIds|custom_string|provider_id)\"\\s*:\\s*(\"[^\"]*\"|\\[[^\\]]*])");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Faults faults;
    private final Admission admission;
    private final Function<Request, Response> dispatch;

    /** Whether a request may come in; a header that is missing is an empty text. */
    @FunctionalInterface
    public interface Admission {
        boolean admits(Request request, UnaryOperator<String> header);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param dispatch answers what came in
     */
    public HttpFront(int port, Faults faults, Admission admission, Function<Request, Response> dispatch) {
        this.faults = faults;
        this.admission = admission;
        this.dispatch = dispatch;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("port " + port + " cannot be used", failure);
        }
    }

    /** Begins to answer. */
    public HttpFront start() {
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
        return this;
    }

    /** The port that is listened on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] raw = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                    new String(raw, StandardCharsets.UTF_8));
            Map<FaultKind, FaultRule> strikes = strikes(request);
            if (!before(exchange, strikes)) {
                return;
            }
            UnaryOperator<String> header =
                    name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                            .orElse("");
            Response response =
                    admission.admits(request, header) ? answer(request) : Response.error(401, "unauthorized");
            after(exchange, strikes, response);
        }
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

    private boolean before(HttpExchange exchange, Map<FaultKind, FaultRule> strikes) throws IOException {
        FaultRule latency = strikes.get(FaultKind.LATENCY);
        if (latency != null && waited(latency.delayMs(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        if (strikes.containsKey(FaultKind.HANG_BEFORE)) {
            waited(LONGEST_HANG_MINUTES, TimeUnit.MINUTES);
            return false;
        }
        if (strikes.containsKey(FaultKind.DROP_BEFORE)) {
            return false;
        }
        FaultRule status = strikes.get(FaultKind.STATUS);
        if (status != null) {
            send(exchange, refused(status));
            return false;
        }
        return true;
    }

    private void after(HttpExchange exchange, Map<FaultKind, FaultRule> strikes, Response response) throws IOException {
        FaultRule status = strikes.get(FaultKind.STATUS_AFTER);
        if (strikes.containsKey(FaultKind.HANG_AFTER)) {
            waited(LONGEST_HANG_MINUTES, TimeUnit.MINUTES);
        } else if (strikes.containsKey(FaultKind.DROP_AFTER)) {
            return;
        } else if (status != null) {
            send(exchange, refused(status));
        } else if (strikes.containsKey(FaultKind.TRUNCATE)) {
            String half = response.body().isEmpty()
                    ? "{"
                    : response.body().substring(0, response.body().length() / 2);
            send(exchange, new Response(response.status() == 204 ? 200 : response.status(), response.headers(), half));
        } else {
            send(exchange, response);
        }
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

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
