package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.id.CampaignId;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The daily top-up of campaigns that run out of leads to begin with. Source: scoring POOL-12, flows 2.4. */
public final class TopUp {

    /** A campaign with fewer leads that nobody wrote to yet is topped up. */
    public static final int BUFFER = 100;

    /** When it is done, Sydney time. */
    public static final LocalTime AT = LocalTime.of(6, 30);

    private static final int LEAST = 20;

    /**
     * A campaign's buffer.
     *
     * @param unstarted leads that nobody wrote to yet
     * @param startShare how many the campaign may begin with a day
     */
    public record Buffer(CampaignId campaign, int unstarted, int startShare) {

        /** Two days' starts, at least 20 and no more than one request may ask for. */
        public int size() {
            return Math.min(AssignmentChecks.MOST_REQUESTED, Math.max(LEAST, 2 * startShare));
        }
    }

    private TopUp() {}

    /** Those that are topped up, the smallest buffer first. */
    public static List<Buffer> due(Collection<Buffer> buffers) {
        return buffers.stream()
                .filter(buffer -> buffer.unstarted() < BUFFER)
                .sorted(Comparator.comparingInt(Buffer::unstarted)
                        .thenComparing(buffer -> buffer.campaign().text()))
                .toList();
    }
}
