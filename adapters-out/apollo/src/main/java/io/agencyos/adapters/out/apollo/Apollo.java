package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.lead.source.CompanyEnrichment;
import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.shared.ClockPort;

/** The vendor's ports, wired to each other. The only way in from outside this package. */
public final class Apollo {

    /** The vendor's name in configuration. */
    public static final String VENDOR = Failures.VENDOR;

    private final PeopleSearch search;
    private final PeopleEnrichment people;
    private final CompanyEnrichment companies;
    private final CompanySearch companySearch;
    private final CompanySignals signals;
    private final PhoneReveal phones;
    private final VendorCredits credits;
    private final VendorLimits limits;
    private final VendorConnector connector;

    /** At one place for everybody. */
    public Apollo(
            ApolloAccounts accounts, ApolloSettings settings, VendorHttp http, VendorObjects objects, ClockPort clock) {
        this(accounts, Placing.everywhere(settings), http, objects, clock);
    }

    public Apollo(
            ApolloAccounts accounts,
            Placing<ApolloSettings> places,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock) {
        Ways<ApolloAccount, Connection> ways = new Ways<>(
                VENDOR,
                client ->
                        accounts.of(client).filter(account -> account.clientId().equals(client)),
                account -> places.of(account.clientId()),
                (account, place) -> new Connection(account, place, http, clock));
        this.search = new ApolloSearch(ways);
        this.people = new ApolloPeople(ways, Misses.ofPeople(objects, clock));
        this.companies = new ApolloCompanies(ways, Misses.ofCompanies(objects, clock));
        this.companySearch = new ApolloCompanySearch(ways);
        this.signals = new ApolloSignals(ways);
        this.phones = new ApolloPhones(ways);
        this.credits = client -> ways.of(client, "credits").flatMap(Connection::credits);
        this.limits = new ApolloLimits(ways);
        this.connector = new ApolloConnector(ways);
    }

    public PeopleSearch search() {
        return search;
    }

    public PeopleEnrichment people() {
        return people;
    }

    public CompanyEnrichment companies() {
        return companies;
    }

    public CompanySearch companySearch() {
        return companySearch;
    }

    public CompanySignals signals() {
        return signals;
    }

    public PhoneReveal phones() {
        return phones;
    }

    /** @param awaited who knows which questions are open */
    public HookReader hooks(AwaitedWords awaited) {
        return new ApolloHooks(awaited);
    }

    public VendorCredits credits() {
        return credits;
    }

    /** How many requests are left. */
    public VendorLimits limits() {
        return limits;
    }

    public VendorConnector connector() {
        return connector;
    }
}
