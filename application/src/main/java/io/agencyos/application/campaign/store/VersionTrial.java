package io.agencyos.application.campaign.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the newest steps of a campaign were tried, where leads were started on earlier ones. Source: outreach 19.10.
 *
 * @param begun leads that were started on them, or whose first touch is on its way
 * @param firstAt when the first of these was sent, null while none was
 */
public record VersionTrial(int begun, @Nullable Instant firstAt) {}
