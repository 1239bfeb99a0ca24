package io.agencyos.application.conversion.suggest;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.evolve.CampaignHealth;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** How well the active campaigns do as a whole. Source: conversion intelligence 16.1. */
@PrimaryPort
@FunctionalInterface
public interface JudgeCampaigns {

    CampaignHealth health(TenantScope scope);
}
