package io.agencyos.domain.client;

import io.agencyos.domain.shared.ClientId;
import java.time.LocalDate;

/**
 * What a client has booked. The period is half-open in the client's own zone: {@code periodEnd} is the first day of the
 * next one. Source: scoring PLAN-5, data model 5.2.
 */
public record Subscription(
        ClientId clientId,
        Plan plan,
        SubscriptionStatus status,
        int anchorDay,
        LocalDate periodStart,
        LocalDate periodEnd) {}
