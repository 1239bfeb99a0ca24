package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a client's leads spread over its active campaigns: by their percentages, to the whole lead. Source: POOL-10. */
public final class CampaignShares {

    /**
     * An active campaign and its share, 1–100.
     *
     * @param createdAt the older one wins a tie
     */
    public record Share(CampaignId campaign, int pct, Instant createdAt) {}

    private CampaignShares() {}

    /** Largest remainder over the sum of the shares; ties: the higher share, the older campaign, the id. */
    public static Map<CampaignId, Integer> spread(int leads, Collection<Share> active) {
        Map<CampaignId, Integer> result = new LinkedHashMap<>();
        long sum = active.stream().mapToLong(Share::pct).sum();
        int left = leads;
        for (Share share : active) {
            int whole = (int) ((long) leads * share.pct() / sum);
            result.put(share.campaign(), whole);
            left -= whole;
        }
        List<Share> byRemainder = active.stream()
                .sorted(Comparator.comparingLong((Share share) -> (long) leads * share.pct() % sum)
                        .thenComparingInt(Share::pct)
                        .reversed()
                        .thenComparing(Share::createdAt)
                        .thenComparing(share -> share.campaign().text()))
                .toList();
        for (int i = 0; i < left; i++) {
            result.merge(byRemainder.get(i).campaign(), 1, Integer::sum);
        }
        return result;
    }
}
