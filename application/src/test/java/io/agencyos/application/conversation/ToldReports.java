package io.agencyos.application.conversation;

import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A caller that is only asked how calls ended, and says what it is told to say. */
final class ToldReports implements VoiceCaller {

    private final List<String> hungUp = new ArrayList<>();
    private State state = new State.Pending("in-progress");
    private boolean endsNothing;

    void say(CallReport report) {
        state = new State.Ended(report);
    }

    /** It lets calls go on whatever it is asked. */
    void endsNothing() {
        endsNothing = true;
    }

    /** Which calls were to be ended. */
    List<String> hungUp() {
        return List.copyOf(hungUp);
    }

    @Override
    public Result<State, VendorFailure> report(ClientId client, String vendorRef) {
        return Result.ok(state);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true);
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return Result.ok(true);
    }

    @Override
    public Result<Boolean, VendorFailure> hangUp(ClientId client, String vendorRef) {
        hungUp.add(vendorRef);
        return endsNothing
                ? Result.err(new VendorFailure.Unavailable(VendorFailure.Details.of("fake-phones", "hang up", "away")))
                : Result.ok(true);
    }

    @Override
    public Result<String, VendorFailure> ensureAssistant(VoiceScript script) {
        throw new UnsupportedOperationException("nobody calls in these stories");
    }

    @Override
    public Optional<String> assistant(VoiceScript script) {
        throw new UnsupportedOperationException("nobody calls in these stories");
    }

    @Override
    public Result<List<Standing>, VendorFailure> assistants(ClientId client) {
        throw new UnsupportedOperationException("nobody calls in these stories");
    }

    @Override
    public Result<Boolean, VendorFailure> removeAssistant(ClientId client, String assistantRef) {
        throw new UnsupportedOperationException("nobody calls in these stories");
    }

    @Override
    public SendOutcome send(VoiceCommand command) {
        throw new UnsupportedOperationException("nobody calls in these stories");
    }

    @Override
    public LookupOutcome lookup(VoiceCommand command, Instant since) {
        throw new UnsupportedOperationException("nobody calls in these stories");
    }

    @Override
    public SendSemantics semanticsOf(VoiceCommand command) {
        throw new UnsupportedOperationException("nobody calls in these stories");
    }
}
