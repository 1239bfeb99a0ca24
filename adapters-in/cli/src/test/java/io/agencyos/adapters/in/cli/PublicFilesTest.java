package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.WeightEstimator;
import io.agencyos.domain.scoring.weight.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Public data sets that may not be handed out: an invented file of the same shape, and the reference figures on a copy of
 * one's own, where a system property names it.
 */
class PublicFilesTest {

    private static final int LEADS = 9_240;
    private static final int OLDER = 6_468;
    private static final int OLDER_CONVERTED = 2_454;
    private static final int NEWER_CONVERTED = 1_107;

    /** A text of a column with the points that it stands for. */
    private record Worth(String text, int points) {}

    private static final List<Worth> DO_NOT_EMAIL =
            List.of(new Worth("No", 20), new Worth("No", 20), new Worth("Yes", 8));
    private static final List<Worth> OCCUPATION = List.of(
            new Worth("Working Professional", 25),
            new Worth("Businessman", 25),
            new Worth("Unemployed", 10),
            new Worth("Student", 7),
            new Worth("Other", 7),
            new Worth("Housewife", 7),
            new Worth("", 5));
    private static final List<Worth> SOURCE = List.of(
            new Worth("Reference", 25),
            new Worth("Welingak Website", 25),
            new Worth("Google", 15),
            new Worth("google", 15),
            new Worth("Organic Search", 15),
            new Worth("Direct Traffic", 15),
            new Worth("Olark Chat", 8),
            new Worth("", 8));
    private static final List<Worth> SECONDS = List.of(
            new Worth("0", 0),
            new Worth("", 0),
            new Worth("1", 5),
            new Worth("299", 5),
            new Worth("300", 9),
            new Worth("899", 9),
            new Worth("900", 15),
            new Worth("2272", 15));
    private static final List<Worth> COUNTRY = List.of(new Worth("India", 0), new Worth("India", 0), new Worth("", -5));
    private static final List<Worth> CITY = List.of(new Worth("Mumbai", 0), new Worth("Select", -5), new Worth("", -5));

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private String run(String... args) {
        out.getBuffer().setLength(0);
        assertThat(new CommandLine(new CisCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(out))
                        .execute(args))
                .as(out.toString())
                .isZero();
        return out.toString();
    }

    private String weights(Path file) {
        return run(
                "weights",
                "--file",
                file.toString(),
                "--outcome",
                "Converted=1",
                "--order",
                "Lead Number",
                "--x-education");
    }

    /** A lead with one text of each column, and how gladly it converts. */
    private record Invented(List<Worth> texts, double gladness) {

        static Invented of(Random chance) {
            List<Worth> texts = Arrays.asList(
                    any(DO_NOT_EMAIL, chance),
                    any(OCCUPATION, chance),
                    any(SOURCE, chance),
                    any(SECONDS, chance),
                    any(COUNTRY, chance),
                    any(CITY, chance));
            // authority tells most, risk nothing: planted, and noise as large as all of it
            return new Invented(
                    texts,
                    .010 * texts.get(0).points()
                            + .040 * texts.get(1).points()
                            + .020 * texts.get(2).points()
                            + .020 * texts.get(3).points()
                            + chance.nextGaussian());
        }

        private static Worth any(List<Worth> all, Random chance) {
            return all.get(chance.nextInt(all.size()));
        }

        ComponentCell cell(boolean converted) {
            return ComponentCell.of(
                    texts.get(0).points(),
                    texts.get(1).points(),
                    texts.get(2).points(),
                    texts.get(3).points(),
                    15 + texts.get(4).points() + texts.get(5).points(),
                    1,
                    converted ? 1 : 0);
        }

        String line(int number, boolean converted) {
            return number + "," + (converted ? 1 : 0) + ","
                    + texts.stream().map(Worth::text).collect(Collectors.joining(","));
        }
    }

