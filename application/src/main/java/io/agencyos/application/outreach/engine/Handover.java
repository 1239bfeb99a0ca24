package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.channel.ChannelCommand;
import io.agencyos.application.outreach.channel.ChannelSender;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.domain.shared.Digests;
import java.time.Instant;

/**
 * One call to a vendor about one touch, complete: to be made, and to be asked about when its answer was lost. Dispatch and
 * reconciliation use it alike. Source: outreach 4.3 V, 4.5.
 */
public interface Handover {

    /** The vendor's name as configured. */
    String vendor();

    /** Makes the call, outside of any unit of work. */
    SendOutcome send();

    /** Whether a call made since then was accepted. */
    LookupOutcome lookup(Instant since);

    SendSemantics semantics();

    /** Tells equal requests from different ones. */
    String fingerprint();

    /** By a sender of any channel but e-mail. */
    static <C extends ChannelCommand> Handover of(String vendor, ChannelSender<C> sender, C command, String text) {
        return new ByChannel<>(vendor, sender, command, text);
    }

    /** An e-mail. */
    record ByMail(String vendor, EmailSender sender, EmailCommand command) implements Handover {

        @Override
        public SendOutcome send() {
            return sender.send(command);
        }

        @Override
        public LookupOutcome lookup(Instant since) {
            return sender.lookup(command, since);
        }

        @Override
        public SendSemantics semantics() {
            return sender.semanticsOf(command);
        }

        @Override
        public String fingerprint() {
            return Digests.sha256Hex(command.idempotencyKey() + "|" + command.subject() + "|" + command.textBody());
        }
    }

    /** A command of another channel, with the text that it carries. */
    record ByChannel<C extends ChannelCommand>(String vendor, ChannelSender<C> sender, C command, String text)
            implements Handover {

        @Override
        public SendOutcome send() {
            return sender.send(command);
        }

        @Override
        public LookupOutcome lookup(Instant since) {
            return sender.lookup(command, since);
        }

        @Override
        public SendSemantics semantics() {
            return sender.semanticsOf(command);
        }

        @Override
        public String fingerprint() {
            return Digests.sha256Hex(command.idempotencyKey() + "|" + text);
        }

        /** Shows no text: calls end up in logs. */
        @Override
        public String toString() {
            return "ByChannel[" + vendor + ", " + command + "]";
        }
    }
}
