package io.agencyos.application.conversion.suggest;

import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A person reads suggestions and takes them up or not. Source: conversion intelligence 16.2, api 9.5. */
@PrimaryPort
public interface DecideSuggestion {

    /** What came of a decision. */
    sealed interface Outcome {

        /** As it stands now; an approved one that could not be applied says why, and may be accepted again. */
        record Decided(Suggestion suggestion) implements Outcome {}

        /** It was applied, and the campaign that it made has started. */
        record Started(Suggestion suggestion, Campaign campaign) implements Outcome {}

        /** It was applied, and the campaign that it made stays a draft: wire code {@code activation_blocked}. */
        record StaysDraft(Suggestion suggestion, CampaignId campaign, ActivateCampaign.Outcome.Blocked why)
                implements Outcome {}

        record NotFound() implements Outcome {}

        /** It ran out, or somebody decided otherwise: {@code invalid_transition}. */
        record InvalidTransition(Suggestion suggestion) implements Outcome {}
    }

    List<Suggestion> list(TenantScope scope, Suggestions.Filter filter, int limit);

    Optional<Suggestion> show(TenantScope scope, UUID id);

    /** Applies it; two clicks apply it once. */
    default Outcome accept(TenantScope scope, UUID id, Origin origin) {
        return accept(scope, id, false, origin);
    }

    /** @param activate a campaign that it makes is started, where every check of starting one passes */
    Outcome accept(TenantScope scope, UUID id, boolean activate, Origin origin);

    Outcome reject(TenantScope scope, UUID id, @Nullable String reason);
}
