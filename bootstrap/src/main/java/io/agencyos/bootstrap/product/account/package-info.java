/**
 * Clients' accounts with vendors as the wiring holds them: followed as they change, kept to those whom they are for, and
 * shared out among the processes.
 */
@NullMarked
package io.agencyos.bootstrap.product.account;

import org.jspecify.annotations.NullMarked;
