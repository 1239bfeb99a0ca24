/**
 * How a row of somebody's file becomes facts about a person: which column means what, what a cell may say, when a row
 * names nobody. Reading the file and storing the lead do not belong here.
 */
@NullMarked
package io.agencyos.domain.lead.intake;

import org.jspecify.annotations.NullMarked;
