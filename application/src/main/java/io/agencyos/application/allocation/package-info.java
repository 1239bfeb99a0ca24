/**
 * Use cases that give pool leads to clients, source new ones and plan the month. Who may have whom is decided by domain
 * rules; what clients already hold is kept in {@code keeping}.
 */
@NullMarked
package io.agencyos.application.allocation;

import org.jspecify.annotations.NullMarked;
