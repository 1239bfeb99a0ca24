package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.contact.LinkedInUrl;
import org.jspecify.annotations.Nullable;

/**
 * The account behind a seat, as the service that links seats knows it; no credential is among it. Source: outreach 11.1.
 *
 * @param ref the service's id of the account
 * @param name as the account's owner is called there
 * @param profile null where the service does not tell
 */
public record SeatAccount(String ref, String name, @Nullable LinkedInUrl profile) {}
