package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What this client holds of the pool; nobody sees how large the pool is or what others hold. Every member may. Source:
 * api 9.7, 9.9.
 */
@PrimaryPort
public interface SummarisePool {

    /**
     * The client's own numbers.
     *
     * @param total assignments ever made
     * @param touches that left, over all channels
     * @param tiers all five tiers of its live leads
     * @param avgAls of the live leads that have a score, one decimal; null for none
     * @param replyRate leads that answered by leads that were contacted, four decimals; null while nobody was
     * @param conversionRate converted leads by leads that were contacted, four decimals; null while nobody was
     */
    record Summary(
            int total,
            int active,
            int converted,
            int released,
            int touches,
            int replied,
            Map<Tier, Integer> tiers,
            int unscored,
            @Nullable BigDecimal avgAls,
            Map<Channel, Integer> channelUsage,
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal conversionRate) {}

    Summary summarise(TenantScope scope);
}
