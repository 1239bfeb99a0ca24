package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Channel;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A reply as it was received, before cleaning. {@code body} is plain text (HTML is turned into text by the adapter that
 * received it); {@code automatedHeader} says that a mail header marks it as automatic; {@code receivedAt} carries the
 * lead's zone; {@code knownAddresses} are those of the sender and of the client, in any case.
 */
public record InboundReply(
        Channel channel,
        String subject,
        String body,
        boolean automatedHeader,
        ZonedDateTime receivedAt,
        Set<String> knownAddresses,
        String personaFirstName) {

    public InboundReply {
        knownAddresses = knownAddresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A reply of which only the words are known: no header, no addresses, no persona. */
    public static InboundReply ofText(Channel channel, String body, ZonedDateTime receivedAt) {
        return new InboundReply(channel, "", body, false, receivedAt, Set.of(), "");
    }

    public InboundReply withAutomatedHeader() {
        return new InboundReply(channel, subject, body, true, receivedAt, knownAddresses, personaFirstName);
    }

    /** The same reply, with the addresses of the sender and of the client, so that they name no third person. */
    public InboundReply knowing(Set<String> addresses) {
        return new InboundReply(channel, subject, body, automatedHeader, receivedAt, addresses, personaFirstName);
    }
}
