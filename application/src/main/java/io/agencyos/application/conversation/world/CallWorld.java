package io.agencyos.application.conversation.world;

import io.agencyos.application.outreach.ConcludeCalls;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.domain.outreach.call.CallTerms;

/**
 * Where calls are kept and what follows from their end, handed over together.
 *
 * @param terms of this installation
 */
public record CallWorld(ConcludeCalls conclude, CallBook book, CallArchive archive, CallTerms terms) {

    /** Under the usual terms. */
    public CallWorld(ConcludeCalls conclude, CallBook book, CallArchive archive) {
        this(conclude, book, archive, new CallTerms(CallTerms.USUAL_SECONDS, VendorMeter.USUAL_RATE));
    }
}
