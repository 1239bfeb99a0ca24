/**
 * The book of what clients use of vendors that are paid by use, and the meter that stands before such calls. What a vendor is
 * asked does not belong here.
 */
@NullMarked
package io.agencyos.application.platform.usage;

import org.jspecify.annotations.NullMarked;
