package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.LearningSettings;
import java.util.Optional;

/** Keeps them as they were said. */
public final class ManageLearningService implements ManageLearning {

    private final LearningSettingsStore settings;
    private final UnitOfWork units;

    public ManageLearningService(LearningSettingsStore settings, UnitOfWork units) {
        this.settings = settings;
        this.units = units;
    }

    @Override
    public LearningSettings show(TenantScope scope) {
        return units.inTenant(scope, () -> settings.of(scope.clientId()));
    }

    @Override
    public Optional<LearningSettings> change(TenantScope scope, LearningSettings asked) {
        if (!asked.isValid()) {
            return Optional.empty();
        }
        units.inTenant(scope, () -> settings.save(scope.clientId(), asked));
        return Optional.of(asked);
    }
}
