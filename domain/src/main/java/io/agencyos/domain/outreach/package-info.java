/**
 * Touches and how they leave the house: pre-send checks and their codes, the send protocol, compliance. The plan of a
 * campaign and the answers of a lead live in their own contexts.
 */
@NullMarked
package io.agencyos.domain.outreach;

import org.jspecify.annotations.NullMarked;
