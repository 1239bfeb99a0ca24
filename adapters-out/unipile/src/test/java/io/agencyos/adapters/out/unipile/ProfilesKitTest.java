package io.agencyos.adapters.out.unipile;

import io.agencyos.application.lead.LinkedInProfileSourceContract;
import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** The kit against the stubs, as the sandbox has no posts, pages and searches. */
class ProfilesKitTest extends LinkedInProfileSourceContract {

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public LinkedInProfileSource source() {
                return vendor.unipile.profiles();
            }

            @Override
            public ClientId client() {
                return Stubs.CLIENT;
            }

            @Override
            public String seat() {
                return Stubs.SEAT;
            }

            @Override
            public void wrote(LinkedInUrl person, String... texts) {
                vendor.on(
                        "GET",
                        Stubs.API + "/users/" + Stubs.PRIYA + "/posts",
                        Stubs.items(
                                null,
                                Stream.of(texts)
                                        .map(text -> "{\"text\":\"" + text + "\",\"is_repost\":false}")
                                        .collect(Collectors.joining(","))));
            }

            @Override
            public void hasPage(LinkedInUrl company, String ref, String name) {
                vendor.on(
                        "GET",
                        Stubs.API + "/linkedin/company/" + company.slug(),
                        "{\"object\":\"CompanyProfile\",\"id\":\"" + ref + "\",\"name\":\"" + name + "\"}");
                vendor.on(
                        "GET",
                        Stubs.API + "/users/" + ref + "/posts",
                        Stubs.items(null, "{\"text\":\"Award\",\"is_repost\":false}"));
            }

            @Override
            public void finds(String... refs) {
                String people = Stream.of(refs)
                        .map(ref -> "{\"type\":\"PEOPLE\",\"id\":\"" + ref + "\",\"name\":\"Priya Raman\"}")
                        .collect(Collectors.joining(","));
                vendor.on(
                        "POST",
                        Stubs.API + "/linkedin/search",
                        "{\"object\":\"Search\",\"items\":[" + people + "],\"paging\":{\"total_count\":" + refs.length
                                + "},\"cursor\":null}");
            }

            @Override
            public void breakDown() {
                vendor.on("POST", Stubs.API + "/linkedin/search", 500, "{}");
                vendor.on("GET", Stubs.API + "/linkedin/company/" + HARBOUR.slug(), 500, "{}");
            }
        };
    }
}
