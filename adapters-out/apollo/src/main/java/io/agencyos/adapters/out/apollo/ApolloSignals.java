package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Jobs and news of companies, a page for a credit. Source: apollo 6. */
final class ApolloSignals implements CompanySignals {

    private static final int MOST_JOBS = 100;
    private static final int MOST_ARTICLES = 25;
    private static final List<String> CATEGORIES = List.of("hires", "investment", "contract");

    private final Ways<ApolloAccount, Connection> ways;

    ApolloSignals(Ways<ApolloAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<List<JobPosting>, VendorFailure> jobPostings(ClientId client, String companyRef) {
        return ways.of(client, "job postings")
                .flatMap(connection -> connection
                        .paid("job postings", () -> connection.api().jobs(idOf(companyRef), MOST_JOBS))
                        .mapError(ApolloSignals::unknown)
                        .map(answer -> Fields.items(answer.path("organization_job_postings")).stream()
                                .flatMap(job -> posting(job).stream())
                                .toList()));
    }

    /** An id that the vendor does not have is called unprocessable. */
    private static VendorFailure unknown(VendorFailure failure) {
        return failure instanceof VendorFailure.Invalid ? new VendorFailure.NotFound(failure.details()) : failure;
    }

    private static String idOf(String ref) {
        return ref.startsWith(Profiles.COMPANY) ? ref.substring(Profiles.COMPANY.length()) : ref;
    }

    private static Optional<JobPosting> posting(JsonNode job) {
        return Fields.text(job, "id")
                .map(id -> new JobPosting(
                        id,
                        Fields.text(job, "title").orElse(""),
                        Fields.text(job, "city"),
                        Fields.instant(job, "posted_at").orElse(null),
                        Fields.instant(job, "last_seen_at").orElse(null)));
    }

    @Override
    public Result<List<Article>, VendorFailure> news(
            ClientId client, Set<String> companyRefs, LocalDate from, LocalDate to) {
        if (companyRefs.isEmpty()) {
            return Result.ok(List.of());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "organization_ids",
                companyRefs.stream().map(ApolloSignals::idOf).sorted().toList());
        body.put("categories", CATEGORIES);
        body.put("published_at", Map.of("min", from.toString(), "max", to.toString()));
        body.put("page", 1);
        body.put("per_page", MOST_ARTICLES);
        return ways.of(client, "news")
                .flatMap(connection -> connection
                        .paid("news", () -> connection.api().news(body))
                        .map(answer -> Fields.items(answer.path("news_articles")).stream()
                                .flatMap(article -> article(article).stream())
                                .toList()));
    }

    private static Optional<Article> article(JsonNode article) {
        return Fields.text(article, "id")
                .map(id -> new Article(
                        id,
                        Fields.text(article, "title").orElse(""),
                        Fields.text(article, "url").flatMap(ApolloSignals::address),
                        Fields.text(article, "snippet"),
                        Fields.instant(article, "published_at"),
                        texts(article.path("organization_ids")).stream()
                                .map(company -> Profiles.COMPANY + company)
                                .collect(Collectors.toSet()),
                        texts(article.path("event_categories"))));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Set<String> texts(JsonNode list) {
        return Fields.items(list).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
    }
}
