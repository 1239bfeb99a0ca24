package io.agencyos.domain.scoring;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.LeadFacts.BuyerSignal;
import io.agencyos.domain.scoring.LeadFacts.Company;
import io.agencyos.domain.scoring.LeadFacts.Contact;
import io.agencyos.domain.scoring.LeadFacts.LinkedInActivity;
import io.agencyos.domain.scoring.LeadFacts.Reputation;
import io.agencyos.domain.scoring.LeadFacts.Role;
import io.agencyos.domain.scoring.LeadFacts.Seo;
import io.agencyos.domain.scoring.LeadFacts.Standing;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.SizeRange;
import io.agencyos.domain.shared.contact.Country;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Leads and contexts of every kind: absent facts, nonsense, future dates and the ends of every range. */
final class ArbitraryLeads {

    private ArbitraryLeads() {}

    static StringArbitrary text() {
        return Arbitraries.strings().ofMaxLength(40);
    }

    private static Arbitrary<String> nullableText(String... sensible) {
        return Arbitraries.oneOf(Arbitraries.of(sensible), text()).injectNull(0.2);
    }

    static Arbitrary<String> titles() {
        Arbitrary<String> word = Arbitraries.of(
                "Assistant",
                "Vice",
                "President",
                "Owner",
                "Product",
                "Chief",
                "of",
                "Staff",
                "Executive",
                "Senior",
                "Manager",
                "Director",
                "Head",
                "Partner",
                "Principal",
                "to",
                "for",
                "Office",
                "and",
                "/",
                " - ",
                "Ex",
                "Former",
                "Student",
                "Services",
                "Lead",
                "Generation",
                "C.E.O.",
                "Co-ordinator",
                "Intern",
                "Sales",
                "é");
        return Arbitraries.oneOf(word.list().ofMaxSize(7).map(words -> String.join(" ", words)), text());
    }

