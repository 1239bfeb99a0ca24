package io.agencyos.adapters.in.rest.http;

import io.agencyos.application.client.access.AuthenticateKey;
import io.agencyos.application.client.identity.AuthenticateRequest;
import io.agencyos.application.client.staff.HoldSupportSession;
import io.agencyos.application.platform.IdempotentRequests;
import io.agencyos.application.platform.Sealer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server itself asks of the house, apart from its routes.
 *
 * @param maintenance what clients are told while they are kept out; empty while they are not
 */
public record RestPorts(
        AuthenticateRequest authenticate,
        AuthenticateKey authenticateKey,
        HoldSupportSession support,
        Supplier<Optional<String>> maintenance,
        Sealer sealer,
        IdempotentRequests idempotency,
        UnitOfWork units,
        ClockPort clock,
        IdSource ids,
        PrometheusMeterRegistry meters) {}
