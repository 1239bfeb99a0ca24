package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something to suggest, with the numbers it stands on. Its texts are templates filled with these numbers. Source:
 * conversion intelligence 16.1.
 *
 * @param campaign that it concerns, null for the client as a whole
 * @param action what accepting it does
 * @param facts the numbers behind it
 * @param confidence 0 to 1, 2 decimals, cut off
 * @param priority 1 to 100
 * @param dearer whether it raises what a lead costs by more than a fifth
 */
public record Candidate(
        SuggestionType type,
        @Nullable CampaignId campaign,
        String key,
        String title,
        String description,
        Node.Members action,
        Node.Members facts,
        BigDecimal confidence,
        int priority,
        boolean dearer) {

    /** How easily it is taken back. */
    public enum Risk implements Vocabulary {
        /** By one click. */
        LOW("It can be taken back by one click."),
        /** It changes sequences that run. */
        MEDIUM("It changes what leads hear who are being written to; taking it back does not unsay it."),
        /** It is barely sure enough, or dear. */
        HIGH("It is barely sure enough to be suggested, or raises what a lead costs by more than a fifth.");

        private final String note;

        Risk(String note) {
            this.note = note;
        }

        /** The same in a sentence. */
        public String note() {
            return note;
        }
    }

    private static final BigDecimal BARELY = new BigDecimal("0.05");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The most urgent first. */
    public static final Comparator<Candidate> MOST_URGENT = Comparator.comparing(Candidate::priority)
            .reversed()
            .thenComparing(Candidate::confidence, Comparator.reverseOrder())
            .thenComparing(Candidate::type)
            .thenComparing(Candidate::key);

    /** One that costs no more than what is done now. */
    public Candidate(
            SuggestionType type,
            @Nullable CampaignId campaign,
            String key,
            String title,
            String description,
            Node.Members action,
            Node.Members facts,
            BigDecimal confidence,
            int priority) {
        this(type, campaign, key, title, description, action, facts, confidence, priority, false);
    }

    public Risk risk() {
        if (dearer || confidence.compareTo(type.needs().add(BARELY)) < 0) {
            return Risk.HIGH;
        }
        return type.changesSequences() ? Risk.MEDIUM : Risk.LOW;
    }

    /** Whether it is sure enough to be shown. */
    public boolean isSure() {
        return confidence.compareTo(type.needs()) >= 0;
    }

    /** The same for two candidates that would do the same. */
    public String dedupeKey() {
        return Digests.sha256Hex(
                type.wire() + '|' + (campaign == null ? "" : campaign.text()) + '|' + action.canonical());
    }

    /** P(direction) × confidence of the pattern, cut off after 2 decimals. */
    static BigDecimal confidence(double direction, BigDecimal ofPattern) {
        return BigDecimal.valueOf(direction).multiply(ofPattern).setScale(2, RoundingMode.DOWN);
    }

    /** From the confidence and the size of the effect, doubling or halving being all there is. */
    static int urgency(BigDecimal confidence, double effect) {
        double impact = Math.min(1, Math.abs(Math.log(effect)) / Math.log(2));
        long rounded = confidence
                .multiply(HUNDRED)
                .multiply(BigDecimal.valueOf(impact))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Math.toIntExact(Math.clamp(rounded, 1, 100));
    }
}
