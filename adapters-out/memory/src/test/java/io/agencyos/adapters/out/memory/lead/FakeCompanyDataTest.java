package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.CompanyDataContract;
import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class FakeCompanyDataTest extends CompanyDataContract {

    private static final DomainName DOMAIN = new DomainName("harbourlane.example");
    private static final PhoneNumber NUMBER = new PhoneNumber("+61491570006");

    @Override
    protected World world() {
        FakeCompanyData data = new FakeCompanyData(100);
        data.add(
                new CompanySearch.Preview(
                        "fake:1", "Harbour Lane", Optional.of(DOMAIN), Optional.empty(), Optional.empty()),
                List.of(new JobPosting(
                        "j1",
                        "Paid Media Specialist",
                        Optional.of("Melbourne"),
                        Instant.parse("2026-08-12T00:00:00Z"),
                        null)));
        data.add("fake:p1", NUMBER);
        return new World() {

            @Override
            public CompanySearch companies() {
                return data;
            }

            @Override
            public CompanySignals signals() {
                return data;
            }

            @Override
            public PhoneReveal phones() {
                return data;
            }

            @Override
            public VendorCredits credits() {
                return data;
            }

            @Override
            public ClientId client() {
                return new ClientId(new UUID(0, 2));
            }

            @Override
            public DomainName hiring() {
                return DOMAIN;
            }

            @Override
            public String reachable() {
                return "fake:p1";
            }

            @Override
            public PhoneNumber numberOfReachable() {
                return NUMBER;
            }

            @Override
            public void later() {
                data.answerAll();
            }
        };
    }
}
