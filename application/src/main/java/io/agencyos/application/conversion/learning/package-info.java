/**
 * Learning from outcomes: facts, the weekly run over them, the patterns it publishes and who reads them. The statistics
 * are the domain's; reports of what happened are in the package above.
 */
@NullMarked
package io.agencyos.application.conversion.learning;

import org.jspecify.annotations.NullMarked;
