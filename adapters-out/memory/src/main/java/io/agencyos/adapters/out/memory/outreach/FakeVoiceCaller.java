package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls that are answered at once and end the same way. */
public final class FakeVoiceCaller extends FakeChannel<VoiceCommand> implements VoiceCaller {

    private static final CallReport ENDING = new CallReport(
            CallOutcome.ANSWERED, Optional.empty(), 60, BigDecimal.ZERO, Optional.empty(), Optional.empty(), false);

    private final Map<String, String> assistants = new HashMap<>();
    private final Map<String, VoiceScript> spoken = new HashMap<>();
    private boolean keeping;
    private final List<String> hungUp = new ArrayList<>();
    private int made;
    private boolean unprepared;

    public FakeVoiceCaller(ClockPort clock) {
        super("fake-voice", clock);
    }

    @Override
    Optional<VendorFailure> refused(VoiceCommand command) {
        return command.assistantRef().isBlank()
                ? Optional.of(invalid("assistant", "a call needs an assistant"))
                : Optional.empty();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, false, false);
    }

    @Override
    public synchronized Result<State, VendorFailure> report(ClientId client, String vendorRef) {
        boolean made = contacts().stream()
                .anyMatch(contact -> contact.ref().equals(vendorRef)
                        && contact.command().clientId().equals(client));
        return made
                ? Result.ok(new State.Ended(ENDING))
                : Result.err(new VendorFailure.NotFound(details("no such call")));
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> hangUp(ClientId client, String vendorRef) {
        return report(client, vendorRef).map(ended -> {
            hungUp.add(vendorRef);
            return false;
        });
    }

    /** The calls that somebody wanted to end, oldest first. */
    public synchronized List<String> hungUp() {
        return List.copyOf(hungUp);
    }

    /** As if somebody had made it before, unless {@link #unprepared()} was said. */
    @Override
    public synchronized Optional<String> assistant(VoiceScript script) {
        return unprepared
                ? Optional.ofNullable(assistants.get(name(script)))
                : Optional.of(ensureAssistant(script).orElseThrow());
    }

    /** From now on an assistant stands only after it was asked for. */
    public synchronized FakeVoiceCaller unprepared() {
        unprepared = true;
        return this;
    }

    @Override
    public synchronized Result<String, VendorFailure> ensureAssistant(VoiceScript script) {
        String ref = assistants.computeIfAbsent(name(script), fresh -> "assistant-" + ++made);
        spoken.put(ref, script);
        return Result.ok(ref);
    }

    /** What the assistants that were made say. */
    public synchronized List<VoiceScript> scripts() {
        return List.copyOf(spoken.values());
    }

    private static String name(VoiceScript script) {
        return script.clientId() + "/" + script.campaign() + "/" + script.persona() + "/" + script.version();
    }

    @Override
    public synchronized Result<List<Standing>, VendorFailure> assistants(ClientId client) {
        return Result.ok(assistants.values().stream()
                .filter(ref -> spoken.get(ref).clientId().equals(client))
                .sorted()
                .map(ref -> new Standing(ref, spoken.get(ref).campaign()))
                .toList());
    }

    /** The next assistant that is to go stays: the vendor is away. */
    public synchronized void keepNext() {
        keeping = true;
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> removeAssistant(ClientId client, String assistantRef) {
        if (keeping) {
            keeping = false;
            return Result.err(new VendorFailure.Unavailable(details("no connection")));
        }
        assistants.values().remove(assistantRef);
        return Result.ok(true);
    }
}
