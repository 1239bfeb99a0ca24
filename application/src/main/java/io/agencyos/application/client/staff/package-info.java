/**
 * What staff of the platform does to people and clients: lists over all tenants, suspension, ending sign-ins. Only for
 * units of the platform; what a client's own people do is told in the package above.
 */
@NullMarked
package io.agencyos.application.client.staff;

import org.jspecify.annotations.NullMarked;
