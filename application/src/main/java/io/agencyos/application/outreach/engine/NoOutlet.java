package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A channel by which nothing leaves this installation: it has no sender, and the gates say so. */
final class NoOutlet extends Outlet {

    private static final List<String> NOTHING_TO_WRITE = List.of("content_missing");

    NoOutlet(Channel channel) {
        super(channel);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return Result.err(NOTHING_TO_WRITE);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String subject, String body) {
        return Result.err(NOTHING_TO_WRITE);
    }

    @Override
    public GateFacts.Content content(TouchCase one, Setting setting) {
        return new GateFacts.Content(GateFacts.Content.Standing.MISSING, true, true);
    }

    @Override
    public ContactFacts contacts(Gate gate, Setting setting, List<TouchCase> cases) {
        return (one, situation, consent) -> new GateFacts.Address(
                situation != null && known(situation.lead().contact()),
                GateFacts.Address.State.OK,
                false,
                consent,
                GateFacts.Address.Register.NOT_APPLICABLE,
                0);
    }

    private boolean known(ContactPoints contact) {
        return switch (channel()) {
            case EMAIL -> contact.email() != null;
            case SMS, VOICE -> contact.phone() != null;
            case LINKEDIN -> contact.linkedIn() != null;
            case MAIL -> false;
        };
    }

    @Override
    public Optional<String> recipient(TouchCase one) {
        return Optional.empty();
    }

    @Override
    public SenderDesk senders(Setting setting, Collection<Enrolment> enrolments) {
        return NoSenders.HERE;
    }

    @Override
    public CallDesk calls(Setting setting, List<TouchCase> cases) {
        return one -> Optional.empty();
    }

    @Override
    public Duration settleDelay(Touch touch, Setting setting) {
        return TouchMachine.LEASE;
    }

    @Override
    public SentAs sentAs(Touch touch, Setting setting) {
        return SentAs.NAMELESS;
    }

    @Override
    public Optional<String> shown(ResourceId sender, Setting setting) {
        return Optional.empty();
    }

    @Override
    public void used(ClientId client, Collection<ResourceId> senders, Instant at) {
        // there is nothing that could have been used
    }

    @Override
    public void unreachable(Touch touch, Instant now) {
        // nobody was tried
    }

    private enum NoSenders implements SenderDesk {
        HERE;

        @Override
        public boolean any() {
            return false;
        }

        @Override
        public List<Quotas.Counter> counters() {
            return List.of();
        }

        @Override
        public Optional<ResourceId> kept(Enrolment enrolment) {
            return Optional.empty();
        }

        @Override
        public Optional<ResourceId> pick(Taken taken, Predicate<ResourceId> among) {
            return Optional.empty();
        }

        @Override
        public Optional<String> vendor(ResourceId sender) {
            return Optional.empty();
        }

        @Override
        public GateFacts.Sender standing(Optional<ResourceId> sender) {
            return new GateFacts.Sender(false, GateFacts.Sender.Standing.HEALTHY, true, false);
        }

        @Override
        public Room room(Touch touch, ResourceId sender, Taken taken) {
            return Room.NONE;
        }

        @Override
        public List<Quotas.Bound> bounds(Touch touch, ResourceId sender) {
            return List.of();
        }
    }
}
