package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.ExperimentStatus;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.conversion.experiment.Standing;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.conversion.experiment.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with what is known of its arms.
 *
 * @param reward what counts as success
 * @param status whether it still draws lots, has found a winner or no difference, or was stopped
 * @param stopReason why it was stopped; null where it was not
 * @param baselineRate the rate of the channel and touch number in the year before
 * @param arms what is compared, with what is known of each
 * @param leading the likeliest arm while nothing is declared; null before there is one
 * @param declared the winner; null while none is declared
 * @param sentence the same in words
 * @param startedAt when it began
 * @param lookedAt when the arms were compared last; null before the first time
 */
public record ExperimentView(
        UUID id,
        UUID campaignId,
        int stepNumber,
        Variation.Element element,
        Reward reward,
        ExperimentStatus status,
        @Nullable String stopReason,
        BigDecimal baselineRate,
        List<ArmView> arms,
        @Nullable String leading,
        @Nullable String declared,
        String sentence,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant lookedAt) {

    /**
     * What is known of an arm: matured messages, those rewarded, what is believed of its rate, its chance of being the best
     * and its share of new leads.
     *
     * @param name what colleagues call the arm
     * @param text what the arm writes in the place of the step's words; null takes these as they are
     * @param n messages whose time for an outcome is over
     * @param k messages that were rewarded
     * @param mean what is believed of the arm's rate, 0 to 1
     * @param allocation the share of messages that the arm gets next, 0 to 1
     */
    public record ArmView(
            UUID id,
            String name,
            @Nullable String text,
            long n,
            long k,
            BigDecimal mean,
            BigDecimal ciLow,
            BigDecimal ciHigh,
            BigDecimal pBest,
            BigDecimal allocation,
            @Nullable Instant retiredAt,
            boolean harmful) {

        static ArmView of(Variant variant, Standing.Belief belief) {
            return new ArmView(
                    variant.id().value(),
                    variant.name(),
                    variant.text(),
                    variant.n(),
                    variant.k(),
                    belief.mean(),
                    belief.low(),
                    belief.high(),
                    variant.probability(),
                    variant.allocation(),
                    variant.retiredAt(),
                    variant.harmful());
        }
    }

    static final ExperimentView EXAMPLE = new ExperimentView(
            UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
            UUID.fromString("0198c0de-0000-7000-8000-000000000002"),
            1,
            Variation.Element.CTA,
            Reward.POSITIVE_REPLY,
            ExperimentStatus.WINNER,
            null,
            new BigDecimal("0.030000"),
            List.of(
                    arm("0198c0de-0000-7000-8000-000000000003", "as it is", null, 12, "0.0300", "0.0078", "0.10620"),
                    arm(
                            "0198c0de-0000-7000-8000-000000000004",
                            "ideas",
                            "Shall I send two ideas for {company}?",
                            27,
                            "0.0633",
                            "0.9922",
                            "0.89380")),
            null,
            "ideas",
            "\u201cideas\u201d causes more positive replies: 27 of 400 messages, against 12 of 400.",
            Instant.parse("2026-03-02T00:00:00Z"),
            Instant.parse("2026-03-16T15:00:00Z"),
            Instant.parse("2026-03-16T15:00:00Z"));

    private static ArmView arm(
            String id, String name, @Nullable String text, long k, String mean, String best, String share) {
        return new ArmView(
                UUID.fromString(id),
                name,
                text,
                400,
                k,
                new BigDecimal(mean),
                new BigDecimal(mean).multiply(new BigDecimal("0.6")).setScale(4, RoundingMode.HALF_UP),
                new BigDecimal(mean).multiply(new BigDecimal("1.5")).setScale(4, RoundingMode.HALF_UP),
                new BigDecimal(best),
                new BigDecimal(share),
                null,
                false);
    }

    static ExperimentView of(Experiment experiment, Instant now) {
        Standing standing = Standing.of(experiment, now);
        return new ExperimentView(
                experiment.id().value(),
                experiment.campaignId().value(),
                experiment.stepNo(),
                experiment.element(),
                experiment.reward(),
                experiment.status(),
                experiment.stopReason(),
                experiment.rateBefore(),
                IntStream.range(0, experiment.variants().size())
                        .mapToObj(i -> ArmView.of(
                                experiment.variants().get(i), standing.beliefs().get(i)))
                        .toList(),
                leading(experiment, now),
                experiment.winner().map(Variant::name).orElse(null),
                standing.sentence(),
                experiment.startedAt(),
                experiment.endedAt(),
                experiment.lookedAt());
    }

    private static @Nullable String leading(Experiment experiment, Instant now) {
        boolean known = experiment.variants().stream().anyMatch(variant -> variant.n() > 0);
        return experiment.isRunning()
                        && known
                        && experiment.verdict(now) instanceof Verdict.Leading(String arm, double p)
                ? arm
                : null;
    }
}
