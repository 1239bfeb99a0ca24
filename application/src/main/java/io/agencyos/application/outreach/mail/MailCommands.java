package io.agencyos.application.outreach.mail;

import io.agencyos.application.outreach.channel.EmailCapabilities;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.content.mail.HtmlBody;
import io.agencyos.domain.content.mail.SenderName;
import io.agencyos.domain.content.mail.Threading;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The e-mail of a committed touch as the sender takes it; the same touch always gives the same e-mail. Source: outreach 8. */
final class MailCommands {

    private final UnsubscribeLinks links;

    MailCommands(UnsubscribeLinks links) {
        this.links = links;
    }

    /**
     * The command of a touch.
     *
     * @param slot what the sender chose for this touch
     * @param begun when its first call was begun: the {@code Date} of the message
     * @param earlier what the enrolment sent before, oldest first
     */
    EmailCommand command(
            TouchCase one,
            Setting setting,
            Mailbox mailbox,
            EmailSender sender,
            String slot,
            Instant begun,
            List<SentLog.Earlier> earlier) {
        Touch touch = one.touch();
        Optional<Lead> lead = Optional.ofNullable(one.lead());
        Touch.TouchContent content = Objects.requireNonNull(touch.content(), "a committed touch has a text");
        Threading thread = thread(one, content, mailbox, sender, earlier);
        return new EmailCommand(
                touch.clientId(),
                touch.id(),
                touch.idempotencyKey(),
                touch.origin(),
                mailbox,
                from(setting),
                new EmailAddress(touch.goesTo().orElseThrow()),
                lead.map(who -> who.person().firstName()).orElse(null),
                lead.map(who -> who.person().lastName()).orElse(null),
                lead.map(who -> who.company().name()).orElse(null),
                lead.map(who -> who.person().title()).orElse(null),
                touch.isRedirected() ? TestMode.MARK + thread.subject() : thread.subject(),
                content.body(),
                HtmlBody.of(content.body()),
                TouchKeys.messageId(touch.id(), mailbox.domain()),
                begun,
                thread.inReplyTo().orElse(null),
                thread.references(),
                links.of(new UnsubscribeLinks.Subject(touch.clientId(), touch.leadId(), touch.id())),
                null,
                slot,
                answering(touch).map(ByHand.Answering::vendorRef).orElse(null));
    }

    private static Optional<ByHand.Answering> answering(Touch touch) {
        // nobody but the lead is in the conversation that is answered
        return Optional.ofNullable(touch.byHand())
                .filter(hand -> !touch.isRedirected())
                .map(ByHand::answering);
    }

    private static String from(Setting setting) {
        String company = setting.client().map(Client::name).orElse("");
        return setting.persona()
                .map(persona -> SenderName.of(
                        Optional.of(persona.displayName()), persona.firstName(), persona.lastName(), company))
                .orElseGet(() -> SenderName.of(Optional.empty(), "", "", company));
    }

    /** Goes on in the enrolment's thread where sender, step and the mails before allow it. Source: outreach 8.4. */
    private static Threading thread(
            TouchCase one,
            Touch.TouchContent content,
            Mailbox mailbox,
            EmailSender sender,
            List<SentLog.Earlier> earlier) {
        String own = content.subject() == null ? "" : content.subject();
        boolean asked = one.step() != null && one.step().thread();
        EmailCapabilities can = sender.capabilities();
        Optional<ByHand.Answering> answering = answering(one.touch());
        if (answering.isPresent()) {
            return Threading.answer(own, Optional.ofNullable(answering.get().messageId()), sentIds(earlier));
        }
        if (!asked || !can.ownMessageId() || !can.threadHeaders() || earlier.isEmpty()) {
            return Threading.fresh(own);
        }
        SentLog.Earlier root = earlier.getFirst();
        boolean broken = earlier.stream()
                .anyMatch(mail -> mail.bounced()
                        || mail.messageId() == null
                        || !mailbox.id().equals(mail.sender()));
        return broken || root.subject() == null
                ? Threading.fresh(own)
                : Threading.followUp(own, root.subject(), sentIds(earlier));
    }

    private static List<String> sentIds(List<SentLog.Earlier> earlier) {
        return earlier.stream()
                .map(SentLog.Earlier::messageId)
                .filter(Objects::nonNull)
                .toList();
    }
}
