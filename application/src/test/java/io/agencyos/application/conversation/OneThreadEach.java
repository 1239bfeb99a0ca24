package io.agencyos.application.conversation;

import io.agencyos.application.shared.Crew;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A thread for everybody whom a piece is about. */
final class OneThreadEach implements Crew {

    private final Map<String, Integer> seen = new LinkedHashMap<>();

    @Override
    public <T> void all(List<T> pieces, Function<? super T, String> whose, Consumer<? super T> work) {
        Map<String, List<T>> byName =
                pieces.stream().collect(Collectors.groupingBy(whose, LinkedHashMap::new, Collectors.toList()));
        byName.forEach((name, own) -> seen.merge(name, own.size(), Integer::sum));
        CompletableFuture.allOf(byName.values().stream()
                        .map(own -> CompletableFuture.runAsync(() -> own.forEach(work), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** How many pieces there were about whom. */
    Map<String, Integer> seen() {
        return seen;
    }
}
