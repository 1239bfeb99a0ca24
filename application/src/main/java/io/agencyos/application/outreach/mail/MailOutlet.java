package io.agencyos.application.outreach.mail;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.outreach.channel.EmailSenders;
import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.ContactFacts;
import io.agencyos.application.outreach.engine.LeadSituations;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.domain.allocation.Staleness;
import io.agencyos.domain.campaign.enrolment.DueDates;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** E-mail: from a client's mailboxes, signed, with a way out in every message. Source: outreach 8. */
public final class MailOutlet extends Outlet {

    private static final int VERIFICATIONS = 2;

    private final OutreachStores stores;
    private final Leads leads;
    private final MailboxRepository mailboxes;
    private final EmailSenders senders;
    private final MailWriter writer;
    private final MailCommands commands;
    private final MailPace pace;

    /** Whatever is due leaves together. */
    public MailOutlet(OutreachStores stores, OutreachWorld world, EmailSenders senders, UnsubscribeLinks links) {
        this(stores, world, senders, links, MailPace.NONE);
    }

    /** At this pace. */
    public MailOutlet(
            OutreachStores stores, OutreachWorld world, EmailSenders senders, UnsubscribeLinks links, MailPace pace) {
        super(Channel.EMAIL);
        this.pace = pace;
        this.stores = stores;
        this.leads = world.leads().leads();
        this.mailboxes = world.mailboxes();
        this.senders = senders;
        this.writer = new MailWriter(links);
        this.commands = new MailCommands(links);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return writer.write(one, setting);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String subject, String body) {
        Lead lead = one.lead();
        Client client = setting.client().orElse(null);
        return lead == null || client == null
                ? Result.err(List.of("content_missing"))
                : writer.edited(one.touch(), subject, body, lead, client);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> written(
            TouchCase one, Setting setting, String subject, String body) {
        Lead lead = one.lead();
        Client client = setting.client().orElse(null);
        return lead == null || client == null
                ? Result.err(List.of("content_missing"))
                : writer.byHand(one.touch(), subject, body, lead, client, setting.persona());
    }

    @Override
    public List<String> addedLines(Client client) {
        return MailWriter.addedLines(client);
    }

    @Override
    public GateFacts.Content content(TouchCase one, Setting setting) {
        Touch.TouchContent content = one.touch().content();
        if (content == null) {
            return new GateFacts.Content(GateFacts.Content.Standing.MISSING, true, true);
        }
        String name = setting.client().map(MailWriter::legalName).orElse("");
        boolean complete =
                content.body().contains("\nUnsubscribe: ") && content.body().contains(name);
        return new GateFacts.Content(
                content.qaPassed() ? GateFacts.Content.Standing.READY : GateFacts.Content.Standing.QA_FAILED,
                complete,
                recipientCurrent(one));
    }

    @Override
    public ContactFacts contacts(Gate gate, Setting setting, List<TouchCase> cases) {
        return (one, situation, consent) -> {
            GateFacts.Address.State state = state(one, situation, setting.now());
            return new GateFacts.Address(
                    situation != null && situation.lead().contact().email() != null,
                    state,
                    false,
                    consent,
                    GateFacts.Address.Register.NOT_APPLICABLE,
                    state == GateFacts.Address.State.OUTDATED
                            ? overdue(one, setting.now())
                            : verifications(one, setting.now()),
                    restsUntil(situation));
        };
    }

    /** One verification is asked for on each day that the address stays unknown. */
    private static int verifications(TouchCase one, Instant now) {
        return Math.toIntExact(
                Math.clamp(ChronoUnit.DAYS.between(one.enrolment().createdAt(), now), 0, VERIFICATIONS));
    }

    /** Days since the day for which its sequence has this step: on each morning of them somebody looked again. */
    private static int overdue(TouchCase one, Instant now) {
        Enrolment enrolment = one.enrolment();
        Sequence sequence = one.sequence();
        SequenceStep step = one.step();
        if (sequence == null || step == null) {
            return 0;
        }
        ZoneId zone = one.place().zone();
        LocalDate begun = LocalDate.ofInstant(enrolment.createdAt(), zone);
        int before = enrolment.currentStep() == 0
                ? 0
                : sequence.step(enrolment.currentStep()).dayOffset();
        LocalDate planned = DueDates.planned(
                Objects.requireNonNullElse(enrolment.anchorDate(), begun),
                step.dayOffset(),
                enrolment.lastStepDate(),
                before);
        return Math.toIntExact(
                Math.clamp(ChronoUnit.DAYS.between(planned, LocalDate.ofInstant(now, zone)), 0, Integer.MAX_VALUE));
    }

    /** E-mail to the whole domain rests for a while after several of its addresses bounced. */
    private static @Nullable Instant restsUntil(LeadSituations.@Nullable Situation situation) {
        Suppression entry = situation == null ? null : situation.suppression();
        boolean rests = entry != null && entry.closesAddressOnly() && entry.keyType() == SuppressionKeyType.DOMAIN;
        return rests ? entry.expiresAt() : null;
    }

    private static GateFacts.Address.State state(
            TouchCase one, LeadSituations.@Nullable Situation situation, Instant now) {
        if (situation == null) {
            return GateFacts.Address.State.OK;
        }
        Suppression entry = situation.suppression();
        if (entry != null && entry.closesAddressOnly() && entry.keyType() == SuppressionKeyType.EMAIL) {
            return GateFacts.Address.State.BOUNCED;
        }
        return switch (situation.lead().contact().emailStatus()) {
            case VERIFIED, CATCH_ALL ->
                isOutdated(one, situation.pool(), now) ? GateFacts.Address.State.OUTDATED : GateFacts.Address.State.OK;
            case GUESSED -> GateFacts.Address.State.UNVERIFIED;
            case UNKNOWN -> GateFacts.Address.State.UNKNOWN;
            case INVALID -> GateFacts.Address.State.INVALID;
        };
    }

    /** Whoever wrote from an address proves it: an answer goes there, however old what was bought is. */
    private static boolean isOutdated(TouchCase one, PoolPeople.@Nullable Standing standing, Instant now) {
        return one.touch().origin() == TouchOrigin.SEQUENCE
                && standing != null
                && Staleness.verifiesAgain(standing.boughtAt(), now);
    }

    @Override
    public Optional<String> writtenFor(TouchCase one) {
        return recipient(one);
    }

    @Override
    public Optional<String> recipient(TouchCase one) {
        return Optional.ofNullable(one.lead())
                .map(lead -> lead.contact().email())
                .map(address -> address.value());
    }

    @Override
    public SenderDesk senders(Setting setting, Collection<Enrolment> enrolments) {
        return new MailSenders(stores, setting, pace);
    }

    @Override
    public Optional<String> shown(ResourceId sender, Setting setting) {
        return setting.mailbox(sender).map(mailbox -> mailbox.address().value());
    }

    @Override
    public CallDesk calls(Setting setting, List<TouchCase> cases) {
        return new MailCalls(stores, senders, commands, setting, cases);
    }

    @Override
    public Duration settleDelay(Touch touch, Setting setting) {
        return setting.mailbox(touch.resourceId())
                .map(mailbox -> senders.of(mailbox).semantics().settleDelay())
                .orElse(TouchMachine.LEASE);
    }

    @Override
    public SentAs sentAs(Touch touch, Setting setting) {
        return setting.mailbox(touch.resourceId())
                .map(Mailbox::domain)
                .map(domain -> new SentAs(TouchKeys.messageId(touch.id(), domain), domain))
                .orElse(SentAs.NAMELESS);
    }

    @Override
    public void used(ClientId client, Collection<ResourceId> used, Instant at) {
        mailboxes.markUsed(client, used, at);
    }

    @Override
    public void unreachable(Touch touch, Instant now) {
        leads.findForUpdate(touch.clientId(), touch.leadId())
                .ifPresent(found -> leads.update(found.reachedAt(found.contact().mailed(EmailStatus.INVALID), now)));
    }

    /** Threads hang on the mailbox, so the enrolment keeps its own. Source: outreach 7. */
    @Override
    public Optional<EnrolmentEvent> bound(ResourceId sender) {
        return Optional.of(new EnrolmentEvent.SenderChosen(sender));
    }
}
