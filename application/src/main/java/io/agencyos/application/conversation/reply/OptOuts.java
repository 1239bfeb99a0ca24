package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Leaves a person alone for good, by whatever way the wish came. Works inside an open unit. Source: outreach 6.2. */
public final class OptOuts {

    private final Desk desk;
    private final DeletedLeads deleted;

    public OptOuts(Desk desk) {
        this.desk = desk;
        this.deleted = new DeletedLeads(desk);
    }

    /**
     * By what way a wish came: what stands in the entries, and the channel of its line in the timeline.
     *
     * @param address from which it was written, null where that is not known
     * @param number from which it was written or said, null where that is not known
     */
    public record Way(
            SuppressionSource source,
            Channel channel,
            @Nullable EmailAddress address,
            @Nullable PhoneNumber number) {

        public static final Way LINK = new Way(SuppressionSource.UNSUBSCRIBE, Channel.EMAIL);

        public Way(SuppressionSource source, Channel channel) {
            this(source, channel, null, null);
        }

        /** By what a person says that a message means, whoever it came from. */
        static Way of(Channel channel, @Nullable String sender) {
            Way way = new Way(SuppressionSource.REPLY, channel);
            return sender == null
                    ? way
                    : channel == Channel.EMAIL
                            ? way.of(EmailAddress.parse(sender).toOptional().orElse(null))
                            : new Way(way.source, channel, null, new PhoneNumber(sender));
        }

        /** What it came from, as {@link #of(Channel, String)} reads it; null where that is not known. */
        @Nullable
        String sender() {
            return address != null ? address.value() : number == null ? null : number.e164();
        }

        /** The same of whoever has this address, where it is known. */
        public Way of(@Nullable EmailAddress theirs) {
            return new Way(source, channel, theirs, number);
        }
    }

    /** Everything of 6.2 for an opt-out; doing it again changes nothing. Empty where there never was such a lead. */
    public Optional<Lead> optOut(ClientId client, LeadId id, TouchOutcomes.@Nullable Known touch, Way way, Instant at) {
        return close(client, id, SuppressionReason.UNSUBSCRIBED, touch, way, at);
    }

    /** A spam report: the client's own record; the platform's entry was written before, in a unit of its own. */
    public Optional<Lead> complained(ClientId client, LeadId id, TouchOutcomes.@Nullable Known touch, Instant at) {
        return close(client, id, SuppressionReason.COMPLAINED, touch, Way.LINK, at);
    }

    /**
     * The lead and whoever else of this client is the same person today: neither a deletion nor a new name takes a wish back.
     *
     * @param reason {@code unsubscribed} or {@code complained}
     */
    public Optional<Lead> close(
            ClientId client,
            LeadId id,
            SuppressionReason reason,
            TouchOutcomes.@Nullable Known touch,
            Way way,
            Instant at) {
        Optional<Lead> found = closeLiving(client, id, reason, touch, way, at);
        found.ifPresent(lead -> closeSame(lead, reason, way, at));
        return found.isPresent() ? found : deleted.find(client, id).map(lead -> closeDeleted(lead, reason, way, at));
    }

    /** Of two leads that turned out to be one person, the one that was put away may be the one whose mail is answered. */
    void closeSame(Lead lead, SuppressionReason reason, Way way, Instant at) {
        deleted.today(lead).stream()
                .filter(other -> !other.equals(lead.id()))
                .forEach(other -> closeLiving(lead.clientId(), other, reason, null, way, at));
    }

    private Optional<Lead> closeLiving(
            ClientId client,
            LeadId id,
            SuppressionReason reason,
            TouchOutcomes.@Nullable Known touch,
            Way way,
            Instant at) {
        StopReason stop =
                reason == SuppressionReason.COMPLAINED ? StopReason.Plain.COMPLAINED : StopReason.Plain.UNSUBSCRIBED;
        desk.world().stop().stop(client, id, stop);
        Optional<Lead> found = desk.world().leads().leads().findForUpdate(client, id);
        found.ifPresent(lead -> leaveAlone(lead, reason, way, touch, at));
        return found;
    }

    private Lead closeDeleted(Lead lead, SuppressionReason reason, Way way, Instant at) {
        deleted.today(lead).forEach(id -> closeLiving(lead.clientId(), id, reason, null, way, at));
        enter(lead, reason, way, desk.now());
        return lead;
    }

    /** Entry, pool flag, status and timeline; the enrolments were stopped before. */
    void leaveAlone(Lead lead, SuppressionReason reason, Way way, TouchOutcomes.@Nullable Known touch, Instant at) {
        Instant now = desk.now();
        enter(lead, reason, way, now);
        show(lead, reason, now);
        ActivityAction action =
                reason == SuppressionReason.COMPLAINED ? ActivityAction.COMPLAINED : ActivityAction.UNSUBSCRIBED;
        desk.world()
                .activities()
                .append(desk.activity(
                        lead.clientId(),
                        lead.id(),
                        touch,
                        action,
                        at,
                        action.wire() + ":" + lead.id().text(),
                        way.source().wire(),
                        ActivityActor.LEAD,
                        way.channel()));
    }

