/**
 * What every context speaks of: channels, money and shares, windows of time, the words of the vocabulary, and results that
 * are values: what is wrong with an input, and how a vendor failed. Ids and contact details have rooms of their own.
 */
@NullMarked
package io.agencyos.domain.shared;

import org.jspecify.annotations.NullMarked;
