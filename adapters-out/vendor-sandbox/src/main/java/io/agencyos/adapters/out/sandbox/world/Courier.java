package io.agencyos.adapters.out.sandbox.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Carries the world's calls to the product, a few lanes side by side, each in order, each call once: nothing is retried. */
final class Courier implements AutoCloseable {

    /** Made with the first call: many worlds never make one. */
    private @Nullable HttpClient client;

    private final int lanes;
    private final Duration patience;
    private volatile Caller caller = this::byNetwork;

    Courier(int lanes, Duration patience) {
        this.lanes = lanes;
        this.patience = patience;
    }

    void callBy(Caller other) {
        caller = other;
    }

    /** Delivers everything and answers how many calls were not answered with 2xx. */
    int deliver(List<Outgoing> calls, Instant now) {
        if (calls.isEmpty()) {
            return 0;
        }
        AtomicInteger failed = new AtomicInteger();
        List<List<Outgoing>> byLane = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            byLane.add(new ArrayList<>());
        }
        calls.forEach(
                call -> byLane.get(Math.floorMod(call.lane().hashCode(), lanes)).add(call));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Outgoing> lane : byLane) {
                threads.execute(() -> lane.forEach(call -> {
                    if (!call(call, now)) {
                        failed.incrementAndGet();
                    }
                }));
            }
        }
        return failed.get();
    }

    private boolean call(Outgoing call, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", call.contentType());
        headers.putAll(call.headers().apply(now));
        try {
            return caller.post(URI.create(call.url()), headers, call.body()) / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int byNetwork(URI url, Map<String, String> headers, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(patience).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client().send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
            client = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
