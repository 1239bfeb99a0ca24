package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.PeopleDataContract;
import io.agencyos.application.lead.source.CompanyEnrichment;
import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class FakePeopleDataTest extends PeopleDataContract {

    private static final DomainName COMPANY = new DomainName("harbourlane.example");

    private static PersonProfile founder(int number) {
        CompanyDetails company = new CompanyDetails(
                "Harbour Lane Digital",
                COMPANY,
                null,
                18,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
        return new PersonProfile(
                "fake:" + number,
                new PersonDetails("Priya", "Raman", "Founder", Seniority.FOUNDER, null, null, null),
                Optional.empty(),
                Optional.of(new EmailAddress("priya" + number + "@harbourlane.example")),
                EmailStatus.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CompanyProfile(
                        "fake:org:1", company, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Override
    protected World world() {
        FakePeopleData data = new FakePeopleData(100);
        for (int number = 0; number < 25; number++) {
            data.add(founder(number));
        }
        return new World() {

            @Override
            public PeopleSearch search() {
                return data;
            }

            @Override
            public PeopleEnrichment people() {
                return data;
            }

            @Override
            public CompanyEnrichment companies() {
                return data;
            }

            @Override
            public VendorCredits credits() {
                return data;
            }

            @Override
            public VendorLimits limits() {
                return data;
            }

            @Override
            public ClientId client() {
                return new ClientId(new UUID(0, 2));
            }

            @Override
            public DomainName knownCompany() {
                return COMPANY;
            }

            @Override
            public void breakDown() {
                data.breakDown();
            }

            @Override
            public void spendAll() {
                data.spendAll();
            }
        };
    }
}
