package io.agencyos.domain.lead.intake;

import io.agencyos.domain.shared.Vocabulary;
import java.util.List;

/**
 * What a column of a lead file can mean. The wire name is the member of a lead in the API; the aliases are the headers
 * that people really export (Apollo, HubSpot, LinkedIn Sales Navigator, Salesforge and plain lists), lower case without
 * anything but letters and digits, the most trusted first. Source: api 9.6.
 */
public enum LeadField implements Vocabulary {
    EXTERNAL_ID("externalid", "recordid", "contactid", "crmid"),
    EMAIL("email", "emailaddress", "workemail", "businessemail", "emailwork", "mail", "primaryemail", "companyemail"),
    EMAIL_STATUS(
            "emailstatus",
            "emailverification",
            "emailvalidation",
            "verificationstatus",
            "validationstatus",
            "primaryemailstatus"),
    PHONE_VERIFIED("phoneverified", "mobileverified", "verifiedphone"),
    PERSONAL_EMAIL("personalemail", "secondaryemail", "homeemail", "privateemail"),
    FIRST_NAME("firstname", "first", "givenname", "vorname", "forename"),
    LAST_NAME("lastname", "last", "surname", "familyname", "nachname"),
    FULL_NAME("fullname", "name", "contactname", "contact", "leadname"),
    TITLE("title", "jobtitle", "job", "position", "role", "currenttitle", "currentposition", "currentjob", "headline"),
    SENIORITY("seniority", "senioritylevel", "managementlevel"),
    COMPANY(
            "company",
            "companyname",
            "companynameforemails",
            "organisation",
            "organization",
            "organizationname",
            "account",
            "accountname",
            "employer",
            "currentcompany",
            "associatedcompany"),
    DOMAIN("domain", "companydomain", "companydomainname", "emaildomain"),
    WEBSITE("website", "websiteurl", "companywebsite", "companyurl", "url"),
    LINKEDIN_URL(
            "personlinkedinurl",
            "prospectlinkedinurl",
            "linkedinurl",
            "linkedin",
            "linkedinprofile",
            "linkedinprofileurl",
            "profileurl",
            "defaultprofileurl",
            "linkedinbio",
            "linkedinlink",
            "profile",
            "hslinkedinurl"),
    COMPANY_LINKEDIN_URL(
            "companylinkedinurl", "linkedincompanypage", "companylinkedin", "linkedincompanyurl", "regularcompanyurl"),
    PHONE(
            "mobilephone",
            "mobile",
            "mobilephonenumber",
            "mobilenumber",
            "cell",
            "cellphone",
            "workdirectphone",
            "directphone",
            "directdial",
            "phone",
            "phonenumber",
            "workphone",
            "telephone",
            "tel",
            "otherphone",
            "homephone"),
    INDUSTRY("industry", "companyindustry", "sector", "vertical"),
    SUB_INDUSTRY("subindustry", "companysubindustry"),
    EMPLOYEE_COUNT(
            "employees",
            "numberofemployees",
            "employeecount",
            "companysize",
            "companyemployees",
            "companyemployeecount",
            "headcount",
            "noofemployees",
            "size"),
    CITY("city", "personcity", "town", "suburb"),
    STATE("state", "stateregion", "region", "province", "personstate"),
    COUNTRY("country", "countryregion", "personcountry"),
    COMPANY_CITY("companycity"),
    COMPANY_STATE("companystate"),
    COMPANY_COUNTRY("companycountry"),
    TECHNOLOGIES("technologies", "techstack", "companytechnologies"),
    KEYWORDS("keywords", "companykeywords"),
    FOUNDED_YEAR("foundedyear", "yearfounded", "founded"),
    LATEST_FUNDING_DATE("lastraisedat", "latestfundingdate", "lastfundingdate"),
    IS_HIRING("ishiring", "hiring"),
    ROLE_START("currentrolestartdate", "rolestart", "jobstartdate", "startdateincurrentrole"),
    TIMEZONE("timezone"),
    DOMAIN_RANK("domainrank", "seodomainrank", "seorank"),
    ORGANIC_TRAFFIC("organictraffic", "estimatedtraffic", "etv", "seotraffic"),
    TOP10_KEYWORDS("top10keywords", "keywordstop10", "seokeywords"),
    SPAM_SCORE("spamscore", "seospamscore"),
    SEARCH_FETCHED_ON("searchfetchedon", "seofetchedat", "seodate"),
    LAST_POST_ON("lastposton", "linkedinlastpost", "lastlinkedinpost", "lastpostdate"),
    CONNECTIONS("connections", "linkedinconnections", "numberofconnections", "connectionscount"),
    COMPANY_POSTS("companyposts", "companylinkedinposts", "companypostcount"),
    COMPANY_FOLLOWERS("companyfollowers", "companylinkedinfollowers", "companyfollowercount");

    private final List<String> aliases;

    LeadField(String... aliases) {
        this.aliases = List.of(aliases);
    }

    /** Rank of a header among this field's aliases, 0 the most trusted; negative when it is none. */
    int rankOf(String plainHeader) {
        return aliases.indexOf(plainHeader);
    }
}
