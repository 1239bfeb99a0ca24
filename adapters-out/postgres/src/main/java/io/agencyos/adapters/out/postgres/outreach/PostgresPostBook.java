package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Addresses in {@code lead_profile}, accounts in {@code post_account} and {@code client_setting}. */
public final class PostgresPostBook implements PostBook {

    @Override
    public Map<LeadId, Known> of(ClientId client, Collection<LeadId> leads) {
        Map<LeadId, Known> found = new HashMap<>();
        Db.query("""
            select lead_id, postal_line1, postal_line2, postal_city, postal_state, postal_code, postal_checked_at,
                   postal_confirmed
              from lead_profile
             where client_id = :client and lead_id = any (:leads) and postal_checked_at is not null
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .map((row, context) -> found.put(
                        Rows.id(row, "lead_id", LeadId::new),
                        new Known(
                                house(
                                        row,
                                        "postal_line1",
                                        "postal_line2",
                                        "postal_city",
                                        "postal_state",
                                        "postal_code"),
                                Rows.instant(row, "postal_checked_at"),
                                row.getBoolean("postal_confirmed"))))
                .list();
        return found;
    }

    private static PostalAddress house(
            ResultSet row, String line1, String line2, String suburb, String state, String postcode)
            throws SQLException {
        return new PostalAddress(
                null,
                null,
                Rows.text(row, line1),
                row.getString(line2),
                Rows.text(row, suburb),
                PostalAddress.State.of(Rows.text(row, state)).orElseThrow(),
                Rows.text(row, postcode));
    }

    @Override
    public void put(ClientId client, LeadId lead, Known known) {
        PostalAddress at = known.at();
        Db.update("""
            insert into lead_profile as p (client_id, lead_id, postal_line1, postal_line2, postal_city, postal_state,
                   postal_code, postal_country, postal_checked_at, postal_confirmed)
            values (:client, :lead, :line1, :line2, :suburb, :state, :postcode, 'AU', :checked, :confirmed)
            on conflict (client_id, lead_id) do update
               set postal_line1 = excluded.postal_line1, postal_line2 = excluded.postal_line2,
                   postal_city = excluded.postal_city, postal_state = excluded.postal_state,
                   postal_code = excluded.postal_code, postal_country = excluded.postal_country,
                   postal_checked_at = excluded.postal_checked_at, postal_confirmed = excluded.postal_confirmed,
                   updated_at = now(), row_version = p.row_version + 1
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bind("line1", at.line1())
                .bind("line2", at.line2())
                .bind("suburb", at.suburb())
                .bind("state", at.state().name())
                .bind("postcode", at.postcode())
                .bind("checked", known.checkedAt())
                .bind("confirmed", known.confirmed())
                .execute();
    }

    @Override
    public PostAccount account(ClientId client) {
        return Db.query("""
            select s.mail_enabled, s.mail_budget_aud, a.* from client_setting s
              left join post_account a on a.client_id = s.client_id
             where s.client_id = :client
            """)
                .bind("client", client)
                .map((row, context) -> new PostAccount(
                        row.getBoolean("mail_enabled"),
                        row.getBigDecimal("mail_budget_aud"),
                        row.getString("line1") == null
                                ? null
                                : house(row, "line1", "line2", "suburb", "state", "postcode"),
                        row.getString("line1") == null ? PostAccount.PLANNED_LETTER_CENTS : row.getInt("letter_cents")))
                .findOne()
                .orElse(PostAccount.NONE);
    }

    @Override
    public void put(ClientId client, PostAccount account) {
        Db.update("""
            update client_setting
               set mail_enabled = :enabled, mail_budget_aud = :budget, updated_at = now(), row_version = row_version + 1
             where client_id = :client
            """)
                .bind("enabled", account.enabled())
                .bindByType("budget", account.monthlyAud(), BigDecimal.class)
                .bind("client", client)
                .execute();
        PostalAddress from = account.from();
        Db.update("""
            insert into post_account as a (client_id, line1, line2, suburb, state, postcode, letter_cents)
            values (:client, :line1, :line2, :suburb, :state, :postcode, :cents)
            on conflict (client_id) do update
               set line1 = excluded.line1, line2 = excluded.line2, suburb = excluded.suburb, state = excluded.state,
                   postcode = excluded.postcode, letter_cents = excluded.letter_cents, updated_at = now(),
                   row_version = a.row_version + 1
            """)
                .bind("client", client)
                .bind("line1", from == null ? null : from.line1())
                .bind("line2", from == null ? null : from.line2())
                .bind("suburb", from == null ? null : from.suburb())
                .bind("state", from == null ? null : from.state().name().toLowerCase(Locale.ROOT))
                .bind("postcode", from == null ? null : from.postcode())
                .bind("cents", account.letterCents())
                .execute();
    }

    @Override
    public void priced(ClientId client, int letterCents) {
        Db.update("""
            update post_account set letter_cents = :cents, updated_at = now(), row_version = row_version + 1
             where client_id = :client
            """).bind("cents", letterCents).bind("client", client).execute();
    }
}
