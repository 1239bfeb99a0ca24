package io.agencyos.domain.conversion.report;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Sentence;
import io.agencyos.domain.conversion.pattern.Node;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A published version of a pattern, as far as it is told about. */
public record Version(PatternType type, Node.Members document, long units, long conversions) {

    private static final String CONFIRMED = "confirmed_";

    /**
     * A finding of a version.
     *
     * @param status its word, such as {@code confirmed_positive}
     * @param automatic whether it may steer
     */
    public record Found(String dimension, String key, String status, boolean automatic, String sentence) {

        /** The finding in a list of others: what it is of. */
        String name() {
            return Sentence.value(dimension, key);
        }

        /** Confirmed, one way or the other. */
        public boolean isConfirmed() {
            return status.startsWith(CONFIRMED);
        }

        private static Found of(Node.Members finding) {
            return new Found(
                    text(finding, "dimension"),
                    text(finding, "key"),
                    text(finding, "status"),
                    finding.get("automatic").filter(Node.truth(true)::equals).isPresent(),
                    text(finding, "sentence"));
        }
    }

    /** Share of its units that converted; 0 of none. */
    public double rate() {
        return units == 0 ? 0 : (double) conversions / units;
    }

    /** Its findings, certain or not, in their order. */
    public List<Found> findings() {
        return items().map(Found::of).toList();
    }

    /** The same by dimension and key. */
    TreeMap<List<String>, Found> byPlace() {
        TreeMap<List<String>, Found> places = new TreeMap<>(Version::order);
        findings().forEach(each -> places.put(List.of(each.dimension(), each.key()), each));
        return places;
    }

    private static int order(List<String> one, List<String> other) {
        int dimension = one.getFirst().compareTo(other.getFirst());
        return dimension != 0 ? dimension : one.getLast().compareTo(other.getLast());
    }

    private Stream<Node.Members> items() {
        return document.get("findings").stream()
                .filter(Node.Items.class::isInstance)
                .flatMap(items -> ((Node.Items) items).all().stream())
                .filter(Node.Members.class::isInstance)
                .map(Node.Members.class::cast);
    }

    private static String text(Node.Members of, String name) {
        return of.get(name)
                .filter(Node.Text.class::isInstance)
                .map(node -> ((Node.Text) node).value())
                .orElse("");
    }
}
