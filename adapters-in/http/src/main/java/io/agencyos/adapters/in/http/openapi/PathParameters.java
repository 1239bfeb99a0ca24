package io.agencyos.adapters.in.http.openapi;

import io.agencyos.adapters.in.http.route.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parameters of addresses name: an id one of the collection that it stands behind, all others what is said here. */
final class PathParameters {

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("client_id", "The client's id."),
            Map.entry("code", "The code of a problem."),
            Map.entry("event", "The event, as the list of events names it."),
            Map.entry("fingerprint", "What tells the error from others."),
            Map.entry("flow", "The flow, such as pool_assignment."),
            Map.entry("hook", "The hook, as the list of hooks names it."),
            Map.entry("import_id", "The import's id."),
            Map.entry("key", "The lead, number or seat, as the list of items names it."),
            Map.entry("n", "The step's number, from 1."),
            Map.entry("token", "The token of the link that was sent."),
            Map.entry("type", "What the pattern is about."),
            Map.entry("vendor", "The vendor, by the name that connects it."));

    /** Collections whose address is not the plural of what is in them. */
    private static final Map<String, String> COLLECTIONS = Map.of(
            "als-weights", "versions of the weights",
            "content-archive", "messages of the archive",
            "waitlist", "people on the waiting list");

    private PathParameters() {}

    static String meaning(Route<?, ?> route, String parameter) {
        return Optional.ofNullable(NAMED.get(parameter))
                .orElseGet(() -> "The id of one of the " + items(route, parameter) + ".");
    }

    private static String items(Route<?, ?> route, String parameter) {
        List<String> segments = route.segments();
        String collection = segments.get(segments.indexOf("{" + parameter + "}") - 1);
        return Optional.ofNullable(COLLECTIONS.get(collection)).orElseGet(() -> collection.replace('-', ' '));
    }
}
