package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.lead.PrivacyRoutes;
import io.agencyos.adapters.out.memory.lead.MemoryPrivacyRequests;
import io.agencyos.application.lead.privacy.AnswerPrivacy;
import io.agencyos.application.lead.privacy.KeepPrivacyService;
import io.agencyos.application.lead.privacy.PersonRecords;
import io.agencyos.application.lead.privacy.PrivacyPorts;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.testing.TestSealer;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of people in memory; one person is held, with one row, until that is erased. */
public final class PrivacyInMemory {

    public static final String HELD = "lee@person.example";

    private final LeadId lead = new LeadId(UUID.fromString("019baaaa-0000-7000-8000-000000000077"));
    private final Set<LeadId> erased = ConcurrentHashMap.newKeySet();
    private final PrivacyPorts ports;

    public PrivacyInMemory(MemoryWorld world, ExportFiles files) {
        ports = new PrivacyPorts(
                new MemoryPrivacyRequests(world.units),
                new OneRow(),
                world.suppressions,
                (client, ended) -> {},
                files,
                world.clients,
                new TestSealer(),
                world.audit,
                world.units,
                world.clock,
                world.ids);
    }

    public Flow<?> flow() {
        return new AnswerPrivacy(ports).flow();
    }

    public PrivacyRoutes routes(StartRun start) {
        return new PrivacyRoutes(new KeepPrivacyService(ports, start));
    }

    private final class OneRow implements PersonRecords {

        @Override
        public List<Held> held(ClientId client, EmailKey email) {
            return email.value().equals(HELD) && erased.isEmpty()
                    ? List.of(new Held(lead, List.of(), List.of(HELD)))
                    : List.of();
        }

        @Override
        public Map<String, List<Map<String, String>>> tell(ClientId client, Collection<LeadId> leads) {
            return leads.contains(lead) && erased.isEmpty()
                    ? Map.of("app.lead", List.of(Map.of("email", HELD)))
                    : Map.of();
        }

        @Override
        public Map<String, Integer> erase(
                ClientId client, Collection<LeadId> leads, Collection<String> traces, Instant now) {
            erased.addAll(leads);
            return Map.of("app.lead", leads.size());
        }
    }
}
