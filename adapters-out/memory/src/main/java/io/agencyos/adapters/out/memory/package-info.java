/**
 * In-memory fakes of the ports, for tests and tools. They pass the same contract kits as the real adapters; a fake that
 * behaves unlike them does not belong here.
 */
@NullMarked
package io.agencyos.adapters.out.memory;

import org.jspecify.annotations.NullMarked;
