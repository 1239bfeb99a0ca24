/** How values look as JSON: names, instants, words; and how a body becomes a record. Knows no route and no server. */
@NullMarked
package io.agencyos.adapters.in.http.json;

import org.jspecify.annotations.NullMarked;
