package io.agencyos.application.client.identity.opening;

import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.OpenClientService;
import io.agencyos.application.client.identity.NewMembers;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The person is locked first, so that of many orders at once none passes the limit unseen. */
final class OpenOwnClientService implements OpenOwnClient {

    private static final int MOST = 5;

    private final Users users;
    private final OpenClientService clients;
    private final NewMembers members;
    private final UnitOfWork units;
    private final ClockPort clock;

    OpenOwnClientService(
            Users users, OpenClientService clients, NewMembers members, UnitOfWork units, ClockPort clock) {
        this.users = users;
        this.clients = clients;
        this.members = members;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome open(Principal principal, String name, @Nullable String slug, Origin origin) {
        Optional<FieldProblem> problem = Optional.ofNullable(slug).flatMap(ClientDetails::slugProblem);
        return problem.isPresent()
                ? new Outcome.InvalidSlug(problem.get())
                : units.onPlatform(() -> openInside(principal, name, slug, origin));
    }

    private Outcome openInside(Principal principal, String name, @Nullable String slug, Origin origin) {
        users.findForUpdate(principal.userId());
        Predicate<ClientAccess> owned = access -> access.mode() == ClientMode.LIVE && access.role() == Role.OWNER;
        int current =
                (int) users.access(principal.userId()).stream().filter(owned).count();
        if (current >= MOST) {
            return new Outcome.LimitReached(MOST, current);
        }
        return switch (clients.openInside(name, slug)) {
            case OpenClient.Outcome.Opened(Client client) -> {
                Membership owner = new Membership(client.id(), principal.userId(), Role.OWNER, clock.now());
                members.join(owner, Actor.user(principal.userId().value()), origin);
                yield new Outcome.Opened(client, twinOf(client, principal));
            }
            case OpenClient.Outcome.Exists exists -> new Outcome.Exists();
            case OpenClient.Outcome.InvalidName(String reason) -> new Outcome.InvalidName(reason);
        };
    }

    private ClientId twinOf(Client client, Principal principal) {
        return users.access(principal.userId()).stream()
                .filter(access -> client.id().equals(access.twinOf()))
                .map(ClientAccess::clientId)
                .findFirst()
                .orElseThrow();
    }
}
