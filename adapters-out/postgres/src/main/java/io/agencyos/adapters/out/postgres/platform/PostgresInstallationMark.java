package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.application.platform.secret.InstallationMark;
import java.util.Optional;

/** The mark in {@code platform_setting}. */
public final class PostgresInstallationMark implements InstallationMark {

    private static final String KEY = "installation_secret_fingerprint";

    @Override
    public Optional<String> read() {
        return Db.query("select value #>> '{}' from platform_setting where key = :key")
                .bind("key", KEY)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public void set(String fingerprint) {
        Db.update("insert into platform_setting (key, value) values (:key, :value) on conflict (key) do nothing")
                .bind("key", KEY)
                .bind("value", Json.of(fingerprint))
                .execute();
    }
}
