package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.population.Company;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.lead.CompanyDataContract;
import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The kit of finer data over real HTTP. */
class SandboxFinerDataTest extends CompanyDataContract {

    private final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    private final VendorSandbox sandbox =
            VendorSandbox.start(SandboxSettings.defaults().withPeople(200), clock);
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

    private Person reached() {
        return sandbox.population().people().stream()
                .filter(person -> !person.directPhone().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected World world() {
        return new World() {

            @Override
            public CompanySearch companies() {
                return apollo.companySearch();
            }

            @Override
            public CompanySignals signals() {
                return apollo.signals();
            }

            @Override
            public PhoneReveal phones() {
                return apollo.phones();
            }

            @Override
            public VendorCredits credits() {
                return apollo.credits();
            }

            @Override
            public ClientId client() {
                return Stubs.CLIENT;
            }

            @Override
            public DomainName hiring() {
                return sandbox.population().people().stream()
                        .map(Person::company)
                        .filter(company -> !apollo.signals()
                                .jobPostings(client(), "apollo:org:company" + company.number())
                                .orElseThrow()
                                .isEmpty())
                        .map(Company::domain)
                        .map(DomainName::new)
                        .findFirst()
                        .orElseThrow();
            }

            @Override
            public String reachable() {
                return "apollo:person" + reached().number();
            }

            @Override
            public PhoneNumber numberOfReachable() {
                return PhoneNumbers.parse(reached().directPhone(), Country.AUSTRALIA)
                        .orElseThrow();
            }

            @Override
            public void later() {
                sandbox.pump(clock.instant().plus(Duration.ofMinutes(3)));
            }
        };
    }
}
