package io.agencyos.adapters.in.rest.api;

import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Route.Flag;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The specification's register of routes beside the routes that there are. Source: api 16. */
final class Register {

    private static final int ACCEPTED = 202;
    /** What a line may demand beside a scope, and what a route can be asked for. */
    private static final Set<String> COMPARED = Set.of("I", "E", "W", "L", "J", "nk");

    /**
     * One line.
     *
     * @param flags those that are compared
     */
    record Entry(String address, String role, Set<String> flags) {

        /** Role and flags, in one order. */
        String demands() {
            return role + flags.stream().sorted().map(flag -> " " + flag).collect(Collectors.joining());
        }
    }

    private Register() {}

    /** By method and path, as the specification writes them. */
    static Map<String, Entry> specified() {
        try (InputStream file = Objects.requireNonNull(Register.class.getResourceAsStream("register.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .map(words -> new Entry(
                            words.get(0) + " " + words.get(1), words.get(2), compared(words.subList(3, words.size()))))
                    .collect(Collectors.toMap(Entry::address, entry -> entry, (one, other) -> one, TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> compared(List<String> flags) {
        Set<String> kept = new LinkedHashSet<>(flags);
        kept.removeIf(flag -> !COMPARED.contains(flag) && flag.indexOf(':') < 0);
        return kept;
    }

    /** The same of the routes that are registered. */
    static Map<String, Entry> built(List<Route<?, ?>> routes) {
        return routes.stream()
                .map(route -> new Entry(route.method() + " " + shortened(route.path()), role(route), flags(route)))
                .collect(Collectors.toMap(Entry::address, entry -> entry, (one, other) -> one, TreeMap::new));
    }

    private static String shortened(String path) {
        String named = path.replace("/inbound-hooks/{hook}", "/inbound-hooks/{id}")
                .replace("/inbound-events/{event}", "/inbound-events/{id}")
                .replace("/{hook}", "/{hook_id}");
        return named.startsWith(Route.C)
                ? "C" + named.substring(Route.C.length())
                : named.startsWith(Route.P) ? "P" + named.substring(Route.P.length()) : named;
    }

    private static String role(Route<?, ?> route) {
        return switch (route.access()) {
            case Access.Public() -> "-";
            case Access.SignedIn() -> "U";
            case Access.PlatformAdmin() -> "PA";
            case Access.Member(Role role) ->
                switch (role) {
                    case VIEWER -> "V";
                    case MEMBER -> "M";
                    case ADMIN -> "A";
                    case OWNER -> "O";
                    case PLATFORM_ADMIN, WORKER -> throw new IllegalStateException(role + " is no member's role");
                };
        };
    }

    private static Set<String> flags(Route<?, ?> route) {
        return Stream.of(
                        route.has(Flag.IDEMPOTENT) ? "I" : "",
                        route.has(Flag.IF_MATCH) ? "E" : "",
                        route.has(Flag.LAST_WRITE_WINS) ? "W" : "",
                        route.isList() ? "L" : "",
                        route.has(Flag.NO_KEY) ? "nk" : "",
                        route.response().status() == ACCEPTED
                                        && route.response().type() != None.class
                                ? "J"
                                : "",
                        route.scope()
                                .filter(scope -> scope != KeyScope.READ)
                                .map(KeyScope::wire)
                                .orElse(""))
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.toSet());
    }
}
