/** Routes of campaigns, their sequences and consent, and of the stop of everything. */
@NullMarked
package io.agencyos.adapters.in.rest.campaign;

import org.jspecify.annotations.NullMarked;
