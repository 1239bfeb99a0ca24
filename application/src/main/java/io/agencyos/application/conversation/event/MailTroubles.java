package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.OptOuts;
import io.agencyos.application.conversation.reply.PersonEntries;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bounced, complained, opted out, dropped: one at a time. Entries of the platform commit alone, before the tenant's unit,
 * so that nobody writes to the address while the rest is done. Source: outreach 6.2, 8.7.
 */
public final class MailTroubles {

    private static final Duration SOFT = Duration.ofDays(7);
    private static final Duration SOFT_WINDOW = Duration.ofDays(14);
    private static final int SOFT_MAKE_HARD = 3;
    private static final Duration DOMAIN_WINDOW = Duration.ofDays(7);
    private static final int DEAD_NEIGHBOURS = 3;

    private final Desk desk;
    private final OptOuts optOuts;

    public MailTroubles(Desk desk, OptOuts optOuts) {
        this.desk = desk;
        this.optOuts = optOuts;
    }

    /** Whom an event is about: the touch where it names one, the lead where its recipient is one. */
    private record Concerned(
            @Nullable Known touch, @Nullable Lead lead, MailEvent.About about, Instant at) {}

    public Verdict handle(Claimed claimed) {
        return wentToATester(claimed) ? settled(claimed, Verdicts.ignored(claimed, desk.now())) : handled(claimed);
    }

    /** What happens to a message at a person of the client's own says nothing about the lead. Source: outreach 13. */
    private boolean wentToATester(Claimed claimed) {
        MailEvent.About about = MailFacts.about(claimed.mail());
        ClientId client = claimed.key().feed().client();
        return about != null
                && about.recipient() != null
                && desk.inTenant(
                        client,
                        () -> about.recipient()
                                .equals(desk.world()
                                        .clients()
                                        .settings(client)
                                        .testMode()
                                        .email()));
    }

    private Verdict handled(Claimed claimed) {
        return switch (claimed.mail()) {
            case MailEvent.Bounced bounced -> bounced(claimed, bounced);
            case MailEvent.Complained complained -> complained(claimed, complained);
            case MailEvent.OptedOut optedOut -> optedOut(claimed, optedOut);
            case MailEvent.Dropped dropped -> dropped(claimed, dropped);
            default ->
                throw new IllegalArgumentException(
                        "not for here: " + claimed.mail().getClass());
        };
    }

    private Verdict bounced(Claimed claimed, MailEvent.Bounced event) {
        ClientId client = claimed.key().feed().client();
        Concerned who = desk.inTenant(client, () -> concerned(claimed, event.about()));
        if (who.touch() == null) {
            return settled(claimed, Verdicts.unmatched(claimed, desk.now()));
        }
        boolean hard = event.bounceClass() == MailEvent.BounceClass.HARD || softOnceTooOften(who, event);
        if (hard) {
            EmailAddress address = address(who);
            if (address != null) {
                optOuts.forEverybody(
                        client, SuppressionReason.BOUNCED, SuppressionSource.BOUNCE, entries -> entries.email(address));
            }
        }
        return desk.inTenant(client, () -> {
            Known touch = proven(claimed, who.touch());
            DeliveryStatus status = hard || event.bounceClass() == MailEvent.BounceClass.POLICY
                    ? DeliveryStatus.BOUNCED
                    : DeliveryStatus.UNDELIVERED;
            fold(client, new Fact.NotDelivered(touch.id(), who.at(), status));
            if (hard) {
                closeEmail(client, touch, who);
                restDomain(client, who);
            } else if (event.bounceClass() == MailEvent.BounceClass.SOFT) {
                restForAWeek(client, who);
            }
            if (status == DeliveryStatus.BOUNCED) {
                desk.world().domains().judge(client);
            }
            line(who, touch, ActivityAction.BOUNCED, event.bounceClass().wire() + ":", event.diagnostic());
            return done(claimed);
        });
    }

    private boolean softOnceTooOften(Concerned who, MailEvent.Bounced event) {
        Lead lead = who.lead();
        if (event.bounceClass() != MailEvent.BounceClass.SOFT || lead == null) {
            return false;
        }
        int before = desk.inTenant(
                lead.clientId(),
                () -> desk.stores()
                        .outcomes()
                        .softBounces(lead.clientId(), lead.id(), who.at().minus(SOFT_WINDOW)));
        return before + 1 >= SOFT_MAKE_HARD;
    }

