package io.agencyos.domain.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.contact.PublicSuffixes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The files of other products as they leave them, understood without being told. Source: issue 2 section 3.1, api 9.6. */
class ForeignExportsTest {

    private static final IdentityKeys KEYS =
            new IdentityKeys(PublicSuffixes.parse("com\nau\ncom.au\nexample\ntest"), FreeMailDomains.standard());

    /** What every one of these files says, in its own columns. */
    private static LeadRecord jane(Map<String, String> row) {
        ColumnMapping guessed = ColumnMapping.guess(List.copyOf(row.keySet()));
        ParsedRow read = new LeadRowReader(guessed, Country.AUSTRALIA, LocalDate.of(2026, 3, 2), KEYS)
                .read(new ArrayList<>(row.values()));
        if (!(read instanceof ParsedRow.Accepted(LeadRecord lead, List<ParsedRow.CellProblem> problems))) {
            throw new AssertionError("refused: " + read);
        }
        assertThat(problems).isEmpty();
        assertThat(lead.person().firstName()).isEqualTo("Jane");
        assertThat(lead.person().lastName()).isEqualTo("Doe");
        assertThat(lead.person().title()).isEqualTo("Head of Growth");
        assertThat(lead.company().name()).isEqualTo("Acme Dental");
        return lead;
    }

    private static Map<String, String> row(String... headersAndCells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < headersAndCells.length; i += 2) {
            row.put(headersAndCells[i], headersAndCells[i + 1]);
        }
        return row;
    }

    @Test
    void an_export_of_apollo_is_understood() {
        LeadRecord lead = jane(row(
                "First Name", "Jane",
                "Last Name", "Doe",
                "Title", "Head of Growth",
                "Company", "Acme Dental",
                "Company Name for Emails", "Acme",
                "Email", "jane@acme.com.au",
                "Email Status", "Verified",
                "Primary Email Source", "Apollo",
                "Email Confidence", "",
                "Seniority", "Head",
                "Departments", "Marketing",
                "Contact Owner", "owner@agency.example",
                "Mobile Phone", "'+61 491 570 156",
                "Corporate Phone", "(02) 5550 0100",
                "Stage", "Cold",
                "# Employees", "85",
                "Industry", "hospital & health care",
                "Person Linkedin Url", "http://www.linkedin.com/in/jane-doe-12",
                "Website", "https://acme.com.au",
                "Company Linkedin Url", "http://www.linkedin.com/company/acme-dental",
                "City", "Sydney",
                "State", "New South Wales",
                "Country", "Australia",
                "Annual Revenue", "5000000",
                "Last Raised At", "2025-11-01",
                "Apollo Contact Id", "66aa"));

        assertThat(lead.contact().emailStatus()).isEqualTo(EmailStatus.VERIFIED);
        assertThat(lead.contact().phone()).extracting("e164").isEqualTo("+61491570156");
        assertThat(lead.contact().linkedIn()).extracting("key").isEqualTo("in/jane-doe-12");
        assertThat(lead.company().domain()).hasToString("acme.com.au");
        assertThat(lead.company().employeeCount()).isEqualTo(85);
    }

    @Test
    void an_export_of_hubspot_is_understood() {
        LeadRecord lead = jane(row(
                "Record ID", "151",
                "First Name", "Jane",
                "Last Name", "Doe",
                "Email", "jane@acme.com.au",
                "Phone Number", "(02) 5550 0199",
                "Contact owner", "Sam Okoro",
                "Lead Status", "New",
                "Marketing contact status", "Marketing contact",
                "Create Date", "2026-01-05 09:12",
                "Job Title", "Head of Growth",
                "Mobile Phone Number", "0491 570 156",
                "Company Name", "Acme Dental",
                "Website URL", "acme.com.au",
                "Number of Employees", "51-200",
                "City", "Sydney",
                "State/Region", "NSW",
                "Country/Region", "Australia"));

        assertThat(lead.externalId()).isEqualTo("151");
        assertThat(lead.contact().phone()).extracting("e164").isEqualTo("+61491570156");
        assertThat(lead.company().employeeCount()).isEqualTo(51);
        assertThat(lead.person().state()).isEqualTo("NSW");
    }

    @Test // internal links name nobody and no company; the public ones beside them do
    void an_export_of_sales_navigator_is_understood() {
        LeadRecord lead = jane(row(
                "profileUrl", "https://www.linkedin.com/sales/lead/ACwAAAExample,NAME_SEARCH,abcd",
                "fullName", "Jane Doe",
                "firstName", "Jane",
                "lastName", "Doe",
                "companyName", "Acme Dental",
                "title", "Head of Growth",
                "companyId", "1234",
                "companyUrl", "https://www.linkedin.com/sales/company/1234",
                "regularCompanyUrl", "https://www.linkedin.com/company/acme-dental",
                "summary", "",
                "industry", "Hospitals and Health Care",
                "companyLocation", "Sydney",
                "connectionDegree", "3rd",
                "vmid", "ACwAAAExample",
                "linkedInProfileUrl", "https://www.linkedin.com/in/ACwAAAExample/",
                "defaultProfileUrl", "https://www.linkedin.com/in/jane-doe-12"));

        assertThat(lead.contact().linkedIn()).extracting("key").isEqualTo("in/jane-doe-12");
        CompanyDetails company = lead.company();
        assertThat(company.domain()).as("nobody's company is the network").isNull();
        assertThat(company.websiteUrl()).isNull();
        assertThat(company.linkedInKey()).isEqualTo("company/acme-dental");
    }

    @Test
    void an_export_of_salesforge_is_understood() {
        LeadRecord lead = jane(row(
                "firstName", "Jane",
                "lastName", "Doe",
                "email", "jane@acme.com.au",
                "company", "Acme Dental",
                "position", "Head of Growth",
                "linkedinUrl", "https://au.linkedin.com/in/jane-doe-12/",
                "tags", "dental",
                "validationStatus", "safe"));

        assertThat(lead.contact().email()).hasToString("jane@acme.com.au");
        assertThat(lead.contact().emailStatus()).isEqualTo(EmailStatus.VERIFIED);
        assertThat(lead.contact().linkedIn()).extracting("key").isEqualTo("in/jane-doe-12");
        assertThat(lead.company().domain()).hasToString("acme.com.au");
    }

    @Test
    void a_plain_list_is_understood() {
        LeadRecord lead = jane(row(
                "Name", "Jane Doe",
                "E-mail", "jane@acme.com.au",
                "Job title", "Head of Growth",
                "Organisation", "Acme Dental",
                "Tel.", "02 5550 0199"));

        assertThat(lead.contact().phone()).extracting("e164").isEqualTo("+61255500199");
    }

    @Test // where the network is all that a row has for a website, it is the company's page there
    void a_page_on_the_network_is_no_website() {
        LeadRecord lead = jane(row(
                "First", "Jane",
                "Last", "Doe",
                "Job", "Head of Growth",
                "Company", "Acme Dental",
                "Company URL", "https://www.linkedin.com/company/acme-dental/about",
                "LinkedIn", "https://www.linkedin.com/in/jane-doe-12"));

        assertThat(lead.company().websiteUrl()).isNull();
        assertThat(lead.company().domain()).isNull();
        assertThat(lead.company().linkedInKey()).isEqualTo("company/acme-dental");
    }
}
