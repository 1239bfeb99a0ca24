package io.agencyos.application.deal;

import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of meetings, wired by hand; bootstrap and tests hand in the ports. */
public final class DealUseCases {

    private final BookMeeting bookMeeting;
    private final ListMeetings listMeetings;
    private final RecordMeetingOutcome recordMeetingOutcome;

    public DealUseCases(DealPorts ports, StopOutreach stops, UnitOfWork units, ClockPort clock, IdSource ids) {
        bookMeeting = new BookMeetingService(ports, stops, units, clock, ids);
        listMeetings = new ListMeetingsService(ports, units, clock);
        recordMeetingOutcome = new RecordMeetingOutcomeService(ports, units, clock, ids);
    }

    public BookMeeting bookMeeting() {
        return bookMeeting;
    }

    public ListMeetings listMeetings() {
        return listMeetings;
    }

    public RecordMeetingOutcome recordMeetingOutcome() {
        return recordMeetingOutcome;
    }
}
