package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.clicksend.ClickSend;
import io.agencyos.adapters.out.sandbox.http.HttpFront;
import io.agencyos.adapters.out.sandbox.http.Reception;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.world.Tempo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many sandboxes behind one server, one for each tenant, opened when somebody first comes to its door. A door's address is
 * made of the tenant's name and of a print of its key, so that whoever has another key stands before another door, and
 * nobody before somebody else's. The invented people are the same in all of them and are kept once.
 */
public final class SandboxHouse implements AutoCloseable {

    /** What says the key where no vendor's own header does. */
    public static final String KEY_HEADER = "X-Sandbox-Key";

    private static final Pattern DOOR = Pattern.compile("/t/([a-z0-9-]{1,60}\\.[0-9a-f]{16})(/.*)");
    private static final String WORLD = "/_sandbox/world";
    private static final String INNER_KEY = ClickSend.KEY;
    private static final int LANES = 2;

    /**
     * How a house is kept.
     *
     * @param port 0 for any free one
     * @param folder where its worlds are remembered; empty for a house that ends with its process
     * @param tempo how fast its worlds live
     */
    public record Keeping(InetAddress host, int port, Optional<Path> folder, Tempo tempo) {

        /** On the loopback address, any port; what takes people hours takes them minutes. */
        public static Keeping here(Optional<Path> folder) {
            return new Keeping(InetAddress.getLoopbackAddress(), 0, folder, Tempo.HASTY);
        }

        /** The same where people do only what they are told to. */
        public Keeping told() {
            return new Keeping(host, port, folder, Tempo.TOLD);
        }
    }

    private final Keeping keeping;
    private final InstantSource clock;
    private final HttpFront front;
    private final SandboxSettings usual = SandboxSettings.defaults();
    private final Population people =
            Population.of(usual.populationSeed(), usual.people()).withStrangers();
    private final Map<String, VendorSandbox> worlds = new ConcurrentHashMap<>();
    private final Optional<FolderLock> lock;

    private SandboxHouse(Keeping keeping, InstantSource clock, Optional<FolderLock> lock) {
        this.keeping = keeping;
        this.clock = clock;
        this.lock = lock;
        this.front = new HttpFront(keeping.host(), keeping.port(), new Doors());
    }

    /**
     * Begins to answer.
     *
     * @throws SandboxFolderInUse where another house keeps its worlds in the folder
     */
    public static SandboxHouse open(Keeping keeping, InstantSource clock) {
        Optional<FolderLock> lock = keeping.folder().map(FolderLock::of);
        try {
            SandboxHouse house = new SandboxHouse(keeping, clock, lock);
            house.front.start();
            return house;
        } catch (RuntimeException failed) {
            lock.ifPresent(FolderLock::close);
            throw failed;
        }
    }

    /** Where the house is, without a trailing slash. */
    public String address() {
        return "http://" + host() + ":" + front.port();
    }

    private String host() {
        return keeping.host().isAnyLocalAddress() ? "127.0.0.1" : keeping.host().getHostAddress();
    }

    /** The path of a tenant's door, without a trailing slash; its vendors answer below it as they do in a sandbox alone. */
    public static String door(String tenant, String key) {
        return "/t/" + tenant + "." + print(key);
    }

    /** How many worlds are open. */
    public int size() {
        return worlds.size();
    }

    /** Lets all open worlds live until the clock's present. */
    public void pump() {
        worlds.forEach((name, world) -> {
            try {
                world.pump(clock.instant());
            } catch (RuntimeException failed) {
                if (worlds.get(name) == world) {
                    throw failed;
                }
                // it was forgotten in the middle of its step
            }
        });
    }

    /** Ends the world behind this door, with all that is remembered of it; whoever comes next finds a new one. */
    public void forget(String door) {
        String name = nameOf(door);
        VendorSandbox world = worlds.remove(name);
        if (world != null) {
            world.close();
        }
        keeping.folder().ifPresent(folder -> delete(folder, name));
    }

    /** The same where no house is open on the folder. */
    public static void forget(Path folder, String door) {
        delete(folder, nameOf(door));
    }

    private static String nameOf(String door) {
        Matcher named = DOOR.matcher(door + "/");
        if (!named.matches()) {
            throw new IllegalArgumentException("no door: " + door);
        }
        return named.group(1);
    }

    private static void delete(Path folder, String name) {
        try {
            Files.deleteIfExists(file(folder, name));
        } catch (IOException failed) {
            throw new UncheckedIOException("a world cannot be forgotten", failed);
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".jsonl");
    }

    private VendorSandbox world(String name) {
        return worlds.computeIfAbsent(name, this::opened);
    }

    private VendorSandbox opened(String name) {
        SandboxSettings settings = usual.withSeed(name.hashCode())
                .withTempo(keeping.tempo())
                .withWebhookLanes(LANES)
                .withSalesforge(usual.salesforge().withOptOutLinks());
        return VendorSandbox.within(
                address() + "/t/" + name,
                keeping.folder()
                        .map(folder -> settings.withDataFile(file(folder, name)))
                        .orElse(settings),
                clock,
                people);
    }

    private static String print(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Finds the world behind a door, and shows it the key in the one form that every sandbox knows. */
    private final class Doors implements Reception {

        @Override
        public Optional<Response> take(Request request, UnaryOperator<String> header) {
            Matcher door = DOOR.matcher(request.rawPath());
            if (!door.matches()) {
                return Optional.of(Response.error(404, "no such door"));
            }
            String print = door.group(1).substring(door.group(1).indexOf('.') + 1);
            String inner = door.group(2);
            if (inner.startsWith("/_sandbox")
                    && !print(header.apply(KEY_HEADER)).equals(print)) {
                return Optional.of(Response.error(401, "unauthorized"));
            }
            if (inner.equals(WORLD) && request.method().equals("DELETE")) {
                forget("/t/" + door.group(1));
                return Optional.of(Response.noContent());
            }
            Request within = new Request(request.method(), inner, request.rawQuery(), request.raw());
            return world(door.group(1)).take(within, name -> shown(header.apply(name), print));
        }

        /** A header without the key of this door is shown empty. */
        private static String shown(String header, String print) {
            if (header.startsWith("Basic ")) {
                String pair = decoded(header.substring("Basic ".length()));
                int colon = pair.indexOf(':');
                return colon >= 0 && print(pair.substring(colon + 1)).equals(print)
                        ? "Basic " + encoded(pair.substring(0, colon + 1) + INNER_KEY)
                        : "";
            }
            String scheme = header.startsWith("Bearer ") ? "Bearer " : "";
            return print(header.substring(scheme.length())).equals(print) ? scheme + INNER_KEY : "";
        }

        private static String encoded(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String decoded(String text) {
            try {
                return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException unreadable) {
                return "";
            }
        }

        @Override
        public void close() {
            // the house closes its worlds
        }
    }

    @Override
    public void close() {
        front.close();
        worlds.values().forEach(VendorSandbox::close);
        lock.ifPresent(FolderLock::close);
    }
}
