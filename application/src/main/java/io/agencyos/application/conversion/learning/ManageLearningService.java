package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps them as they were said. */
public final class ManageLearningService implements ManageLearning {

    private final LearningSettingsStore settings;
    private final AuditTrail trail;
    private final UnitOfWork units;

    public ManageLearningService(LearningSettingsStore settings, AuditTrail trail, UnitOfWork units) {
        this.settings = settings;
        this.trail = trail;
        this.units = units;
    }

    @Override
    public LearningSettings show(TenantScope scope) {
        return units.inTenant(scope, () -> settings.of(scope.clientId()));
    }

    @Override
    public Optional<LearningSettings> change(TenantScope scope, LearningSettings asked, Origin origin) {
        if (!asked.isValid()) {
            return Optional.empty();
        }
        units.inTenant(scope.asWorker(), () -> changeInside(scope, asked, origin));
        return Optional.of(asked);
    }

    private void changeInside(TenantScope scope, LearningSettings asked, Origin origin) {
        Map<String, Change> changes = changes(settings.of(scope.clientId()), asked);
        if (!changes.isEmpty()) {
            settings.save(scope.clientId(), asked);
            trail.change(
                    AuditTrail.actor(scope),
                    AuditAction.UPDATE,
                    scope.clientId(),
                    "learning_settings",
                    scope.clientId().value(),
                    changes,
                    origin);
        }
    }

    private static Map<String, Change> changes(LearningSettings before, LearningSettings after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(changes, "uses", before.uses(), after.uses());
        put(changes, "explore", before.explore(), after.explore());
        put(changes, "horizons", before.horizons(), after.horizons());
        put(changes, "refinement", before.refinement(), after.refinement());
        put(changes, "locked_fields", locked(before), locked(after));
        return changes;
    }

    private static String locked(LearningSettings settings) {
        return settings.lockedFields().stream().sorted().map(Vocabulary::wire).collect(Collectors.joining(","));
    }

    private static void put(Map<String, Change> changes, String field, Object before, Object after) {
        if (!before.equals(after)) {
            changes.put(field, new Change(before.toString(), after.toString()));
        }
    }
}
