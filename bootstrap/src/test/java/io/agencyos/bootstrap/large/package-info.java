/** Files larger than the memory of whoever reads them. How rows become leads is tested with the use case. */
@NullMarked
package io.agencyos.bootstrap.large;

import org.jspecify.annotations.NullMarked;
