package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.RowSink;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.lead.CompanyMoves;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only the score reads of a lead, as columns of {@code lead_profile}, and back. */
final class SignalRows {

    private SignalRows() {}

    static void write(LeadSignals signals, RowSink row) {
        EmailAddress personal = signals.personalEmail();
        PhoneNumber verified = signals.verifiedPhone();
        row.set("personal_email", personal == null ? null : personal.value())
                .set("verified_phone", verified == null ? null : verified.e164())
                .set("sub_industry", signals.subIndustry());
        LeadFacts.Seo search = signals.search();
        if (search != null) {
            row.set("seo_rank", search.domainRank())
                    .set(
                            "seo_traffic",
                            search.organicTraffic() == null
                                    ? null
                                    : search.organicTraffic().toPlainString())
                    .set("seo_keywords", search.top10Keywords())
                    .set("seo_spam", search.spamScore())
                    .set("seo_on", search.fetchedOn());
        }
        LeadFacts.LinkedInActivity linkedIn = signals.linkedIn();
        if (linkedIn != null) {
            row.set(
                            "linkedin_posted_on",
                            linkedIn.personPostDates().stream()
                                    .map(LocalDate::toString)
                                    .toList())
                    .set("linkedin_connections", linkedIn.connections())
                    .set("company_posts", linkedIn.companyPostCount())
                    .set("company_followers", linkedIn.companyFollowers());
        }
        CompanyMoves moves = signals.moves();
        if (moves != null) {
            row.set("open_roles", moves.openRoles())
                    .set("hiring_role", moves.hiringRole())
                    .set("company_headline", moves.headline())
                    .set("company_looked_on", moves.lookedOn());
        }
    }

    static LeadSignals read(ResultSet row) throws SQLException {
        String personal = row.getString("personal_email");
        String verified = row.getString("verified_phone");
        LeadSignals signals = new LeadSignals(
                personal == null ? null : new EmailAddress(personal),
                verified == null ? null : new PhoneNumber(verified),
                row.getString("sub_industry"),
                search(row),
                linkedIn(row),
                moves(row));
        return signals.equals(LeadSignals.NONE) ? LeadSignals.NONE : signals;
    }

    private static LeadFacts.@Nullable Seo search(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("seo_on", LocalDate.class);
        return day == null
                ? null
                : new LeadFacts.Seo(
                        Rows.intOrNull(row, "seo_rank"),
                        row.getBigDecimal("seo_traffic"),
                        Rows.intOrNull(row, "seo_keywords"),
                        Rows.intOrNull(row, "seo_spam"),
                        day);
    }

    private static @Nullable CompanyMoves moves(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("company_looked_on", LocalDate.class);
        return day == null
                ? null
                : new CompanyMoves(
                        row.getInt("open_roles"), row.getString("hiring_role"), row.getString("company_headline"), day);
    }

    /** The list of posts says whether LinkedIn was ever looked at; it is empty where nobody posts. */
    private static LeadFacts.@Nullable LinkedInActivity linkedIn(ResultSet row) throws SQLException {
        if (row.getObject("linkedin_posted_on") == null) {
            return null;
        }
        List<LocalDate> posts = Rows.texts(row, "linkedin_posted_on").stream()
                .map(LocalDate::parse)
                .toList();
        return new LeadFacts.LinkedInActivity(
                posts,
                Rows.intOrNull(row, "linkedin_connections"),
                Rows.intOrNull(row, "company_posts"),
                Rows.intOrNull(row, "company_followers"));
    }
}
