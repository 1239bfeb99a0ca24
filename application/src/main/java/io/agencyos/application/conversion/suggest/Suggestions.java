package io.agencyos.application.conversion.suggest;

import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Suggestions of a client with their history. Needs an open unit of work of the tenant, as worker for writes. */
@SecondaryPort
public interface Suggestions {

    /** Which ones; empty sets and null are any. */
    record Filter(
            Set<SuggestionType> types,
            Set<SuggestionStatus> statuses,
            @Nullable CampaignId campaign) {

        /** Every one. */
        public static final Filter ALL = new Filter(Set.of(), Set.of(), null);

        public Filter {
            types = Set.copyOf(types);
            statuses = Set.copyOf(statuses);
        }

        static Filter in(SuggestionStatus status) {
            return new Filter(Set.of(), Set.of(status), null);
        }
    }

    /** A step of a suggestion's life; the first has no old status. */
    record Step(
            UUID id,
            ClientId clientId,
            UUID suggestion,
            @Nullable SuggestionStatus before,
            SuggestionStatus after,
            @Nullable UserId by,
            @Nullable String reason,
            Instant at) {}

    Optional<Suggestion> find(ClientId client, UUID id);

    /** The most urgent first, then the newest. */
    List<Suggestion> list(ClientId client, Filter filter, int limit);

    /** Those applied at the latest then of which nobody measured what came after; the oldest first. */
    List<Suggestion> toMeasure(ClientId client, Instant appliedUntil);

    void insert(Suggestion suggestion);

    /** Replaces it if nobody changed it since; otherwise {@code ConcurrentUpdate}. */
    Suggestion update(Suggestion suggestion);

    void append(Step step);

    /** The steps of one, the oldest first. */
    List<Step> history(ClientId client, UUID suggestion);
}
