package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.outreach.channel.LinkedInChecks;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.ContactFacts;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.application.outreach.engine.LeadSituations;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** LinkedIn: a step is an invitation until the two are connected, and a message from then on. Source: outreach 11. */
public final class LinkedInOutlet extends Outlet {

    /** How long the network takes no invitation to a person of whom it said so. */
    private static final Duration BARRED = Duration.ofDays(21);

    /** Messages to somebody who is not connected after all are given up after so many calls. */
    private static final int PATIENCE = 3;

    /** Fields of a refusal that concern the person rather than the seat or the words. */
    static final Set<String> ABOUT_THE_PERSON = Set.of("linkedinUrl", "identity_mismatch", "recipient");

    private final OutreachStores stores;
    private final LinkedInPorts ports;

    public LinkedInOutlet(OutreachStores stores, LinkedInPorts ports) {
        super(Channel.LINKEDIN);
        this.stores = stores;
        this.ports = ports;
    }

    @Override
    public Map<LeadId, TouchKind> kinds(Setting setting, Collection<LeadId> leads) {
        Map<LeadId, SeatConnection> known = ports.connections().ofLeads(setting.id(), leads);
        Map<LeadId, TouchKind> kinds = new HashMap<>();
        leads.forEach(lead -> kinds.put(lead, kind(known.get(lead), setting)));
        return kinds;
    }

    private TouchKind kind(@Nullable SeatConnection connection, Setting setting) {
        boolean connected = connection != null
                && connection.state().isConnected()
                && !SeatSenders.isLost(connection, setting.seats(ports.seats()), setting.now());
        return connected ? TouchKind.LI_MESSAGE : TouchKind.LI_INVITE;
    }

    @Override
    public Map<LeadId, Instant> followUps(ClientId client, Collection<LeadId> leads) {
        return ports.connections().followUps(client, leads);
    }

    @Override
    public Map<LeadId, Instant> followUpsDue(ClientId client, Instant until, int limit) {
        return ports.connections().followUpsDue(client, until, limit);
    }

    @Override
    public void putFollowUps(ClientId client, Map<LeadId, Optional<Instant>> dueAt) {
        ports.connections().putFollowUps(client, dueAt);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return LinkedInWriter.write(one, setting);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String subject, String body) {
        return LinkedInWriter.edited(one, setting, body);
    }

    @Override
    public GateFacts.Content content(TouchCase one, Setting setting) {
        Touch.TouchContent content = one.touch().content();
        return content == null
                ? new GateFacts.Content(GateFacts.Content.Standing.MISSING, true, true)
                : new GateFacts.Content(
                        content.qaPassed() ? GateFacts.Content.Standing.READY : GateFacts.Content.Standing.QA_FAILED,
                        LinkedInWriter.isComplete(one.touch(), content.body(), one, setting),
                        recipientCurrent(one));
    }

    @Override
    public ContactFacts contacts(Gate gate, Setting setting, List<TouchCase> cases) {
        List<LeadId> leads =
                cases.stream().map(one -> one.touch().leadId()).distinct().toList();
        Map<LeadId, SeatConnection> known = ports.connections().ofLeads(setting.id(), leads);
        Map<LeadId, ChannelAddresses.Standing> told = ports.addresses().of(setting.id(), Channel.LINKEDIN, leads);
        return new ContactFacts() {
            @Override
            public GateFacts.Address of(TouchCase one, LeadSituations.@Nullable Situation situation, boolean consent) {
                return address(one, situation, consent, told.get(one.touch().leadId()));
            }

            @Override
            public boolean superseded(TouchCase one) {
                return one.touch().kind() != kind(known.get(one.touch().leadId()), setting);
            }

            @Override
            public boolean inviteCooldown(TouchCase one) {
                SeatConnection connection = known.get(one.touch().leadId());
                return connection != null && connection.coolsDown(setting.now());
            }
        };
    }

