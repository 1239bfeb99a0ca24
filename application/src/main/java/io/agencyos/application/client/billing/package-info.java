/**
 * What happens to a client's subscription, its credits and its price: resets, payments, changes, corrections. The
 * vendor that takes the money is told of nowhere here; campaigns and leads are reached through functions handed in.
 */
@NullMarked
package io.agencyos.application.client.billing;

import org.jspecify.annotations.NullMarked;
