package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.bootstrap.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a guide tells its readers to type at the command line is there to be typed: each command and each of its options. */
class GuideCommandsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TYPED = Pattern.compile("(?:^|[`$/ ])agency-os ((?:--)?[a-z][^`\\n|#]*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z][a-z-]*");

    /** Named as if they were commands: what the product makes in an account at a vendor. */
    private static final Set<String> RULES_AT_A_VENDOR = Set.of("inbound", "receipts");

    private final CommandLine line = Main.commandLine(Settings.read(Map.of()).orElseThrow());

    @Test
    void every_command_that_a_guide_names_is_there_with_its_options() throws IOException {
        List<String> strange = new ArrayList<>();
        int typed = 0;
        for (Path page : pages()) {
            for (MatchResult found :
                    TYPED.matcher(Files.readString(page)).results().toList()) {
                typed++;
                fault(found.group(1)).ifPresent(fault -> strange.add(page + ": agency-os " + found.group(1) + fault));
            }
        }
        assertThat(strange).isEmpty();
        assertThat(typed).isGreaterThan(40);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> guides = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(guides, Stream.of(ROOT.resolve("README.md")))
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    private Optional<String> fault(String typed) {
        CommandLine command = line;
        for (String word : typed.split("\\s+")) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                break;
            }
            command = next;
        }
        if (command == line) {
            return RULES_AT_A_VENDOR.contains(typed) ? Optional.empty() : Optional.of(" is no command");
        }
        CommandLine.Model.CommandSpec spec = command.getCommandSpec();
        return OPTION.matcher(typed)
                .results()
                .map(MatchResult::group)
                .filter(option -> spec.findOption(option) == null)
                .findFirst()
                .map(option -> " has no " + option);
    }
}
