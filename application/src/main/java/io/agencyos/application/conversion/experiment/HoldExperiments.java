package io.agencyos.application.conversion.experiment;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ExperimentId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Begins, shows and ends experiments with texts, and takes up what won. Source: api 9.10, conversion intelligence 7.1. */
@PrimaryPort
public interface HoldExperiments {

    /** @param text null for the step's own words */
    record ArmAsked(String name, @Nullable String text) {}

    record Asked(CampaignId campaign, int stepNo, Variation.Element element, Reward reward, List<ArmAsked> arms) {

        public Asked {
            arms = List.copyOf(arms);
        }
    }

    /** Why one arm cannot be said. */
    record ArmProblem(int arm, String code, String detail) {}

    /** What came of an order. */
    sealed interface Outcome {

        record Done(Experiment experiment) implements Outcome {}

        record NotFound() implements Outcome {}

        /** The campaign has no such step, or one that says nothing. */
        record NoSuchStep() implements Outcome {}

        /** Too few or too many arms, two of one name, two that say the same. */
        record ArmsInvalid(String why) implements Outcome {}

        record TextsInvalid(List<ArmProblem> problems) implements Outcome {

            public TextsInvalid {
                problems = List.copyOf(problems);
            }
        }

        /** One runs for this step already. */
        record AlreadyRunning() implements Outcome {}

        /** It is over. */
        record Over(Experiment experiment) implements Outcome {}
    }

    Outcome begin(TenantScope scope, Asked asked, Origin origin);

    List<Experiment> list(TenantScope scope, Experiments.Filter filter, Experiments.@Nullable After after, int limit);

    /** Ends one that runs; nothing is declared. */
    Outcome stop(TenantScope scope, ExperimentId id, @Nullable String reason, Origin origin);

    /** The step says the declared winner from now on; what was written before stays as it is. */
    Outcome adopt(TenantScope scope, ExperimentId id, Origin origin);
}
