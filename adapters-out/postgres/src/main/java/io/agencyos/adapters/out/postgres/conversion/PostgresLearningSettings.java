package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns of {@code client_setting}; {@code cis_settings} holds what has no column of its own. */
public final class PostgresLearningSettings implements LearningSettingsStore {

    /** What was never set is absent, and goes by the product's own. */
    private record Stored(
            LearningSettings.@Nullable Uses uses,
            LearningSettings.@Nullable Explore explore,
            @Nullable Horizons horizons) {}

    @Override
    public LearningSettings of(ClientId client) {
        return Db.query("""
            select cis_settings, cis_refinement_enabled, targeting_locked_fields from client_setting
             where client_id = :client
            """)
                .bind("client", client)
                .map((row, context) -> {
                    Stored stored = Objects.requireNonNull(Rows.jsonOrNull(row, "cis_settings"))
                            .as(Stored.class);
                    return new LearningSettings(
                            Objects.requireNonNullElse(stored.uses(), LearningSettings.DEFAULT.uses()),
                            Objects.requireNonNullElse(stored.explore(), LearningSettings.DEFAULT.explore()),
                            Objects.requireNonNullElse(stored.horizons(), LearningSettings.DEFAULT.horizons()),
                            row.getBoolean("cis_refinement_enabled"),
                            locked(Rows.texts(row, "targeting_locked_fields")));
                })
                .findOne()
                .orElse(LearningSettings.DEFAULT);
    }

    private static Set<LockedField> locked(List<String> wires) {
        return wires.stream()
                .flatMap(wire -> Vocabulary.parse(LockedField.class, wire).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void save(ClientId client, LearningSettings settings) {
        Db.update("""
            update client_setting
               set cis_settings = cis_settings || :stored, cis_refinement_enabled = :refinement,
                   targeting_locked_fields = :locked, updated_at = now(), row_version = row_version + 1
             where client_id = :client
            """)
                .bind("client", client)
                .bind("stored", Json.of(new Stored(settings.uses(), settings.explore(), settings.horizons())))
                .bind("refinement", settings.refinement())
                .bind(
                        "locked",
                        Db.wires(settings.lockedFields().stream().sorted().toList()))
                .execute();
    }
}
