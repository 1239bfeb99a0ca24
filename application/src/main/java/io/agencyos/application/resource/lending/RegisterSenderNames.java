package io.agencyos.application.resource.lending;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.resource.AlphaTags;
import io.agencyos.application.resource.AlphaTags.Tag;
import io.agencyos.application.resource.AlphaTags.Wish;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Has a name registered under which a client's account may text its own people, and shows how far its registers are. No campaign
 * ever sends from a name, since nobody can answer to one. Asking again for a name asks for nothing new. Source: clicksend 1, 6 C10,
 * outreach 6.6.
 */
@PrimaryPort
public final class RegisterSenderNames {

    private final Function<ClientId, Optional<AlphaTags>> registers;
    private final Clients clients;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** What came of a wish. */
    public sealed interface Outcome {

        /** It is asked for, or was before; {@link Tag#usable} once everybody agreed. */
        record Asked(Tag tag) implements Outcome {}

        record NoSuchClient() implements Outcome {}

        /** The client has connected no carrier. */
        record NoCarrier() implements Outcome {}

        /** Nothing was asked for, since this field cannot be right. */
        record Wrong(String field) implements Outcome {}

        record Failed(VendorFailure failure) implements Outcome {}
    }

    /** @param registers of a client's carrier; empty where it has connected none */
    public RegisterSenderNames(
            Function<ClientId, Optional<AlphaTags>> registers,
            Clients clients,
            Audit audit,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.registers = registers;
        this.clients = clients;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** The names of the client's account; none where it has no carrier. */
    public Result<List<Tag>, VendorFailure> names(ClientId client) {
        return registers.apply(client).map(register -> register.tags(client)).orElseGet(() -> Result.ok(List.of()));
    }

    public Outcome register(Actor by, ClientId id, Wish wish, Origin origin) {
        Optional<Client> client = units.readingPlatform(() -> clients.find(id));
        if (client.isEmpty() || client.get().deletedAt() != null) {
            return new Outcome.NoSuchClient();
        }
        Optional<AlphaTags> register = registers.apply(id);
        if (register.isEmpty()) {
            return new Outcome.NoCarrier();
        }
        Optional<String> problem = wish.problem();
        if (problem.isPresent()) {
            return new Outcome.Wrong(problem.get());
        }
        return register.get().request(id, wish).fold(tag -> asked(by, id, tag, origin), Outcome.Failed::new);
    }

    private Outcome asked(Actor by, ClientId client, Tag tag, Origin origin) {
        units.inTenant(
                TenantScope.worker(client),
                () -> audit.append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        client,
                        by,
                        AuditAction.CREATE,
                        AuditEntry.Outcome.OK,
                        "sender_name",
                        null,
                        Map.of("name", new Change(null, tag.name())),
                        Map.of("status", tag.status()),
                        origin)));
        return new Outcome.Asked(tag);
    }
}
