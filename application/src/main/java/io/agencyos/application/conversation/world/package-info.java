/**
 * What conversations ask of the rest of the house, gathered for those that wire them.
 */
@NullMarked
package io.agencyos.application.conversation.world;

import org.jspecify.annotations.NullMarked;
