package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that differs by channel in the send protocol. The stages know no channel: they ask the outlet of the touch's kind,
 * so that gates, transactions, keys and look-ups are the same for an e-mail and for a text. Holds ports and nothing else;
 * what is read for a batch is read once, by the object that a method hands out for it. Source: outreach 4, 8 to 12.
 */
public abstract class Outlet {

    private static final Set<String> RECIPIENT_FIELDS = Set.of("to", "recipient", "email");

    private final Channel channel;

    public Outlet(Channel channel) {
        this.channel = channel;
    }

    /** The channel on which it reaches people. */
    public final Channel channel() {
        return channel;
    }

    /** T2: the finished text of a step, or the codes that say why there is none. */
    public abstract Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting);

    /** A text that a person wrote instead, checked like any other; {@code subject} counts where the channel has one. */
    public abstract Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String subject, String body);

    /** What a person wrote beside the steps, as it will leave; {@code subject} counts where the channel has one. */
    public Result<Touch.TouchContent, List<String>> written(
            TouchCase one, Setting setting, String subject, String body) {
        return edited(one, setting, subject, body);
    }

    /** The lines that stand in every first message whoever wrote it: who sends it and how to stop it. Source: api 9.6. */
    public List<String> addedLines(Client client) {
        return List.of();
    }

    /** What checks 38 to 40 ask about the text that a touch has. */
    public abstract GateFacts.Content content(TouchCase one, Setting setting);

    /** What checks 18 and 20 to 23 ask about the contact points of a batch, all of it on this channel. */
    public abstract ContactFacts contacts(Gate gate, Setting setting, List<TouchCase> cases);

    /** T3: the address that is frozen with the touch; empty where the lead has none. */
    public abstract Optional<String> recipient(TouchCase one);

    /** What this channel sends from, counted down while one unit of work looks at these enrolments. */
    public abstract SenderDesk senders(Setting setting, Collection<Enrolment> enrolments);

    /** A sender as people see it. */
    public abstract Optional<String> shown(ResourceId sender, Setting setting);

    /** T4 and the look-ups: the calls of a batch, all of it on this channel. */
    public abstract CallDesk calls(Setting setting, List<TouchCase> cases);

    /** What a call for this touch is billed as; empty on channels that are not paid by use. Source: vendor catalogue 6. */
    public Optional<VendorMeter.Metered> metered(Touch touch) {
        return Optional.empty();
    }

    /** T6: how long what was accepted may stay invisible to the look-up; the lease where nobody can be asked. */
    public abstract Duration settleDelay(Touch touch, Setting setting);

    /** T5: how the world names what left. */
    public abstract SentAs sentAs(Touch touch, Setting setting);

    /** T5: remembers when these were used last. */
    public abstract void used(ClientId client, Collection<ResourceId> senders, Instant at);

    /** T5: the vendor knows that nobody is reached where this touch went. Source: outreach 4.7, 6.3. */
    public abstract void unreachable(Touch touch, Instant now);

    /** What the enrolment remembers of the sender that was chosen; most outlets find it again by their own means. */
    public Optional<EnrolmentEvent> bound(ResourceId sender) {
        return Optional.empty();
    }

    /** T1: what the next step of these leads is carried out as, where that hangs on more than the step. */
    public Map<LeadId, TouchKind> kinds(Setting setting, Collection<LeadId> leads) {
        return Map.of();
    }

    /** T1: when those of these leads are due who get a message beside the steps. Source: outreach 11.4. */
    public Map<LeadId, Instant> followUps(ClientId client, Collection<LeadId> leads) {
        return Map.of();
    }

    /** T1: those of them that are due until then, the earliest first. */
    public Map<LeadId, Instant> followUpsDue(ClientId client, Instant until, int limit) {
        return Map.of();
    }

    /** Another day for such messages, or none any more. */
    public void putFollowUps(ClientId client, Map<LeadId, Optional<Instant>> dueAt) {
        // only a channel on which people accept something has them
    }

    /** Those of these runs whose lead asked in the newest call to be called again. Source: outreach 10.6. */
    public Map<EnrolmentId, CallBook.Wish> wishes(ClientId client, Collection<EnrolmentId> runs) {
        return Map.of();
    }

    /** T5: remembers beside the log what left. */
    public void recorded(ClientId client, List<SentLog.Sent> sent) {
        // most channels remember nothing more
    }

    /** T5: what a refusal means for its touch. Source: outreach 4.7. */
    public Refusal refusal(Touch touch, VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.Unauthorized f -> Refusal.OF_THE_ACCOUNT;
            case VendorFailure.OutOfCredits f -> Refusal.OF_THE_ACCOUNT;
            case VendorFailure.NotFound f -> Refusal.OF_THE_RECIPIENT;
            case VendorFailure.Invalid invalid ->
                RECIPIENT_FIELDS.contains(invalid.field()) ? Refusal.OF_THE_RECIPIENT : Refusal.OF_THE_MESSAGE;
            case VendorFailure.Conflict f -> Refusal.OF_THE_MESSAGE;
            case VendorFailure.RateLimited f -> Refusal.OF_THE_MESSAGE;
            case VendorFailure.Unavailable f -> Refusal.OF_THE_MESSAGE;
            case VendorFailure.Timeout f -> Refusal.OF_THE_MESSAGE;
        };
    }

    /** What a definite refusal is about. */
    public enum Refusal {
        /** Nobody is contacted and nothing is wrong with the message: it waits until the account works again. */
        OF_THE_ACCOUNT,
        /** Nobody is reached there. */
        OF_THE_RECIPIENT,
        /** This one cannot be reached so, which says nothing about the address. */
        OF_THIS_CONTACT,
        OF_THE_MESSAGE,
        /** It was done already. */
        DONE_BEFORE,
        /** The step has to be carried out otherwise now. */
        OVERTAKEN,
        /** It costs more than a person agreed to: somebody is asked again. */
        PRICE_ROSE
    }

    /** T5: remembers what a call that did not go through tells about the person. */
    public void told(Touch touch, VendorFailure failure, Instant now) {
        // most channels learn nothing from it
    }

    /** Acts on what such a call tells about the sender, outside of any unit of work. */
    public void heard(Touch touch, VendorFailure failure) {
        // most channels learn nothing from it
    }

    /**
     * The names of what left.
     *
     * @param messageId the Message-ID as the recipient sees it, null where there is none
     * @param domain the sending domain, null where there is none
     */
    public record SentAs(
            @Nullable String messageId, @Nullable DomainName domain) {

        public static final SentAs NAMELESS = new SentAs(null, null);
    }

    /**
     * The address that a text is written for, from the draft on (check 40); empty where the text names it itself, or where
     * it may be learned only later.
     */
    public Optional<String> writtenFor(TouchCase one) {
        return Optional.empty();
    }

    /** Whether the address that was frozen is still the lead's. */
    public final boolean recipientCurrent(TouchCase one) {
        String frozen = one.touch().recipient();
        Lead lead = one.lead();
        return frozen == null
                || lead != null && recipient(one).filter(frozen::equals).isPresent();
    }
}
