/**
 * The Do Not Call Register as staff keep it: which numbers need a wash, the files that go out and come back, what a wash
 * answered and until when it holds. The gates only ask for a number's standing.
 */
@NullMarked
package io.agencyos.application.outreach.wash;

import org.jspecify.annotations.NullMarked;
