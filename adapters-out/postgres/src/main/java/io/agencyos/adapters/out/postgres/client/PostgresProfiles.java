package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.client.identity.Profile.Density;
import io.agencyos.domain.client.identity.Profile.Preferences;
import io.agencyos.domain.client.identity.Profile.Theme;
import io.agencyos.domain.client.identity.Profile.TimeForm;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.UserId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What people say of themselves: the card in {@code app_user}, the habits in {@code user_preference}. */
public final class PostgresProfiles implements Profiles {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<String>>> LISTS = new TypeReference<>() {};

    @Override
    public Profile find(UserId user) {
        return Db.query("""
            select u.phone, u.avatar_url, u.timezone, u.locale, p.theme, p.density, p.own_timezone, p.time_form,
                   p.shortcuts_enabled, p.shortcuts, p.ticker_paused, p.list_columns
              from app_user u left join user_preference p on p.user_id = u.user_id
             where u.user_id = :user
            """)
                .bind("user", user)
                .map((row, context) -> read(row))
                .findOne()
                .orElse(Profile.PLAIN);
    }

    @Override
    public void save(UserId user, Profile profile) {
        PhoneNumber phone = profile.phone();
        URI avatar = profile.avatar();
        Db.update("""
            update app_user set phone = :phone, avatar_url = :avatar, timezone = :timezone, locale = :locale
             where user_id = :user
            """)
                .bind("user", user)
                .bind("phone", phone == null ? null : phone.e164())
                .bind("avatar", avatar == null ? null : avatar.toString())
                .bind("timezone", profile.timezone().getId())
                .bind("locale", profile.locale())
                .execute();
        Preferences likes = profile.preferences();
        Db.update("""
            insert into user_preference as p (user_id, theme, density, own_timezone, time_form, shortcuts_enabled, shortcuts,
                   ticker_paused, list_columns)
            values (:user, :theme, :density, :own_timezone, :time_form, :shortcuts_enabled, :shortcuts, :ticker_paused,
                   :list_columns)
            on conflict (user_id) do update
               set theme = excluded.theme, density = excluded.density, own_timezone = excluded.own_timezone,
                   time_form = excluded.time_form, shortcuts_enabled = excluded.shortcuts_enabled,
                   shortcuts = excluded.shortcuts, ticker_paused = excluded.ticker_paused,
                   list_columns = excluded.list_columns, updated_at = now(), row_version = p.row_version + 1
            """)
                .bind("user", user)
                .bind("theme", likes.theme())
                .bind("density", likes.density())
                .bind("own_timezone", likes.ownTimezone())
                .bind("time_form", likes.timeForm())
                .bind("shortcuts_enabled", likes.shortcutsEnabled())
                .bind("shortcuts", Json.of(likes.shortcuts()))
                .bind("ticker_paused", likes.tickerPaused())
                .bind("list_columns", Json.of(likes.listColumns()))
                .execute();
    }

    private static Profile read(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        String avatar = row.getString("avatar_url");
        return new Profile(
                phone == null ? null : new PhoneNumber(phone),
                avatar == null ? null : URI.create(avatar),
                ZoneId.of(Rows.text(row, "timezone")),
                Rows.text(row, "locale"),
                row.getString("theme") == null ? Preferences.DEFAULT : likes(row));
    }

    private static Preferences likes(ResultSet row) throws SQLException {
        return new Preferences(
                Rows.word(row, "theme", Theme.class),
                Rows.word(row, "density", Density.class),
                row.getBoolean("own_timezone"),
                Rows.word(row, "time_form", TimeForm.class),
                row.getBoolean("shortcuts_enabled"),
                json(Rows.jsonOrNull(row, "shortcuts")).as(WORDS),
                row.getBoolean("ticker_paused"),
                json(Rows.jsonOrNull(row, "list_columns")).as(LISTS));
    }

    private static Json json(@Nullable Json value) {
        return Objects.requireNonNull(value);
    }
}
