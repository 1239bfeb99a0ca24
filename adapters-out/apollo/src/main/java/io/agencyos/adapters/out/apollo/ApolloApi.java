package io.agencyos.adapters.out.apollo;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The vendor's HTTP contract as far as we use it. Names and addresses travel in bodies, never in addresses, which proxies
 * write down. Source: apollo 2.
 */
interface ApolloApi {

    @RequestLine("POST /mixed_people/api_search")
    JsonNode search(Map<String, Object> query);

    @RequestLine("POST /mixed_people/api_search")
    JsonNode searchInAddress(@QueryMap Map<String, Object> query);

    @RequestLine("POST /people/match")
    JsonNode match(Map<String, Object> person);

    @RequestLine("POST /people/bulk_match")
    JsonNode matchAll(Map<String, Object> people);

    @RequestLine("GET /organizations/enrich?domain={domain}")
    JsonNode company(@Param("domain") String domain);

    @RequestLine("POST /organizations/bulk_enrich")
    JsonNode companies(Map<String, Object> domains);

    @RequestLine("POST /mixed_companies/search")
    JsonNode searchCompanies(Map<String, Object> query);

    @RequestLine("GET /organizations/{id}/job_postings?page=1&per_page={most}")
    JsonNode jobs(@Param("id") String company, @Param("most") int most);

    @RequestLine("POST /news_articles/search")
    JsonNode news(Map<String, Object> query);

    @RequestLine("GET /webhook_result/{id}")
    JsonNode revealed(@Param("id") String request);

    @RequestLine("POST /usage_stats/credit_usage_stats")
    JsonNode credits(Map<String, Object> nothing);

    @RequestLine("POST /usage_stats/api_usage_stats")
    JsonNode counters(Map<String, Object> nothing);
}
