/**
 * The steps of a campaign: their rules, the sequences that the house brings along, and how one is edited or learned.
 */
@NullMarked
package io.agencyos.domain.campaign.sequence;

import org.jspecify.annotations.NullMarked;
