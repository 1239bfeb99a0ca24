package io.agencyos.application.outreach.recording;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases around calls that were made, wired by hand; bootstrap and tests hand in the ports. */
public final class CallUseCases {

    private final KeepCalls keep;
    private final CleanRecordings clean;
    private final FetchRecordings fetch;

    public CallUseCases(CallPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        keep = new KeepCallsService(ports, units, clock, ids);
        clean = new CleanRecordingsService(ports, units, clock);
        fetch = new FetchRecordingsService(ports, units, clock);
    }

    public KeepCalls keep() {
        return keep;
    }

    public FetchRecordings fetch() {
        return fetch;
    }

    public CleanRecordings clean() {
        return clean;
    }
}
