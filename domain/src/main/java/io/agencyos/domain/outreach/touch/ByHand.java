package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.shared.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * That a person wrote a touch and pressed send. Source: outreach 0 {@code REPLY}, {@code MANUAL}; 3.3 exemptions; 8.4.
 *
 * @param by null where a program did it with a key
 * @param override why gaps and windows do not hold for it; null where they do
 * @param answering what it answers, null for a message of its own
 */
public record ByHand(
        @Nullable UserId by,
        @Nullable String override,
        @Nullable Answering answering) {

    /**
     * The conversation that it goes on in, as the vendor and the world name it.
     *
     * @param vendorRef the vendor's reference of the thread or chat, null where there is none
     * @param messageId the Message-ID that is answered, with its brackets; null where there is none
     */
    public record Answering(
            @Nullable String vendorRef, @Nullable String messageId) {}
}