    private static GateFacts.Address address(
            TouchCase one,
            LeadSituations.@Nullable Situation situation,
            boolean consent,
            ChannelAddresses.@Nullable Standing told) {
        Optional<LinkedInUrl> page = page(one);
        AddressState state = told != null
                        && page.filter(url -> url.key().equals(told.address())).isPresent()
                ? told.state()
                : AddressState.OK;
        boolean closed = page.filter(url -> !url.isPerson()).isPresent()
                || state == AddressState.INVALID
                || state == AddressState.BOUNCED;
        return new GateFacts.Address(
                situation != null && page.isPresent(),
                closed ? GateFacts.Address.State.INVALID : GateFacts.Address.State.OK,
                state == AddressState.OPTED_OUT,
                consent,
                GateFacts.Address.Register.NOT_APPLICABLE,
                0);
    }

    private static Optional<LinkedInUrl> page(TouchCase one) {
        return Optional.ofNullable(one.lead()).map(Lead::contact).map(contact -> contact.linkedIn());
    }

    @Override
    public Optional<String> recipient(TouchCase one) {
        return page(one).map(LinkedInUrl::key);
    }

    @Override
    public SenderDesk senders(Setting setting, Collection<Enrolment> enrolments) {
        return new SeatSenders(stores, ports, setting, enrolments);
    }

    private Optional<Seat> seat(@Nullable ResourceId sender, Setting setting) {
        return setting.seats(ports.seats()).stream()
                .filter(seat -> sender != null && seat.id().value().equals(sender.value()))
                .findFirst();
    }

    @Override
    public Optional<String> shown(ResourceId sender, Setting setting) {
        return seat(sender, setting).map(seat -> seat.link().account()).map(SeatAccount::name);
    }

    @Override
    public CallDesk calls(Setting setting, List<TouchCase> cases) {
        Optional<LinkedInLines.Line> line = ports.lines().of(setting.id());
        Map<LeadId, SeatConnection> known = ports.connections()
                .ofLeads(
                        setting.id(),
                        cases.stream()
                                .map(one -> one.touch().leadId())
                                .distinct()
                                .toList());
        return one -> line.flatMap(by -> seat(one.touch().resourceId(), setting)
                .map(seat -> seat.link().account())
                .map(account -> new Act(by, account, known.get(one.touch().leadId()))));
    }

    @Override
    public Duration settleDelay(Touch touch, Setting setting) {
        return ports.lines()
                .of(setting.id())
                .flatMap(line -> seat(touch.resourceId(), setting)
                        .map(seat -> seat.link().account())
                        .map(account -> new Act(line, account, null)
                                .handover(touch)
                                .semantics()
                                .settleDelay()))
                .orElse(TouchMachine.LEASE);
    }

    @Override
    public SentAs sentAs(Touch touch, Setting setting) {
        return SentAs.NAMELESS;
    }

    @Override
    public void used(ClientId client, Collection<ResourceId> senders, Instant at) {
        // what a seat did last is read from its touches
    }

    @Override
    public void unreachable(Touch touch, Instant now) {
        if (touch.recipient() != null) {
            ports.addresses()
                    .put(
                            touch.clientId(),
                            new ChannelAddresses.Standing(
                                    touch.leadId(),
                                    Channel.LINKEDIN,
                                    touch.recipient(),
                                    AddressState.INVALID,
                                    "recipient_rejected",
                                    now));
        }
    }

    @Override
    public void recorded(ClientId client, List<SentLog.Sent> sent) {
        List<SentLog.Sent> invitations = sent.stream()
                .filter(one ->
                        one.touch().kind() == TouchKind.LI_INVITE && one.touch().resourceId() != null)
                .toList();
        if (invitations.isEmpty()) {
            return;
        }
        Map<LeadId, SeatConnection> known = ports.connections()
                .ofLeadsForUpdate(
                        client,
                        invitations.stream().map(one -> one.touch().leadId()).toList());
        invitations.forEach(one -> {
            SeatConnection before = known.getOrDefault(one.touch().leadId(), fresh(one.touch()));
            ports.connections()
                    .save(before.requested(seatOf(one.touch()), one.touch().vendorRef(), one.at()));
        });
    }

