/**
 * Fakes of the ports of outreach.
 */
@NullMarked
package io.agencyos.adapters.out.memory.outreach;

import org.jspecify.annotations.NullMarked;
