package io.agencyos.application.lead.privacy;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The flow {@code privacy_request}: finds everybody with the address and counts what is held, or erases it, all in one unit
 * of work, so that nobody is half erased. Source: api 9.14.
 */
public final class AnswerPrivacy {

    public static final String FLOW = "privacy_request";

    static final String ID = "request_id";

    private final PrivacyPorts ports;

    public AnswerPrivacy(PrivacyPorts ports) {
        this.ports = ports;
    }

    /** Where the address of an open request is sealed. */
    public static SealedPlace place(ClientId client, PrivacyRequestId id) {
        return new SealedPlace("privacy_request", "subject_ciphertext", id.text(), client);
    }

    public Flow<?> flow() {
        return new Flow<>(
                FLOW,
                1,
                WorkClass.INTERACTIVE,
                Role.ADMIN,
                Set.of(),
                false,
                AnswerPrivacy::read,
                List.of(new FlowStep.Calling<>(
                        "answer", 1, context -> told(answer(context.client(), context.params())))));
    }

    private static Result<PrivacyRequestId, String> read(Map<String, String> params) {
        String id = params.get(ID);
        return params.size() != 1 || id == null
                ? Result.err("the one parameter is " + ID)
                : EntityId.parse(id, PrivacyRequestId::new).mapError(problem -> ID + " is an id");
    }

    /** Answers an open request; empty for one that is answered. */
    public Optional<PrivacyRequest> answer(ClientId client, PrivacyRequestId id) {
        return ports.units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> ports.requests()
                                .find(client, id)
                                .filter(request -> request.status() == PrivacyRequest.Status.OPEN)
                                .map(this::answered));
    }

    private static StepResult told(Optional<PrivacyRequest> answered) {
        return answered.map(request -> new StepResult.Done(
                        Counts.done(request.leads().size(), request.leads().size()),
                        Outcome.count("leads", request.leads().size())
                                .with(
                                        "rows",
                                        request.rows().values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum())))
                .orElseGet(() -> new StepResult.Done(Counts.done(0, 0), Outcome.reason("answered_already")));
    }

    private PrivacyRequest answered(PrivacyRequest request) {
        ClientId client = request.clientId();
        String subject = request.subject();
        if (subject == null) {
            throw new IllegalStateException("an open request without its subject: " + request.id());
        }
        EmailAddress email = new EmailAddress(ports.sealer().openText(subject, place(client, request.id())));
        List<PersonRecords.Held> held = ports.records().held(client, email.key());
        List<LeadId> leads = held.stream().map(PersonRecords.Held::lead).toList();
        Instant now = ports.clock().now();
        Map<String, Integer> rows = switch (request.kind()) {
            case ACCESS -> counted(ports.records().tell(client, leads));
            case ERASE -> erased(client, held, leads, now);
        };
        return ports.requests().update(request.answered(leads, rows, now));
    }

    private static Map<String, Integer> counted(Map<String, List<Map<String, String>>> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach((table, found) -> counts.put(table, found.size()));
        return counts;
    }

    private Map<String, Integer> erased(
            ClientId client, List<PersonRecords.Held> held, List<LeadId> leads, Instant now) {
        if (held.isEmpty()) {
            return Map.of();
        }
        leads.forEach(lead -> ports.end().end(client, lead));
        SuppressionId group = new SuppressionId(ports.ids().next());
        ports.suppressions()
                .add(held.stream()
                        .flatMap(one -> one.keys().stream())
                        .distinct()
                        .map(key -> never(key, group, now))
                        .toList());
        List<String> traces =
                held.stream().flatMap(one -> one.traces().stream()).distinct().toList();
        Map<String, Integer> rows = new TreeMap<>(ports.records().erase(client, leads, traces, now));
        int files = ports.files().withdraw(client);
        if (files > 0) {
            rows.put("app.export_file", files);
        }
        return rows;
    }

    /** An entry of the platform, which keeps a salted hash alone. */
    private Suppression never(Suppressions.Key key, SuppressionId group, Instant now) {
        return new Suppression(
                new SuppressionId(ports.ids().next()),
                null,
                key.type(),
                key.value(),
                SuppressionReason.LEGAL,
                SuppressionSource.PLATFORM,
                group,
                null,
                now,
                null,
                0);
    }
}
