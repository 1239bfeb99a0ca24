/**
 * What scoring keeps and asks. Ports alone.
 */
@NullMarked
package io.agencyos.application.scoring.store;

import org.jspecify.annotations.NullMarked;
