/**
 * What clients use of vendors that are paid by use: how it is counted, what a unit is expected to cost, and how much a client
 * may cost in a day and a month. Which vendor has which unit does not belong here.
 */
@NullMarked
package io.agencyos.domain.platform.usage;

import org.jspecify.annotations.NullMarked;
