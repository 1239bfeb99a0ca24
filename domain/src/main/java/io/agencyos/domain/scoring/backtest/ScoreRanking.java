package io.agencyos.domain.scoring.backtest;

import io.agencyos.domain.scoring.ExactPoints;
import java.util.Arrays;

/**
 * Leads in the order of their scores, and how conversions lie in it. Ties count half. The interval of the area is
 * DeLong's, that of a share Wilson's. Shown only: no decision hangs on these figures. Source: scoring ALS-20.
 */
final class ScoreRanking {

    private static final double Z = 1.959964;
    private static final int FIFTH = 5;

    private final boolean[] converted;
    private final ExactPoints[] scores;
    private final Integer[] ascending;
    private final int conversions;

    ScoreRanking(ExactPoints[] scores, boolean[] converted) {
        this.scores = scores.clone();
        this.converted = converted.clone();
        ascending = new Integer[scores.length];
        int sum = 0;
        for (int i = 0; i < scores.length; i++) {
            ascending[i] = i;
            sum += converted[i] ? 1 : 0;
        }
        conversions = sum;
        Arrays.sort(ascending, (one, other) -> this.scores[one].compareTo(this.scores[other]));
    }

    /** How often a lead that converted scores higher than one that did not. */
    RankingFigure auc() {
        int silent = scores.length - conversions;
        double[] wins = new double[scores.length];
        int silentBelow = 0;
        int convertedBelow = 0;
        for (int from = 0; from < ascending.length; ) {
            int to = endOfTie(from);
            int tied = convertedIn(from, to);
            int tiedSilent = to - from - tied;
            for (int i = from; i < to; i++) {
                int lead = ascending[i];
                wins[lead] = converted[lead]
                        ? (silentBelow + tiedSilent / 2.0) / silent
                        : (conversions - convertedBelow - tied / 2.0) / conversions;
            }
            silentBelow += tiedSilent;
            convertedBelow += tied;
            from = to;
        }
        double area = mean(wins, true);
        double spread = Z * Math.sqrt(variance(wins, true) / conversions + variance(wins, false) / silent);
        return RankingFigure.of(area, area - spread, area + spread);
    }

    /** The conversions among the best-scored fifth, of all; leads tied at its edge share the places that are left. */
    RankingFigure topFifth() {
        int places = (scores.length + FIFTH - 1) / FIFTH;
        double held = 0;
        for (int to = ascending.length; to > 0 && places > 0; ) {
            int from = startOfTie(to);
            int size = to - from;
            held += convertedIn(from, to) * Math.min(1.0, (double) places / size);
            places -= size;
            to = from;
        }
        double share = held / conversions;
        double z2 = Z * Z / conversions;
        double middle = (share + z2 / 2) / (1 + z2);
        double spread = Z / (1 + z2) * Math.sqrt(share * (1 - share) / conversions + z2 / (4.0 * conversions));
        return RankingFigure.of(share, middle - spread, middle + spread);
    }

    private int endOfTie(int from) {
        int to = from + 1;
        while (to < ascending.length && scores[ascending[to]].compareTo(scores[ascending[from]]) == 0) {
            to++;
        }
        return to;
    }

    private int startOfTie(int to) {
        int from = to - 1;
        while (from > 0 && scores[ascending[from - 1]].compareTo(scores[ascending[to - 1]]) == 0) {
            from--;
        }
        return from;
    }

    private int convertedIn(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += converted[ascending[i]] ? 1 : 0;
        }
        return count;
    }

    private double mean(double[] values, boolean ofConverted) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += converted[i] == ofConverted ? values[i] : 0;
        }
        return sum / (ofConverted ? conversions : values.length - conversions);
    }

    private double variance(double[] values, boolean ofConverted) {
        int count = ofConverted ? conversions : values.length - conversions;
        double mean = mean(values, ofConverted);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += converted[i] == ofConverted ? (values[i] - mean) * (values[i] - mean) : 0;
        }
        return count < 2 ? 0 : sum / (count - 1);
    }
}
