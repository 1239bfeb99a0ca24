package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Facts that a reply states. Source: content 4.3.
 *
 * @param absence set for an out-of-office reply only
 * @param statedTime a later time named by the writer ("in July"), for a timing objection
 * @param phone the writer's own number, from the text or else the signature
 * @param proposedTimes days with times as written, in order
 */
public record Entities(
        Optional<Absence> absence,
        Optional<LocalDate> statedTime,
        Optional<Referral> referral,
        Optional<String> phone,
        List<String> proposedTimes,
        Optional<Channel> channelPreference) {

    /** Nothing is stated. */
    public static final Entities NONE = new Entities(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Entities {
        proposedTimes = List.copyOf(proposedTimes);
    }

    /** A person named by the writer, as far as the reply names them; parts may be missing, not all of them. */
    public record Referral(Optional<String> name, Optional<String> email, Optional<String> phone) {

        /** Whether the person can be reached without first being looked up (content 4.6). */
        public boolean isReachable() {
            return name.isPresent() && (email.isPresent() || phone.isPresent());
        }
    }
}
