package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Leads and imports as lists show them, one statement for a page. Needs an open unit of work of the tenant. Source: api
 * 1.4, 9.6.
 */
@SecondaryPort
public interface LeadQueries {

    /**
     * Which leads. An empty set allows any; different members are AND, words of one are OR.
     *
     * @param email an e-mail key, exactly
     * @param search part of address, name or company, whatever case or accent
     * @param updatedFrom inclusive
     * @param updatedTo exclusive
     * @param linkedIn the key of a profile, exactly
     * @param contactedFrom something left to the lead last at this time or later
     * @param contactedTo something left to the lead last before
     */
    record Filter(
            Set<CampaignId> campaigns,
            Set<Tier> tiers,
            Set<LeadStatus> statuses,
            @Nullable String externalId,
            @Nullable String email,
            @Nullable String search,
            @Nullable Instant updatedFrom,
            @Nullable Instant updatedTo,
            Map<String, Set<String>> metadata,
            @Nullable String linkedIn,
            @Nullable Instant contactedFrom,
            @Nullable Instant contactedTo) {

        /** The same, whatever the leads' profile and whenever they were written to. */
        public Filter(
                Set<CampaignId> campaigns,
                Set<Tier> tiers,
                Set<LeadStatus> statuses,
                @Nullable String externalId,
                @Nullable String email,
                @Nullable String search,
                @Nullable Instant updatedFrom,
                @Nullable Instant updatedTo,
                Map<String, Set<String>> metadata) {
            this(
                    campaigns,
                    tiers,
                    statuses,
                    externalId,
                    email,
                    search,
                    updatedFrom,
                    updatedTo,
                    metadata,
                    null,
                    null,
                    null);
        }

        /** The same, whatever the leads' metadata. */
        public Filter(
                Set<CampaignId> campaigns,
                Set<Tier> tiers,
                Set<LeadStatus> statuses,
                @Nullable String externalId,
                @Nullable String email,
                @Nullable String search,
                @Nullable Instant updatedFrom,
                @Nullable Instant updatedTo) {
            this(campaigns, tiers, statuses, externalId, email, search, updatedFrom, updatedTo, Map.of());
        }

        public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), null, null, null, null, null);

        public Filter {
            campaigns = Set.copyOf(campaigns);
            tiers = Set.copyOf(tiers);
            statuses = Set.copyOf(statuses);
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * In which order; equal ones by id, in the same direction. A lead without a score counts as −1, one to whom nothing ever
     * left as {@link #NEVER}, one without a company as one without letters. Companies go by their names without case and
     * accents ({@code SearchText}), byte by byte.
     */
    enum Sort {
        CREATED,
        UPDATED,
        SCORE,
        CONTACTED,
        COMPANY
    }

    /** When something left last to a lead to whom nothing ever left, for the order. */
    Instant NEVER = Instant.EPOCH;

    /** So many characters of a company's folded name make its place. */
    int COMPANY_LETTERS = 200;

    /**
     * Which part of the list.
     *
     * @param after where the page before ended
     */
    record Window(Sort sort, boolean descending, Optional<After> after, int limit) {}

    /**
     * The last row of a page.
     *
     * @param key its instant, score or company, as {@link #key} tells it
     */
    record After(String key, LeadId id) {}

    /**
     * A lead with what a list shows of its surroundings.
     *
     * @param metadata in the order of its keys, so that the same lead is told the same way twice
     * @param marks what stands on lists about the lead; null where nobody looked there ({@link LeadMarks})
     */
    record Listed(
            Lead lead,
            @Nullable String campaignName,
            Map<String, String> metadata,
            Progress progress,
            LeadMarks.@Nullable Marks marks) {

        /** Of which nobody has looked at the lists. */
        public Listed(Lead lead, @Nullable String campaignName, Map<String, String> metadata, Progress progress) {
            this(lead, campaignName, metadata, progress, null);
        }

        public Listed {
            metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        }

        /** @see Lead#asOf */
        public Listed asOf(Instant now) {
            return new Listed(lead.asOf(now), campaignName, metadata, progress, marks);
        }

        /** The same with what stands on lists about the lead. */
        public Listed with(LeadMarks.Marks found) {
            return new Listed(lead, campaignName, metadata, progress, found);
        }
    }

    /**
     * How far a lead has come.
     *
     * @param step the last step of its newest enrolment that is done or passed over, 0 before the first; null for a lead
     *     that was never enrolled
     * @param nextAt when that enrolment moves next, from which the touch is planned; null where it is over or held
     * @param meetings how many were booked with the lead, whatever became of them
     */
    record Progress(@Nullable Integer step, @Nullable Instant nextAt, int meetings) {

        /** Of a lead with whom nothing was begun. */
        public static final Progress NONE = new Progress(null, null, 0);
    }

    /**
     * What a lead's newest score is made of.
     *
     * @param buyer points beside the components, as the two behind it
     * @param missing names of the facts that it had to do without (ALS-15); of a score of before facts were kept those
     *     worth most
     */
    record ScoreParts(
            AlsResult.Components components,
            int buyer,
            int linkedIn,
            int tech,
            WeightsSource weights,
            List<String> missing) {

        public ScoreParts {
            missing = List.copyOf(missing);
        }
    }

    /** One lead with everything that is shown of it. */
    record Shown(Listed listed, @Nullable ScoreParts score) {

        /** @see Lead#asOf */
        public Shown asOf(Instant now) {
            return new Shown(listed.asOf(now), score);
        }
    }

    /**
     * An import with what a list shows of its surroundings.
     *
     * @param lastLine line of the file at which the last row begins that was taken; null where none was
     */
    record ListedImport(
            LeadImport run,
            @Nullable String campaignName,
            @Nullable Integer lastLine) {

        /** @see LeadImport#asOf */
        public ListedImport asOf(Instant now) {
            return new ListedImport(run.asOf(now), campaignName, lastLine);
        }
    }

    /**
     * The last import of a page.
     *
     * @param at when it began
     */
    record AfterImport(Instant at, ImportId id) {}

    /** Leads that are not deleted. */
    List<Listed> list(ClientId client, Filter filter, Window window);

    /** The lead, also when it is deleted. */
    Optional<Shown> find(ClientId client, LeadId id);

    /** Newest first. */
    List<ListedImport> imports(ClientId client, Optional<AfterImport> after, int limit);

    Optional<ListedImport> findImport(ClientId client, ImportId id);

    /** The sort's value of a lead, as text that keeps its precision. */
    static String key(Sort sort, Lead lead) {
        return switch (sort) {
            case CREATED -> lead.createdAt().toString();
            case UPDATED -> lead.updatedAt().toString();
            case SCORE -> Integer.toString(score(lead));
            case CONTACTED ->
                Objects.requireNonNullElse(lead.history().lastTouchAt(), NEVER).toString();
            case COMPANY -> Objects.requireNonNullElse(lead.company().name(), "");
        };
    }

    private static int score(Lead lead) {
        var score = lead.score();
        return score == null ? -1 : score.score();
    }
}
