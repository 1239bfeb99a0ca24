package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.world.Tempo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a sandbox is made.
 *
 * @param port 0 for any free one
 * @param seed decides what everybody does
 * @param populationSeed decides who everybody is
 * @param people how many are invented; anyone else is met by derived traits
 * @param mobiles whether the first thirty of them have a mobile each; otherwise only the few of the shipped file
 * @param webhookLanes how many webhooks are called side by side; 1 keeps all of them in order
 * @param webhookPatience how long the product may take to answer one
 * @param dataFile where the world is remembered; empty for a world that ends with its process
 * @param tempo how fast it lives
 */
public record SandboxSettings(
        int port,
        long seed,
        long populationSeed,
        int people,
        boolean mobiles,
        int webhookLanes,
        Duration webhookPatience,
        Optional<Path> dataFile,
        SalesforgeSettings salesforge,
        Tempo tempo) {

    /** Any free port, seed 42, the 2,000 people of the shipped lead file, four lanes, nothing remembered. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                0,
                42,
                Population.SHIPPED_SEED,
                2_000,
                false,
                4,
                Duration.ofSeconds(10),
                Optional.empty(),
                SalesforgeSettings.defaults(),
                Tempo.REAL);
    }

    public SandboxSettings withPort(int other) {
        return with(draft -> draft.port = other);
    }

    public SandboxSettings withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    public SandboxSettings withPeople(int other) {
        return with(draft -> draft.people = other);
    }

    /** The same with a mobile for everybody, as far as numbers that ring nowhere go. */
    public SandboxSettings withMobiles() {
        return with(draft -> draft.mobiles = true);
    }

    public SandboxSettings withWebhookLanes(int other) {
        return with(draft -> draft.webhookLanes = other);
    }

    public SandboxSettings withDataFile(Path file) {
        return with(draft -> draft.dataFile = Optional.of(file));
    }

    public SandboxSettings withSalesforge(SalesforgeSettings other) {
        return with(draft -> draft.salesforge = other);
    }

    public SandboxSettings withTempo(Tempo other) {
        return with(draft -> draft.tempo = other);
    }

    private SandboxSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    private static final class Draft {

        private final SandboxSettings before;
        private int port;
        private long seed;
        private int people;
        private boolean mobiles;
        private int webhookLanes;
        private Optional<Path> dataFile;
        private SalesforgeSettings salesforge;
        private Tempo tempo;

        Draft(SandboxSettings before) {
            this.before = before;
            port = before.port;
            seed = before.seed;
            people = before.people;
            mobiles = before.mobiles;
            webhookLanes = before.webhookLanes;
            dataFile = before.dataFile;
            salesforge = before.salesforge;
            tempo = before.tempo;
        }

        SandboxSettings settings() {
            return new SandboxSettings(
                    port,
                    seed,
                    before.populationSeed,
                    people,
                    mobiles,
                    webhookLanes,
                    before.webhookPatience,
                    dataFile,
                    salesforge,
                    tempo);
        }
    }
}
