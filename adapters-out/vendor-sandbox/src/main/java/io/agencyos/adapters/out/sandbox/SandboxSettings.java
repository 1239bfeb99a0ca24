package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.world.Tempo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
        return new SandboxSettings(
                other,
                seed,
                populationSeed,
                people,
                mobiles,
                webhookLanes,
                webhookPatience,
                dataFile,
                salesforge,
                tempo);
    }

    public SandboxSettings withSeed(long other) {
        return new SandboxSettings(
                port,
                other,
                populationSeed,
                people,
                mobiles,
                webhookLanes,
                webhookPatience,
                dataFile,
                salesforge,
                tempo);
    }

    public SandboxSettings withPeople(int other) {
        return new SandboxSettings(
                port, seed, populationSeed, other, mobiles, webhookLanes, webhookPatience, dataFile, salesforge, tempo);
    }

    /** The same with a mobile for everybody, as far as numbers that ring nowhere go. */
    public SandboxSettings withMobiles() {
        return new SandboxSettings(
                port, seed, populationSeed, people, true, webhookLanes, webhookPatience, dataFile, salesforge, tempo);
    }

    public SandboxSettings withWebhookLanes(int other) {
        return new SandboxSettings(
                port, seed, populationSeed, people, mobiles, other, webhookPatience, dataFile, salesforge, tempo);
    }

    public SandboxSettings withDataFile(Path file) {
        return new SandboxSettings(
                port,
                seed,
                populationSeed,
                people,
                mobiles,
                webhookLanes,
                webhookPatience,
                Optional.of(file),
                salesforge,
                tempo);
    }

    public SandboxSettings withSalesforge(SalesforgeSettings other) {
        return new SandboxSettings(
                port, seed, populationSeed, people, mobiles, webhookLanes, webhookPatience, dataFile, other, tempo);
    }

    public SandboxSettings withTempo(Tempo other) {
        return new SandboxSettings(
                port,
                seed,
                populationSeed,
                people,
                mobiles,
                webhookLanes,
                webhookPatience,
                dataFile,
                salesforge,
                other);
    }
}
