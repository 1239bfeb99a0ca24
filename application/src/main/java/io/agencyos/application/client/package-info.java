/**
 * Use cases and ports for tenants, people who sign in, plans, credits and the ideal customer profile. No lead, no campaign.
 */
@NullMarked
package io.agencyos.application.client;

import org.jspecify.annotations.NullMarked;
