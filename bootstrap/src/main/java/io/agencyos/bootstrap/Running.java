package io.agencyos.bootstrap;

import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.platform.PostgresDataKeys;
import io.agencyos.adapters.out.postgres.platform.PostgresInstallationMark;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.security.EnvelopeSealer;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.security.MasterKeys;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Basis;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.system.SystemRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;

/** The product on a database that is open for as long as this is. */
public final class Running implements AutoCloseable {

    private final Database server;
    private final PostgresDatabase database;
    private final Product product;

    private Running(Database server, PostgresDatabase database, Product product) {
        this.server = server;
        this.database = database;
        this.product = product;
    }

    /** On the database of the settings. */
    public static Running open(Settings settings, ClockPort clock) {
        return open(
                settings,
                clock,
                new Outside(settings.publicUrl(), SalesforgeSettings.live(), MonotonicTime.ofMachine())
                        .posting(settings.postOffice(), settings.postByAccounts())
                        .with(settings.models()));
    }

    /** The same with the world outside as the caller says. */
    public static Running open(Settings settings, ClockPort clock, Outside outside) {
        RandomSource random = new SystemRandom();
        return open(
                Database.reach(settings), settings, clock, random, new TimeOrderedIds(clock, random), () -> outside);
    }

    /**
     * For a demonstration: fast, and whole after a killed process, but not after a failure of the machine.
     *
     * @param outside asked for once the database is open
     */
    public static Running demonstration(Settings settings, ClockPort clock, IdSource ids, Supplier<Outside> outside) {
        return open(
                Database.reach(settings, EmbeddedDatabase.Durability.SURVIVES_KILLS),
                settings,
                clock,
                new SystemRandom(),
                ids,
                outside);
    }

    private static Running open(
            Database server,
            Settings settings,
            ClockPort clock,
            RandomSource random,
            IdSource ids,
            Supplier<Outside> surroundings) {
        try {
            PostgresDatabase database = server.open(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
            try {
                Outside outside = surroundings.get();
                InstallationSecret secret =
                        Installation.secret(settings, new PostgresInstallationMark(), database.unitOfWork(), random);
                EnvelopeSealer sealer = new EnvelopeSealer(
                        new PostgresDataKeys(database.besideUnits()),
                        new MasterKeys(new MasterKeyFile(settings, secret)::all),
                        System::nanoTime,
                        UUID::randomUUID);
                sealer.check();
                Basis basis = new Basis(
                        database.unitOfWork(clock),
                        database.pool(DatabaseRole.PLATFORM),
                        clock,
                        ids,
                        random,
                        secret,
                        sealer);
                Product product = new Product(basis, outside);
                SettingRefused.unlessSound(basis.units().onPlatform(product.stores().spendLedger::platformCap));
                product.platformRules().lookAgain();
                return new Running(server, database, product);
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** What the database's clock says. */
    Instant databaseTime() {
        return database.serverTime();
    }

    public Product product() {
        return product;
    }

    /** After much was written at once: what is asked next does not wait until the server looks by itself. */
    public void gatherStatistics() {
        server.gatherStatistics();
    }

    @Override
    public void close() {
        product.close();
        database.close();
        server.close();
    }
}
