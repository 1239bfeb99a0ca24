package io.agencyos.bootstrap.demo;

import io.agencyos.application.shared.Crew;
import io.agencyos.application.shared.IdSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several workers of one client, each with ids from a source of its own. Who is served by whom follows from their name, so
 * that the same people get the same ids, however fast the workers are.
 */
final class ClientCrew implements Crew {

    private static final int WORKERS = 3;

    private final Lanes lanes;
    private final List<IdSource> sources;

    ClientCrew(Lanes lanes, DemoIds ids) {
        this.lanes = lanes;
        this.sources = Stream.generate(ids::ownSource).limit(WORKERS).toList();
    }

    @Override
    public <T> void all(List<T> pieces, Function<? super T, String> whose, Consumer<? super T> work) {
        List<List<T>> shares = IntStream.range(0, WORKERS)
                .<List<T>>mapToObj(worker -> new ArrayList<>())
                .toList();
        pieces.forEach(piece -> shares.get(Math.floorMod(whose.apply(piece).hashCode(), WORKERS))
                .add(piece));
        lanes.all(IntStream.range(0, WORKERS)
                .filter(worker -> !shares.get(worker).isEmpty())
                .<Runnable>mapToObj(worker -> () -> DemoIds.from(
                        sources.get(worker), () -> shares.get(worker).forEach(work)))
                .toList());
    }
}
