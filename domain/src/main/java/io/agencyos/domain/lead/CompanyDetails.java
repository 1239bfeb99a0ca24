package io.agencyos.domain.lead;

import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The employer's facts that score and content read. Null means unknown, never "no". Source: data model 5.5. */
public record CompanyDetails(
        @Nullable String name,
        @Nullable DomainName domain,
        @Nullable String industry,
        @Nullable Integer employeeCount,
        @Nullable String city,
        @Nullable String state,
        @Nullable Country country,
        @Nullable String websiteUrl,
        @Nullable String linkedInKey,
        @Nullable Integer foundedYear,
        @Nullable Boolean hiring,
        @Nullable LocalDate latestFundingDate,
        List<String> technologies,
        List<String> keywords) {

    public static final CompanyDetails UNKNOWN = new CompanyDetails(
            null, null, null, null, null, null, null, null, null, null, null, null, List.of(), List.of());

    /** One of which only the domain is known. */
    public static CompanyDetails at(DomainName domain) {
        return new CompanyDetails(
                null, domain, null, null, null, null, null, null, null, null, null, null, List.of(), List.of());
    }

    public CompanyDetails {
        technologies = List.copyOf(technologies);
        keywords = List.copyOf(keywords);
    }

    /** The same with whether it hires, as its jobs say. */
    public CompanyDetails hiringBy(CompanyMoves moves) {
        return new CompanyDetails(
                name,
                domain,
                industry,
                employeeCount,
                city,
                state,
                country,
                websiteUrl,
                linkedInKey,
                foundedYear,
                moves.hiring(),
                latestFundingDate,
                technologies,
                keywords);
    }
}
