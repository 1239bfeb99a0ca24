package io.agencyos.application.conversation;

import io.agencyos.domain.campaign.StopReason;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolEvent;
import io.agencyos.domain.lead.PoolMachine;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.PhoneNumber;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Leaves a person alone for good, by whatever way the wish came. Works inside an open unit. Source: outreach 6.2. */
final class OptOuts {

    private final Desk desk;

    OptOuts(Desk desk) {
        this.desk = desk;
    }

    /** By what way a wish came: what stands in the entries, and the channel of its line in the timeline. */
    record Way(SuppressionSource source, Channel channel) {
        static final Way LINK = new Way(SuppressionSource.UNSUBSCRIBE, Channel.EMAIL);
    }

    /** Everything of 6.2 for an opt-out; doing it again changes nothing. Empty where there is no such lead. */
    Optional<Lead> optOut(ClientId client, LeadId id, TouchOutcomes.@Nullable Known touch, Way way, Instant at) {
        desk.world().stop().stop(client, id, StopReason.Plain.UNSUBSCRIBED);
        Optional<Lead> found = desk.world().leads().leads().findForUpdate(client, id);
        found.ifPresent(lead -> leaveAlone(lead, SuppressionReason.UNSUBSCRIBED, way, touch, at));
        return found;
    }

    /** A spam report: the client's own record; the platform's entry was written before, in a unit of its own. */
    void complained(ClientId client, LeadId id, TouchOutcomes.@Nullable Known touch, Instant at) {
        desk.world().stop().stop(client, id, StopReason.Plain.COMPLAINED);
        desk.world()
                .leads()
                .leads()
                .findForUpdate(client, id)
                .ifPresent(lead -> leaveAlone(lead, SuppressionReason.COMPLAINED, Way.LINK, touch, at));
    }

    /** Entry, pool flag, status and timeline; the enrolments were stopped before. */
    void leaveAlone(Lead lead, SuppressionReason reason, Way way, TouchOutcomes.@Nullable Known touch, Instant at) {
        Instant now = desk.now();
        desk.world()
                .leads()
                .suppressions()
                .add(new PersonEntries(desk.ids(), lead.clientId(), reason, way.source(), now, null)
                        .person(lead)
                        .list());
        optOutInPool(lead.poolPersonId());
        close(lead, reason, now);
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

    private void close(Lead lead, SuppressionReason reason, Instant now) {
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

    /** No other client is given the person. Where the status stays, the flag is set all the same. */
    void optOutInPool(@Nullable PoolPersonId id) {
        if (id == null) {
            return;
        }
        for (PoolPerson person : desk.world().leads().people().findAll(List.of(id))) {
            PoolStatus next = after(person, PoolEvent.Plain.OPTED_OUT);
            if (!person.unsubscribed() || next != person.status()) {
                desk.world()
                        .leads()
                        .people()
                        .updateAll(Map.of(with(person, next, true, person.bounceCount()), List.of()));
            }
        }
    }

    /** One more dead address of this person; nobody left to reach makes it {@code bounced}. */
    void bouncedInPool(@Nullable PoolPersonId id, boolean outOfReach) {
        if (id == null) {
            return;
        }
        for (PoolPerson person : desk.world().leads().people().findAll(List.of(id))) {
            PoolStatus next = after(person, new PoolEvent.AddressDied(!outOfReach));
            desk.world()
                    .leads()
                    .people()
                    .updateAll(Map.of(with(person, next, false, person.bounceCount() + 1), List.of()));
        }
    }

    /** Where the table has no such row, the status stays. */
    private static PoolStatus after(PoolPerson person, PoolEvent event) {
        return PoolMachine.on(person.status(), event)
                .toOptional()
                .map(PoolMachine.Moved::to)
                .orElse(person.status());
    }

    /** An opt-out or a complaint of somebody we do not know: nobody writes to the address again. */
    void forEverybody(EmailAddress address, SuppressionReason reason, SuppressionSource source) {
        desk.units().onPlatform(() -> enter(null, reason, source, entries -> entries.email(address)));
    }

    /** The same as this client's vendor tells it; what a twin hears is said to that twin alone. Source: data model 5.1. */
    void forEverybody(
            ClientId told, SuppressionReason reason, SuppressionSource source, UnaryOperator<PersonEntries> who) {
        if (isTwin(told)) {
            desk.inTenant(told, () -> enter(told, reason, source, who));
        } else {
            desk.units().onPlatform(() -> enter(null, reason, source, who));
        }
    }

    private boolean isTwin(ClientId client) {
        return desk.reading(client, () -> desk.world().clients().mode(client))
                .filter(mode -> mode == ClientMode.TEST)
                .isPresent();
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
    void forEverybody(ClientId told, PhoneNumber number, SuppressionReason reason, SuppressionSource source) {
        if (isTwin(told)) {
            desk.inTenant(told, () -> enter(told, reason, source, entries -> entries.phone(number)));
            return;
        }
        desk.units().onPlatform(() -> {
            enter(null, reason, source, entries -> entries.phone(number));
            desk.stores().channels().holders().people(number).forEach(this::optOutInPool);
        });
    }

    private static PoolPerson with(PoolPerson person, PoolStatus status, boolean optOut, int bounces) {
        return new PoolPerson(
                person.id(),
                person.contact(),
                person.personalEmail(),
                person.person(),
                person.company(),
                person.roleStart(),
                person.timezone(),
                status,
                person.confidence(),
                person.source(),
                bounces,
                person.unsubscribed() || optOut,
                person.lastContactedAt(),
                person.coolingUntil(),
                person.claimsInTwelveMonths(),
                person.factsVersion(),
                person.createdAt(),
                person.version());
    }
}
