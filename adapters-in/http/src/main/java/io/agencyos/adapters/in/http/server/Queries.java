package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Query;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.domain.shared.Result;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the query of a request as its route declares it; anything undeclared is refused. Source: api 1.4. */
final class Queries {

    private static final Set<String> OF_LISTS = Set.of("limit", "cursor", "sort", "include_total");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final int MAX_VALUES = 100;
    private static final int MAX_LENGTH = 500;
    private static final int MIN_SEARCH = 2;
    /** A key as metadata has it. Source: api 8, Lead. */
    private static final Pattern PAIR = Pattern.compile("([a-z_]+)\\[([a-z0-9_]{1,40})]");

    private static final int MAX_PAIRS = 20;

    /**
     * What a query asks for.
     *
     * @param filterHash names the list with its filters, for cursors
     */
    record Asked(Query query, Optional<Paging> paging, String filterHash) {}

    private final Cursors cursors;

    Queries(Cursors cursors) {
        this.cursors = cursors;
    }

    Result<Asked, Problem> read(Route<?, ?> route, Exchange exchange) {
        Map<String, List<String>> sent = exchange.query();
        List<FieldError> errors = new ArrayList<>();
        Map<String, Param> known = route.params().stream().collect(Collectors.toMap(Param::name, param -> param));
        sent.forEach((name, values) -> {
            Param param = declared(known, name);
            if (param != null) {
                check(name, param, values).ifPresent(errors::add);
            } else if (!route.isList() || !OF_LISTS.contains(name)) {
                errors.add(FieldError.query(name, "unknown_parameter", "There is no parameter of this name."));
            }
        });
        if (sent.keySet().stream().filter(name -> PAIR.matcher(name).matches()).count() > MAX_PAIRS) {
            errors.add(FieldError.query("", "too_many", "At most " + MAX_PAIRS + " pairs are looked for at once."));
        }
        Map<String, List<String>> filters = new HashMap<>(sent);
        filters.keySet().removeAll(OF_LISTS);
        Optional<Sorting> sorting = route.response().sorting();
        if (sorting.isEmpty()) {
            // where nothing is paged, a limit is a parameter like any other
            Query query = new Query(known.keySet(), sent);
            return errors.isEmpty()
                    ? Result.ok(new Asked(query, Optional.empty(), ""))
                    : Result.err(Problem.invalid(errors));
        }
        return paging(sorting.get(), sent, errors, Cursors.filterHash(exchange.path(), filters))
                .map(paging -> new Asked(
                        new Query(known.keySet(), filters),
                        Optional.of(paging),
                        Cursors.filterHash(exchange.path(), filters)));
    }

    /** What the route says of a parameter; null where it knows none of the name. */
    private static @Nullable Param declared(Map<String, Param> known, String name) {
        Matcher pair = PAIR.matcher(name);
        Param param = known.get(pair.matches() ? pair.group(1) : name);
        return param != null && (param.kind() == Param.Kind.PAIRS) == pair.matches() ? param : null;
    }

    private Result<Paging, Problem> paging(
            Sorting sorting, Map<String, List<String>> sent, List<FieldError> errors, String filterHash) {
        String limit = first(sent, "limit").orElse(Integer.toString(Paging.DEFAULT_LIMIT));
        boolean whole = WHOLE.matcher(limit).matches();
        int wanted = whole ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > Paging.MAX_LIMIT) {
            errors.add(new FieldError(
                    "query:limit", "out_of_range", "From 1 to 100.", Map.of("min", 1, "max", Paging.MAX_LIMIT)));
        }
        String total = first(sent, "include_total").orElse("false");
        if (!List.of("true", "false").contains(total)) {
            errors.add(new FieldError(
                    "query:include_total",
                    "unknown_word",
                    "True or false.",
                    Map.of("allowed", List.of("true", "false"))));
        }
        String sort = first(sent, "sort").orElse(sorting.byDefault());
        if (!sorting.allowed().contains(sort)) {
            errors.add(new FieldError(
                    "query:sort",
                    "unknown_word",
                    "The list cannot be sorted so.",
                    Map.of("allowed", sorting.allowed())));
        }
        if (!errors.isEmpty()) {
            return Result.err(Problem.invalid(errors));
        }
        Optional<String> cursor = first(sent, "cursor");
        return cursor.isEmpty()
                ? Result.ok(new Paging(wanted, sort, Optional.empty(), total.equals("true")))
                : cursors.read(cursor.get(), sort, filterHash)
                        .map(position -> new Paging(wanted, sort, Optional.of(position), total.equals("true")));
    }

    private static Optional<String> first(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<FieldError> check(String name, Param param, List<String> values) {
        if (values.size() > (param.repeatable() ? MAX_VALUES : 1)) {
            return Optional.of(FieldError.query(name, "too_many", "It is given too often."));
        }
        return values.stream().flatMap(value -> fault(name, param, value)).findFirst();
    }

    private static Stream<FieldError> fault(String name, Param param, String value) {
        if (value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
            return Stream.of(FieldError.query(name, "too_long", "It is too long."));
        }
        return switch (param.kind()) {
            case WORD, BOOLEAN ->
                param.words().contains(value)
                        ? Stream.empty()
                        : Stream.of(new FieldError(
                                "query:" + name,
                                "unknown_word",
                                "This is not one of the words.",
                                Map.of("allowed", param.words())));
            case TEXT, PAIRS ->
                value.isBlank() ? Stream.of(FieldError.query(name, "blank", "It is blank.")) : Stream.empty();
            case SEARCH ->
                value.strip().length() < MIN_SEARCH
                        ? Stream.of(FieldError.query(name, "too_short", "At least two characters are searched for."))
                        : Stream.empty();
            case ID ->
                Ids.parse(value).isEmpty()
                        ? Stream.of(FieldError.query(name, "invalid_id", "An id is a UUID of 36 characters."))
                        : Stream.empty();
            case INSTANT ->
                isInstant(value)
                        ? Stream.empty()
                        : Stream.of(
                                FieldError.query(name, "invalid_instant", "An instant is RFC 3339 with an offset."));
            case INTEGER ->
                WHOLE.matcher(value).matches()
                        ? Stream.empty()
                        : Stream.of(FieldError.query(name, "wrong_type", "A whole number is expected."));
        };
    }

    private static boolean isInstant(String value) {
        try {
            return OffsetDateTime.parse(value).getYear() >= 0;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
