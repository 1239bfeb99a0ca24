package io.agencyos.application.conversion.experiment;

import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.ExperimentStatus;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ExperimentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Experiments of a client, which lead got which variant, and what came of them. Needs an open unit of work of the tenant,
 * as worker for writes. Source: conversion intelligence 7.1, data model 5.4.
 */
@SecondaryPort
public interface Experiments extends EndedExperiments {

    /** Of two running for one step the second is a {@code UniqueViolation} of this name. */
    String ONE_RUNNING = "uq_content_experiment_running";

    /** Those that do not run any more. */
    Filter ENDED = new Filter(null, EnumSet.complementOf(EnumSet.of(ExperimentStatus.RUNNING)));

    @Override
    default List<Experiment> endedBefore(ClientId client, Instant cutOff) {
        return list(client, ENDED, null, Integer.MAX_VALUE).stream()
                .filter(each -> each.endedAt() != null && each.endedAt().isBefore(cutOff))
                .toList();
    }

    /** Which ones; an empty set and null are any. */
    record Filter(@Nullable CampaignId campaign, Set<ExperimentStatus> statuses) {

        public static final Filter ALL = new Filter(null, Set.of());

        public Filter {
            statuses = Set.copyOf(statuses);
        }
    }

    /** Where a page begins: behind this one. */
    record After(Instant startedAt, ExperimentId id) {}

    /** Touches of a year before, and those of them that were rewarded in time. */
    record Before(long touches, long rewarded) {}

    /** A lead's variant, for as long as the experiment runs. */
    record Assigned(ExperimentId experiment, LeadId lead, VariantId variant) {}

    void insert(Experiment experiment);

    /** Replaces it if nobody changed it since; otherwise {@code ConcurrentUpdate}. */
    Experiment update(Experiment experiment);

    Optional<Experiment> find(ClientId client, ExperimentId id);

    /** The newest first. */
    List<Experiment> list(ClientId client, Filter filter, @Nullable After after, int limit);

    /** Those that drafting has to know: running, or with a variant that a person took up. */
    List<Experiment> inForce(ClientId client);

    /** Which variants these leads have. */
    List<Assigned> assigned(ClientId client, Collection<ExperimentId> experiments, Collection<LeadId> leads);

    /** Keeps what is new; a lead that has a variant of an experiment keeps it. */
    void assign(ClientId client, Collection<Assigned> assigned, Instant now);

    /** What came of each variant's delivered sequence touches until now. */
    Map<VariantId, Variant.Tally> tallies(Experiment experiment, Instant now);

    /**
     * What came of delivered sequence touches of a year, as far as they are old enough.
     *
     * @param bucket touch number, 4 for all later ones
     */
    Before before(ClientId client, Channel channel, int bucket, Reward reward, Instant now);
}
