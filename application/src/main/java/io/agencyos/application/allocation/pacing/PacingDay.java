package io.agencyos.application.allocation.pacing;

import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a client stood against its quota on one of its days, as it was looked at last. Source: data model 5.13.
 *
 * @param day on the client's clock
 * @param pacing quota, lead starts and working days of the period
 * @param startBudget the sequences that may begin on this day
 * @param flag null while the pace is as it should be
 */
public record PacingDay(
        ClientId clientId, LocalDate day, Pacing pacing, int startBudget, Pacing.@Nullable Alert flag) {}
