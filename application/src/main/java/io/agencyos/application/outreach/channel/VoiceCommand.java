package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dial, complete. What the assistant says is stored with it beforehand; what it knows of this person travels here.
 *
 * @param lineRef the number that is shown to the person, in E.164, or what the vendor calls it
 * @param assistantRef what {@link VoiceCaller#ensureAssistant} answered
 * @param facts by the names that the script uses
 * @param longestSeconds where this call may not be as long as its script says, else null
 */
public record VoiceCommand(
        ClientId clientId,
        TouchId touchId,
        String idempotencyKey,
        String lineRef,
        PhoneNumber to,
        String toName,
        String assistantRef,
        Map<String, String> facts,
        @Nullable Integer longestSeconds)
        implements ChannelCommand {

    public VoiceCommand {
        facts = Map.copyOf(facts);
    }

    /** As long as its script says. */
    public VoiceCommand(
            ClientId clientId,
            TouchId touchId,
            String idempotencyKey,
            String lineRef,
            PhoneNumber to,
            String toName,
            String assistantRef,
            Map<String, String> facts) {
        this(clientId, touchId, idempotencyKey, lineRef, to, toName, assistantRef, facts, null);
    }

    /** The same, no longer than so many seconds. */
    public VoiceCommand atMost(int seconds) {
        return new VoiceCommand(clientId, touchId, idempotencyKey, lineRef, to, toName, assistantRef, facts, seconds);
    }

    /** The same by this assistant. */
    public VoiceCommand by(String assistant) {
        return new VoiceCommand(
                clientId, touchId, idempotencyKey, lineRef, to, toName, assistant, facts, longestSeconds);
    }

    @Override
    public TouchKind kind() {
        return TouchKind.VOICE;
    }

    /** Shows no number and no facts: commands end up in logs. */
    @Override
    public String toString() {
        return "VoiceCommand[" + touchId + ", " + idempotencyKey + "]";
    }
}
