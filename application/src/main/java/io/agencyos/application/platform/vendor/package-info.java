/**
 * Accounts with vendors: connecting, testing and leaving them, the addresses by which they report, and what is owed to
 * them afterwards.
 */
@NullMarked
package io.agencyos.application.platform.vendor;

import org.jspecify.annotations.NullMarked;
