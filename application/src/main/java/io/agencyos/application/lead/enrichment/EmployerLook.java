package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.domain.lead.CompanyMoves;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks what goes on at companies: the jobs of each, and the news of all of them together. Outside of any unit of work.
 * Source: apollo 6.
 */
final class EmployerLook {

    private static final int NEWS_DAYS = 90;

    private final CompanySignals signals;

    EmployerLook(CompanySignals signals) {
        this.signals = signals;
    }

    /** What was found, by the vendor's reference of the company; who could not be asked about is left out. */
    record Found(Map<String, CompanyMoves> moves, EnrichLeads.FinerLooked looks) {}

    Found ask(ClientId client, Collection<String> companies, Instant now) {
        Map<String, List<JobPosting>> jobs = new LinkedHashMap<>();
        EnrichLeads.FinerLooked looks = EnrichLeads.FinerLooked.NONE;
        for (String company : new HashSet<>(companies)) {
            Result<List<JobPosting>, VendorFailure> advertised = signals.jobPostings(client, company);
            looks = looks.and(advertised);
            advertised.toOptional().ifPresent(list -> jobs.put(company, list));
        }
        if (jobs.isEmpty()) {
            return new Found(Map.of(), looks);
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Result<List<CompanySignals.Article>, VendorFailure> news =
                signals.news(client, jobs.keySet(), today.minusDays(NEWS_DAYS), today);
        List<CompanySignals.Article> articles = news.toOptional().orElse(List.of());
        Map<String, CompanyMoves> moves = new HashMap<>();
        jobs.forEach((company, advertised) -> moves.put(
                company, CompanyMoves.of(advertised, headline(company, articles).orElse(null), now, today)));
        return new Found(Map.copyOf(moves), looks.and(news));
    }

    private static Optional<String> headline(String company, List<CompanySignals.Article> articles) {
        return articles.stream()
                .filter(article -> article.companies().contains(company)
                        && article.publishedAt().isPresent()
                        && !article.title().isBlank())
                .max(Comparator.comparing(article -> article.publishedAt().orElseThrow()))
                .map(CompanySignals.Article::title);
    }
}
