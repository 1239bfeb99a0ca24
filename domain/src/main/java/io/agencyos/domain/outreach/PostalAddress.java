package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Australian address on an envelope. Source: outreach 12, vendors/direct-mail 1.
 *
 * @param name of the person, null for a company without one
 * @param company null for a person without one
 * @param line2 null where there is none
 * @param postcode four digits
 */
public record PostalAddress(
        @Nullable String name,
        @Nullable String company,
        String line1,
        @Nullable String line2,
        String suburb,
        State state,
        String postcode) {

    /** States and territories with their postcodes; a town at a border may have the other state's. */
    public enum State implements Vocabulary {
        NSW(range(1000, 2599), range(2619, 2899), range(2921, 2999)),
        VIC(range(3000, 3999), range(8000, 8999)),
        QLD(range(4000, 4999), range(9000, 9999)),
        SA(range(5000, 5999)),
        WA(range(6000, 6999)),
        TAS(range(7000, 7999)),
        NT(range(800, 999)),
        ACT(range(200, 299), range(2600, 2618), range(2900, 2920));

        private final List<int[]> ranges;

        State(int[]... ranges) {
            this.ranges = List.of(ranges);
        }

        private static int[] range(int first, int last) {
            return new int[] {first, last};
        }

        boolean has(String postcode) {
            int number = Integer.parseInt(postcode);
            return ranges.stream().anyMatch(range -> range[0] <= number && number <= range[1]);
        }

        /** The state of these letters, whatever their case. */
        public static Optional<State> of(String text) {
            return Arrays.stream(values())
                    .filter(state -> state.name().equalsIgnoreCase(text.strip()))
                    .findFirst();
        }
    }

    /** What is wrong with it: {@code address_invalid}. */
    public enum Problem {
        NO_RECIPIENT,
        LINE_MISSING,
        SUBURB_MISSING,
        POSTCODE_INVALID,
        /** May be confirmed by a person, for a town at the border. */
        POSTCODE_OF_ANOTHER_STATE
    }

    /** The first thing that is wrong, empty for an address that can be written to. */
    public Optional<Problem> problem() {
        if (isBlank(name) && isBlank(company)) {
            return Optional.of(Problem.NO_RECIPIENT);
        }
        if (line1.isBlank()) {
            return Optional.of(Problem.LINE_MISSING);
        }
        if (suburb.isBlank()) {
            return Optional.of(Problem.SUBURB_MISSING);
        }
        if (!postcode.matches("\\d{4}")) {
            return Optional.of(Problem.POSTCODE_INVALID);
        }
        return state.has(postcode) ? Optional.empty() : Optional.of(Problem.POSTCODE_OF_ANOTHER_STATE);
    }

    /** The same, where somebody's word stands for a postcode of another state: a town at the border. */
    public Optional<Problem> problem(boolean confirmed) {
        return problem().filter(problem -> !confirmed || problem != Problem.POSTCODE_OF_ANOTHER_STATE);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The same house, with this on the first lines of the envelope. */
    public PostalAddress to(@Nullable String person, @Nullable String firm) {
        return new PostalAddress(person, firm, line1, line2, suburb, state, postcode);
    }

    /** As it stands on an envelope, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String line : Arrays.asList(name, company, line1, line2)) {
            if (!isBlank(line)) {
                lines.add(line.strip());
            }
        }
        lines.add(suburb.strip() + " " + state.name() + " " + postcode);
        return List.copyOf(lines);
    }

    /** Names the house whoever lives there, so that what was learned of it is not taken for a later one's. */
    public String key() {
        return String.join(
                        "|", line1.strip(), line2 == null ? "" : line2.strip(), suburb.strip(), state.name(), postcode)
                .toUpperCase(Locale.ROOT);
    }

    /** Shows nobody's address: addresses end up in logs. */
    @Override
    public String toString() {
        return "PostalAddress[" + state + "]";
    }
}
