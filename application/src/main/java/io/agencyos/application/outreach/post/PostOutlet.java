package io.agencyos.application.outreach.post;

import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostLines;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.ContactFacts;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Letters: off until a client wants them, each approved by a person with its price, and never posted again where nobody
 * knows whether one left. Source: outreach 12, 4.5.
 */
public final class PostOutlet extends Outlet {

    private final PostPorts ports;

    public PostOutlet(PostPorts ports) {
        super(Channel.MAIL);
        this.ports = ports;
    }

    @Override
    public Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return house(one)
                .map(to -> LetterWriter.write(one, setting, quote(setting.id()), to))
                .orElseGet(() -> Result.err(List.of(GateReason.ADDRESS_MISSING.wire())));
    }

    @Override
    public Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String subject, String body) {
        return house(one)
                .map(to -> LetterWriter.edited(one, setting, body, quote(setting.id()), to))
                .orElseGet(() -> Result.err(List.of(GateReason.ADDRESS_MISSING.wire())));
    }

    /** Where the lead lives, with its name; asked one by one, since a client posts twenty pieces a day. */
    private Optional<PostalAddress> house(TouchCase one) {
        LeadId lead = one.touch().leadId();
        return Optional.ofNullable(
                        ports.book().of(one.touch().clientId(), List.of(lead)).get(lead))
                .map(known -> addressed(known.at(), one.lead()));
    }

    private LetterQuote quote(ClientId client) {
        return new LetterQuote(ports.book().account(client).letterCents());
    }

    @Override
    public List<String> addedLines(Client client) {
        return List.of(LetterWriter.wayOut(client.name()));
    }

    @Override
    public GateFacts.Content content(TouchCase one, Setting setting) {
        Touch.TouchContent content = one.touch().content();
        return content == null
                ? new GateFacts.Content(GateFacts.Content.Standing.MISSING, true, true)
                : new GateFacts.Content(
                        content.qaPassed() ? GateFacts.Content.Standing.READY : GateFacts.Content.Standing.QA_FAILED,
                        LetterWriter.isComplete(content.body(), one, setting),
                        recipientCurrent(one)
                                && house(one)
                                        .filter(to -> LetterWriter.isAddressed(content.body(), to))
                                        .isPresent());
    }

    @Override
    public ContactFacts contacts(Gate gate, Setting setting, List<TouchCase> cases) {
        List<LeadId> leads = leads(cases);
        Map<LeadId, PostBook.Known> known = ports.book().of(setting.id(), leads);
        Map<LeadId, ChannelAddresses.Standing> told = ports.addresses().of(setting.id(), Channel.MAIL, leads);
        return (one, situation, consent) -> {
            LeadId lead = one.touch().leadId();
            return address(known.get(lead), told.get(lead), setting.now());
        };
    }

    private static GateFacts.Address address(
            PostBook.@Nullable Known known, ChannelAddresses.@Nullable Standing told, Instant now) {
        boolean fit = known != null && isFit(known, told, now);
        return new GateFacts.Address(
                known != null,
                fit ? GateFacts.Address.State.OK : GateFacts.Address.State.INVALID,
                isOptedOut(told),
                true,
                GateFacts.Address.Register.NOT_APPLICABLE,
                0);
    }

    /** Whether a letter may be addressed there now. */
    public static boolean mayWrite(PostBook.Known known, ChannelAddresses.@Nullable Standing told, Instant now) {
        return isFit(known, told, now) && !isOptedOut(told);
    }

    /** What came back from a house says nothing of the next one. */
    private static boolean isFit(PostBook.Known known, ChannelAddresses.@Nullable Standing told, Instant now) {
        boolean closed = told != null
                && told.address().equals(known.at().key())
                && told.state() != AddressState.OPTED_OUT
                && told.state().isClosed();
        return known.isFit(now) && !closed;
    }

    /** Who wants no letters wants none at the next house either. */
    private static boolean isOptedOut(ChannelAddresses.@Nullable Standing told) {
        return told != null && told.state() == AddressState.OPTED_OUT;
    }

    private static List<LeadId> leads(Collection<TouchCase> cases) {
        return cases.stream().map(one -> one.touch().leadId()).distinct().toList();
    }

    @Override
    public Optional<String> recipient(TouchCase one) {
        return house(one).map(PostalAddress::key);
    }

    @Override
    public SenderDesk senders(Setting setting, Collection<Enrolment> enrolments) {
        return new PostDesk(
                ports.book().account(setting.id()),
                ports.lines().of(setting.id()).map(PostLines.Line::vendor),
                setting);
    }

    @Override
    public Optional<String> shown(ResourceId sender, Setting setting) {
        return Optional.ofNullable(ports.book().account(setting.id()).from())
                .map(from -> from.line1() + ", " + from.suburb());
    }

    @Override
    public CallDesk calls(Setting setting, List<TouchCase> cases) {
        Map<LeadId, PostBook.Known> known = ports.book().of(setting.id(), leads(cases));
        PostAccount account = ports.book().account(setting.id());
        return one ->
                line(one, known.get(one.touch().leadId()), account, setting).map(line -> line);
    }

    @Override
    public Optional<VendorMeter.Metered> metered(Touch touch) {
        return Optional.ofNullable(touch.content())
                .flatMap(content -> LetterQuote.read(content.subject()))
                .map(quote ->
                        new VendorMeter.Metered(MeteredUnit.PIECE, 1, MicroAud.of(new Money(quote.cents())), true));
    }

    private Optional<Piece> line(TouchCase one, PostBook.@Nullable Known known, PostAccount account, Setting setting) {
        PostalAddress from = account.from();
        return known == null || from == null
                ? Optional.empty()
                : ports.lines()
                        .of(setting.id())
                        .flatMap(by -> setting.client()
                                .map(client -> new Piece(
                                        by,
                                        addressed(known.at(), one.lead()),
                                        known.confirmed(),
                                        from.to(null, sender(client)))));
    }

    private static PostalAddress addressed(PostalAddress at, @Nullable Lead lead) {
        return lead == null
                ? at
                : at.to(
                        Stream.of(lead.person().firstName(), lead.person().lastName())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")),
                        lead.company().name());
    }

    private static String sender(Client client) {
        return Objects.requireNonNullElse(client.legalName(), client.name());
    }

    @Override
    public Duration settleDelay(Touch touch, Setting setting) {
        // what a look-up shows late is the vendor's own, whatever the piece
        return ports.lines().of(setting.id()).map(line -> SETTLES).orElse(TouchMachine.LEASE);
    }

    /** Source: outreach 4.5. */
    private static final Duration SETTLES = Duration.ofMinutes(30);

    @Override
    public SentAs sentAs(Touch touch, Setting setting) {
        return SentAs.NAMELESS;
    }

    @Override
    public void used(ClientId client, Collection<ResourceId> senders, Instant at) {
        // there is one account, which is never chosen by its rest
    }

    @Override
    public void unreachable(Touch touch, Instant now) {
        closed(ports.addresses(), touch, "recipient_rejected", now);
    }

    /** Nobody is written to there any more, and everything else goes on. */
    static void closed(ChannelAddresses addresses, Touch touch, String why, Instant now) {
        boolean optedOut = isOptedOut(addresses
                .of(touch.clientId(), Channel.MAIL, List.of(touch.leadId()))
                .get(touch.leadId()));
        if (touch.recipient() != null && !optedOut) {
            addresses.put(
                    touch.clientId(),
                    new ChannelAddresses.Standing(
                            touch.leadId(), Channel.MAIL, touch.recipient(), AddressState.INVALID, why, now));
        }
    }

    @Override
    public Refusal refusal(Touch touch, VendorFailure failure) {
        return isPrice(failure) ? Refusal.PRICE_ROSE : super.refusal(touch, failure);
    }

    private static boolean isPrice(VendorFailure failure) {
        return failure instanceof VendorFailure.Invalid invalid
                && invalid.field().equals(PostSender.QUOTE);
    }

    /** Asks what it costs now, so that the next approval is for that. */
    @Override
    public void heard(Touch touch, VendorFailure failure) {
        Touch.TouchContent content = touch.content();
        if (!isPrice(failure) || content == null) {
            return;
        }
        ClientId client = touch.clientId();
        TenantScope worker = TenantScope.worker(client);
        PostAccount account = ports.units().inTenant(worker, () -> ports.book().account(client));
        Optional<PostBook.Known> known = ports.units()
                .inTenant(
                        worker,
                        () -> Optional.ofNullable(
                                ports.book().of(client, List.of(touch.leadId())).get(touch.leadId())));
        PostalAddress from = account.from();
        if (from == null || known.isEmpty()) {
            return;
        }
        ports.lines().of(client).ifPresent(line -> {
            Piece piece = new Piece(
                    line, known.get().at().to("somebody", null), known.get().confirmed(), from);
            switch (line.sender().quote(piece.command(touch))) {
                case Result.Ok<Long, VendorFailure>(Long cents) ->
                    ports.units().inTenant(worker, () -> ports.book().priced(client, Math.toIntExact(cents)));
                case Result.Err<Long, VendorFailure> unknown -> {
                    // the price stays as it was known, and the next refusal asks again
                }
            }
        });
    }

    private record Piece(PostLines.Line by, PostalAddress to, boolean confirmed, PostalAddress from)
            implements CallDesk.Line {

        @Override
        public String vendor() {
            return by.vendor();
        }

        @Override
        public Handover handover(TouchCase started, String slot, Instant begun) {
            Touch touch = started.touch();
            return Handover.of(
                    by.vendor(),
                    by.sender(),
                    command(touch),
                    Objects.requireNonNull(touch.content()).body());
        }

        PostCommand command(Touch touch) {
            Touch.TouchContent content = Objects.requireNonNull(touch.content(), "a committed letter has its words");
            return new PostCommand(
                    touch.clientId(),
                    touch.id(),
                    touch.idempotencyKey(),
                    to,
                    confirmed,
                    from,
                    new PostCommand.Piece.Letter(
                            new PostCommand.Paper.Page(LetterWriter.page(content.body())), true, false, false),
                    LetterQuote.read(content.subject()).map(LetterQuote::cents).orElse(0));
        }
    }
}