    private static Set<Integer> gladdest(List<Invented> leads, int from, int until, int many) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = from; i < until; i++) {
            numbers.add(i);
        }
        return new HashSet<>(numbers.stream()
                .sorted(Comparator.comparingDouble((Integer i) -> -leads.get(i).gladness()))
                .limit(many)
                .toList());
    }

    @Test // CIS 23.2: X Education, weights: the points of each column, the order and the split of the set, on invented
    // leads
    void a_file_of_the_shape_of_a_public_set_is_learned_from_by_its_columns() throws IOException {
        Random chance = new Random(9_240);
        List<Invented> leads = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            leads.add(Invented.of(chance));
        }
        Set<Integer> converted = gladdest(leads, 0, OLDER, OLDER_CONVERTED);
        converted.addAll(gladdest(leads, OLDER, LEADS, NEWER_CONVERTED));
        List<String> lines = new ArrayList<>();
        for (int i = LEADS - 1; i >= 0; i--) {
            lines.add(leads.get(i).line(579_533 + i, converted.contains(i)));
        }
        lines.addFirst("Lead Number,Converted,Do Not Email,What is your current occupation,Lead Source,"
                + "Total Time Spent on Website,Country,City");
        String told = weights(Files.write(folder.resolve("Leads.csv"), lines));

        List<ComponentCell> older = new ArrayList<>();
        for (int i = 0; i < OLDER; i++) {
            older.add(leads.get(i).cell(converted.contains(i)));
        }
        WeightEstimator.Fit.Fitted fit =
                (WeightEstimator.Fit.Fitted) new WeightEstimator(Weights.DEFAULT, WeightEstimator.TAU).fit(older);
        assertThat(told)
                .contains("9240 rows, 3561 converted; older part 6468 of which 2454, newer part 2772 of which 1107")
                .contains("fitted       "
                        + Arrays.stream(fit.weights())
                                .mapToObj(each -> String.format(Locale.ROOT, "%.3f", each))
                                .collect(Collectors.joining(" ")))
                .contains(String.format(
                        Locale.ROOT,
                        "intercept %.4f, slope %.4f",
                        fit.line().intercept(),
                        fit.line().slope()))
                .contains("the gate passes");
        assertThat(fit.weights()[1]).as("what was planted to tell most").isGreaterThan(.4);
        assertThat(fit.weights()[4]).as("what tells nothing, at its bound").isCloseTo(.05, within(.001));
        assertThat(new CommandLine(new CisCommand())
                        .setErr(new PrintWriter(out))
                        .execute("weights", "--file", "x.csv", "--outcome", "Converted=1", "--order", "Lead Number"))
                .as("neither points nor the set's columns")
                .isEqualTo(2);
    }

    @Test // CIS 23.2: X Education, weights
    @EnabledIfSystemProperty(named = "agencyos.data.x-education", matches = ".+")
    void the_weights_of_a_public_set_on_a_copy_of_it() {
        assertThat(weights(Path.of(System.getProperty("agencyos.data.x-education"))))
                .contains("older part 6468 of which 2454, newer part 2772 of which 1107")
                .contains("intercept -5.3196, slope 7.6447")
                .contains("fitted       0.191 0.396 0.237 0.126 0.050")
                .contains("one step     0.194 0.350 0.241 0.134 0.081")
                .contains("0.7977 against 0.7653", "standard error of the difference 0.0028", "p = 0.000000");
    }

    @Test // CIS 23.2: X Education, sources
    @EnabledIfSystemProperty(named = "agencyos.data.x-education", matches = ".+")
    void the_sources_of_a_public_set_on_a_copy_of_it() {
        String told = run(
                "validate",
                "--file",
                System.getProperty("agencyos.data.x-education"),
                "--outcome",
                "Converted=1",
                "--dimension",
                "Lead Source",
                "--lower-case");
        assertThat(told.lines())
                .anyMatch(line -> line.matches("reference +534 +490 .*0\\.8983.*confirmed_positive.*"))
                .anyMatch(line -> line.matches("welingak website +142 +140 .*0\\.9116.*confirmed_positive.*"));
        List.of("direct traffic", "olark chat", "referral sites", "facebook")
                .forEach(source -> assertThat(told.lines())
                        .anyMatch(line -> line.startsWith(source) && line.contains("confirmed_negative")));
    }

    @Test // CIS 23.2: Hillstrom, replayed in the order of the file
    @EnabledIfSystemProperty(named = "agencyos.data.hillstrom", matches = ".+")
    void an_experiment_of_a_public_set_on_a_copy_of_it() {
        String told = run(
                "replay",
                "--file",
                System.getProperty("agencyos.data.hillstrom"),
                "--arm",
                "segment",
                "--outcome",
                "visit=1");
        assertThat(told).contains("regret a touch 0.008, of an equal split 0.036");
        assertThat(told.lines()).anyMatch(line -> line.matches("Mens E-Mail .* 0\\.90"));
    }
}
