/**
 * Fakes of the ports of resource.
 */
@NullMarked
package io.agencyos.adapters.out.memory.resource;

import org.jspecify.annotations.NullMarked;
