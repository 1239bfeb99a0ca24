/**
 * What people may ask of whoever holds data about them. The rows themselves are found and changed behind {@code
 * PersonRecords}; what suppresses an erased person is {@code Suppressions}.
 */
@NullMarked
package io.agencyos.application.lead.privacy;

import org.jspecify.annotations.NullMarked;
