package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every source of companies, their jobs and people's numbers must do. Source: vocabulary (ports), apollo 6, 7. */
public abstract class CompanyDataContract {

    private static final URI HEARS = URI.create("https://app.agency.example/api/v1/hooks/data/h1");

    /** The source and the world behind it: companies of which some advertise jobs, and people of whom some have a number. */
    public interface World {

        CompanySearch companies();

        CompanySignals signals();

        PhoneReveal phones();

        VendorCredits credits();

        ClientId client();

        /** A company that advertises jobs. */
        DomainName hiring();

        /** Somebody with a number, by reference. */
        String reachable();

        PhoneNumber numberOfReachable();

        /** So much later that a revealed number is there. */
        void later();
    }

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private CompanySearch.Preview company(DomainName domain) {
        return world.companies()
                .search(world.client(), CompanySearch.Query.of(domain), 1)
                .orElseThrow()
                .companies()
                .getFirst();
    }

    private long left() {
        return world.credits().remaining(world.client()).orElseThrow().left();
    }

    @Test
    void a_company_is_found_by_its_domain_and_a_page_costs_a_credit() {
        DomainName known = world.hiring();
        long before = left();
        assertThat(company(known).domain()).contains(known);
        assertThat(left()).isEqualTo(before - 1);
    }

    @Test
    void a_search_for_everything_is_refused_and_costs_nothing() {
        long before = left();
        assertThat(world.companies().search(world.client(), CompanySearch.Query.of(), 1))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.Invalid.class));
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void the_jobs_that_a_company_advertises_are_shown_with_their_age() {
        List<JobPosting> jobs = world.signals()
                .jobPostings(world.client(), company(world.hiring()).ref())
                .orElseThrow();
        assertThat(jobs).isNotEmpty().allSatisfy(job -> {
            assertThat(job.title()).isNotBlank();
            assertThat(job.postedAt() != null || job.lastSeenAt() != null).isTrue();
        });
    }

    @Test
    void a_company_that_nobody_knows_is_not_found() {
        assertThat(world.signals().jobPostings(world.client(), "no-such-company"))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.NotFound.class));
    }

    @Test
    void a_number_comes_later_and_is_charged_once_however_often_it_is_asked_for() {
        long before = left();
        PhoneReveal.Handle handle = world.phones()
                .request(world.client(), List.of(PersonKey.ref(world.reachable())), HEARS)
                .orElseThrow();
        assertThat(world.phones().result(world.client(), handle.id()).orElseThrow())
                .isInstanceOfSatisfying(
                        PhoneReveal.Answer.Pending.class,
                        pending -> assertThat(pending.retryAfter()).isPositive());
        world.later();
        for (int time = 0; time < 2; time++) {
            assertThat(world.phones().result(world.client(), handle.id()).orElseThrow())
                    .isInstanceOfSatisfying(PhoneReveal.Answer.Revealed.class, revealed -> {
                        assertThat(revealed.numbers().get(world.reachable())).startsWith(world.numberOfReachable());
                        assertThat(left()).isEqualTo(before - handle.credits() - revealed.credits());
                    });
        }
    }

    @Test
    void an_answer_that_nobody_was_asked_for_is_not_found_and_nobody_is_asked_for_nobody() {
        assertThat(world.phones().result(world.client(), "404404").isOk()).isFalse();
        assertThat(world.phones().request(world.client(), List.of(), HEARS).isOk())
                .isFalse();
    }
}
