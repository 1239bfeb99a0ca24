package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide to a first campaign, word for word: its demonstration in a process of its own, its commands in a shell, and of what
 * they answer every member and every word of ours that the guide shows. Names, numbers and times differ from run to run.
 */
@Tag("processes")
class FirstCampaignGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "first-campaign.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern READY =
            Pattern.compile("API +(http://[^/]+)/docs.*?password +(\\S+).*?vendor +(\\S+) \\(its key", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\" ?:");
    /** A member whose value is a word of the product's, such as a status or a code, but for what invented people say. */
    private static final Pattern WORD =
            Pattern.compile("(\"(?!intent|handling|reason|source)\\w+\" ?: ?\"[a-z][a-z_]+\")");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String NEXT = "@@next";

    @TempDir
    Path folder;

    /**
     * What the guide tells to type, and what it says comes of it.
     *
     * @param answers empty where it shows none
     */
    private record Step(String commands, String answers) {}

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        String before = "";
        for (MatchResult block :
                BLOCK.matcher(Files.readString(GUIDE)).results().toList()) {
            if (block.group(1).equals("bash")) {
                steps.add(new Step(block.group(2), ""));
            } else if (before.equals("bash")) {
                steps.set(steps.size() - 1, new Step(steps.getLast().commands(), block.group(2)));
            }
            before = block.group(1);
        }
        return steps;
    }

    @Test
    void every_command_of_the_guide_does_what_it_shows() throws Exception {
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(15);
        Process demo = demo();
        try {
            List<String> told = typed(steps, ready(demo));
            assertThat(told).hasSameSizeAs(steps);
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                assertThat(all(MEMBER, told.get(i)))
                        .as(step.commands() + told.get(i))
                        .containsAll(all(MEMBER, step.answers()));
                assertThat(all(WORD, told.get(i)))
                        .as(step.commands() + told.get(i))
                        .containsAll(all(WORD, step.answers()));
            }
        } finally {
            demo.destroy();
            demo.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).replace(" ", ""))
                .collect(Collectors.toSet());
    }

    private Process demo() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.agencyos.bootstrap.Main",
                "demo",
                "--days",
                "3");
        command.environment().put("AGENCYOS_DATA_DIR", folder.resolve("first").toString());
        command.environment().put("AGENCYOS_PORT", "0");
        command.redirectErrorStream(true);
        return command.start();
    }

    /** What the guide takes over from the demonstration's last lines. */
    private static Map<String, String> ready(Process demo) throws IOException {
        StringBuilder said = new StringBuilder();
        // stays open: the demonstration goes on writing
        BufferedReader lines = demo.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher ready = READY.matcher(said);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return Map.of("SERVER", ready.group(1), "PASSWORD", ready.group(2), "SANDBOX", ready.group(3));
            }
        }
        throw new AssertionError(said);
    }

    /** Everything in one shell, as the guide goes on with what it remembered; what each step said. */
    private List<String> typed(List<Step> steps, Map<String, String> settings) throws Exception {
        String script = steps.stream()
                .map(Step::commands)
                .collect(Collectors.joining("\necho '" + NEXT + "'\n", "set -euo pipefail\n", "\n"));
        Path said = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder(
                "bash", Files.writeString(folder.resolve("guide.sh"), script).toString());
        shell.environment().putAll(new HashMap<>(settings));
        shell.redirectErrorStream(true);
        shell.redirectOutput(said.toFile());
        Process running = shell.start();
        boolean ended = running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        running.destroyForcibly();
        assertThat(ended).as(Files.readString(said)).isTrue();
        assertThat(running.exitValue()).as(Files.readString(said)).isZero();
        return List.of(Files.readString(said).split(NEXT + "\n", -1));
    }
}