    private void closeEmail(ClientId client, Known touch, Concerned who) {
        desk.world().stop().closeChannel(client, touch.lead(), Channel.EMAIL, SuppressionReason.BOUNCED.wire());
        desk.world().leads().leads().findForUpdate(client, touch.lead()).ifPresent(lead -> {
            boolean outOfReach =
                    lead.contact().phone() == null && lead.contact().linkedIn() == null;
            if (outOfReach && lead.status().mayBounce()) {
                desk.world().leads().leads().update(lead.becoming(LeadStatus.BOUNCED, desk.now()));
            }
            optOuts.bouncedInPool(lead.poolPersonId(), outOfReach);
        });
    }

    /**
     * The third address of a company that bounces within a week says that something is wrong with the list rather than with
     * them: nobody there is written to for a week, and a person looks. Source: outreach 6.2.
     */
    private void restDomain(ClientId client, Concerned who) {
        EmailAddress address = address(who);
        Lead lead = who.lead();
        if (address == null || lead == null || desk.world().freeMail().contains(address.domain())) {
            return;
        }
        DomainName domain = address.domain();
        Set<LeadId> bounced =
                desk.stores().outcomes().bouncedAt(client, domain, who.at().minus(DOMAIN_WINDOW));
        if (dead(client, bounced) < DEAD_NEIGHBOURS) {
            return;
        }
        desk.world()
                .leads()
                .suppressions()
                .add(new PersonEntries(
                                desk.ids(),
                                client,
                                SuppressionReason.BOUNCED,
                                SuppressionSource.BOUNCE,
                                desk.now(),
                                who.at().plus(DOMAIN_WINDOW))
                        .domain(domain)
                        .list());
        desk.stores()
                .tasks()
                .open(List.of(new TaskBoard.Task(
                        new TaskId(desk.ids().next()),
                        client,
                        "bounces_at_domain",
                        lead.id(),
                        null,
                        null,
                        null,
                        "Several addresses at " + domain + " bounced within a week. Check where they come from.",
                        null,
                        TaskBoard.Status.OPEN,
                        "bounces_at_domain:" + domain,
                        null,
                        null,
                        desk.now())));
    }

    /** Those of them whose address is closed for everybody: a block by policy says nothing about an address. */
    private long dead(ClientId client, Set<LeadId> bounced) {
        if (bounced.size() < DEAD_NEIGHBOURS) {
            return 0;
        }
        Map<LeadId, Suppressions.Subject> people = desk.world().leads().leads().findAll(client, bounced).stream()
                .collect(Collectors.toMap(Lead::id, Suppressions.Subject::of));
        return desk.world().leads().suppressions().matchAll(client, people, desk.now()).values().stream()
                .filter(entry -> entry.level() == SuppressionLevel.PLATFORM && entry.closesAddressOnly())
                .count();
    }

    private void restForAWeek(ClientId client, Concerned who) {
        EmailAddress address = address(who);
        if (address != null) {
            desk.world()
                    .leads()
                    .suppressions()
                    .add(new PersonEntries(
                                    desk.ids(),
                                    client,
                                    SuppressionReason.BOUNCED,
                                    SuppressionSource.BOUNCE,
                                    desk.now(),
                                    who.at().plus(SOFT))
                            .email(address)
                            .list());
        }
    }

    private Verdict complained(Claimed claimed, MailEvent.Complained event) {
        ClientId client = claimed.key().feed().client();
        Concerned who = desk.inTenant(client, () -> concerned(claimed, event.about()));
        Lead lead = who.lead();
        if (lead == null) {
            return unknownPerson(claimed, who, SuppressionReason.COMPLAINED);
        }
        optOuts.forEverybody(
                client, SuppressionReason.COMPLAINED, SuppressionSource.UNSUBSCRIBE, entries -> entries.person(lead));
        return desk.inTenant(client, () -> {
            Known touch = who.touch() == null ? null : proven(claimed, who.touch());
            if (touch != null) {
                fold(client, new Fact.Complained(touch.id(), who.at()));
                desk.world().domains().judge(client);
            }
            optOuts.complained(client, lead.id(), touch, who.at());
            return done(claimed);
        });
    }

