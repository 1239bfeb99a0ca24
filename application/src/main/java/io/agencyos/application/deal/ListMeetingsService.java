package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads one more than the page holds, to know whether more follow. */
final class ListMeetingsService implements ListMeetings {

    private final DealPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    ListMeetingsService(DealPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Page list(TenantScope scope, Query query) {
        Instant now = clock.now();
        Meetings.Filter filter = new Meetings.Filter(
                query.from(), query.until(), query.lead(), query.campaign(), query.statuses(), query.upcoming(), now);
        return units.inTenant(scope, () -> {
            List<Meeting> found = ports.meetings()
                    .list(scope.clientId(), filter, query.latestFirst(), query.after(), query.limit() + 1);
            boolean more = found.size() > query.limit();
            return page(scope.clientId(), more ? found.subList(0, query.limit()) : found, more, now);
        });
    }

    @Override
    public Optional<Page> find(TenantScope scope, MeetingId id) {
        return units.inTenant(
                scope,
                () -> ports.meetings()
                        .find(scope.clientId(), id)
                        .map(meeting -> page(scope.clientId(), List.of(meeting), false, clock.now())));
    }

    private Page page(ClientId client, List<Meeting> meetings, boolean more, Instant now) {
        return new Page(
                meetings.stream()
                        .map(meeting -> new Line(meeting, MeetingStatus.of(meeting, now)))
                        .toList(),
                Cards.of(
                        ports.leads(),
                        ports.campaigns(),
                        client,
                        meetings.stream().map(Meeting::leadId).toList()),
                ports.deals()
                        .ofMeetings(client, meetings.stream().map(Meeting::id).toList()),
                more);
    }
}
