package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.Digests;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Everything in a client's scores that people set: whom it wants, what it looks for and how it weighs. Two setups with
 * the same digest score alike. Source: scoring ALS-20.
 *
 * @param industries the client's profile, as it is written there; so are sizes and locations
 */
@ValueObject
public record ScoringSetup(List<String> industries, List<String> companySizes, List<String> locations, Choice choice) {

    /**
     * What is set beside the profile.
     *
     * @param technologies that make a lead's company a better fit (ALS-8)
     * @param competitors domains whose people are never leads (ALS-5)
     * @param subWeights null for the platform's shares of industry, size and location
     * @param weights the client's own; null for those of the next source
     * @param benchmark whether the published set stands before the product's own (ALS-12)
     * @param titleVeto whether a disqualified title is cool at best (B3)
     */
    public record Choice(
            List<String> technologies,
            List<String> competitors,
            @Nullable SubWeights subWeights,
            @Nullable Weights weights,
            boolean benchmark,
            boolean titleVeto) {

        /** Of a client that never chose anything. */
        public static final Choice NONE = new Choice(List.of(), List.of(), null, null, false, false);

        public Choice {
            technologies = List.copyOf(technologies);
            competitors = List.copyOf(competitors);
        }

        /** The same with these weights. */
        public Choice weighing(@Nullable Weights others) {
            return new Choice(technologies, competitors, subWeights, others, benchmark, titleVeto);
        }
    }

    public ScoringSetup {
        industries = List.copyOf(industries);
        companySizes = List.copyOf(companySizes);
        locations = List.copyOf(locations);
    }

    /** The same for two setups that score alike; the order in which a list was written does not matter. */
    public String digest() {
        return Digests.sha256Hex(List.of(
                        sorted(industries),
                        sorted(companySizes),
                        sorted(locations),
                        sorted(choice.technologies()),
                        sorted(choice.competitors()))
                + "|" + choice.subWeights() + "|" + choice.weights() + "|" + choice.benchmark() + "|"
                + choice.titleVeto());
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }
}
