/** The Salesforge and Warmforge subset: their resources, their delivery loop, their signed webhooks. */
@NullMarked
package io.agencyos.adapters.out.sandbox.salesforge;

import org.jspecify.annotations.NullMarked;
