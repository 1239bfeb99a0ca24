package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageText;
import java.util.List;
import java.util.Set;

/**
 * What the checks have to know beside the text.
 *
 * @param commercial an outreach message, which the Spam Act 2003 asks to name its sender and a way out
 * @param answer answers a message of the lead
 * @param firstOnLinkedIn the first LinkedIn message to the lead
 * @param senderIdentity the name of the client that the text has to carry
 * @param optOut the link or words of the way out that the text has to carry
 * @param allowedHosts client domains, meeting link host, tracking domain, opt-out host; sub-domains are allowed with them
 * @param earlier messages that went to this lead before
 * @param topicsToAvoid words that must not occur
 * @param unsupportedClaims what the fact check left
 */
public record QualityContext(
        String firstName,
        String company,
        boolean commercial,
        boolean answer,
        boolean firstOnLinkedIn,
        String senderIdentity,
        String optOut,
        Set<String> allowedHosts,
        List<MessageText> earlier,
        Set<String> topicsToAvoid,
        List<String> unsupportedClaims) {

    public QualityContext {
        allowedHosts = Set.copyOf(allowedHosts);
        earlier = List.copyOf(earlier);
        topicsToAvoid = Set.copyOf(topicsToAvoid);
        unsupportedClaims = List.copyOf(unsupportedClaims);
    }

    /** The context of a first outreach message, with nothing said before and nothing to avoid. */
    public static QualityContext outreach(String firstName, String company, String senderIdentity, String optOut) {
        return new QualityContext(
                firstName,
                company,
                true,
                false,
                true,
                senderIdentity,
                optOut,
                Set.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    public QualityContext allowing(Set<String> hosts) {
        return new QualityContext(
                firstName,
                company,
                commercial,
                answer,
                firstOnLinkedIn,
                senderIdentity,
                optOut,
                hosts,
                earlier,
                topicsToAvoid,
                unsupportedClaims);
    }

    public QualityContext after(List<MessageText> messages) {
        return new QualityContext(
                firstName,
                company,
                commercial,
                answer,
                firstOnLinkedIn,
                senderIdentity,
                optOut,
                allowedHosts,
                messages,
                topicsToAvoid,
                unsupportedClaims);
    }

    public QualityContext avoiding(Set<String> topics) {
        return new QualityContext(
                firstName,
                company,
                commercial,
                answer,
                firstOnLinkedIn,
                senderIdentity,
                optOut,
                allowedHosts,
                earlier,
                topics,
                unsupportedClaims);
    }

    public QualityContext withUnsupportedClaims(List<String> claims) {
        return new QualityContext(
                firstName,
                company,
                commercial,
                answer,
                firstOnLinkedIn,
                senderIdentity,
                optOut,
                allowedHosts,
                earlier,
                topicsToAvoid,
                claims);
    }

    /** The context of an answer in a conversation. */
    public QualityContext asAnswer() {
        return new QualityContext(
                firstName,
                company,
                false,
                true,
                false,
                senderIdentity,
                optOut,
                allowedHosts,
                earlier,
                topicsToAvoid,
                unsupportedClaims);
    }
}
