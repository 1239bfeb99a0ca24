package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.gate.Capacity;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what planning and commit would read now. */
final class ExplainChannelsService implements ExplainChannels {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Engine engine;
    private final ChannelPlanner planner;

    ExplainChannelsService(Engine engine, ChannelPlanner planner) {
        this.engine = engine;
        this.planner = planner;
    }

    @Override
    public Optional<List<Standing>> of(TenantScope scope, LeadId id) {
        var holidays = engine.holidays();
        ClientId client = scope.clientId();
        return engine.inTenant(
                client,
                () -> engine.world()
                        .leads()
                        .leads()
                        .find(client, id)
                        .flatMap(lead -> Optional.ofNullable(lead.campaignId())
                                .flatMap(campaign -> engine.world().campaigns().find(client, campaign))
                                .map(campaign -> explain(
                                        lead,
                                        campaign,
                                        engine.setting(
                                                client,
                                                Setting.Hold.READ,
                                                holidays,
                                                engine.clock().now())))));
    }

    private List<Standing> explain(Lead lead, Campaign campaign, Setting setting) {
        ClientId client = lead.clientId();
        ChannelAllocation given =
                planner.allocate(client, campaign, List.of(lead)).get(lead.id());
        Enrolment enrolment =
                engine.stores().enrolments().newest(client, List.of(lead.id())).get(lead.id());
        Instant decided = enrolment == null
                ? null
                : engine.world()
                        .planning()
                        .plans()
                        .map(plans -> plans.of(client, List.of(enrolment.id())).get(enrolment.id()))
                        .map(ChannelPlans.Decided::at)
                        .orElse(null);
        boolean none = given.outcome() == ChannelAllocation.Outcome.NONE;
        boolean goesOn = enrolment != null && !enrolment.state().isTerminal();
        Instant again = none && goesOn && decided != null ? decided.plus(A_DAY) : null;
        return Arrays.stream(Channel.values())
                .map(channel -> {
                    int place = given.channels().indexOf(channel);
                    ChannelExclusion why = given.excluded().get(channel);
                    return new Standing(
                            channel,
                            place < 0 ? null : place + 1,
                            why,
                            again,
                            address(channel, lead.contact()),
                            place < 0 ? null : from(channel, enrolment, setting),
                            decided,
                            place < 0 ? List.of() : added(channel, setting));
                })
                .toList();
    }

    private List<String> added(Channel channel, Setting setting) {
        return setting.client()
                .map(client -> engine.outlets().of(channel).addedLines(client))
                .orElse(List.of());
    }

    private static @Nullable AddressState address(Channel channel, ContactPoints contact) {
        return switch (channel) {
            case EMAIL ->
                contact.email() == null
                        ? null
                        : switch (contact.emailStatus()) {
                            case VERIFIED, CATCH_ALL -> AddressState.OK;
                            case GUESSED, UNKNOWN -> AddressState.UNVERIFIED;
                            case INVALID -> AddressState.INVALID;
                        };
            case LINKEDIN -> contact.linkedIn() == null ? null : AddressState.OK;
            case VOICE, SMS -> contact.phone() == null ? null : AddressState.OK;
            case MAIL -> null;
        };
    }

    /** The sender that is kept, or else the one that would be taken now: most left today, longest unused. */
    private @Nullable From from(Channel channel, @Nullable Enrolment enrolment, Setting setting) {
        Outlet outlet = engine.outlets().of(channel);
        Optional<ResourceId> kept = Optional.ofNullable(enrolment)
                .flatMap(run -> outlet.senders(setting, List.of(run)).kept(run));
        return kept.or(() ->
                        Capacity.of(engine, setting, List.of(), List.of()).pick(campaign(enrolment, setting), channel))
                .flatMap(sender -> outlet.shown(sender, setting))
                .map(shown -> new From(shown, kept.isPresent()))
                .orElse(null);
    }

    private static @Nullable Campaign campaign(@Nullable Enrolment enrolment, Setting setting) {
        return Optional.ofNullable(enrolment)
                .flatMap(run -> setting.campaign(run.campaignId()))
                .orElse(null);
    }
}
