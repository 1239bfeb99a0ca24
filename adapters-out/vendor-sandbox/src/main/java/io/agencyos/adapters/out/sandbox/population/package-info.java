/** Invented people and companies and the export file that lists them. Odds and behaviour are not here. */
@NullMarked
package io.agencyos.adapters.out.sandbox.population;

import org.jspecify.annotations.NullMarked;