    private static SeatId seatOf(Touch touch) {
        return new SeatId(Objects.requireNonNull(touch.resourceId(), "what left had a sender")
                .value());
    }

    private SeatConnection fresh(Touch touch) {
        return SeatConnection.invited(
                ports.ids().next(), touch.clientId(), touch.leadId(), seatOf(touch), touch.campaignId());
    }

    @Override
    public Refusal refusal(Touch touch, VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.Conflict conflict ->
                isConnected(failure) && touch.requeueCount() == 0 ? Refusal.OVERTAKEN : Refusal.DONE_BEFORE;
            case VendorFailure.Invalid invalid
            when is(failure, LinkedInOutreach.NOT_CONNECTED) ->
                touch.dispatchCount() < PATIENCE ? Refusal.OVERTAKEN : Refusal.OF_THIS_CONTACT;
            case VendorFailure.Invalid invalid
            when ABOUT_THE_PERSON.contains(invalid.field()) -> Refusal.OF_THE_RECIPIENT;
            default -> super.refusal(touch, failure);
        };
    }

    private static boolean isConnected(VendorFailure failure) {
        return is(failure, LinkedInOutreach.ALREADY_CONNECTED);
    }

    private static boolean is(VendorFailure failure, String code) {
        return code.equals(failure.details().vendorCode());
    }

    @Override
    public void told(Touch touch, VendorFailure failure, Instant now) {
        if (touch.resourceId() == null || !(isConnected(failure) || is(failure, LinkedInOutreach.CANNOT_RESEND_YET))) {
            return;
        }
        SeatConnection before = ports.connections()
                .ofLeadsForUpdate(touch.clientId(), List.of(touch.leadId()))
                .getOrDefault(touch.leadId(), fresh(touch));
        ports.connections()
                .save(isConnected(failure) ? before.by(seatOf(touch)).connected(now) : before.barred(now.plus(BARRED)));
    }

    @Override
    public void heard(Touch touch, VendorFailure failure) {
        ports.lines()
                .of(touch.clientId())
                .flatMap(line -> line.acts().signal(failure))
                .ifPresent(signal -> ports.hear().changed(touch.clientId(), seatOf(touch), signal));
    }

    /** One act of a seat, towards the person that the connection names. */
    private record Act(
            LinkedInLines.Line by,
            SeatAccount account,
            @Nullable SeatConnection connection) implements CallDesk.Line {

        @Override
        public String vendor() {
            return by.vendor();
        }

        @Override
        public Handover handover(TouchCase started, String slot, Instant begun) {
            return handover(started.touch());
        }

        private static Optional<ByHand.Answering> answers(Touch touch) {
            return Optional.ofNullable(touch.byHand())
                    .filter(hand -> !touch.isRedirected())
                    .map(ByHand::answering);
        }

        private static LinkedInUrl page(Touch touch) {
            String goesTo = touch.goesTo().orElseThrow();
            return LinkedInUrl.ofKey(goesTo)
                    .or(() -> LinkedInUrl.parse(goesTo).toOptional())
                    .orElseThrow();
        }

        Handover handover(Touch touch) {
            String body = Objects.requireNonNull(touch.content(), "a committed touch has a text")
                    .body();
            String text = touch.isRedirected() && touch.kind() == TouchKind.LI_MESSAGE
                    ? TestMode.marked(body, marked -> marked.length() <= LinkedInChecks.LONGEST_MESSAGE)
                    : body;
            LinkedInUrl page = page(touch);
            LinkedInCommand command = new LinkedInCommand(
                    touch.clientId(),
                    touch.id(),
                    touch.idempotencyKey(),
                    touch.kind(),
                    new LinkedInCommand.Seat(seatOf(touch), account.ref()),
                    page,
                    connection == null || touch.isRedirected() ? null : connection.personRef(),
                    text,
                    answers(touch).map(ByHand.Answering::vendorRef).orElse(null));
            return Handover.of(by.vendor(), by.acts(), command, text);
        }
    }
}
