package io.agencyos.adapters.in.http.testing.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A Chromium of this machine without a window, on a profile of its own, which finds no host but this machine. Where there is
 * none, {@link #isHere} says so and tests leave themselves out.
 */
public final class Chromium implements AutoCloseable {

    public static final String MISSING = "no Chromium on this machine; install one or name it by -Dagencyos.browser=";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int END_SECONDS = 10;

    private final Process process;
    private final DevTools tools;

    private Chromium(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    public static boolean isHere() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        Stream<Path> named =
                Stream.ofNullable(System.getProperty("agencyos.browser")).map(Path::of);
        Stream<Path> onPath = NAMES.stream()
                .flatMap(name -> Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("/usr/bin")
                                .split(":"))
                        .map(folder -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    /** @param profile an empty folder, the browser's own until it is closed */
    public static Chromium start(Path profile) {
        try {
            Process process = new ProcessBuilder(
                            program()
                                    .orElseThrow(() -> new IllegalStateException(MISSING))
                                    .toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-extensions",
                            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                            "--window-size=1280,900",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .start();
            return new Chromium(process, new DevTools(address(process)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> out.lines().forEach(later -> {}));
                return URI.create(listening.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The browser ended before it could be spoken to: " + said);
    }

    /** A new, empty page. */
    public Page page() {
        String target = tools.send(
                        null, "Target.createTarget", DevTools.parameters().put("url", "about:blank"))
                .path("targetId")
                .asString();
        JsonNode attached = tools.send(
                null,
                "Target.attachToTarget",
                DevTools.parameters().put("targetId", target).put("flatten", true));
        return new Page(tools, attached.path("sessionId").asString());
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            tools.send(null, "Browser.close", DevTools.parameters());
            tools.close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            children.forEach(child -> child.onExit().join());
        }
    }
}
