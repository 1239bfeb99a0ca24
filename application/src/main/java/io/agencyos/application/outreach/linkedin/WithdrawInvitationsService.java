package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.Withdrawals;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nothing is marked as taken back without the service's word. */
final class WithdrawInvitationsService implements WithdrawInvitations {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final LinkedInPorts ports;
    private final Leads leads;
    private final Activities activities;
    private final UnitOfWork units;
    private final ClockPort clock;

    WithdrawInvitationsService(
            LinkedInPorts ports, Leads leads, Activities activities, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.leads = leads;
        this.activities = activities;
        this.units = units;
        this.clock = clock;
    }

    /** An invitation, the account that sent it and the page that it went to. */
    private record Due(
            SeatConnection connection,
            String account,
            @Nullable LinkedInUrl page) {}

    @Override
    public Round withdraw(ClientId client) {
        Optional<LinkedInLines.Line> line = ports.lines().of(client);
        if (line.isEmpty()) {
            return new Round(0, 0);
        }
        List<Due> due = units.inTenant(TenantScope.worker(client), () -> due(client));
        Map<String, Result<List<LinkedInOutreach.Invitation>, VendorFailure>> waiting = new HashMap<>();
        int gone = 0;
        for (Due one : due) {
            boolean taken = ref(one, line.get().acts(), waiting)
                    .map(ref -> line.get()
                            .acts()
                            .withdraw(client, one.account(), ref)
                            .fold(done -> true, failure -> false))
                    .orElse(false);
            if (taken) {
                units.inTenant(TenantScope.worker(client), () -> record(one.connection()));
                gone++;
            }
        }
        return new Round(gone, due.size() - gone);
    }

    private List<Due> due(ClientId client) {
        List<SeatConnection> pending = ports.connections().pending(client);
        if (pending.isEmpty()) {
            return List.of();
        }
        Instant now = clock.now();
        Map<LeadId, Lead> invited =
                leads
                        .findAll(
                                client,
                                pending.stream().map(SeatConnection::leadId).toList())
                        .stream()
                        .collect(Collectors.toMap(Lead::id, Function.identity()));
        Set<LeadId> optedOut = invited.values().stream()
                .filter(lead -> lead.status() == LeadStatus.UNSUBSCRIBED)
                .map(Lead::id)
                .collect(Collectors.toSet());
        Map<SeatId, Seat> able = ports.seats().ofClient(client).stream()
                .filter(seat -> seat.state().mayAct() && seat.link().account() != null)
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        List<Due> due = new ArrayList<>();
        Withdrawals.due(
                        pending.stream()
                                .filter(one -> able.containsKey(one.seatId()))
                                .toList(),
                        optedOut,
                        ports.connections().withdrawnSince(client, now.minus(A_DAY)),
                        now)
                .forEach(one -> due.add(new Due(
                        one,
                        Objects.requireNonNull(able.get(one.seatId()).link().account())
                                .ref(),
                        Optional.ofNullable(invited.get(one.leadId()))
                                .map(lead -> lead.contact().linkedIn())
                                .orElse(null))));
        return due;
    }

    /** The service's own id of the invitation; one that was never told is found among those that wait. */
    private static Optional<String> ref(
            Due due,
            LinkedInOutreach acts,
            Map<String, Result<List<LinkedInOutreach.Invitation>, VendorFailure>> waiting) {
        ClientId client = due.connection().clientId();
        if (due.connection().request().ref() != null) {
            return Optional.of(due.connection().request().ref());
        }
        Optional<String> person = Optional.ofNullable(due.connection().personRef())
                .or(() -> Optional.ofNullable(due.page())
                        .flatMap(page -> acts.resolve(client, due.account(), page)
                                .fold(found -> Optional.of(found.personRef()), failure -> Optional.empty())));
        return person.flatMap(who -> waiting.computeIfAbsent(
                        due.account(), account -> acts.pendingInvitations(client, account))
                .fold(
                        found -> found.stream()
                                .filter(invitation -> invitation.personRef().equals(who))
                                .map(LinkedInOutreach.Invitation::ref)
                                .findFirst(),
                        failure -> Optional.empty()));
    }

    /** Who accepted meanwhile has accepted. */
    private int record(SeatConnection due) {
        SeatConnection now = ports.connections()
                .ofLeadsForUpdate(due.clientId(), List.of(due.leadId()))
                .get(due.leadId());
        if (now == null || now.state() != ConnectionState.PENDING) {
            return 0;
        }
        Instant at = clock.now();
        ports.connections().save(now.withdrawn(at));
        activities.append(new Activity(
                new ActivityId(ports.ids().next()),
                now.clientId(),
                now.leadId(),
                now.campaignId(),
                ActivityAction.CONNECTION_WITHDRAWN,
                Channel.LINKEDIN,
                TouchKind.LI_INVITE,
                null,
                null,
                at,
                ActivityAction.CONNECTION_WITHDRAWN.wire() + ":" + now.id() + ":"
                        + now.request().sentAt(),
                null,
                ActivityActor.SYSTEM));
        return 1;
    }
}
