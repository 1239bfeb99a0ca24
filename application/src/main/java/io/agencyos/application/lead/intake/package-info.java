/**
 * How people come in: files uploaded and read in chunks, the pool stocked, duplicates merged, imports listed and undone.
 */
@NullMarked
package io.agencyos.application.lead.intake;

import org.jspecify.annotations.NullMarked;
