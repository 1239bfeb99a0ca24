package io.agencyos.application.resource;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.DomainProof;
import io.agencyos.domain.resource.MailRecords;
import io.agencyos.domain.resource.TextAnswer;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks every day whether the DNS still says of a client's sending domains that their mail is theirs. Nothing is sent from one
 * that lost its proof (check 30) until a later look finds it again. The names are asked between two short units of work. Source:
 * outreach 8.1, 17; flows 3 {@code domain_auth}.
 */
@PrimaryPort
public final class ProveDomains {

    private static final String SOURCE = "domain_auth:";

    private final Ports ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /**
     * What is needed from outside.
     *
     * @param registrable what the holder of a name registered
     * @param selectors under which keys of senders are looked for
     */
    public record Ports(
            DomainProofs proofs,
            TextRecords records,
            Function<DomainName, Optional<DomainName>> registrable,
            List<String> selectors,
            Alerts alerts,
            Events events) {

        public Ports {
            selectors = List.copyOf(selectors);
        }
    }

    /** @param lost domains that prove nothing any more and did before; {@code regained} the other way round */
    public record Round(int looked, int lost, int regained) {}

    public ProveDomains(Ports ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    public Round prove(ClientId client) {
        TenantScope worker = TenantScope.worker(client);
        Map<ResourceId, MailRecords> seen = new LinkedHashMap<>();
        units.inTenant(worker, () -> ports.proofs().ofClient(client))
                .forEach(domain -> seen.put(domain.id(), look(domain.name())));
        return units.inTenant(worker, () -> taken(client, seen));
    }

    private MailRecords look(DomainName domain) {
        MailRecords.Question question =
                new MailRecords.Question(domain, ports.registrable().apply(domain), ports.selectors());
        Map<String, TextAnswer> answers = new HashMap<>();
        question.names().forEach(name -> answers.put(name, ports.records().of(name)));
        return MailRecords.read(question, answers);
    }

    private Round taken(ClientId client, Map<ResourceId, MailRecords> seen) {
        Instant now = clock.now();
        int lost = 0;
        int regained = 0;
        List<DomainProof> known = ports.proofs().ofClient(client).stream()
                .filter(domain -> seen.containsKey(domain.id()))
                .toList();
        Map<String, Alert> open = new LinkedHashMap<>();
        for (DomainProof before : known) {
            MailRecords records = seen.get(before.id());
            DomainProof after = before.seen(records);
            if (!after.equals(before)) {
                ports.proofs().write(client, after, now);
            }
            if (after.holds() != before.holds()) {
                tell(client, before, after, now);
                lost += before.holds() ? 1 : 0;
                regained += after.holds() ? 1 : 0;
            }
            if (!after.holds() && !records.faults().isEmpty()) {
                Alert alert = alert(client, after, records, now);
                open.put(alert.fingerprint(), alert);
            }
        }
        open.values().forEach(ports.alerts()::raise);
        ports.alerts().resolveOthers(SOURCE + client.text(), open.keySet(), now);
        return new Round(known.size(), lost, regained);
    }

    private void tell(ClientId client, DomainProof before, DomainProof after, Instant now) {
        ports.events()
                .append(new DomainEvent(
                        ids.next(),
                        client,
                        EventName.RESOURCE_HEALTH_CHANGED,
                        after.id().value(),
                        now,
                        Map.of("kind", "email_domain", "from", word(before), "to", word(after))));
    }

    private static String word(DomainProof proof) {
        return proof.holds() ? "authenticated" : "domain_auth_invalid";
    }

    private static Alert alert(ClientId client, DomainProof domain, MailRecords records, Instant now) {
        return Alert.of(
                SOURCE + client.text() + ":" + domain.id().text(),
                Alert.Severity.CRITICAL,
                SOURCE + client.text(),
                client,
                "A sending domain does not prove its mail: nothing is sent from it until its records are corrected.",
                Map.of("domain", domain.name().value(), "records", records.faults()),
                now);
    }
}
