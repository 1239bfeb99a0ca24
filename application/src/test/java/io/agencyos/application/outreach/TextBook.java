package io.agencyos.application.outreach;

import io.agencyos.application.outreach.channel.CallLines;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.phone.KnowledgeBook;
import io.agencyos.application.outreach.phone.TextPorts;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every client has one number for texts, and every number is clean unless a story says otherwise. */
public final class TextBook implements SendingNumbers, ChannelAddresses, DoNotCallStandings {

    /** The number that everybody texts from. */
    public static final PhoneNumber OURS = new PhoneNumber("+61491570110");

    private static final AtomicInteger LEADS = new AtomicInteger();

    private final SmsSender sender;
    private NumberRests rests = NumberRests.NONE;
    private @Nullable KnowledgeBook written;
    private @Nullable VoicePorts calls;
    private @Nullable CallArchive archive;
    private final Map<ClientId, SendingNumber> numbers = new ConcurrentHashMap<>();
    private final Map<LeadId, Standing> told = new ConcurrentHashMap<>();
    private final Map<PhoneNumber, GateFacts.Address.Register> register = new ConcurrentHashMap<>();

    public TextBook(SmsSender sender) {
        this.sender = sender;
    }

    /** Another mobile of the block in which all numbers are invented. */
    public static PhoneNumber mobile() {
        return new PhoneNumber("+614999%05d".formatted(LEADS.incrementAndGet() % 100_000));
    }

    TextPorts ports() {
        return new TextPorts(this, number -> Optional.of(new TextLines.Line("fake-sms", sender)), this, this, rests);
    }

    /** The same numbers, which rest when carriers filter them. */
    public TextBook resting(NumberRests counted) {
        rests = counted;
        return this;
    }

    /** The same numbers call, too. */
    public TextBook calling(VoiceCaller caller, CallBook book, CallArchive recordings) {
        calls = new VoicePorts(this, number -> Optional.of(new CallLines.Line("fake-voice", caller)), this, this, book);
        archive = recordings;
        return this;
    }

    /** The same calls, with what models write of those who are called. */
    public TextBook knowing(KnowledgeBook knowledge) {
        VoicePorts before = voice().orElseThrow();
        calls = new VoicePorts(
                before.numbers(),
                before.lines(),
                before.register(),
                before.addresses(),
                before.calls(),
                before.terms(),
                knowledge);
        written = knowledge;
        return this;
    }

    /** What models wrote of those who are called. */
    KnowledgeBook knowledge() {
        return Objects.requireNonNull(written);
    }

    /** The same calls under these terms. */
    TextBook under(CallTerms terms) {
        VoicePorts before = voice().orElseThrow();
        calls = new VoicePorts(
                before.numbers(),
                before.lines(),
                before.register(),
                before.addresses(),
                before.calls(),
                terms,
                before.knowledge());
        return this;
    }

    /** What calls are made by, where any are. */
    Optional<VoicePorts> voice() {
        return Optional.ofNullable(calls);
    }

    CallArchive archive() {
        return Optional.ofNullable(archive).orElseThrow();
    }

    /** The client's number. */
    public SendingNumber number(ClientId client) {
        return numbers.computeIfAbsent(
                client,
                owner -> new SendingNumber(
                        new ResourceId(UUID.randomUUID()), owner, OURS, "fake-sms", null, null, null));
    }

    /** What the register says of a lead's number from now on. */
    public void registered(Lead lead, GateFacts.Address.Register standing) {
        register.put(phone(lead), standing);
    }

    public boolean isInvalid(Lead lead) {
        return Optional.ofNullable(told.get(lead.id()))
                .filter(standing -> standing.state() == AddressState.INVALID
                        && standing.address().equals(phone(lead).e164()))
                .isPresent();
    }

    private static PhoneNumber phone(Lead lead) {
        return Optional.ofNullable(lead.contact().phone()).orElseThrow();
    }

    @Override
    public List<SendingNumber> ofClient(ClientId client) {
        return Optional.ofNullable(numbers.get(client)).map(List::of).orElse(List.of());
    }

    @Override
    public void markUsed(ClientId client, Collection<ResourceId> ids, Instant at) {
        numbers.computeIfPresent(
                client,
                (owner, had) -> new SendingNumber(
                        had.id(), owner, had.number(), had.provider(), had.warmupStartedAt(), had.dailyOverride(), at));
    }

    @Override
    public void put(ClientId client, Standing standing) {
        told.put(standing.lead(), standing);
    }

    @Override
    public Map<LeadId, Standing> of(ClientId client, Channel channel, Collection<LeadId> leads) {
        Map<LeadId, Standing> known = new HashMap<>(told);
        known.keySet().retainAll(leads);
        known.values().removeIf(standing -> standing.channel() != channel);
        return known;
    }

    @Override
    public Map<Asked, GateFacts.Address.Register> of(Collection<Asked> asked) {
        return asked.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> register.getOrDefault(one.number(), GateFacts.Address.Register.CLEAN)));
    }
}
