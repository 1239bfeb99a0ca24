/** The small objects by which every list names leads, campaigns and people. Resources of their own do not belong here. */
@NullMarked
package io.agencyos.adapters.in.rest.card;

import org.jspecify.annotations.NullMarked;
