package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Best;
import io.agencyos.domain.conversion.stats.Beta;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges campaigns by their own results: which to pause, which to give leads of another's. These have statistics of
 * their own and need no repeat. Source: conversion intelligence 16.1.
 */
final class CampaignJudge {

    private static final long LEAST = 100;
    private static final double HOPELESS = 0.01;
    private static final double SURE_TO_PAUSE = 0.90;
    private static final double SURE_TO_MOVE = 0.95;
    private static final double TWICE = 2;
    private static final int POINTS = 10;

    private CampaignJudge() {}

    static List<Candidate> candidates(List<CampaignResult> campaigns) {
        List<Candidate> found = new ArrayList<>();
        campaigns.stream().filter(CampaignJudge::shouldPause).forEach(campaign -> found.add(paused(campaign)));
        for (CampaignResult better : campaigns) {
            for (CampaignResult worse : campaigns) {
                moved(better, worse).ifPresent(found::add);
            }
        }
        return found;
    }

    /** P(reply rate below 1 %), of a belief that begins at 2 %. */
    static double hopeless(long replied, long contacted) {
        return new Beta(1 + replied, 49 + contacted - replied).cumulative(HOPELESS);
    }

    static boolean shouldPause(CampaignResult campaign) {
        return campaign.contacted() >= LEAST
                && hopeless(campaign.replied(), campaign.contacted()) >= SURE_TO_PAUSE
                && campaign.recent().isAtMost(campaign.before());
    }

    private static Candidate paused(CampaignResult campaign) {
        double probability = hopeless(campaign.replied(), campaign.contacted());
        BigDecimal confidence = BigDecimal.valueOf(probability).setScale(2, RoundingMode.DOWN);
        return new Candidate(
                SuggestionType.PAUSE_CAMPAIGN,
                campaign.id(),
                campaign.id().text(),
                Evolution.title("Pause " + campaign.name()),
                "%d of %d contacted leads replied, and not more of late. A reply rate below 1 %% is likely: %s."
                        .formatted(campaign.replied(), campaign.contacted(), Node.round(probability, 4)),
                Node.members().with("pause", true).done(),
                Node.members()
                        .with("contacted", campaign.contacted())
                        .with("replied", campaign.replied())
                        .with("probability", Node.rounded(probability, 4))
                        .done(),
                confidence,
                // there is nothing to weigh it with: the whole campaign is at stake
                Candidate.urgency(confidence, TWICE));
    }

    /**
     * How two campaigns compare.
     *
     * @param probability that the first converts better
     * @param ratio of their shrunk rates
     */
    record Comparison(double better, double worse, double probability, double ratio) {}

    static Optional<Comparison> compare(CampaignResult better, CampaignResult worse) {
        List<Cell> cells = List.of(
                Cell.of("better", better.contacted(), better.converted()),
                Cell.of("worse", worse.contacted(), worse.converted()));
        return SegmentTable.of(cells).toOptional().flatMap(table -> {
            List<Estimate> estimates = SegmentKernel.estimate(table).segments().stream()
                    .sorted(Comparator.comparing(Estimate::segment))
                    .toList();
            if (estimates.size() < 2 || !estimates.getFirst().hasContrast()) {
                return Optional.empty();
            }
            Beta first = belief(estimates.getFirst());
            Beta second = belief(estimates.getLast());
            return Optional.of(new Comparison(
                    first.mean(),
                    second.mean(),
                    Best.probabilities(List.of(first, second))[0],
                    first.mean() / second.mean()));
        });
    }

    private static Beta belief(Estimate estimate) {
        double m = estimate.shrinkage().m();
        double mean = estimate.base();
        return new Beta(m * mean + estimate.k(), m * (1 - mean) + estimate.n() - estimate.k());
    }

    private static Optional<Candidate> moved(CampaignResult better, CampaignResult worse) {
        if (better.id().equals(worse.id()) || better.contacted() < LEAST || worse.contacted() < LEAST) {
            return Optional.empty();
        }
        return compare(better, worse)
                .filter(found -> found.probability() >= SURE_TO_MOVE && found.ratio() >= TWICE)
                .map(found -> {
                    BigDecimal confidence =
                            BigDecimal.valueOf(found.probability()).setScale(2, RoundingMode.DOWN);
                    return new Candidate(
                            SuggestionType.ADJUST_ALLOCATION,
                            worse.id(),
                            better.id().text(),
                            Evolution.title("Move leads from %s to %s".formatted(worse.name(), better.name())),
                            "%s converts %s times as well, with probability %s. Move %d points of its share."
                                    .formatted(
                                            better.name(),
                                            Node.round(found.ratio(), 2),
                                            Node.round(found.probability(), 4),
                                            POINTS),
                            Node.members()
                                    .with("to", better.id().text())
                                    .with("points", POINTS)
                                    .done(),
                            Node.members()
                                    .with("better_rate", Node.rounded(found.better(), 4))
                                    .with("worse_rate", Node.rounded(found.worse(), 4))
                                    .with("ratio", Node.rounded(found.ratio(), 2))
                                    .with("probability", Node.rounded(found.probability(), 4))
                                    .done(),
                            confidence,
                            Candidate.urgency(confidence, found.ratio()));
                });
    }
}
