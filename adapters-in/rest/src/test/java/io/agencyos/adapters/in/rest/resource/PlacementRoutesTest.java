package io.agencyos.adapters.in.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySendingDomains;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Source: scoring B10. */
public class PlacementRoutesTest {

    /** The routes over mailboxes of their own. */
    public static PlacementRoutes inMemory(MemoryWorld on) {
        return over(on, new MemoryMailboxes(on.units));
    }

    private static PlacementRoutes over(MemoryWorld on, MemoryMailboxes mailboxes) {
        MemoryLeads leads = new MemoryLeads(on.units);
        MemoryTouches touches = new MemoryTouches(on.units, leads);
        MemorySentLog sent = new MemorySentLog(on.units, on.ids);
        MemorySendingDomains domains = new MemorySendingDomains(
                on.units, mailboxes, sent, new MemoryTouchOutcomes(on.units, sent, touches, leads, mailboxes));
        return new PlacementRoutes(ResourceUseCases.recordPlacement(domains, on.units, on.clock));
    }

    private static String tests(Object resource) {
        return "/api/v1/admin/resources/" + resource + "/placement-tests";
    }

    @Test // B10: placement >= 95 %
    void staff_keep_what_a_test_of_a_domain_saw() {
        List<MailboxRepository> known = new ArrayList<>();
        try (ApiUnderTest api = ApiUnderTest.with(world -> {
            MemoryMailboxes mailboxes = new MemoryMailboxes(world.units);
            known.add(mailboxes);
            return List.of(over(world, mailboxes));
        })) {
            Mailbox mailbox = Campaignbook.mailbox(
                    api.client(), "sam@reach.example", api.world().clock.now(), Duration.ofDays(3));
            api.world()
                    .units
                    .inTenant(
                            TenantScope.worker(api.client()),
                            () -> known.getFirst().assign(mailbox));

            assertThat(api.staff()
                            .post(tests(mailbox.domainId().text()), "{'inbox_percent':96}")
                            .status())
                    .isEqualTo(204);
            assertThat(api.staff()
                            .post(tests(UUID.randomUUID()), "{'inbox_percent':96}")
                            .status())
                    .isEqualTo(404);
            assertThat(api.staff()
                            .post(tests(mailbox.domainId().text()), "{'inbox_percent':101}")
                            .code())
                    .isEqualTo("validation_failed");
            assertThat(api.as(Role.OWNER)
                            .post(tests(mailbox.domainId().text()), "{'inbox_percent':96}")
                            .status())
                    .isEqualTo(403);
        }
    }
}
