package io.agencyos.application.allocation;

import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.domain.lead.JobPosting;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a vendor knows of employers beside their records.
 *
 * @param company lets it know a company and what it advertises from now on
 * @param article lets it know a piece of news from now on
 */
public record EmployerVendor(
        BiConsumer<CompanySearch.Preview, List<JobPosting>> company, Consumer<CompanySignals.Article> article) {}
