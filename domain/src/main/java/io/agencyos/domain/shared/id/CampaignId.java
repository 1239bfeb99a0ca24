package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A campaign. Its sequence versions and steps are numbered inside it and have no id of their own. */
public record CampaignId(UUID value) implements EntityId {}
