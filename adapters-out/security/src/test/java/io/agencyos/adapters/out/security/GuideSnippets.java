package io.agencyos.adapters.out.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The programs by which {@code docs/guide/api.md} says that a delivery is to be verified, run as their readers would. */
final class GuideSnippets {

    private static final String JAVA = """
        import java.nio.charset.StandardCharsets;
        import java.nio.file.*;
        import java.security.*;
        import java.time.Instant;
        import java.util.*;
        import javax.crypto.Mac;
        import javax.crypto.spec.SecretKeySpec;

        class Verify {
        %s
            public static void main(String[] arguments) throws Exception {
                Map<String, String> headers = Map.of("webhook-id", arguments[1], "webhook-timestamp", arguments[2],
                        "webhook-signature", arguments[3]);
                System.out.println(genuine(arguments[0], headers, Files.readAllBytes(Path.of(arguments[4]))));
            }
        }
        """;

    private static final String PYTHON = """
        %s
        import sys

        secret, id, timestamp, signature, file = sys.argv[1:]
        headers = {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature}
        print(str(genuine(secret, headers, open(file, "rb").read())).lower())
        """;

    private static final String NODE = """
        %s
        const [secret, id, timestamp, signature, file] = process.argv.slice(2);
        const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
        console.log(genuine(secret, headers, require("fs").readFileSync(file)));
        """;

    private final Path folder;

    GuideSnippets(Path folder) {
        this.folder = folder;
    }

    /** A language of the guide. */
    enum Language {
        PYTHON("python", "verify.py", List.of("python3")),
        JAVASCRIPT("javascript", "verify.js", List.of("node")),
        JAVA(
                "java",
                "Verify.java",
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));

        private final String fence;
        private final String file;
        private final List<String> command;

        Language(String fence, String file, List<String> command) {
            this.fence = fence;
            this.file = file;
            this.command = command;
        }

        /** Whether this machine can run it. */
        boolean isHere() {
            try {
                return new ProcessBuilder(command.getFirst(), "--version")
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException missing) {
                return false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private String around(String snippet) {
            return switch (this) {
                case PYTHON -> GuideSnippets.PYTHON.formatted(snippet);
                case JAVASCRIPT -> NODE.formatted(snippet);
                case JAVA -> GuideSnippets.JAVA.formatted(snippet);
            };
        }
    }

    /** What the guide's program says of a delivery. */
    String says(Language language, String secret, Map<String, String> headers, byte[] body) {
        try {
            Path program = folder.resolve(language.file);
            Files.writeString(program, language.around(snippet(language)));
            Path content = folder.resolve("body");
            Files.write(content, body);
            List<String> command = new ArrayList<>(language.command);
            command.addAll(List.of(
                    program.toString(),
                    secret,
                    headers.get("webhook-id"),
                    headers.get("webhook-timestamp"),
                    headers.get("webhook-signature"),
                    content.toString()));
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            run.waitFor(1, TimeUnit.MINUTES);
            return said.strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String snippet(Language language) throws IOException {
        Path guide = Path.of("").toAbsolutePath();
        while (guide != null && !Files.exists(guide.resolve("docs/guide/api.md"))) {
            guide = guide.getParent();
        }
        List<String> lines = Files.readAllLines(guide.resolve("docs/guide/api.md"));
        int from = lines.indexOf("```" + language.fence);
        return lines.subList(from + 1, lines.size()).stream()
                .takeWhile(line -> !line.equals("```"))
                .collect(Collectors.joining("\n"));
    }
}
