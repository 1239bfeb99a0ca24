/**
 * The demonstration: an invented agency, thirty business days before the vendor sandbox's people, and what came of them. It
 * plays the people on our side; everything else is the product as it ships.
 */
@NullMarked
package io.agencyos.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