    private Verdict optedOut(Claimed claimed, MailEvent.OptedOut event) {
        ClientId client = claimed.key().feed().client();
        Concerned who = desk.inTenant(client, () -> concerned(claimed, event.about()));
        Lead lead = who.lead();
        if (lead == null) {
            return unknownPerson(claimed, who, SuppressionReason.UNSUBSCRIBED);
        }
        return desk.inTenant(client, () -> {
            Known touch = who.touch() == null ? null : proven(claimed, who.touch());
            OptOuts.Way way = OptOuts.Way.LINK.of(event.about().recipient());
            optOuts.optOut(client, lead.id(), touch, way, who.at());
            return done(claimed);
        });
    }

    private Verdict dropped(Claimed claimed, MailEvent.Dropped event) {
        ClientId client = claimed.key().feed().client();
        return desk.inTenant(client, () -> {
            Concerned who = concerned(claimed, event.about());
            if (who.touch() == null) {
                return settle(Verdicts.unmatched(claimed, desk.now()));
            }
            Known touch = proven(claimed, who.touch());
            fold(client, new Fact.NotDelivered(touch.id(), who.at(), DeliveryStatus.FAILED_LATE));
            line(who, touch, ActivityAction.FAILED, "", event.reason());
            return done(claimed);
        });
    }

    /**
     * Nobody writes to the address again, nor to the deleted lead that was written to, and the event waits for the message
     * that it is about.
     */
    private Verdict unknownPerson(Claimed claimed, Concerned who, SuppressionReason reason) {
        ClientId client = claimed.key().feed().client();
        EmailAddress recipient = who.about().recipient();
        Known touch = who.touch();
        if (touch != null) {
            desk.inTenant(
                    client,
                    () -> optOuts.close(client, touch.lead(), reason, null, OptOuts.Way.LINK.of(recipient), who.at()));
        }
        if (recipient != null) {
            optOuts.forEverybody(client, recipient, reason, SuppressionSource.UNSUBSCRIBE);
        }
        return settled(claimed, Verdicts.unmatched(claimed, desk.now()));
    }

    private Concerned concerned(Claimed claimed, MailEvent.About about) {
        ClientId client = claimed.key().feed().client();
        Known touch = desk.stores().outcomes().named(client, List.of(about)).get(about);
        Optional<Lead> lead = touch == null
                ? leadAt(client, about.recipient())
                : desk.world().leads().leads().find(client, touch.lead());
        Instant at = desk.clamped(claimed.mail().at(), claimed.receivedAt());
        return new Concerned(touch, lead.orElse(null), about, at);
    }

    private Optional<Lead> leadAt(ClientId client, @Nullable EmailAddress address) {
        return address == null
                ? Optional.empty()
                : desk
                        .world()
                        .leads()
                        .leads()
                        .findByIdentity(client, List.of(address.key().value()), List.of(), List.of(), List.of())
                        .stream()
                        .findFirst();
    }

    /** Whatever an event says about a touch, it says that the touch was accepted. */
    private Known proven(Claimed claimed, Known touch) {
        if (touch.sentAt() != null) {
            return touch;
        }
        ClientId client = claimed.key().feed().client();
        desk.world()
                .evidence()
                .accepted(
                        client,
                        touch.id(),
                        MailFacts.reference(claimed.mail()),
                        claimed.mail().at());
        MailEvent.About about = MailFacts.about(claimed.mail());
        Map<MailEvent.About, Known> again =
                about == null ? Map.of() : desk.stores().outcomes().named(client, List.of(about));
        return about == null ? touch : again.getOrDefault(about, touch);
    }

    private static @Nullable EmailAddress address(Concerned who) {
        Lead lead = who.lead();
        return who.about().recipient() != null || lead == null
                ? who.about().recipient()
                : lead.contact().email();
    }

    private void fold(ClientId client, Fact fact) {
        desk.stores().outcomes().fold(client, List.of(fact));
    }

    private void line(Concerned who, Known touch, ActivityAction action, String keyPrefix, String detail) {
        Lead lead = who.lead();
        if (lead != null) {
            String key = action.wire() + ":" + keyPrefix + touch.id().text();
            String text = detail.length() > 200 ? detail.substring(0, 200) : detail;
            desk.world().activities().append(desk.activity(lead, touch, action, who.at(), key, text));
        }
    }

    private Verdict done(Claimed claimed) {
        return settle(Verdicts.done(claimed, desk.now()));
    }

    private Verdict settle(Verdict verdict) {
        desk.stores().inbox().settle(List.of(verdict));
        return verdict;
    }

    private Verdict settled(Claimed claimed, Verdict verdict) {
        return desk.inTenant(claimed.key().feed().client(), () -> settle(verdict));
    }
}
