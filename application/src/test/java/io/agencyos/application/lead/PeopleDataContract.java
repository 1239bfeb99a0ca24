package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.source.CompanyEnrichment;
import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every source of people and companies must do: searches show, completed records cost, nobody is no failure. */
public abstract class PeopleDataContract {

    /** The source and the world behind it: more than one page of founders, most with an address. */
    public interface World {

        PeopleSearch search();

        PeopleEnrichment people();

        CompanyEnrichment companies();

        VendorCredits credits();

        VendorLimits limits();

        ClientId client();

        /** The domain of a company that the source knows. */
        DomainName knownCompany();

        /** The vendor cannot be asked until further notice. */
        void breakDown();

        /** Nothing is left to pay with. */
        void spendAll();
    }

    private static final PeopleQuery FOUNDERS = PeopleQuery.titled("founder");
    private static final PersonKey NOBODY = PersonKey.email(new EmailAddress("nobody@nowhere.example"));

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private PeopleSearch.Page page(int number) {
        return world.search().search(world.client(), FOUNDERS, number).orElseThrow();
    }

    private PeopleSearch.Preview reachable() {
        return page(1).people().stream()
                .filter(PeopleSearch.Preview::hasEmail)
                .findFirst()
                .orElseThrow();
    }

    private long left() {
        return world.credits().remaining(world.client()).orElseThrow().left();
    }

    @Test
    void a_search_shows_people_once_each_page_by_page_and_costs_nothing() {
        long before = left();
        Set<String> seen = new HashSet<>();
        int shown = 0;
        for (int number = 1; number == 1 || page(number - 1).more(); number++) {
            for (PeopleSearch.Preview person : page(number).people()) {
                seen.add(person.ref());
                shown++;
            }
        }
        assertThat(seen).hasSize(shown).hasSizeGreaterThan(page(1).people().size());
        assertThat(page(1).total()).isEqualTo(shown);
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void a_search_for_everybody_is_refused() {
        PeopleQuery everybody = PeopleQuery.titled();
        assertThat(world.search().search(world.client(), everybody, 1))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.Invalid.class));
    }

    @Test
    void who_was_found_can_be_completed_for_a_credit() {
        long before = left();
        PeopleEnrichment.Found found = world.people()
                .enrich(world.client(), PersonKey.ref(reachable().ref()))
                .orElseThrow();
        assertThat(found.person()).hasValueSatisfying(person -> {
            assertThat(person.email()).isPresent();
            assertThat(person.details().firstName()).isNotBlank();
            assertThat(person.company()).isPresent();
        });
        assertThat(found.credits()).isPositive();
        assertThat(left()).isEqualTo(before - found.credits());
    }

    @Test
    void nobody_is_an_empty_answer_that_costs_nothing() {
        long before = left();
        assertThat(world.people().enrich(world.client(), NOBODY))
                .isEqualTo(Result.ok(new PeopleEnrichment.Found(Optional.empty(), 0)));
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void several_are_answered_in_the_order_in_which_they_were_asked_for() {
        PersonKey somebody = PersonKey.ref(reachable().ref());
        PersonKey unclear = new PersonKey(null, null, null, "Priya", null, null, null);
        PeopleEnrichment.Batch batch =
                world.people().enrichAll(world.client(), List.of(NOBODY, somebody, unclear, NOBODY));
        assertThat(batch.people()).hasSize(4);
        assertThat(batch.people().get(0)).isEqualTo(Result.ok(Optional.empty()));
        assertThat(batch.people().get(1).orElseThrow()).isPresent();
        assertThat(batch.people().get(2).isOk()).as("too little to identify").isFalse();
        assertThat(batch.people().get(3)).isEqualTo(Result.ok(Optional.empty()));
        assertThat(batch.credits()).isEqualTo(1);
    }

    @Test
    void companies_are_found_by_their_domain() {
        DomainName known = world.knownCompany();
        DomainName unknown = new DomainName("nowhere.example");
        Map<DomainName, Result<Optional<CompanyProfile>, VendorFailure>> answers =
                world.companies().enrichAll(world.client(), Set.of(known, unknown));
        assertThat(answers.get(known).orElseThrow())
                .hasValueSatisfying(
                        company -> assertThat(company.details().domain()).isEqualTo(known));
        assertThat(answers.get(unknown)).isEqualTo(Result.ok(Optional.empty()));
        assertThat(world.companies().enrich(world.client(), known)).isEqualTo(answers.get(known));
    }

    @Test
    void with_nothing_left_nothing_is_bought() {
        PersonKey somebody = PersonKey.ref(reachable().ref());
        world.spendAll();
        assertThat(world.people().enrich(world.client(), somebody))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.OutOfCredits.class));
    }

    @Test
    void a_vendor_that_cannot_be_asked_is_a_failure_never_an_empty_answer() {
        PersonKey somebody = PersonKey.ref(reachable().ref());
        world.breakDown();
        assertThat(world.search().search(world.client(), FOUNDERS, 1).isOk()).isFalse();
        assertThat(world.people().enrich(world.client(), somebody).isOk()).isFalse();
        assertThat(world.companies()
                        .enrich(world.client(), world.knownCompany())
                        .isOk())
                .isFalse();
    }

    private VendorLimits.Window searchesToday() {
        return world.limits().snapshot(world.client()).orElseThrow().stream()
                .filter(window -> window.operation().equals("search"))
                .filter(window -> window.period() == VendorLimits.Period.DAY)
                .findFirst()
                .orElseThrow();
    }

    @Test // apollo A11: request counters, free of charge
    void what_was_asked_is_counted_and_what_is_left_is_told() {
        VendorLimits.Window before = searchesToday();
        page(1);
        VendorLimits.Window after = searchesToday();

        assertThat(after.consumed()).isEqualTo(before.consumed() + 1);
        assertThat(after.left().orElseThrow()).isEqualTo(after.limit().orElseThrow() - after.consumed());
        world.breakDown();
        assertThat(world.limits().snapshot(world.client()).isOk()).isFalse();
    }
}
