/**
 * Use cases and ports that write what a touch says.
 */
@NullMarked
package io.agencyos.application.content;

import org.jspecify.annotations.NullMarked;
