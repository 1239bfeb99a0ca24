package io.agencyos.application.outreach.recording;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the keeping of calls needs from outside.
 *
 * @param recordings by the vendor's name as configured; empty for one that is gone
 */
public record CallPorts(
        CallBook calls,
        CallArchive archive,
        RecordingFiles files,
        Function<String, Optional<CallRecordings>> recordings,
        Leads leads,
        Alerts alerts,
        Audit audit) {}
