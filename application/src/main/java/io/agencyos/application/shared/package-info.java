/**
 * What every use case needs from outside, whatever its context: time, randomness, ids, transactions and the acting
 * tenant. A port of one context does not belong here.
 */
@NullMarked
package io.agencyos.application.shared;

import org.jspecify.annotations.NullMarked;
