package io.agencyos.application.lead;

import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which leads a job is for, told by words instead of ids, as its parameters keep it. Source: api 9.6 {@code filter}. */
public final class LeadChoice {

    private static final String PREFIX = "filter.";
    private static final String CAMPAIGN = PREFIX + "campaign_id";
    private static final String TIER = PREFIX + "tier";
    private static final String STATUS = PREFIX + "status";
    private static final String EXTERNAL = PREFIX + "external_id";
    private static final String EMAIL = PREFIX + "email";
    private static final String SEARCH = PREFIX + "q";
    private static final String FROM = PREFIX + "updated_from";
    private static final String TO = PREFIX + "updated_to";
    private static final Set<String> KNOWN = Set.of(CAMPAIGN, TIER, STATUS, EXTERNAL, EMAIL, SEARCH, FROM, TO);

    private LeadChoice() {}

    public static Map<String, String> params(Filter filter) {
        Map<String, String> params = new TreeMap<>();
        putAll(params, CAMPAIGN, filter.campaigns(), CampaignId::text);
        putAll(params, TIER, filter.tiers(), Tier::wire);
        putAll(params, STATUS, filter.statuses(), LeadStatus::wire);
        put(params, EXTERNAL, filter.externalId());
        put(params, EMAIL, filter.email());
        put(params, SEARCH, filter.search());
        put(params, FROM, filter.updatedFrom());
        put(params, TO, filter.updatedTo());
        return params;
    }

    private static <T> void putAll(Map<String, String> params, String name, Set<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            params.put(name, values.stream().map(text).sorted().collect(Collectors.joining(",")));
        }
    }

    private static void put(Map<String, String> params, String name, @Nullable Object value) {
        if (value != null) {
            params.put(name, value.toString());
        }
    }

    /** Whether a parameter belongs to a choice. */
    public static boolean names(String param) {
        return KNOWN.contains(param);
    }

    /** The choice among these parameters, others left aside; every lead where there is none. */
    public static Result<Filter, String> read(Map<String, String> params) {
        try {
            return Result.ok(new Filter(
                    all(
                            params,
                            CAMPAIGN,
                            text -> EntityId.parse(text, CampaignId::new).toOptional()),
                    all(params, TIER, text -> Vocabulary.parse(Tier.class, text)),
                    all(params, STATUS, text -> Vocabulary.parse(LeadStatus.class, text)),
                    params.get(EXTERNAL),
                    params.get(EMAIL),
                    params.get(SEARCH),
                    instant(params, FROM),
                    instant(params, TO)));
        } catch (Unknown unknown) {
            return Result.err(unknown.param + " is not known so");
        }
    }

    private static <T> Set<T> all(Map<String, String> params, String name, Function<String, Optional<T>> read) {
        String texts = params.get(name);
        return texts == null
                ? Set.of()
                : Arrays.stream(texts.split(",", -1))
                        .map(text -> read.apply(text).orElseThrow(() -> new Unknown(name)))
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private static @Nullable Instant instant(Map<String, String> params, String name) {
        String text = params.get(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException foreign) {
            throw new Unknown(name);
        }
    }

    /** A parameter that cannot be read. */
    private static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String param;

        Unknown(String param) {
            super(param, null, false, false);
            this.param = param;
        }
    }
}
