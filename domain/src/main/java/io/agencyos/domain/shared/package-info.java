/**
 * Words and values that every context speaks: ids, contact identities, time windows, results. A rule of one context
 * does not belong here, however often it is used.
 */
@NullMarked
package io.agencyos.domain.shared;

import org.jspecify.annotations.NullMarked;
