package io.agencyos.application.conversion.learning;

import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads members of a pattern; what is absent or of another shape is empty, as readers tolerate what they do not know. */
final class PatternNodes {

    private PatternNodes() {}

    static Node.Members members(Node.Members of, String name) {
        return of.get(name)
                .filter(Node.Members.class::isInstance)
                .map(Node.Members.class::cast)
                .orElseGet(() -> Node.members().done());
    }

    static Stream<Node> items(Node.Members of, String name) {
        return of.get(name).stream()
                .filter(Node.Items.class::isInstance)
                .flatMap(items -> ((Node.Items) items).all().stream());
    }

    /** Members that are members themselves. */
    static Stream<Node.Members> entries(Node.Members of, String name) {
        return items(of, name).filter(Node.Members.class::isInstance).map(Node.Members.class::cast);
    }

    static List<Integer> numbers(Node.Members of, String name) {
        return items(of, name)
                .flatMap(node -> number(node).stream())
                .map(BigDecimal::intValue)
                .toList();
    }

    static List<String> texts(Node.Members of, String name) {
        return items(of, name).flatMap(node -> text(node).stream()).toList();
    }

    static Optional<BigDecimal> number(Node node) {
        return node instanceof Node.Figure(BigDecimal value) ? Optional.of(value) : Optional.empty();
    }

    static Optional<String> text(Node node) {
        return node instanceof Node.Text(String value) ? Optional.of(value) : Optional.empty();
    }
}
