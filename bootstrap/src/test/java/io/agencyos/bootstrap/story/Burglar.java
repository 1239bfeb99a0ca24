package io.agencyos.bootstrap.story;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.LiveBody;
import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Route.RequestBody.Media;
import io.agencyos.adapters.in.http.testing.Answer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries every route of the table with what belongs to another client: its id in the path, its rows' ids in the path, in
 * the query and in the body. Made from the table, so that a new route is tried without anybody thinking of it. Source:
 * api 4.
 */
final class Burglar {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern PARAM = Pattern.compile("\\{[^}]*}");
    private static final Pattern OF_ROW = Pattern.compile("\"id\":\"(" + ID + ")\"");
    private static final Pattern NAMED_ROW = Pattern.compile("/([^/{]+)/\\{[^}]*}");
    private static final int OTHERS_TRIED = 3;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String UNKNOWN = "019baaaa-0000-7000-8000-00000000000a";

    private final List<Route<?, ?>> routes;
    /** The first answer that is not as it should be, for each route and status. */
    private final Map<String, String> faults = new TreeMap<>();

    private int tried;

    Burglar(List<Route<?, ?>> routes) {
        this.routes = routes.stream()
                .filter(route -> route.access() instanceof Access.Member)
                .toList();
    }

    /**
     * Ids that somebody meets who reads everything of the own client that has one address, by what each was read of: {@code
     * leads} has a lead's.
     */
    Map<String, Set<String>> loot(Person owner, String client) {
        Map<String, Set<String>> ids = new TreeMap<>();
        routes.stream()
                .filter(route ->
                        route.method() == Method.GET && route.pathParams().size() == 1)
                // a stream tells what happens from now on, and does not end
                .filter(route -> route.response().type() != LiveBody.class)
                .forEach(route -> {
                    Answer read = owner.get(at(route, client, List.of()));
                    Set<String> met = ids.computeIfAbsent(lastWord(route), word -> new LinkedHashSet<>());
                    // a refusal tells the id of the request, which is nobody's row
                    Stream.of(read.text())
                            .filter(text -> read.status() == OK)
                            .flatMap(text -> Stream.concat(
                                    OF_ROW.matcher(text).results().map(found -> found.group(1)), ids(text)))
                            .filter(id -> !id.equals(client))
                            .limit(1)
                            .forEach(met::add);
                });
        ids.values().removeIf(Set::isEmpty);
        return ids;
    }

    private static String lastWord(Route<?, ?> route) {
        return route.path().substring(route.path().lastIndexOf('/') + 1);
    }

    /**
     * What is tried at a door: the rows that its path speaks of, and a few that it does not, others at each door; every row
     * where nothing of that name was found.
     */
    private static List<String> fitting(Route<?, ?> route, Map<String, Set<String>> loot) {
        Set<String> fitting = new LinkedHashSet<>();
        NAMED_ROW
                .matcher(route.path())
                .results()
                .forEach(named -> fitting.addAll(loot.getOrDefault(named.group(1), Set.of())));
        List<String> all = all(loot);
        if (fitting.isEmpty()) {
            return all;
        }
        int from = Math.floorMod((route.method() + route.path()).hashCode(), all.size());
        for (int i = 0; i < OTHERS_TRIED; i++) {
            fitting.add(all.get((from + i) % all.size()));
        }
        return List.copyOf(fitting);
    }

    private static List<String> all(Map<String, Set<String>> loot) {
        return loot.values().stream().flatMap(Set::stream).distinct().toList();
    }

    private static Stream<String> ids(String text) {
        return ID.matcher(text).results().map(found -> found.group()).distinct();
    }

