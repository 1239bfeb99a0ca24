/** The kit of the figures. What a store is made of does not belong here. */
@NullMarked
package io.agencyos.application.conversion.report;

import org.jspecify.annotations.NullMarked;
