package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.ledger.Journal;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The life of a world as a list of commands and steps of time. Since everything follows from seed, command and time, living
 * through the list again gives the same world; the ledger's length at each step proves it.
 */
final class Memory implements AutoCloseable {

    private final SandboxSettings settings;
    private final List<Body> past;
    private final Optional<Journal> journal;

    private Memory(SandboxSettings settings, List<Body> past, Optional<Journal> journal) {
        this.settings = settings;
        this.past = past;
        this.journal = journal;
    }

    static Memory of(SandboxSettings settings) {
        List<Body> past = settings.dataFile().map(Journal::read).orElse(List.of());
        Optional<Journal> journal =
                settings.dataFile().map(Path::toAbsolutePath).map(Journal::open);
        Memory memory = new Memory(settings, past, journal);
        if (past.isEmpty()) {
            journal.ifPresent(file -> file.append(Json.object("entry", "world", "identity", memory.identity())));
        } else if (!past.getFirst().required("identity").equals(memory.identity())) {
            journal.ifPresent(Journal::close);
            throw new IllegalStateException(
                    "the data file belongs to another world: " + past.getFirst().required("identity"));
        }
        return memory;
    }

    private String identity() {
        return "seed " + settings.seed() + ", population " + settings.populationSeed() + " of " + settings.people()
                + (settings.mobiles() ? " with mobiles, " : ", ")
                + settings.salesforge().behaviour();
    }

    void relive(World world, Consumer<Request> run) {
        world.remembering();
        for (Body entry : past) {
            switch (entry.required("entry")) {
                case "command" ->
                    world.at(Instant.parse(entry.required("at")), () -> {
                        run.accept(new Request(
                                entry.required("method"),
                                entry.required("path"),
                                entry.text("query").orElse(""),
                                entry.text("body").orElse("")));
                        return true;
                    });
                case "step" -> {
                    world.relive(Instant.parse(entry.required("until")));
                    verify(entry.number("rows").orElse(-1), world.ledger());
                }
                default -> {}
            }
        }
        world.awake();
    }

    private static void verify(int rows, Ledger ledger) {
        if (rows != ledger.size()) {
            throw new IllegalStateException("the data file does not lead to the ledger it was written with: " + rows
                    + " rows then, " + ledger.size() + " now; it was written by another version");
        }
    }

    void command(Instant now, Request request) {
        journal.ifPresent(file -> file.append(Json.object(
                "entry",
                "command",
                "at",
                now,
                "method",
                request.method(),
                "path",
                request.rawPath(),
                "query",
                request.rawQuery(),
                "body",
                request.raw())));
    }

    /** A step in which nothing happened need not be remembered. */
    void step(Instant until, int events, Ledger ledger) {
        if (events > 0) {
            journal.ifPresent(file -> file.append(Json.object("entry", "step", "until", until, "rows", ledger.size())));
        }
    }

    @Override
    public void close() {
        journal.ifPresent(Journal::close);
    }
}
