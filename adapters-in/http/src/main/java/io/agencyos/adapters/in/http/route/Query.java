package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The checked query parameters of a request; asking for a parameter that the route does not declare is a defect. */
public record Query(Set<String> declared, Map<String, List<String>> values) {

    public Query {
        declared = Set.copyOf(declared);
        values = Map.copyOf(values);
    }

    public List<String> all(String name) {
        if (!declared.contains(name)) {
            throw new IllegalArgumentException("the route declares no parameter " + name);
        }
        return values.getOrDefault(name, List.of());
    }

    public Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    public <E extends Enum<E> & Vocabulary> Set<E> words(String name, Class<E> type) {
        return all(name).stream()
                .map(word -> Vocabulary.parse(type, word).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    public <T> List<T> ids(String name, Function<UUID, T> type) {
        return all(name).stream().map(UUID::fromString).map(type).toList();
    }

    public Optional<Instant> instant(String name) {
        return text(name).map(value -> OffsetDateTime.parse(value).toInstant());
    }

    /** The values of every key that a {@link Param#pairs} was given with. */
    public Map<String, Set<String>> pairs(String name) {
        if (!declared.contains(name)) {
            throw new IllegalArgumentException("the route declares no parameter " + name);
        }
        String begins = name + "[";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(begins))
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey()
                                .substring(begins.length(), entry.getKey().length() - 1),
                        entry -> Set.copyOf(entry.getValue())));
    }

    public boolean flag(String name) {
        return text(name).map("true"::equals).orElse(false);
    }

    public Optional<Integer> integer(String name) {
        return text(name).map(Integer::valueOf);
    }
}
