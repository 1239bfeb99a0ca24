package io.agencyos.application.outreach.engine;

import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.VariantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What steps say that are experimented with, lead by lead: a lead that got a variant keeps it, however often its text is
 * written. Needs an open unit of work of the tenant, as worker. Source: conversion intelligence 7.1.
 */
@SecondaryPort
@FunctionalInterface
public interface StepVariants {

    /** Of an installation that experiments with nothing. */
    StepVariants NONE = (client, texts) -> Map.of();

    /** A text that is to be written. */
    record Text(TouchId touch, LeadId lead, CampaignId campaign, int stepNo) {}

    /**
     * What it is to say.
     *
     * @param variant null where the step says so to everybody, as winners of experiments were taken up
     * @param variations of the step's text, one after the other
     */
    record Given(@Nullable VariantId variant, List<Variation> variations) {

        public Given {
            variations = List.copyOf(variations);
        }
    }

    /** Nothing for the texts of steps that nobody experiments with. */
    Map<TouchId, Given> of(ClientId client, Collection<Text> texts);
}
