package io.agencyos.adapters.in.http.server;

import io.agencyos.application.client.access.AuthenticateKey;
import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.staff.HoldSupportSession;
import io.agencyos.application.platform.IdempotentRequests;
import io.agencyos.application.platform.KeepDefects;
import io.agencyos.application.platform.KeepDenials;
import io.agencyos.application.platform.ShareBuckets;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the server itself asks of the house, apart from its routes.
 *
 * @param signInIsOutside whether an identity provider outside signs people in, and not the product itself
 * @param maintenance what clients are told while they are kept out; empty while they are not
 * @param defects where failures of ours are noted
 * @param denials where it is noted who was refused what
 * @param entered told of each client that somebody was let into
 * @param sharedLimits the rate limits of all nodes together
 */
public record ServerPorts(
        AuthenticateRequest authenticate,
        boolean signInIsOutside,
        AuthenticateKey authenticateKey,
        HoldSupportSession support,
        Supplier<Optional<String>> maintenance,
        Sealer sealer,
        IdempotentRequests idempotency,
        UnitOfWork units,
        ClockPort clock,
        IdSource ids,
        KeepDefects defects,
        KeepDenials denials,
        Consumer<ClientId> entered,
        ShareBuckets sharedLimits,
        PrometheusMeterRegistry meters) {}
