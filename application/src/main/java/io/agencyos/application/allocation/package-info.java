/**
 * Use cases and ports that give pool leads to clients and take them back. Who may have whom is decided by domain rules.
 */
@NullMarked
package io.agencyos.application.allocation;

import org.jspecify.annotations.NullMarked;
