/**
 * Calls that were held and their recordings: shown, kept for as long as the law says, erased here and at the vendor.
 */
@NullMarked
package io.agencyos.application.outreach.recording;

import org.jspecify.annotations.NullMarked;
