package io.agencyos.application.outreach.mail;

import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.EmailSenders;
import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of a batch of e-mails; what their threads and carriers hang on is read once, where it is asked for. */
final class MailCalls implements CallDesk {

    private final OutreachStores stores;
    private final EmailSenders senders;
    private final MailCommands commands;
    private final Setting setting;
    private final List<TouchCase> cases;
    private @Nullable Map<EnrolmentId, List<SentLog.Earlier>> earlier;
    private @Nullable Map<TouchId, Integer> earlierDispatches;

    MailCalls(
            OutreachStores stores,
            EmailSenders senders,
            MailCommands commands,
            Setting setting,
            List<TouchCase> cases) {
        this.stores = stores;
        this.senders = senders;
        this.commands = commands;
        this.setting = setting;
        this.cases = List.copyOf(cases);
    }

    @Override
    public Optional<Line> line(TouchCase one) {
        return setting.mailbox(one.touch().resourceId())
                .map(mailbox -> new MailLine(one, mailbox, senders.of(mailbox)));
    }

    private Map<EnrolmentId, List<SentLog.Earlier>> earlier() {
        if (earlier == null) {
            earlier = stores.sentLog()
                    .earlier(
                            setting.id(),
                            cases.stream()
                                    .map(one -> one.enrolment().id())
                                    .distinct()
                                    .toList());
        }
        return earlier;
    }

    private int earlierDispatches(Touch touch) {
        if (earlierDispatches == null) {
            earlierDispatches = stores.touches()
                    .earlierDispatches(
                            setting.id(), cases.stream().map(TouchCase::touch).toList());
        }
        return earlierDispatches.getOrDefault(touch.id(), 0) + besideIt(touch);
    }

    /** Those of this batch that go to the same person before it: leads have one each, a tester has all of them. */
    private int besideIt(Touch touch) {
        return touch.isRedirected()
                ? Math.toIntExact(cases.stream()
                        .map(TouchCase::touch)
                        .takeWhile(other -> !other.id().equals(touch.id()))
                        .filter(other -> touch.goesTo().equals(other.goesTo())
                                && Objects.equals(touch.resourceId(), other.resourceId()))
                        .count())
                : 0;
    }

    private final class MailLine implements Line {

        private final TouchCase one;
        private final Mailbox mailbox;
        private final EmailSender sender;

        MailLine(TouchCase one, Mailbox mailbox, EmailSender sender) {
            this.one = one;
            this.mailbox = mailbox;
            this.sender = sender;
        }

        @Override
        public String vendor() {
            return mailbox.vendor();
        }

        @Override
        public String slot() {
            return sender.slotFor(earlierDispatches(one.touch()));
        }

        @Override
        public Handover handover(TouchCase started, String slot, Instant begun) {
            EmailCommand command = commands.command(
                    started,
                    setting,
                    mailbox,
                    sender,
                    slot,
                    begun,
                    earlier().getOrDefault(started.enrolment().id(), List.of()));
            return new Handover.ByMail(mailbox.vendor(), sender, command);
        }
    }
}
