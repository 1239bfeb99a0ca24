/**
 * What a message says: forms and their bounds, tone, personalisation by rules, the frozen facts of a text. Templates,
 * quality checks and the dress of an e-mail have packages of their own below; calling a model does not belong here.
 */
@NullMarked
package io.agencyos.domain.content;

import org.jspecify.annotations.NullMarked;
