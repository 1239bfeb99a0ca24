/** What people see who do not want to be written to. */
@NullMarked
package io.agencyos.adapters.in.web.conversation;

import org.jspecify.annotations.NullMarked;
