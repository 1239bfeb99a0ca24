/**
 * Salesforge behind the e-mail ports. Its types, fields and errors stay in this package.
 */
@NullMarked
package io.agencyos.adapters.out.salesforge;

import org.jspecify.annotations.NullMarked;