    private static Arbitrary<Integer> counts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers(),
                        Arbitraries.integers().between(-2, 1_100),
                        Arbitraries.of(0, 51, 200, 201))
                .injectNull(0.2);
    }

    static Arbitrary<LocalDate> dates() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-800, 800).map(Lead.TODAY::plusDays),
                Arbitraries.of(LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH));
    }

    private static <T> Arbitrary<Lookup<T>> lookups(Arbitrary<T> values) {
        return Arbitraries.oneOf(
                values.map(Lookup::found), Arbitraries.create(Lookup::absent), Arbitraries.create(Lookup::unavailable));
    }

    static Arbitrary<Contact> contacts() {
        return Combinators.combine(
                        nullableText("alex@company.example"),
                        Arbitraries.of(EmailStatus.class),
                        nullableText("+61491570006"),
                        Arbitraries.of(true, false),
                        nullableText("https://www.linkedin.com/in/alex"),
                        nullableText("alex@home.example", "alex@company.example"))
                .as(Contact::new);
    }

    static Arbitrary<Role> roles() {
        return Combinators.combine(titles().injectNull(0.2), Arbitraries.of(Seniority.class), dates().injectNull(0.2))
                .as(Role::new);
    }

    static Arbitrary<Company> companies() {
        Arbitrary<List<String>> place = Combinators.combine(
                        nullableText("AU", "NZ", "DE", "uk", "australia"), nullableText("NSW"), nullableText("Sydney"))
                .as(Arrays::asList);
        Arbitrary<List<String>> technologies = Arbitraries.oneOf(Arbitraries.of("a", "B ", "c", "d", "e"), text())
                .list()
                .ofMaxSize(6);
        return Combinators.combine(
                        nullableText("Software", "Hospital & Health Care", "Mining"),
                        nullableText("SaaS"),
                        counts(),
                        place,
                        nullableText("mail.rival.example", "www.rival.example", "company.example"),
                        technologies,
                        Arbitraries.of(true, false).injectNull(0.3),
                        dates().injectNull(0.2))
                .as((industry, sub, employees, where, domain, technology, hiring, funded) -> new Company(
                        industry,
                        sub,
                        employees,
                        where.get(0),
                        where.get(1),
                        where.get(2),
                        domain,
                        technology,
                        hiring,
                        funded));
    }

    private static Arbitrary<Reputation> reputations() {
        Arbitrary<Boolean> rarely =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(9, false), net.jqwik.api.Tuple.of(1, true));
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 3),
                        rarely,
                        rarely,
                        Arbitraries.of(Standing.class),
                        rarely,
                        rarely,
                        rarely)
                .as(Reputation::new);
    }

    private static Arbitrary<Seo> seo() {
        return Combinators.combine(
                        counts(),
                        Arbitraries.oneOf(
                                        Arbitraries.bigDecimals().ofScale(2),
                                        Arbitraries.of(BigDecimal.ZERO, new BigDecimal("1000.01")))
                                .injectNull(0.2),
                        counts(),
                        counts(),
                        dates())
                .as(Seo::new);
    }

    private static Arbitrary<LinkedInActivity> activity() {
        return Combinators.combine(dates().list().ofMaxSize(4), counts(), counts(), counts())
                .as(LinkedInActivity::new);
    }

    static Arbitrary<LeadFacts> facts() {
        Arbitrary<BuyerSignal> buyers = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.integers(), Arbitraries.integers().between(0, 100)),
                        Arbitraries.integers())
                .as(BuyerSignal::new);
        return Combinators.combine(
                        contacts(),
                        roles(),
                        companies(),
                        reputations(),
                        lookups(seo()),
                        lookups(activity()),
                        lookups(buyers),
                        Arbitraries.of(true, false))
                .as((contact, role, company, reputation, seo, linkedIn, buyer, enriched) ->
                        new LeadFacts(contact, role, company, reputation, seo, linkedIn, buyer, enriched, 1));
    }

    static Arbitrary<Weights> weights() {
        return Arbitraries.integers()
                .between(500, 5_000)
                .list()
                .ofSize(4)
                .map(four -> List.of(
                        four.get(0),
                        four.get(1),
                        four.get(2),
                        four.get(3),
                        Weights.ONE - four.stream().mapToInt(Integer::intValue).sum()))
                .filter(five -> five.get(4) >= 500 && five.get(4) <= 5_000)
                .map(five -> new Weights(five.get(0), five.get(1), five.get(2), five.get(3), five.get(4)));
    }

    static Arbitrary<ScoringContext> contexts() {
        Arbitrary<SubWeights> subWeights = Arbitraries.integers()
                .between(0, 15)
                .list()
                .ofSize(3)
                .filter(three -> three.stream().anyMatch(part -> part > 0))
                .map(three -> new SubWeights(three.get(0), three.get(1), three.get(2)));
        Arbitrary<ScoringTargets> targets = Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.of("mining", "b2b_general", "health care"), text())
                                .list()
                                .ofMaxSize(3),
                        Arbitraries.of(SizeRange.closed(51, 200), SizeRange.open(501), SizeRange.closed(0, 1))
                                .list()
                                .ofMaxSize(2),
                        Arbitraries.of(
                                        HomeLocation.AUSTRALIA,
                                        new HomeLocation(Country.AUSTRALIA, "NSW", "Sydney"),
                                        HomeLocation.all(new Country("DE")))
                                .list()
                                .ofMaxSize(2))
                .as(ScoringTargets::new);
        return Combinators.combine(
                        targets,
                        Arbitraries.of("a", "b", "c", "D", "").list().ofMaxSize(5),
                        Arbitraries.of("rival.example", "", "www.").list().ofMaxSize(2),
                        subWeights.injectNull(0.5),
                        weights(),
                        Arbitraries.of(SeoMode.class))
                .as((wanted, technologies, competitors, shares, weights, mode) -> new ScoringContext(
                        wanted,
                        technologies,
                        competitors,
                        shares,
                        new WeightsInForce(weights, WeightsSource.CLIENT_CUSTOM, 1),
                        mode,
                        CostFloors.DEFAULT,
                        Lead.TODAY));
    }
}
