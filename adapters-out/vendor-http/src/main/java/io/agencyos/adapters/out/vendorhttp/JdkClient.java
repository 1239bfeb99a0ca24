package io.agencyos.adapters.out.vendorhttp;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Feign on {@code java.net.http}. Its time-out covers the whole answer, headers and body, and an answer larger than 5
 * MiB is broken off: the library's own client promises neither. Follows no redirect, so that no credential is carried
 * to another host. HTTP/1.1, because a request that the client repeats by itself on a refused stream is a second send.
 */
final class JdkClient implements Client, AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final long LARGEST_ANSWER = 5L * 1024 * 1024;
    /** The JDK sets these by itself and refuses them from elsewhere. */
    private static final Set<String> OWN_HEADERS = Set.of("content-length", "host", "connection");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Duration limit = timeLimit(options);
        CompletableFuture<HttpResponse<byte[]>> call =
                http.sendAsync(translate(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return translate(request, call.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new NoAnswerException(NoAnswerException.Stage.TIMED_OUT, late);
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswerException(NoAnswerException.Stage.BROKEN, interrupted);
        } catch (ExecutionException failed) {
            throw new NoAnswerException(stageOf(failed.getCause()), failed.getCause());
        }
    }

    private static Duration timeLimit(Request.Options options) {
        Duration read = Duration.ofMillis(options.readTimeoutMillis());
        return CallBudget.left().filter(rest -> rest.compareTo(read) < 0).orElse(read);
    }

    static NoAnswerException.Stage stageOf(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException late -> NoAnswerException.Stage.CONNECT_TIMEOUT;
            case HttpTimeoutException late -> NoAnswerException.Stage.TIMED_OUT;
            case ConnectException refused -> NoAnswerException.Stage.NOT_CONNECTED;
            case UnknownHostException unknown -> NoAnswerException.Stage.NOT_CONNECTED;
            case SSLHandshakeException tls -> NoAnswerException.Stage.NOT_CONNECTED;
            default -> NoAnswerException.Stage.BROKEN;
        };
    }

    private static HttpRequest translate(Request request) {
        HttpRequest.BodyPublisher body = request.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.httpMethod().name(), body);
        request.headers().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private static Response translate(Request request, HttpResponse<byte[]> response) {
        Map<String, Collection<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        AnswerHeaders.note(headers);
        return Response.builder()
                .request(request)
                .status(response.statusCode())
                .headers(headers)
                .body(response.body())
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
