package io.agencyos.domain.outreach.calendar;

import io.agencyos.domain.shared.contact.Country;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead is, as far as it is known. Source: outreach 5.1.
 *
 * @param region Australian state by its short name ({@code NSW}), null where unknown
 * @param zoneIsCertain false where the zone is only the country's default or the client's own
 */
public record LeadPlace(
        ZoneId zone, Country country, @Nullable String region, boolean zoneIsCertain) {}
