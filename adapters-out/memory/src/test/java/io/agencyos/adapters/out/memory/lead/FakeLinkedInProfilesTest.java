package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.LinkedInProfileSourceContract;
import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.application.lead.source.LinkedInProfileSource.CompanyPage;
import io.agencyos.application.lead.source.LinkedInProfileSource.Found;
import io.agencyos.application.lead.source.LinkedInProfileSource.Post;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

class FakeLinkedInProfilesTest extends LinkedInProfileSourceContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        FakeLinkedInProfiles network = new FakeLinkedInProfiles();
        network.seat(CLIENT, "seat-1");
        return new World() {
            @Override
            public LinkedInProfileSource source() {
                return network;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public String seat() {
                return "seat-1";
            }

            @Override
            public void wrote(LinkedInUrl person, String... texts) {
                network.posts(
                        person,
                        Stream.of(texts)
                                .map(text -> new Post(text, Optional.empty(), 0, 0, 0, false, Optional.empty()))
                                .toList());
            }

            @Override
            public void hasPage(LinkedInUrl company, String ref, String name) {
                network.company(
                        company,
                        new CompanyPage(
                                ref,
                                name,
                                Optional.of(company.slug()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()));
            }

            @Override
            public void finds(String... refs) {
                network.people(Stream.of(refs)
                        .map(ref -> new Found(ref, "Priya Raman", Optional.empty(), Optional.empty(), Optional.empty()))
                        .toList());
            }

            @Override
            public void breakDown() {
                network.breakDown();
            }
        };
    }
}
