/**
 * What campaigns keep and ask. Ports alone.
 */
@NullMarked
package io.agencyos.application.campaign.store;

import org.jspecify.annotations.NullMarked;
