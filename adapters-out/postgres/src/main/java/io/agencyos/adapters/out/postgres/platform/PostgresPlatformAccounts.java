package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.vendor.PlatformAccounts;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.domain.shared.SecretText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/** {@code platform_integration}; the keys of an account are one text, sealed with the platform's key. */
public final class PostgresPlatformAccounts implements PlatformAccounts {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Sealer sealer;

    public PostgresPlatformAccounts(Sealer sealer) {
        this.sealer = sealer;
    }

    private static SealedPlace place(String vendor) {
        return SealedPlace.ofPlatform("platform_integration", "keys_ciphertext", vendor);
    }

    @Override
    public Optional<VendorAccount> find(String vendor) {
        return Db.query("select * from platform_integration where vendor = :vendor")
                .bind("vendor", vendor)
                .map((row, context) -> read(row))
                .findOne();
    }

    private VendorAccount read(ResultSet row) throws SQLException {
        String vendor = Rows.text(row, "vendor");
        Map<String, SecretText> keys = new Json(sealer.openText(Rows.text(row, "keys_ciphertext"), place(vendor)))
                .as(TEXTS).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, key -> new SecretText(key.getValue())));
        return new VendorAccount(
                PLATFORM,
                vendor,
                Rows.text(row, "account_ref"),
                row.getString("account_label"),
                new Json(Rows.text(row, "settings")).as(TEXTS),
                keys);
    }

    @Override
    public void save(VendorAccount account) {
        Map<String, String> keys = account.credentials().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, key -> key.getValue().reveal()));
        Db.update("""
            insert into platform_integration as i (vendor, account_ref, account_label, settings, keys_ciphertext)
            values (:vendor, :ref, :label, :settings, :keys)
            on conflict (vendor) do update
               set account_ref = excluded.account_ref, account_label = excluded.account_label, settings = excluded.settings,
                   keys_ciphertext = excluded.keys_ciphertext, status = 'connected', last_ok_at = null, last_error = null,
                   last_error_at = null, updated_at = now(), row_version = i.row_version + 1
            """)
                .bind("vendor", account.vendor())
                .bind("ref", account.accountRef())
                .bindByType("label", account.label(), String.class)
                .bind("settings", Json.of(account.settings()))
                .bind("keys", sealer.sealText(Json.of(keys).text(), place(account.vendor())))
                .execute();
    }

    @Override
    public boolean remove(String vendor) {
        return Db.update("delete from platform_integration where vendor = :vendor")
                        .bind("vendor", vendor)
                        .execute()
                > 0;
    }

    @Override
    public Optional<VendorAccountState> state(String vendor) {
        return Db.query("""
            select status, last_ok_at, last_error, last_error_at from platform_integration where vendor = :vendor
            """)
                .bind("vendor", vendor)
                .map((row, context) -> new VendorAccountState(
                        Rows.word(row, "status", VendorAccountState.Status.class),
                        Rows.instantOrNull(row, "last_ok_at"),
                        row.getString("last_error"),
                        Rows.instantOrNull(row, "last_error_at")))
                .findOne();
    }

    @Override
    public void tell(String vendor, VendorAccountState state) {
        Db.update("""
            update platform_integration
               set status = :status, last_ok_at = :ok, last_error = :error, last_error_at = :error_at, updated_at = now(),
                   row_version = row_version + 1
             where vendor = :vendor
            """)
                .bind("vendor", vendor)
                .bind("status", state.status())
                .bindByType("ok", state.lastOkAt(), Instant.class)
                .bindByType("error", state.lastError(), String.class)
                .bindByType("error_at", state.lastErrorAt(), Instant.class)
                .execute();
    }
}
