/** The post office: letters that are printed after an hour, carried for days, and now and then returned. */
@NullMarked
package io.agencyos.adapters.out.sandbox.post;

import org.jspecify.annotations.NullMarked;