    /** By route, what went wrong when a stranger tried it; empty when every door held. */
    Map<String, String> tries(Person stranger, String own, String foreign, Map<String, Set<String>> loot) {
        List<String> all = all(loot);
        Set<String> known = Set.copyOf(all);
        for (Route<?, ?> route : routes) {
            boolean names = route.pathParams().stream().skip(1).anyMatch(Route::isId);
            Answer nothing = names ? knock(stranger, route, at(route, own, List.of(UNKNOWN)), null) : null;
            for (String id : route.pathParams().size() > 1 ? fitting(route, loot) : all.subList(0, 1)) {
                String door = at(route, foreign, List.of(id));
                expectNotFound(route, door, knock(stranger, route, door, null));
                if (nothing != null) {
                    String window = at(route, own, List.of(id));
                    expectLikeNothing(route, window, knock(stranger, route, window, null), nothing);
                }
            }
            for (String id : all) {
                smuggled(stranger, route, own, id, known);
            }
        }
        return Map.copyOf(faults);
    }

    int tried() {
        return tried;
    }

    /** A foreign id inside an otherwise proper request must not bring a foreign word out. */
    private void smuggled(Person stranger, Route<?, ?> route, String own, String id, Set<String> known) {
        boolean byBody = body(route, id) != null
                && ID.matcher(String.valueOf(body(route, null))).find();
        List<String> byQuery = route.params().stream()
                .filter(param -> param.kind() == Param.Kind.ID)
                .map(Param::name)
                .toList();
        if (route.pathParams().size() > 1 || !byBody && byQuery.isEmpty()) {
            return;
        }
        String query = byQuery.stream().map(name -> name + "=" + id).collect(Collectors.joining("&"));
        Answer answer = knock(stranger, route, at(route, own, List.of()) + (query.isEmpty() ? "" : "?" + query), id);
        Set<String> told = ids(answer.text()).filter(known::contains).collect(Collectors.toSet());
        told.remove(id);
        if (!told.isEmpty() || answer.status() >= 500) {
            fault(route, " with " + id, answer);
        }
    }

    private void expectNotFound(Route<?, ?> route, String path, Answer answer) {
        if (answer.status() != NOT_FOUND) {
            fault(route, " at " + path, answer);
        }
    }

    /** Another client's row is told exactly as one that there never was. */
    private void expectLikeNothing(Route<?, ?> route, String path, Answer answer, Answer nothing) {
        boolean same =
                answer.status() == nothing.status() && answer.at("/detail").equals(nothing.at("/detail"));
        if (!same || answer.status() < 400) {
            fault(route, " at " + path, answer);
        }
    }

    private void fault(Route<?, ?> route, String how, Answer answer) {
        faults.putIfAbsent(
                route.method() + " " + route.path() + " answers " + answer.status(), how + ": " + answer.text());
    }

    private Answer knock(Person who, Route<?, ?> route, String path, @Nullable String smuggled) {
        tried++;
        Map<String, String> headers = new TreeMap<>();
        if (route.has(Route.Flag.IF_MATCH)) {
            headers.put("If-Match", "\"v1\"");
        }
        return switch (route.request().media()) {
            case NONE, RAW -> who.call(route.method().name(), path, headers, null, null);
            case JSON, MERGE_PATCH, JSON_OR_MULTIPART ->
                who.call(route.method().name(), path, headers, "application/json", body(route, smuggled));
            case MULTIPART, FORM -> who.upload(path, "leads.csv", "Email\nkim@agency.example\n", Map.of());
        };
    }

    /** The body that the document shows, with every id in it replaced. */
    private static @Nullable String body(Route<?, ?> route, @Nullable String id) {
        Media media = route.request().media();
        if (!Set.of(Media.JSON, Media.MERGE_PATCH, Media.JSON_OR_MULTIPART).contains(media)) {
            return null;
        }
        String example =
                Json.MAPPER.writeValueAsString(route.request().example().orElseThrow());
        return id == null ? example : ID.matcher(example).replaceAll(Matcher.quoteReplacement(id));
    }

    /** The path with the client's id, and with these ids in turn for what else it names. */
    private static String at(Route<?, ?> route, String client, List<String> ids) {
        String path = route.path().replace("{client_id}", client);
        Matcher matcher = PARAM.matcher(path);
        return matcher.replaceAll(found -> ids.isEmpty() ? "1" : ids.getFirst());
    }
}
