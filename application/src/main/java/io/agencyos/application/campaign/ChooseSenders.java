package io.agencyos.application.campaign;

import io.agencyos.application.resource.SenderOffers.Offer;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Members choose which of their client's senders a campaign uses. Source: api 8 {@code CampaignResource}, 9.4. */
@PrimaryPort
public interface ChooseSenders {

    /**
     * A choice as it stands today.
     *
     * @param offer what the sender is now, null for one that the client has no more
     * @param usedToday touches of the campaign from it since its client's midnight, those under way included
     */
    record Standing(CampaignSender sender, @Nullable Offer offer, int usedToday) {

        /** What the campaign may still take today, as far as the sender's own limit is known. */
        public int remaining() {
            int limit = offer == null ? 0 : offer.limit();
            int own = sender.dailyLimit() == null ? limit : Math.min(limit, sender.dailyLimit());
            return Math.max(0, own - usedToday);
        }

        /** Whether a touch could leave from it now. */
        public boolean isAvailable() {
            return sender.active() && offer != null && offer.usable() && remaining() > 0;
        }
    }

    /**
     * What is to be chosen.
     *
     * @param field the member that named the sender, for problems
     */
    record Wish(
            Channel channel,
            ResourceId sender,
            String field,
            @Nullable Integer dailyLimit) {}

    /**
     * What is to be changed.
     *
     * @param dailyLimit null for whatever is left
     */
    record Edit(@Nullable Integer dailyLimit, boolean active) {}

    /** What came of it. */
    sealed interface Outcome {

        record Chosen(Standing standing) implements Outcome {}

        /** Wire code {@code duplicate}. */
        record Exists(UUID id) implements Outcome {}

        /** Wire code {@code validation_failed}. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code campaign_terminal}. */
        record Terminal() implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /**
     * A sender that serves a campaign because nothing was chosen on the channel.
     *
     * @param since when the campaign was made
     */
    record Inherited(Channel channel, Offer offer, Instant since) {

        /** Whether a touch could leave from it now, as far as its own limit is known. */
        public boolean isAvailable() {
            return offer.usable() && offer.limit() > 0;
        }
    }

    /** What a campaign begins with: on each channel what it has chosen, or all that its client has. Source: scoring RES-5. */
    record Serving(List<Standing> chosen, List<Inherited> inherited) {

        public Serving {
            chosen = List.copyOf(chosen);
            inherited = List.copyOf(inherited);
        }
    }

    /** Empty where there is no such campaign. */
    Optional<Serving> of(TenantScope scope, CampaignId campaign);

    Outcome choose(TenantScope scope, CampaignId campaign, Wish wish, Origin origin);

    /** @param edit makes of what stands what shall stand */
    Outcome change(TenantScope scope, CampaignId campaign, UUID id, Function<CampaignSender, Edit> edit, Origin origin);

    /** Gives a choice up; a campaign without any uses all of its client's again. */
    Outcome giveUp(TenantScope scope, CampaignId campaign, UUID id, Origin origin);
}
