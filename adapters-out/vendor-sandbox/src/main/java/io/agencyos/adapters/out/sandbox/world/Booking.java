package io.agencyos.adapters.out.sandbox.world;

import java.time.Instant;

/** A person booked a meeting with us after a positive reply. */
public record Booking(
        String id,
        Instant bookedAt,
        String workspace,
        String email,
        String name,
        String mailbox,
        Instant meetingAt,
        int durationMinutes) {}
