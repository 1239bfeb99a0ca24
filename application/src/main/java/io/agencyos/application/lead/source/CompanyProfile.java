package io.agencyos.application.lead.source;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A company as a vendor knows it.
 *
 * @param ref the vendor's lasting reference, its name in front
 * @param annualRevenue in US dollars
 * @param description at most 2,000 characters
 */
public record CompanyProfile(
        String ref,
        CompanyDetails details,
        Optional<BigDecimal> annualRevenue,
        Optional<PhoneNumber> phone,
        Optional<String> description) {}
