/**
 * What a campaign lacks before it may start.
 */
@NullMarked
package io.agencyos.domain.campaign.activation;

import org.jspecify.annotations.NullMarked;
