package io.agencyos.application.conversion.experiment;

import io.agencyos.application.outreach.engine.StepVariants;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ExperimentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.VariantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives leads their variants, each once: three statements for a batch, and one where nobody experiments. */
public final class AssignVariants implements StepVariants {

    private final Experiments experiments;
    private final ClockPort clock;

    public AssignVariants(Experiments experiments, ClockPort clock) {
        this.experiments = experiments;
        this.clock = clock;
    }

    private record Key(ExperimentId experiment, LeadId lead) {}

    @Override
    public Map<TouchId, Given> of(ClientId client, Collection<Text> texts) {
        List<Experiment> all = texts.isEmpty() ? List.of() : experiments.inForce(client);
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<Key, VariantId> known = known(client, all, texts);
        List<Experiments.Assigned> fresh = new ArrayList<>();
        Map<TouchId, Given> given = new HashMap<>();
        for (Text text : texts) {
            Known step = Known.of(all, text.campaign(), text.stepNo());
            Optional<Variant> variant = step.running().flatMap(running -> variant(running, text.lead(), known, fresh));
            List<Variation> said = step.saying(variant);
            if (variant.isPresent() || !said.isEmpty()) {
                given.put(text.touch(), new Given(variant.map(Variant::id).orElse(null), said));
            }
        }
        if (!fresh.isEmpty()) {
            experiments.assign(client, fresh, clock.now());
        }
        return given;
    }

    private Map<Key, VariantId> known(ClientId client, List<Experiment> all, Collection<Text> texts) {
        List<ExperimentId> running =
                all.stream().filter(Experiment::isRunning).map(Experiment::id).toList();
        Map<Key, VariantId> known = new HashMap<>();
        if (!running.isEmpty()) {
            experiments
                    .assigned(client, running, texts.stream().map(Text::lead).toList())
                    .forEach(each -> known.put(new Key(each.experiment(), each.lead()), each.variant()));
        }
        return known;
    }

    /** What people complained about is said to nobody any more, not even to those who were to get it. */
    private static Optional<Variant> variant(
            Experiment experiment, LeadId lead, Map<Key, VariantId> known, List<Experiments.Assigned> fresh) {
        VariantId had = known.computeIfAbsent(new Key(experiment.id(), lead), none -> {
            VariantId drawn = experiment.drawnFor(lead).id();
            fresh.add(new Experiments.Assigned(experiment.id(), lead, drawn));
            return drawn;
        });
        return experiment.variant(had).filter(variant -> !variant.harmful());
    }

    /**
     * What is known of a step: what was taken up, the older first, and what runs.
     *
     * @param taken winners of earlier experiments
     */
    record Known(List<Variation> taken, Optional<Experiment> running) {

        static Known of(List<Experiment> all, CampaignId campaign, int stepNo) {
            List<Experiment> here = all.stream()
                    .filter(each -> each.campaignId().equals(campaign) && each.stepNo() == stepNo)
                    .sorted(Comparator.comparing(Experiment::startedAt))
                    .toList();
            return new Known(
                    here.stream().flatMap(each -> taken(each).stream()).toList(),
                    here.stream().filter(Experiment::isRunning).findFirst());
        }

        private static Optional<Variation> taken(Experiment experiment) {
            return Optional.ofNullable(experiment.adopted())
                    .flatMap(experiment::variant)
                    .filter(variant -> variant.text() != null)
                    .map(experiment::variation);
        }

        /** A variant that says something says it instead of what was taken up in its place. */
        List<Variation> saying(Optional<Variant> variant) {
            List<Variation> said = new ArrayList<>(taken);
            variant.filter(each -> each.text() != null)
                    .flatMap(each -> running.map(experiment -> experiment.variation(each)))
                    .ifPresent(said::add);
            return said;
        }
    }
}
