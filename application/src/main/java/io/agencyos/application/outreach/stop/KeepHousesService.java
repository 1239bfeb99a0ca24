package io.agencyos.application.outreach.stop;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.channel.AddressVerifier;
import io.agencyos.application.outreach.channel.AddressVerifier.Verdict;
import io.agencyos.application.outreach.post.PostOutlet;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The post is asked where the client has an account there; where it cannot be asked, the word of the person who enters the
 * address stands. Source: vendors/direct-mail 1.
 */
public final class KeepHousesService implements KeepHouses {

    private static final String OPTED_OUT = "channel_opted_out";

    private final PostPorts ports;
    private final Function<ClientId, Optional<AddressVerifier>> verifiers;
    private final Leads leads;
    private final StopOutreach stop;
    private final Audit audit;
    private final ClockPort clock;
    private final IdSource ids;

    /** @param verifiers asked outside any unit of work */
    public KeepHousesService(
            PostPorts ports,
            Function<ClientId, Optional<AddressVerifier>> verifiers,
            Leads leads,
            StopOutreach stop,
            Audit audit,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.verifiers = verifiers;
        this.leads = leads;
        this.stop = stop;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    private UnitOfWork units() {
        return ports.units();
    }

    @Override
    public Optional<House> ofLead(TenantScope scope, LeadId lead) {
        return units().inTenant(scope.asWorker(), () -> house(scope.clientId(), lead));
    }

    private Optional<House> house(ClientId client, LeadId lead) {
        return Optional.ofNullable(ports.book().of(client, List.of(lead)).get(lead))
                .map(known -> {
                    ChannelAddresses.Standing standing = ports.addresses()
                            .of(client, Channel.MAIL, List.of(lead))
                            .get(lead);
                    return new House(known, standing, PostOutlet.mayWrite(known, standing, clock.now()));
                });
    }

    @Override
    public Outcome keep(TenantScope scope, LeadId lead, PostalAddress at, boolean confirmed, Origin origin) {
        if (!scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        Optional<PostalAddress.Problem> problem = at.to("somebody", null).problem(confirmed);
        if (problem.isPresent()) {
            return invalid(problem.get());
        }
        return verdict(scope.clientId(), at, confirmed).orElseGet(() -> kept(scope, lead, at, confirmed, origin));
    }

    private static Outcome invalid(PostalAddress.Problem problem) {
        return new Outcome.Invalid(List.of(
                switch (problem) {
                    case NO_RECIPIENT -> refused("line1", "Nobody is named.");
                    case LINE_MISSING -> refused("line1", "The street is missing.");
                    case SUBURB_MISSING -> refused("suburb", "The suburb is missing.");
                    case POSTCODE_INVALID -> refused("postcode", "A postcode has four digits.");
                    case POSTCODE_OF_ANOTHER_STATE ->
                        refused("postcode", "The postcode is another state's; confirm it for a town at the border.");
                }));
    }

    private static FieldProblem refused(String field, String reason) {
        return FieldProblem.of(field, "address_invalid", reason);
    }

    /** What the post says against it, if it can be asked. */
    private Optional<Outcome> verdict(ClientId client, PostalAddress at, boolean confirmed) {
        Optional<Verdict> verdict = verifiers.apply(client).flatMap(post -> switch (post.verify(client, at)) {
            case Result.Ok<Verdict, ?>(Verdict said) -> Optional.of(said);
            case Result.Err<Verdict, ?> unknown -> Optional.empty();
        });
        return verdict.flatMap(said -> switch (said) {
            case Verdict.Verified verified -> Optional.empty();
            case Verdict.Corrected(PostalAddress to) ->
                confirmed ? Optional.empty() : Optional.of(new Outcome.Corrected(to));
            case Verdict.Failed failed ->
                Optional.of(new Outcome.Invalid(List.of(refused("line1", "The post knows no such house."))));
        });
    }

    private Outcome kept(TenantScope scope, LeadId lead, PostalAddress at, boolean confirmed, Origin origin) {
        ClientId client = scope.clientId();
        return units().inTenant(scope.asWorker(), () -> {
            if (leads.find(client, lead).isEmpty()) {
                return new Outcome.NotFound();
            }
            ports.book().put(client, lead, new PostBook.Known(at, clock.now(), confirmed));
            audit.append(line(scope, lead, "postal_address", origin));
            return new Outcome.Kept(house(client, lead).orElseThrow());
        });
    }

    @Override
    public Outcome optOut(TenantScope scope, LeadId lead, Origin origin) {
        if (!scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        ClientId client = scope.clientId();
        return units().inTenant(scope.asWorker(), () -> {
            Optional<House> before = house(client, lead);
            if (leads.find(client, lead).isEmpty() || before.isEmpty()) {
                return new Outcome.NotFound();
            }
            ports.addresses()
                    .put(
                            client,
                            new ChannelAddresses.Standing(
                                    lead,
                                    Channel.MAIL,
                                    before.get().known().at().key(),
                                    AddressState.OPTED_OUT,
                                    OPTED_OUT,
                                    clock.now()));
            stop.closeChannel(client, lead, Channel.MAIL, OPTED_OUT);
            audit.append(line(scope, lead, "post_opt_out", origin));
            return new Outcome.Kept(house(client, lead).orElseThrow());
        });
    }

    /** Names nobody's house: the log is read by more people than the lead. */
    private AuditEntry line(TenantScope scope, LeadId lead, String what, Origin origin) {
        return new AuditEntry(
                ids.next(),
                clock.now(),
                scope.clientId(),
                Actors.of(scope),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                what,
                lead.value(),
                Map.of(),
                Map.of(),
                origin);
    }
}
