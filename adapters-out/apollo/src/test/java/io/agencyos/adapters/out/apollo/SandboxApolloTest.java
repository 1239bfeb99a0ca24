package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.lead.PeopleDataContract;
import io.agencyos.application.lead.source.CompanyEnrichment;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP. */
class SandboxApolloTest extends PeopleDataContract {

    private final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    private final VendorSandbox sandbox =
            VendorSandbox.start(SandboxSettings.defaults().withPeople(2_000), clock);
    private final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    private final Apollo apollo = new Apollo(
            client -> Optional.of(new ApolloAccount(client, "team", new SecretText("sandbox-key"))),
            ApolloSettings.live().at(URI.create(sandbox.apolloUrl())).withReadTimeout(Duration.ofSeconds(5)),
            http,
            new MemoryVendorObjects(),
            clock::instant);

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    @Override
    protected World world() {
        return new World() {

            @Override
            public PeopleSearch search() {
                return apollo.search();
            }

            @Override
            public PeopleEnrichment people() {
                return apollo.people();
            }

            @Override
            public CompanyEnrichment companies() {
                return apollo.companies();
            }

            @Override
            public VendorCredits credits() {
                return apollo.credits();
            }

            @Override
            public VendorLimits limits() {
                return apollo.limits();
            }

            @Override
            public ClientId client() {
                return Stubs.CLIENT;
            }

            @Override
            public DomainName knownCompany() {
                return new DomainName(
                        sandbox.population().people().getFirst().company().domain());
            }

            @Override
            public void breakDown() {
                sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, "").answering(500));
            }

            @Override
            public void spendAll() {
                sandbox.setDataCredits(0);
            }
        };
    }
}
