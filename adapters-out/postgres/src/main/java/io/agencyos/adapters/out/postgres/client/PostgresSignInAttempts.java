package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.client.identity.store.SignInAttempts;
import io.agencyos.domain.platform.IpAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts in {@code login_attempt}, which knows no update: a success takes the place of the failure it was. */
public final class PostgresSignInAttempts implements SignInAttempts {

    @Override
    public void hold(String addressHash) {
        Db.query("select pg_advisory_xact_lock(hashtextextended('sign-in|' || :hash, 0))")
                .bind("hash", addressHash)
                .map((row, context) -> true)
                .one();
    }

    @Override
    public void add(Attempt attempt) {
        Db.update("""
            insert into login_attempt (id, email_key_hash, ip_net, ok, at)
            values (:id, :hash, :network::cidr, :ok, :at)
            """)
                .bind("id", attempt.id())
                .bind("hash", HexFormat.of().parseHex(attempt.addressHash()))
                .bind("network", network(attempt.ip()))
                .bind("ok", attempt.ok())
                .bind("at", attempt.at())
                .execute();
    }

    @Override
    public void succeeded(Attempt attempt) {
        Db.update("delete from login_attempt where id = :id")
                .bind("id", attempt.id())
                .execute();
        add(new Attempt(attempt.id(), attempt.addressHash(), attempt.ip(), true, attempt.at()));
    }

    @Override
    public List<Instant> failuresFromNetwork(String addressHash, @Nullable IpAddress ip, Instant since, int limit) {
        return Db.query("""
            select at from login_attempt
             where email_key_hash = :hash and ip_net is not distinct from :network::cidr and not ok and at > :since
             order by at desc limit :limit
            """)
                .bind("hash", HexFormat.of().parseHex(addressHash))
                .bind("network", network(ip))
                .bind("since", since)
                .bind("limit", limit)
                .mapTo(Instant.class)
                .list();
    }

    @Override
    public List<Instant> failures(String addressHash, Instant since, int limit) {
        return Db.query("""
            select at from login_attempt
             where email_key_hash = :hash and not ok and at > :since order by at desc limit :limit
            """)
                .bind("hash", HexFormat.of().parseHex(addressHash))
                .bind("since", since)
                .bind("limit", limit)
                .mapTo(Instant.class)
                .list();
    }

    private static @Nullable String network(@Nullable IpAddress ip) {
        return ip == null ? null : ip.network();
    }

    @Override
    public int removeOld(Instant now, int most) {
        return Db.update("""
            delete from login_attempt t
             using (select id from login_attempt where at < :before limit :most) old
             where t.id = old.id
            """).bind("before", now.minus(KEPT)).bind("most", most).execute();
    }
}
