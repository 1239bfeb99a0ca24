package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger; lines are added and never changed. Source: scoring PLAN-4, data model 5.2.
 *
 * @param amount credits, never zero; negative for what goes out
 * @param period first day of the period that it belongs to
 * @param lead the lead that was paid for or given back
 * @param actor the member of staff behind an adjustment
 */
public record CreditEntry(
        UUID id,
        ClientId clientId,
        CreditEntryKind kind,
        int amount,
        int balanceAfter,
        LocalDate period,
        @Nullable LeadId lead,
        String reason,
        @Nullable UserId actor,
        Instant at) {}
