package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.LeadFacts.BuyerSignal;
import io.agencyos.domain.scoring.LeadFacts.Company;
import io.agencyos.domain.scoring.LeadFacts.Contact;
import io.agencyos.domain.scoring.LeadFacts.LinkedInActivity;
import io.agencyos.domain.scoring.LeadFacts.Reputation;
import io.agencyos.domain.scoring.LeadFacts.Role;
import io.agencyos.domain.scoring.LeadFacts.Seo;
import io.agencyos.domain.scoring.LeadFacts.Standing;
import io.agencyos.domain.scoring.match.Seniority;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the leads of the worked examples in scoring 1.13. */
public final class Lead {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private @Nullable String email;
    private EmailStatus emailStatus = EmailStatus.UNKNOWN;
    private @Nullable String phone;
    private boolean phoneVerified;
    private @Nullable String linkedInUrl;
    private @Nullable String personalEmail;
    private @Nullable String title;
    private Seniority seniority = Seniority.UNKNOWN;
    private @Nullable LocalDate roleStartedOn;
    private @Nullable String industry;
    private @Nullable String subIndustry;
    private @Nullable Integer employees;
    private @Nullable String country;
    private @Nullable String state;
    private @Nullable String city;
    private @Nullable String domain;
    private List<String> technologies = List.of();
    private @Nullable Boolean hiring;
    private @Nullable LocalDate fundedOn;
    private int bounces;
    private boolean unsubscribed;
    private Standing standing = Standing.CONTACTABLE;
    private boolean platformSuppressed;
    private boolean clientSuppressed;
    private boolean doNotContact;
    private Lookup<Seo> seo = Lookup.absent();
    private Lookup<LinkedInActivity> linkedIn = Lookup.absent();
    private Lookup<BuyerSignal> buyer = Lookup.absent();
    private boolean enriched = true;

    /** ∅: no facts. */
    public static Lead unknown() {
        return new Lead();
    }

    /** N: the reference lead without role date, hiring and funding. */
    public static Lead settled() {
        return unknown()
                .email(EmailStatus.VERIFIED)
                .phone(true)
                .linkedInUrl("https://www.linkedin.com/in/alex-example")
                .personalEmail("alex@home.example")
                .title("CEO")
                .industry("Software")
                .employees(25)
                .country("AU");
    }

    /** R: the reference lead. */
    public static Lead reference() {
        return settled().role(60).hiring(true).funded(90);
    }

    public Lead email(EmailStatus status) {
        email = "alex@company.example";
        emailStatus = status;
        return this;
    }

    public Lead email(@Nullable String address, EmailStatus status) {
        email = address;
        emailStatus = status;
        return this;
    }

    Lead phone(boolean verified) {
        return phone("+61491570006", verified);
    }

    public Lead phone(@Nullable String number, boolean verified) {
        phone = number;
        phoneVerified = verified;
        return this;
    }

    public Lead linkedInUrl(@Nullable String url) {
        linkedInUrl = url;
        return this;
    }

    Lead linkedIn() {
        return linkedInUrl("https://www.linkedin.com/in/alex-example");
    }

    public Lead personalEmail(@Nullable String address) {
        personalEmail = address;
        return this;
    }

    public Lead title(@Nullable String value) {
        title = value;
        return this;
    }

    Lead seniority(Seniority value) {
        seniority = value;
        return this;
    }

    Lead role(long daysAgo) {
        return roleStartedOn(TODAY.minusDays(daysAgo));
    }

    Lead roleStartedOn(@Nullable LocalDate day) {
        roleStartedOn = day;
        return this;
    }

    public Lead industry(@Nullable String value) {
        industry = value;
        return this;
    }

    Lead subIndustry(@Nullable String value) {
        subIndustry = value;
        return this;
    }

    public Lead employees(@Nullable Integer value) {
        employees = value;
        return this;
    }

    Lead country(@Nullable String value) {
        country = value;
        return this;
    }

    Lead state(@Nullable String value) {
        state = value;
        return this;
    }

    Lead city(@Nullable String value) {
        city = value;
        return this;
    }

    public Lead domain(@Nullable String value) {
        domain = value;
        return this;
    }

    public Lead technologies(List<String> values) {
        technologies = values;
        return this;
    }

    public Lead hiring(@Nullable Boolean value) {
        hiring = value;
        return this;
    }

    public Lead funded(long daysAgo) {
        return fundedOn(TODAY.minusDays(daysAgo));
    }

    Lead fundedOn(@Nullable LocalDate day) {
        fundedOn = day;
        return this;
    }

    Lead bounces(int count) {
        bounces = count;
        return this;
    }

    public Lead unsubscribed() {
        unsubscribed = true;
        return this;
    }

    Lead standing(Standing value) {
        standing = value;
        return this;
    }

    Lead platformSuppressed() {
        platformSuppressed = true;
        return this;
    }

    Lead clientSuppressed() {
        clientSuppressed = true;
        return this;
    }

    Lead doNotContact() {
        doNotContact = true;
        return this;
    }

    public Lead seo(
            @Nullable Integer rank, @Nullable String traffic, @Nullable Integer keywords, @Nullable Integer spam) {
        return seo(Lookup.found(
                new Seo(rank, traffic == null ? null : new BigDecimal(traffic), keywords, spam, TODAY.minusDays(1))));
    }

    Lead seo(Lookup<Seo> value) {
        seo = value;
        return this;
    }

    public Lead activity(Lookup<LinkedInActivity> value) {
        linkedIn = value;
        return this;
    }

    public Lead activity(List<Integer> postsDaysAgo, int connections, int companyPosts, int followers) {
        return activity(Lookup.found(new LinkedInActivity(
                postsDaysAgo.stream().map(TODAY::minusDays).toList(), connections, companyPosts, followers)));
    }

    public Lead buyer(int score, int times) {
        return buyer(Lookup.found(new BuyerSignal(score, times)));
    }

    Lead buyer(Lookup<BuyerSignal> value) {
        buyer = value;
        return this;
    }

    Lead notEnriched() {
        enriched = false;
        return this;
    }

    public LeadFacts facts() {
        return new LeadFacts(
                new Contact(email, emailStatus, phone, phoneVerified, linkedInUrl, personalEmail),
                new Role(title, seniority, roleStartedOn),
                new Company(
                        industry, subIndustry, employees, country, state, city, domain, technologies, hiring, fundedOn),
                new Reputation(
                        bounces, false, unsubscribed, standing, platformSuppressed, clientSuppressed, doNotContact),
                seo,
                linkedIn,
                buyer,
                enriched,
                7);
    }

    public AlsResult scored() {
        return scored(ScoringContext.platform(TODAY));
    }

    public AlsResult scored(ScoringContext context) {
        return new Scorer(context).score(facts());
    }
}
