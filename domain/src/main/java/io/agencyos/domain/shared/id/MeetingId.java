package io.agencyos.domain.shared.id;

import java.util.UUID;

/** A booked meeting. */
public record MeetingId(UUID value) implements EntityId {}
