package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.world.Tempo;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The sandbox in a process of its own: {@code --port 7070 --seed 42 --people 2000 --data FILE --start INSTANT}, or
 * {@code --real-time true} to live by the system's clock. {@code --house FOLDER --port 7070 --host 0.0.0.0} keeps one world for
 * each tenant of an installation of several processes instead. Prints its address on the first line.
 */
public final class SandboxMain {

    private static final Set<String> OPTIONS =
            Set.of("--port", "--seed", "--people", "--data", "--start", "--real-time", "--house", "--host");
    private static final int REAL_TIME_STEP_MS = 250;

    private SandboxMain() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Map<String, String> options = options(arguments);
        if (options.containsKey("--house")) {
            house(options);
            return;
        }
        SandboxSettings defaults = SandboxSettings.defaults();
        SandboxSettings settings = defaults.withPort(Integer.parseInt(options.getOrDefault("--port", "0")))
                .withSeed(Long.parseLong(options.getOrDefault("--seed", String.valueOf(defaults.seed()))))
                .withPeople(Integer.parseInt(options.getOrDefault("--people", String.valueOf(defaults.people()))));
        if (options.containsKey("--data")) {
            settings = settings.withDataFile(Path.of(options.get("--data")));
        }
        boolean realTime = Boolean.parseBoolean(options.getOrDefault("--real-time", "false"));
        InstantSource clock = realTime
                ? InstantSource.system()
                : new SandboxClock(Instant.parse(options.getOrDefault("--start", "2026-03-02T00:00:00Z")));
        VendorSandbox sandbox = VendorSandbox.start(settings, clock);
        System.out.println(sandbox.baseUrl());
        if (realTime) {
            beat(() -> sandbox.pump(clock.instant()));
        }
        new CountDownLatch(1).await();
    }

    private static void house(Map<String, String> options) throws InterruptedException, ExecutionException {
        SandboxHouse house = SandboxHouse.open(
                new SandboxHouse.Keeping(
                        address(options.getOrDefault("--host", "127.0.0.1")),
                        Integer.parseInt(options.getOrDefault("--port", "0")),
                        Optional.of(Path.of(options.get("--house"))),
                        Tempo.HASTY),
                InstantSource.system());
        System.out.println(house.address());
        beat(house::pump);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("no host has the name " + host, unknown);
        }
    }

    /** Ends only when a step failed, and then says why. */
    private static void beat(Runnable step) throws InterruptedException, ExecutionException {
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        ScheduledFuture<?> steps =
                pace.scheduleWithFixedDelay(step, REAL_TIME_STEP_MS, REAL_TIME_STEP_MS, TimeUnit.MILLISECONDS);
        steps.get();
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length % 2 != 0 || !OPTIONS.containsAll(options.keySet())) {
            throw new IllegalArgumentException("options are " + OPTIONS + ", each with a value");
        }
        return options;
    }
}
