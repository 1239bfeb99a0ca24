package io.agencyos.application.conversation;

import io.agencyos.application.outreach.ConcludeCalls;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;

/** Where calls are kept and what follows from their end, handed over together. */
public record CallWorld(ConcludeCalls conclude, CallBook book, CallArchive archive) {}
