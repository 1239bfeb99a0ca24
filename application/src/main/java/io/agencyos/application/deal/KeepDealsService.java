package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealOutcomes;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealDraft;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deal, lead, outreach, outcome, credit and customer change in one transaction; what was sold is told afterwards. */
final class KeepDealsService implements KeepDeals {

    private final DealPorts ports;
    private final DealConversion conversion;
    private final CustomerBook book;
    private final Purchases purchases;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    KeepDealsService(
            DealPorts ports,
            DealConversion conversion,
            CustomerBook book,
            Purchases purchases,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.conversion = conversion;
        this.book = book;
        this.purchases = purchases;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** What was done, and who bought by it. */
    private record Done(Outcome outcome, Optional<Customer> buyer) {

        static Done of(Outcome outcome) {
            return new Done(outcome, Optional.empty());
        }
    }

    private Outcome told(Done done) {
        done.buyer().ifPresent(customer -> purchases.tell(customer.clientId(), List.of(customer)));
        return done.outcome();
    }

    @Override
    public Outcome make(TenantScope scope, NewDeal wanted, Origin origin) {
        if (!Permissions.mayWrite(scope.role())) {
            return new Outcome.Forbidden();
        }
        List<Fault> faults = new DealInput()
                .name(wanted.name())
                .value(wanted.value())
                .stageToBegin(wanted.stage())
                .faults();
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        return told(units.inTenant(scope.asWorker(), () -> makeInside(scope, wanted, origin)));
    }

    private Done makeInside(TenantScope scope, NewDeal wanted, Origin origin) {
        ClientId client = scope.clientId();
        Meeting meeting = null;
        if (wanted.meeting() != null) {
            // of two at once the second waits here and finds the first one's deal
            meeting = ports.meetings().findForUpdate(client, wanted.meeting()).orElse(null);
            if (meeting == null) {
                return Done.of(new Outcome.Invalid(List.of(unknown("meeting_id", "There is no such meeting."))));
            }
            Optional<Deal> known = known(client, meeting.id());
            if (known.isPresent()) {
                return Done.of(new Outcome.Known(known.get()));
            }
            if (wanted.lead() != null && !wanted.lead().equals(meeting.leadId())) {
                return Done.of(
                        new Outcome.Invalid(List.of(unknown("meeting_id", "That meeting is not with this lead."))));
            }
        }
        LeadId lead = meeting == null ? wanted.lead() : meeting.leadId();
        if (lead != null && ports.leads().find(client, lead).isEmpty()) {
            return Done.of(new Outcome.Invalid(List.of(unknown("lead_id", "There is no such lead."))));
        }
        DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
        Deal begun = begun(client, wanted, meeting, trail.now());
        if (lead == null) {
            return made(begun, Optional.empty(), wanted.stage(), trail);
        }
        Optional<Customer> buyer = wanted.stage() == DealStage.CLOSED_WON ? sold(begun, lead, trail) : Optional.empty();
        conversion.stop(client, lead);
        Lead locked = ports.leads().findForUpdate(client, lead).orElseThrow();
        Deal deal = begun.change()
                .of(lead, locked.campaignId(), conversion.path(client, lead, meeting, trail.now()))
                .done();
        Done done = made(deal, buyer, wanted.stage(), trail);
        conversion.convert(deal, locked, trail);
        conversion.attribute(deal);
        return done;
    }

    private Done made(Deal deal, Optional<Customer> buyer, @Nullable DealStage stage, DealTrail trail) {
        ports.deals().insert(deal);
        trail.made(deal);
        trail.outcome(deal, DealOutcomes.Kind.DEAL_CREATED);
        if (stage == DealStage.CLOSED_WON) {
            trail.outcome(deal, DealOutcomes.Kind.DEAL_WON);
            trail.event(deal, EventName.DEAL_WON);
        }
        trail.audit(deal, AuditAction.CREATE, null);
        return new Done(new Outcome.Made(deal), buyer);
    }

    private Optional<Deal> known(ClientId client, MeetingId meeting) {
        return Optional.ofNullable(
                        ports.deals().ofMeetings(client, List.of(meeting)).get(meeting))
                .flatMap(id -> ports.deals().find(client, id));
    }

    private static Fault unknown(String member, String reason) {
        return new Fault(member, "unknown_id", reason);
    }

    private Deal begun(ClientId client, NewDeal wanted, @Nullable Meeting meeting, Instant now) {
        DealStage stage = wanted.stage() == null ? DealStage.QUALIFICATION : wanted.stage();
        return new Deal(
                new DealId(ids.next()),
                client,
                null,
                null,
                meeting == null ? null : meeting.id(),
                wanted.name().strip(),
                wanted.value(),
                stage,
                stage.probability(),
                now,
                wanted.expectedCloseDate(),
                stage.isOpen() ? null : now,
                null,
                null,
                Deal.Path.NONE,
                now,
                now,
                0);
    }

    /** Makes the lead's company a customer; before any lead is locked, as others there are stopped by it. */
    private Optional<Customer> sold(Deal deal, LeadId id, DealTrail trail) {
        return ports.leads()
                .find(deal.clientId(), id)
                .flatMap(lead -> book.won(
                        deal,
                        lead,
                        ports.clients()
                                .find(deal.clientId())
                                .map(Client::timezone)
                                .orElse(ZoneOffset.UTC),
                        trail.now()));
    }

    @Override
    public Outcome change(TenantScope scope, DealId id, Details details, Origin origin) {
        if (!Permissions.mayWrite(scope.role())) {
            return new Outcome.Forbidden();
        }
        List<Fault> faults = new DealInput()
                .name(details.name().orElse(null))
                .value(details.value().flatMap(value -> value).orElse(null))
                .probability(details.probability().orElse(null))
                .faults();
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        return units.inTenant(
                scope.asWorker(),
                () -> ports.deals()
                        .findForUpdate(scope.clientId(), id)
                        .map(deal -> changeInside(scope, deal, details, origin))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome changeInside(TenantScope scope, Deal before, Details details, Origin origin) {
        if (details.ifVersion() != before.version()) {
            return new Outcome.VersionConflict(before.version());
        }
        if (!before.stage().isOpen()
                && details.probability()
                        .filter(percent -> percent != before.probability())
                        .isPresent()) {
            return barred(new Deal.Barred(before.stage(), before.stage()));
        }
        LeadId lead =
                details.lead().filter(wanted -> !wanted.equals(before.leadId())).orElse(null);
        if (lead != null && before.leadId() != null) {
            return new Outcome.Invalid(List.of(new Fault("lead_id", "already_set", "It is known whose deal this is.")));
        }
        if (lead != null && ports.leads().find(scope.clientId(), lead).isEmpty()) {
            return new Outcome.Invalid(List.of(unknown("lead_id", "There is no such lead.")));
        }
        DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
        DealDraft draft = before.change().updatedAt(trail.now());
        details.name().ifPresent(name -> draft.named(name.strip()));
        details.value().ifPresent(value -> draft.worth(value.orElse(null)));
        details.probability().ifPresent(draft::likely);
        details.expectedCloseDate().ifPresent(day -> draft.expectedOn(day.orElse(null)));
        Deal after = lead == null ? ports.deals().update(draft.done()) : matched(draft, lead, trail);
        conversion.attribute(after);
        trail.audit(after, AuditAction.UPDATE, before);
        return new Outcome.Saved(after);
    }

    /** Somebody says whose deal it is: everything that a deal does to its lead happens now. */
    private Deal matched(DealDraft draft, LeadId lead, DealTrail trail) {
        Deal begun = draft.done();
        ClientId client = begun.clientId();
        if (Boolean.TRUE.equals(begun.won())) {
            sold(begun, lead, trail);
        }
        conversion.stop(client, lead);
        Lead locked = ports.leads().findForUpdate(client, lead).orElseThrow();
        Deal after = ports.deals()
                .update(draft.of(lead, locked.campaignId(), conversion.path(client, lead, null, begun.createdAt()))
                        .done());
        trail.outcome(after, DealOutcomes.Kind.DEAL_CREATED);
        if (after.closedAt() != null) {
            trail.outcome(after, kind(after));
        }
        conversion.convert(after, locked, trail);
        return after;
    }

    private static DealOutcomes.Kind kind(Deal closed) {
        return closed.stage() == DealStage.CLOSED_WON ? DealOutcomes.Kind.DEAL_WON : DealOutcomes.Kind.DEAL_LOST;
    }

    @Override
    public Outcome step(TenantScope scope, DealId id, Step step, Origin origin) {
        if (!Permissions.mayWrite(scope.role())) {
            return new Outcome.Forbidden();
        }
        List<Fault> faults = switch (step) {
            case Step.Moved(DealStage to, Integer probability) ->
                new DealInput().stageToMoveTo(to).probability(probability).faults();
            case Step.Lost lost -> new DealInput().notes(lost.notes()).faults();
            case Step.Won won -> List.of();
            case Step.Reopened reopened -> List.of();
        };
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        return told(units.inTenant(
                scope.asWorker(),
                () -> ports.deals()
                        .findForUpdate(scope.clientId(), id)
                        .map(deal -> stepInside(scope, deal, step, origin))
                        .orElseGet(() -> Done.of(new Outcome.NotFound()))));
    }

    private Done stepInside(TenantScope scope, Deal before, Step step, Origin origin) {
        DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
        Result<Deal, Deal.Barred> next = switch (step) {
            case Step.Moved(DealStage to, Integer probability) -> before.moved(to, probability, trail.now());
            case Step.Won won -> before.won(trail.now());
            case Step.Lost(var reason, String notes) -> before.lost(reason, notes, trail.now());
            case Step.Reopened reopened -> Result.ok(before.reopened(lastOpen(before), trail.now()));
        };
        return switch (next) {
            case Result.Err<Deal, Deal.Barred>(Deal.Barred why) -> Done.of(barred(why));
            case Result.Ok<Deal, Deal.Barred>(Deal after)
            when after.equals(before) -> Done.of(new Outcome.Saved(before));
            case Result.Ok<Deal, Deal.Barred>(Deal after) -> save(before, after, trail);
        };
    }

    private Done save(Deal before, Deal next, DealTrail trail) {
        boolean sells = next.stage() == DealStage.CLOSED_WON && next.leadId() != null;
        Optional<Customer> buyer = sells ? sold(next, next.leadId(), trail) : Optional.empty();
        Deal after = ports.deals().update(next);
        trail.moved(before, after);
        if (before.stage().isOpen() && !after.stage().isOpen()) {
            boolean won = after.stage() == DealStage.CLOSED_WON;
            trail.outcome(after, kind(after));
            trail.event(after, won ? EventName.DEAL_WON : EventName.DEAL_LOST);
            conversion.attribute(after);
        } else if (!before.stage().isOpen()) {
            ports.sales().retractClosing(after.clientId(), after.id(), ids.next(), trail.now());
        }
        trail.audit(after, AuditAction.UPDATE, before);
        return new Done(new Outcome.Saved(after), buyer);
    }

    /** Where the deal stood before it was closed; one that was closed from the first begins anew. */
    private DealStage lastOpen(Deal deal) {
        return ports.deals().history(deal.clientId(), deal.id()).reversed().stream()
                .map(DealStageEvent::from)
                .filter(stage -> stage != null && stage.isOpen())
                .findFirst()
                .orElse(DealStage.QUALIFICATION);
    }

    private static Outcome barred(Deal.Barred why) {
        List<DealStage> allowed = why.from().isOpen() ? Arrays.asList(DealStage.values()) : List.of();
        return new Outcome.Barred(why.from(), why.to(), allowed);
    }
}
