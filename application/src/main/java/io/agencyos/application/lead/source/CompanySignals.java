package io.agencyos.application.lead.source;

import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What happens at companies: whom they look for, what is written about them. Each question costs. Source: apollo 6. */
@SecondaryPort
public interface CompanySignals {

    /**
     * Something that was written.
     *
     * @param companies the references of those it is about
     * @param categories the source's own words, such as {@code hires}
     */
    record Article(
            String ref,
            String title,
            Optional<URI> address,
            Optional<String> snippet,
            Optional<Instant> publishedAt,
            Set<String> companies,
            Set<String> categories) {

        public Article {
            companies = Set.copyOf(companies);
            categories = Set.copyOf(categories);
        }
    }

    /** The jobs that a company advertises, at most a hundred; {@code NotFound} for a company that nobody knows. */
    Result<List<JobPosting>, VendorFailure> jobPostings(ClientId client, String companyRef);

    /** Both days included; at most 25. */
    Result<List<Article>, VendorFailure> news(ClientId client, Set<String> companyRefs, LocalDate from, LocalDate to);
}
