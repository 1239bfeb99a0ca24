package io.agencyos.application.scoring.store;

import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a score was made from, kept with it so that another scorer can be asked what it would have said. Source: scoring
 * ALS-17, ALS-20.
 *
 * @param asOf the day for which ages were counted
 */
public record FrozenFacts(
        LeadFacts facts, LocalDate asOf, @Nullable CampaignId campaign) {}
