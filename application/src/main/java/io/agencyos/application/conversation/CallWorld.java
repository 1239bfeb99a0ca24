package io.agencyos.application.conversation;

import io.agencyos.application.outreach.CallArchive;
import io.agencyos.application.outreach.CallBook;
import io.agencyos.application.outreach.ConcludeCalls;

/** Where calls are kept and what follows from their end, handed over together. */
public record CallWorld(ConcludeCalls conclude, CallBook book, CallArchive archive) {}
