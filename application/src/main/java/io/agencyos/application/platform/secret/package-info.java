/**
 * What keeps secrets from whoever reads the database: seals, the keys that they are made with, and how those are changed.
 */
@NullMarked
package io.agencyos.application.platform.secret;

import org.jspecify.annotations.NullMarked;
