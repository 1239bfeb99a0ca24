package io.agencyos.application.outreach.engine;

import io.agencyos.domain.allocation.LearnedChannelOrder;
import io.agencyos.domain.content.template.Guidance;
import io.agencyos.domain.outreach.calendar.SendPreference;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What was learned of a client's outcomes and may steer its outreach; nothing where nothing was, where it ran out, or
 * where the client has switched it off. Needs an open unit of work of the tenant. Source: CIS 14.1.
 */
@SecondaryPort
public interface LearnedPreferences {

    /** Of an installation that learns nothing. */
    LearnedPreferences NOTHING = client -> Preferences.NONE;

    /**
     * @param byTier channel orders of tiers; {@code overall} where a tier has none
     * @param exploreSends percent of sends that leave the times aside
     * @param exploreChannels percent of enrolments that leave the order aside
     */
    record Preferences(
            Map<Tier, LearnedChannelOrder> byTier,
            Optional<LearnedChannelOrder> overall,
            SendPreference sends,
            Guidance texts,
            int exploreSends,
            int exploreChannels) {

        /** Everything as the product does it by itself. */
        public static final Preferences NONE =
                new Preferences(Map.of(), Optional.empty(), SendPreference.NONE, Guidance.NONE, 0, 0);

        public Preferences {
            byTier = Map.copyOf(byTier);
        }

        /** The order for a lead of this tier; empty for one without. */
        public Optional<LearnedChannelOrder> order(Optional<Tier> tier) {
            return tier.flatMap(each -> Optional.ofNullable(byTier.get(each))).or(() -> overall);
        }
    }

    Preferences of(ClientId client);
}
