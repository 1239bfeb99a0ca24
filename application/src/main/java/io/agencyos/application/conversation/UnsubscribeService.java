package io.agencyos.application.conversation;

import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.OptOuts;
import io.agencyos.application.conversation.reply.Threadings;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.mail.UnsubscribeLinks.Subject;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signed link says whose wish it is; nothing else is asked. */
final class UnsubscribeService implements Unsubscribe, ShowUnsubscribe {

    private static final int LONGEST_REASON = 500;

    /** The name of a client that is gone. */
    private static final String REMOVED = "";

    private final Desk desk;
    private final OptOuts optOuts;
    private final UnsubscribeLinks links;

    UnsubscribeService(Desk desk, OptOuts optOuts, UnsubscribeLinks links) {
        this.desk = desk;
        this.optOuts = optOuts;
        this.links = links;
    }

    @Override
    public Optional<String> byLink(String token, @Nullable String reason) {
        return links.read(token)
                .flatMap(subject -> desk.inTenant(subject.client(), () -> optOut(subject, reason))
                        .or(() -> optOuts.ofFormer(subject.lead(), true).map(before -> REMOVED)));
    }

    @Override
    public void byAddress(EmailAddress address) {
        optOuts.forEverybody(address, SuppressionReason.UNSUBSCRIBED, SuppressionSource.UNSUBSCRIBE);
    }

    private Optional<String> optOut(Subject subject, @Nullable String reason) {
        Instant now = desk.now();
        TouchOutcomes.Known touch = desk.stores().outcomes().before(subject.client(), subject.lead(), now).stream()
                .filter(known -> known.id().equals(subject.touch()))
                .findFirst()
                .orElse(null);
        Optional<Lead> lead = optOuts.optOut(subject.client(), subject.lead(), touch, OptOuts.Way.LINK, now);
        lead.ifPresent(found -> close(found, reason, now));
        return lead.map(found -> nameOf(subject.client()));
    }

    private void close(Lead lead, @Nullable String reason, Instant now) {
        new Threadings(desk).reject(lead.clientId(), lead.id(), Channel.EMAIL);
        if (reason != null && !reason.isBlank()) {
            String said = reason.strip();
            desk.world()
                    .activities()
                    .append(desk.activity(
                            lead.clientId(),
                            lead.id(),
                            null,
                            ActivityAction.NOTE,
                            now,
                            "unsubscribe_reason:" + lead.id().text(),
                            said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) : said,
                            ActivityActor.LEAD));
        }
    }

    @Override
    public Optional<Page> page(String token) {
        return links.read(token)
                .flatMap(subject -> desk.inTenant(subject.client(), () -> page(subject))
                        .or(() -> optOuts.ofFormer(subject.lead(), false).map(before -> new Page(REMOVED, before))));
    }

    private Optional<Page> page(Subject subject) {
        ClientId client = subject.client();
        Leads leads = desk.world().leads().leads();
        Optional<Boolean> optedOut = leads.find(client, subject.lead())
                .map(lead -> lead.status() == LeadStatus.UNSUBSCRIBED)
                .or(() -> leads.findDeleted(client, subject.lead()).map(this::isLeftAlone));
        return optedOut.map(done -> new Page(nameOf(client), done));
    }

    private String nameOf(ClientId client) {
        return desk.world().clients().find(client).map(Client::name).orElse(REMOVED);
    }

    private boolean isLeftAlone(Lead deleted) {
        return desk.world()
                .leads()
                .suppressions()
                .match(deleted.clientId(), Suppressions.Subject.of(deleted), desk.now())
                .filter(entry -> !entry.closesAddressOnly())
                .isPresent();
    }
}
