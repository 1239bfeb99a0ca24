package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.HookReader;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes what a vendor pushes: verified on the exact bytes, and stored before anybody is answered. Processing comes later
 * and never changes the answer. Source: api 10.1.
 */
@PrimaryPort
public interface ReceiveWebhook {

    /** What the vendor is told. */
    sealed interface Answer {

        /**
         * Stored; these are the keys of the events that are new.
         *
         * @param asked what the vendor waits for
         */
        record Accepted(List<String> eventKeys, Optional<AnswerLive.Asked> asked) implements Answer {}

        /**
         * Everything in it was stored before.
         *
         * @param asked what the vendor waits for
         */
        record Duplicate(Optional<AnswerLive.Asked> asked) implements Answer {}

        /** There is no such hook, or it belongs to another vendor. */
        record UnknownHook() implements Answer {}

        /** Not believed, and nothing of it kept. */
        record Forged(HookReader.Forgery why) implements Answer {}
    }

    /**
     * One delivery.
     *
     * @param vendor as it stands in the hook's address
     */
    Answer receive(String vendor, String hookId, HookReader.Delivery delivery);
}