    /** The entries of the person and of whoever wrote for them, and the pool's flags. */
    private void enter(Lead lead, SuppressionReason reason, Way way, Instant now) {
        PersonEntries entries =
                new PersonEntries(desk.ids(), lead.clientId(), reason, way.source(), now, null).person(lead);
        if (way.number() != null) {
            entries.phone(way.number());
            if (way.channel() == Channel.SMS && mode(lead.clientId()) != ClientMode.TEST) {
                // of a text it is the holder who wrote; a line that is called may be a whole house's
                desk.stores().channels().holders().people(way.number()).forEach(this::optOutInPool);
            }
        }
        if (way.address() != null) {
            entries.email(way.address());
            optOutInPool(way.address());
        }
        Set<PoolPersonId> people = deleted.people(lead);
        desk.world().leads().people().aliases(people).values().forEach(entries::alias);
        desk.world().leads().suppressions().add(entries.list());
        people.forEach(this::optOutInPool);
    }

    /** Whomever the pool knows by the address. */
    private void optOutInPool(EmailAddress address) {
        String key = address.key().value();
        PoolPeople people = desk.world().leads().people();
        people
                .resolve(Set.of(
                        new IdentityKey(IdentityKey.Kind.EMAIL, key),
                        new IdentityKey(IdentityKey.Kind.PERSONAL_EMAIL, key)))
                .values()
                .stream()
                .distinct()
                .forEach(this::optOutInPool);
    }

    private void show(Lead lead, SuppressionReason reason, Instant now) {
        if (lead.status() == LeadStatus.UNSUBSCRIBED) {
            return;
        }
        desk.world().leads().leads().update(lead.becoming(LeadStatus.UNSUBSCRIBED, now));
        desk.publish(
                lead.clientId(),
                EventName.LEAD_SUPPRESSED,
                lead.id().value(),
                now,
                Map.of("lead_id", lead.id().text(), "reason", reason.wire()));
    }

    /** No other client is given the person, nor goes on with them where it owns them under another name. */
    void optOutInPool(@Nullable PoolPersonId id) {
        if (id != null) {
            PoolPeople people = desk.world().leads().people();
            Set<PoolPersonId> same = new HashSet<>(people.duplicatesOf(id));
            same.add(id);
            people.findAll(same).stream()
                    .filter(person -> !person.equals(person.optedOut()))
                    .forEach(person -> people.updateAll(Map.of(person.optedOut(), List.of())));
        }
    }

    /** One more dead address of this person. */
    public void bouncedInPool(@Nullable PoolPersonId id, boolean outOfReach) {
        if (id != null) {
            PoolPeople people = desk.world().leads().people();
            people.findAll(List.of(id))
                    .forEach(person -> people.updateAll(Map.of(person.bounced(outOfReach), List.of())));
        }
    }

    /** An opt-out or a complaint of somebody we do not know: nobody writes to the address again. */
    public void forEverybody(EmailAddress address, SuppressionReason reason, SuppressionSource source) {
        desk.units().onPlatform(() -> {
            enter(null, reason, source, entries -> entries.email(address));
            optOutInPool(address);
        });
    }

    /** The same where this client heard of it: the twin's word counts for that twin alone. */
    public void forEverybody(ClientId told, EmailAddress address, SuppressionReason reason, SuppressionSource source) {
        if (isTwin(told)) {
            desk.inTenant(told, () -> enter(told, reason, source, entries -> entries.email(address)));
        } else {
            forEverybody(address, reason, source);
        }
    }

    /** The same as this client's vendor tells it; what a twin hears is said to that twin alone. Source: data model 5.1. */
    public void forEverybody(
            ClientId told, SuppressionReason reason, SuppressionSource source, UnaryOperator<PersonEntries> who) {
        if (isTwin(told)) {
            desk.inTenant(told, () -> enter(told, reason, source, who));
        } else {
            desk.units().onPlatform(() -> enter(null, reason, source, who));
        }
    }

    /**
     * The wish of somebody to whom a client wrote that was removed since: it holds for everybody, as nobody is left for whom
     * alone it could. Empty where the pool knows of no such lead; else whether the person had opted out before.
     */
    public Optional<Boolean> ofFormer(LeadId removed, boolean grant) {
        return desk.units().onPlatform(() -> {
            PoolPeople people = desk.world().leads().people();
            return people.formerly(removed).map(id -> {
                List<PoolPerson> found = people.findAll(List.of(id));
                if (grant) {
                    found.forEach(person -> enter(
                            null,
                            SuppressionReason.UNSUBSCRIBED,
                            SuppressionSource.UNSUBSCRIBE,
                            entries -> entries.person(person)));
                    optOutInPool(id);
                }
                return found.stream().allMatch(PoolPerson::unsubscribed);
            });
        });
    }

    private boolean isTwin(ClientId client) {
        return desk.reading(client, () -> mode(client)) == ClientMode.TEST;
    }

    /** A client that is gone is treated as one that was real. */
    private ClientMode mode(ClientId client) {
        return desk.world().clients().mode(client).orElse(ClientMode.LIVE);
    }

    private int enter(
            @Nullable ClientId client,
            SuppressionReason reason,
            SuppressionSource source,
            UnaryOperator<PersonEntries> who) {
        List<Suppression> entries = who.apply(new PersonEntries(desk.ids(), client, reason, source, desk.now(), null))
                .list();
        desk.world().leads().suppressions().add(entries);
        return entries.size();
    }

    /** The same for a number, and for those whom the pool knows by it. */
    public void forEverybody(ClientId told, PhoneNumber number, SuppressionReason reason, SuppressionSource source) {
        if (isTwin(told)) {
            desk.inTenant(told, () -> enter(told, reason, source, entries -> entries.phone(number)));
            return;
        }
        desk.units().onPlatform(() -> {
            enter(null, reason, source, entries -> entries.phone(number));
            desk.stores().channels().holders().people(number).forEach(this::optOutInPool);
        });
    }
}
