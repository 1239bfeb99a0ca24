package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Answers what a vendor waits for, after it was verified and stored. Whoever asks twice is answered twice, and what follows
 * happens once. Source: vapi 6, api 10.3.
 */
@PrimaryPort
public interface AnswerLive {

    /** A question of a client's vendor, with the one who knows that vendor's words. */
    record Asked(ClientId client, HookReader reader, LiveQuestion question) {}

    /** In the vendor's words, as JSON. What it asks for is done before it is told. */
    Map<String, Object> answer(Asked asked);

    /** The same for one who cannot wait any longer; what was begun goes on. */
    Map<String, Object> later(Asked asked);
}
