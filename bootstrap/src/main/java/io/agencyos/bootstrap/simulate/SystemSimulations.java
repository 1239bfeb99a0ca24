package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.in.cli.Simulations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lives through seeded worlds on this machine; a database of their own is removed afterwards. */
public final class SystemSimulations implements Simulations {

    @Override
    public boolean run(Options options, Consumer<String> lines) throws IOException {
        return switch (options.store()) {
            case MEMORY -> run(options, MemoryStores::open, lines);
            case POSTGRES -> {
                Path folder = Files.createTempDirectory("agency-os-worlds");
                try (WorldDatabases databases = WorldDatabases.in(folder.resolve("postgres"))) {
                    yield run(options, databases::open, lines);
                } finally {
                    delete(folder);
                }
            }
        };
    }

    private static boolean run(Options options, SimulatedWorld.Opener stores, Consumer<String> lines) {
        int broken = 0;
        for (long seed = options.first(); seed < options.first() + options.seeds(); seed++) {
            WorldHistory history = live(seed, options.leads(), options.days(), stores);
            lines.accept(told(seed, history));
            broken += history.broken().isPresent() ? 1 : 0;
        }
        lines.accept(broken == 0 ? "kept    every promise in every world" : "BROKEN  in " + broken + " worlds");
        return broken == 0;
    }

    static WorldHistory live(long seed, int leads, int days, SimulatedWorld.Opener stores) {
        return live(seed, leads, days, stores, SimulatedWorld.Contact.BY_HAND);
    }

    static WorldHistory live(
            long seed, int leads, int days, SimulatedWorld.Opener stores, SimulatedWorld.Contact contact) {
        try (SimulatedWorld world = new SimulatedWorld(seed, leads, stores, contact)) {
            return world.live(days);
        }
    }

    private static String told(long seed, WorldHistory history) {
        String troubles = history.troubles().stream()
                .sorted()
                .map(trouble -> trouble.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return (history.broken().isEmpty() ? "kept    " : "BROKEN  ")
                + "seed " + seed + ": " + history.story().getLast() + "; " + history.contacts() + " (" + troubles + ")"
                + history.broken()
                        .map(what -> System.lineSeparator() + "        " + what)
                        .orElse("");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
