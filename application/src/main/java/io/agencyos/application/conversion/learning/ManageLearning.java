package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** An admin says how far what was learned may act by itself. Source: conversion intelligence 14.2, 25. */
@PrimaryPort
public interface ManageLearning {

    LearningSettings show(TenantScope scope);

    /** What stands then, with a line in the audit log where that is something else; empty where a share or a horizon is out of its range, as nothing is silently corrected. */
    Optional<LearningSettings> change(TenantScope scope, LearningSettings settings, Origin origin);
}
