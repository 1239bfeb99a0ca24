package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Routes by their segments. What an address means is found in as many steps as it has segments, however many routes there
 * are; trying one pattern after the other took a fifth of a request's time. Counted from the left, a literal segment wins
 * over a parameter. Source: api, notation at the top.
 *
 * @param <E> what stands at a route
 */
final class RouteTree<E> {

    /** What an address means: what stands at its route, and the decoded parameters of the address. */
    record Found<E>(E endpoint, Map<String, String> params) {}

    private record Leaf<E>(E endpoint, List<String> names) {}

    private static final class Node<E> {
        private final Map<String, Node<E>> literals = new HashMap<>();
        private final Map<Method, Leaf<E>> leaves = new EnumMap<>(Method.class);
        private @Nullable Node<E> any;
    }

    private final Node<E> root = new Node<>();

    /** @throws IllegalArgumentException when this method of an address already means something */
    void add(Route<?, ?> route, E endpoint) {
        Node<E> node = root;
        for (String segment : route.segments()) {
            node = Route.isParam(segment)
                    ? parameter(node)
                    : node.literals.computeIfAbsent(segment, name -> new Node<>());
        }
        if (node.leaves.putIfAbsent(route.method(), new Leaf<>(endpoint, route.pathParams())) != null) {
            throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
        }
    }

    private static <E> Node<E> parameter(Node<E> node) {
        Node<E> any = node.any;
        if (any == null) {
            any = new Node<>();
            node.any = any;
        }
        return any;
    }

    /** @param path as it was sent, with whatever is encoded in it */
    Optional<Found<E>> find(Method method, String path) {
        String[] segments = segments(path);
        String[] values = new String[segments.length];
        Leaf<E> leaf = leaf(root, method, segments, 0, values, 0);
        return leaf == null ? Optional.empty() : params(leaf, values).map(params -> new Found<>(leaf.endpoint, params));
    }

    /** What may be asked of the address. */
    Set<Method> methods(String path) {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        String[] segments = segments(path);
        Set<Node<E>> level = Set.of(root);
        for (String segment : segments) {
            Set<Node<E>> next = new HashSet<>();
            for (Node<E> node : level) {
                Node<E> literal = node.literals.get(segment);
                if (literal != null) {
                    next.add(literal);
                }
                if (node.any != null && !segment.isEmpty()) {
                    next.add(node.any);
                }
            }
            level = next;
        }
        level.forEach(node -> methods.addAll(node.leaves.keySet()));
        return methods;
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/", -1);
    }

    private static <E> @Nullable Leaf<E> leaf(
            Node<E> node, Method method, String[] segments, int depth, String[] values, int taken) {
        if (depth == segments.length) {
            return node.leaves.get(method);
        }
        String segment = segments[depth];
        Node<E> literal = node.literals.get(segment);
        Leaf<E> found = literal == null ? null : leaf(literal, method, segments, depth + 1, values, taken);
        if (found != null || node.any == null || segment.isEmpty()) {
            return found;
        }
        values[taken] = segment;
        return leaf(node.any, method, segments, depth + 1, values, taken + 1);
    }

    private static Optional<Map<String, String>> params(Leaf<?> leaf, String[] values) {
        Map<String, String> params = HashMap.newHashMap(leaf.names.size());
        try {
            for (int i = 0; i < leaf.names.size(); i++) {
                params.put(leaf.names.get(i), decoded(values[i]));
            }
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.of(Map.copyOf(params));
    }

    /** In a path a plus sign is a plus sign. */
    private static String decoded(String value) {
        return value.indexOf('%') < 0 ? value : URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
