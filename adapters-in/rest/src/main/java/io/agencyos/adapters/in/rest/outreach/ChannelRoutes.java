package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.outreach.ExplainChannels;
import io.agencyos.application.outreach.ExplainChannels.AddressState;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which channels a lead can be reached, and why not on the others. Source: api 9.6, scoring ALLOC-1. */
public final class ChannelRoutes implements RouteGroup {

    private final ExplainChannels explain;

    public ChannelRoutes(ExplainChannels explain) {
        this.explain = explain;
    }

    /**
     * A channel of a lead as it stands now.
     *
     * @param channel which channel it is about
     * @param open whether a touch could leave on it now
     * @param rank 1 for the first choice; null for a channel that was not chosen
     * @param code the first condition that fails; null where none does
     * @param until when it is looked at again by itself; null where it is not
     * @param whatToDo what somebody can do about it, in a sentence; null for an open channel
     * @param segmentsMax parts of a text; null for other channels
     * @param sender the mailbox that a touch would come from; null where none would
     * @param senderBound earlier touches came from it, so that it is kept
     * @param addedLines what compliance adds to a message of an open channel, line by line
     * @param decidedAt when the channels of the lead's enrolment were decided; null where they were not
     */
    record LeadChannel(
            Channel channel,
            boolean open,
            @Nullable Integer rank,
            @Nullable ChannelExclusion code,
            @Nullable Instant until,
            @Nullable String whatToDo,
            @Nullable AddressState addressState,
            @Nullable Integer segmentsMax,
            @Nullable String sender,
            boolean senderBound,
            List<String> addedLines,
            @Nullable Instant decidedAt) {

        static final LeadChannel EXAMPLE = new LeadChannel(
                Channel.LINKEDIN,
                false,
                null,
                ChannelExclusion.MIX_OFF,
                null,
                whatToDo(ChannelExclusion.MIX_OFF),
                AddressState.OK,
                null,
                null,
                false,
                List.of(),
                Instant.parse("2026-03-01T22:05:00Z"));

        static LeadChannel of(ExplainChannels.Standing standing) {
            ExplainChannels.From from = standing.from();
            return new LeadChannel(
                    standing.channel(),
                    standing.rank() != null,
                    standing.rank(),
                    standing.why(),
                    standing.until(),
                    standing.why() == null ? null : whatToDo(standing.why()),
                    standing.address(),
                    standing.channel() == Channel.SMS ? 1 : null,
                    from == null ? null : from.address(),
                    from != null && from.bound(),
                    standing.addedLines(),
                    standing.decided());
        }

        private static String whatToDo(ChannelExclusion why) {
            return switch (why) {
                case TIER -> "Nothing: the lead's tier does not open this channel. A higher score would.";
                case FLOOR -> "Lower the campaign's floor for this channel, or wait for a higher score.";
                case MIX_OFF -> "Give this channel a share in the campaign's mix.";
                case EMAIL_MISSING -> "Add an e-mail address to the lead.";
                case PHONE_MISSING -> "Add a telephone number to the lead.";
                case LINKEDIN_URL_MISSING -> "Add the lead's LinkedIn profile.";
                case ADDRESS_MISSING -> "Add a postal address to the lead.";
                case UNVERIFIED_EMAIL -> "Have the address verified, or add another one.";
                case DNCR_LISTED -> "Nothing: the number is on the Do Not Call Register.";
                case NO_HEALTHY_RESOURCE -> "Connect a sender for this channel, or wait until one recovers.";
            };
        }
    }

    /**
     * One for each channel, in the default order.
     *
     * @param items each channel as it stands for the lead
     */
    record LeadChannels(List<LeadChannel> items) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(
                        Route.C + "/leads/{id}/channels",
                        "On which channels a lead can be reached now, and why not on the others")
                .tag("Leads")
                .role(Role.VIEWER)
                .answers(LeadChannels.class, new LeadChannels(List.of(LeadChannel.EXAMPLE)))
                .handledBy(this::channels));
    }

    private Reply<LeadChannels> channels(Call<None> call) {
        return explain.of(call.scope(), call.id("id", LeadId::new))
                .<Reply<LeadChannels>>map(standings -> Reply.ok(
                        new LeadChannels(standings.stream().map(LeadChannel::of).toList())))
                .orElseGet(Reply::notFound);
    }
}
