package io.agencyos.bootstrap.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Callers on this machine who ask for the same thing again and again, each as soon as it was answered or at a fixed rate. */
final class HttpLoad implements AutoCloseable {

    private static final int SUCCESS = 2;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong number = new AtomicLong();
    private final int callers;

    /** @param callers who ask at the same time */
    HttpLoad(int callers) {
        this.callers = callers;
    }

    /** How it went: answers a second, and nanoseconds from when a request was due to its answer, in ascending order. */
    record Run(double perSecond, long[] nanos) {

        double millisOfPercentile(int percent) {
            return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
        }
    }

    /** Each caller asks as soon as it was answered. */
    Run flatOut(Duration span, LongFunction<HttpRequest> requests) throws IOException {
        return run(span, 0, requests);
    }

    /** All callers together ask so many times a second. */
    Run at(double perSecond, Duration span, LongFunction<HttpRequest> requests) throws IOException {
        return run(span, (long) (1e9 * callers / perSecond), requests);
    }

    private Run run(Duration span, long everyNanos, LongFunction<HttpRequest> requests) throws IOException {
        long begun = System.nanoTime();
        long end = begun + span.toNanos();
        List<Callable<long[]>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            long first = begun + everyNanos * i / callers;
            calls.add(() -> call(first, end, everyNanos, requests));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : threads.invokeAll(calls)) {
                all.add(one.get());
            }
            long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Run(nanos.length * 1e9 / (System.nanoTime() - begun), nanos);
        } catch (ExecutionException failed) {
            throw new IOException("a request was not answered", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private long[] call(long first, long end, long everyNanos, LongFunction<HttpRequest> requests)
            throws IOException, InterruptedException {
        long[] nanos = new long[1024];
        int count = 0;
        long due = first;
        while (due < end) {
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            HttpResponse<byte[]> answer =
                    http.send(requests.apply(number.incrementAndGet()), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != SUCCESS) {
                throw new IOException(
                        "answered " + answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = System.nanoTime() - due;
            due = everyNanos == 0 ? System.nanoTime() : due + everyNanos;
        }
        return Arrays.copyOf(nanos, count);
    }

    @Override
    public void close() {
        http.close();
    }
}
