/**
 * The weights of clients and of the platform: kept, shown, decided.
 */
@NullMarked
package io.agencyos.application.scoring.weight;

import org.jspecify.annotations.NullMarked;
