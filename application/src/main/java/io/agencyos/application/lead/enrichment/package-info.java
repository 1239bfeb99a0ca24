/**
 * Completing what is known of a lead: its employer, its address, its number. What is bought for that stands in {@code source};
 * the shared parts of writing a lead in {@code lead} itself.
 */
@NullMarked
package io.agencyos.application.lead.enrichment;

import org.jspecify.annotations.NullMarked;
