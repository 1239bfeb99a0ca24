package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.billing.FoundingSpots;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Spots in {@code founding_spot}, completed checkouts in {@code checkout}. Whoever changes spots locks the first one
 * before: with rows skipped or waited for one by one, a customer could be told that none is left while one still is.
 */
public final class PostgresFoundingSpots implements FoundingSpots {

    @Override
    public Stand stand(Instant now) {
        return Db.query("""
            select count(*)::int as total, count(client_id)::int as taken,
                   (count(*) filter (where client_id is null and held_until > :now))::int as held
              from founding_spot
            """)
                .bind("now", now)
                .map((row, context) -> new Stand(row.getInt("total"), row.getInt("taken"), row.getInt("held")))
                .one();
    }

    @Override
    public void lock() {
        Db.query("select spot_no from founding_spot where spot_no = 1 for update")
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public boolean hold(String checkout, Instant now, Instant until) {
        return Db.update("""
            update founding_spot
               set held_by = :checkout, held_until = :until, updated_at = :now, row_version = row_version + 1
             where spot_no = (
                   select spot_no from founding_spot
                    where client_id is null and (held_by = :checkout or held_until is null or held_until <= :now)
                    order by held_by = :checkout desc nulls last, spot_no limit 1)
            """)
                        .bind("checkout", checkout)
                        .bind("now", now)
                        .bind("until", until)
                        .execute()
                == 1;
    }

    @Override
    public Optional<Integer> take(String checkout, ClientId client, Instant now) {
        return Db.query("""
            update founding_spot
               set client_id = :client, claimed_at = :now, held_by = null, held_until = null, updated_at = :now,
                   row_version = row_version + 1
             where spot_no = (
                   select spot_no from founding_spot
                    where client_id is null and (held_by = :checkout or held_until is null or held_until <= :now)
                    order by held_by = :checkout desc nulls last, spot_no limit 1)
            returning spot_no
            """)
                .bind("checkout", checkout)
                .bind("client", client)
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne();
    }

    @Override
    public Optional<Integer> spotOf(ClientId client) {
        return Db.query("select spot_no from founding_spot where client_id = :client")
                .bind("client", client)
                .mapTo(Integer.class)
                .findOne();
    }

    @Override
    public Optional<Completed> completed(String checkout) {
        return Db.query("select * from checkout where checkout_id = :checkout")
                .bind("checkout", checkout)
                .map((row, context) -> new Completed(
                        checkout,
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.word(row, "plan_code", Plan.class),
                        Rows.intOrNull(row, "spot_no"),
                        Rows.instant(row, "completed_at")))
                .findOne();
    }

    @Override
    public void complete(Completed checkout) {
        Db.update("""
            insert into checkout (checkout_id, client_id, plan_code, spot_no, completed_at)
            values (:checkout, :client, :plan, :spot, :at)
            """)
                .bind("checkout", checkout.checkout())
                .bind("client", checkout.client())
                .bind("plan", checkout.plan())
                .bindByType("spot", checkout.spot(), Integer.class)
                .bind("at", checkout.at())
                .execute();
    }
}
