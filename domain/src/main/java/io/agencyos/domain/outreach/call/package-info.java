/**
 * Calls: what a vendor reports of one, how it ended, and when to dial again.
 */
@NullMarked
package io.agencyos.domain.outreach.call;

import org.jspecify.annotations.NullMarked;
