package io.agencyos.application.deal;

import io.agencyos.application.deal.store.BookingTouches;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which touch a booking is credited to: the one that its conversation answers, a call if it was one, else the latest that
 * can have led to it. Source: conversion intelligence 2.3.
 */
record Crediting(DealPorts ports) {

    /** @param answered the touch that the booking is known to answer; without one the conversation tells */
    BookingPath path(
            ClientId client,
            LeadId lead,
            Collection<BookingPath.Contact> sent,
            Instant bookedAt,
            @Nullable TouchId answered) {
        TouchId threaded = answered != null
                ? answered
                : ports.touches()
                        .lastAnswer(client, lead)
                        .filter(answer -> BookingPath.isStillTalking(sent, answer.at(), bookedAt))
                        .map(BookingTouches.Answer::touch)
                        .orElse(null);
        return BookingPath.of(sent, bookedAt, threaded, ports.credits().of(client));
    }
}
