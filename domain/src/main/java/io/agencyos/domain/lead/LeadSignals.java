package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the score reads of a lead beside who it is and where it works. Null means unknown, never "no". Source: scoring 1.1.
 *
 * @param personalEmail a private address; never written to
 * @param verifiedPhone the number that was found reachable; another number of the lead is not verified by it
 * @param subIndustry the employer's, finer than its industry
 * @param search how visible the employer's domain is in search, one look-up as a whole
 * @param linkedIn what the person and the employer do on LinkedIn
 * @param moves what goes on at the employer; null where nobody looked
 */
public record LeadSignals(
        @Nullable EmailAddress personalEmail,
        @Nullable PhoneNumber verifiedPhone,
        @Nullable String subIndustry,
        LeadFacts.@Nullable Seo search,
        LeadFacts.@Nullable LinkedInActivity linkedIn,
        @Nullable CompanyMoves moves) {

    public static final LeadSignals NONE = new LeadSignals(null, null, null, null, null, null);

    private static final LeadFacts.LinkedInActivity SILENT =
            new LeadFacts.LinkedInActivity(List.of(), null, null, null);

    /** A lead of whom only a private address is known beside its record. */
    public static LeadSignals of(@Nullable EmailAddress personalEmail) {
        return personalEmail == null ? NONE : new LeadSignals(personalEmail, null, null, null, null, null);
    }

    /** Whether this number is the one that was found reachable. */
    public boolean verifies(@Nullable PhoneNumber phone) {
        return phone != null && phone.equals(verifiedPhone);
    }

    /**
     * How newer word joins what is known: what is not said never erases. Figures of search are of one day, so the newer
     * day's stand as a whole, and so does a look at the employer; of LinkedIn each figure stands for itself. Source: scoring POOL-2.
     */
    public LeadSignals joinedBy(LeadSignals said) {
        return new LeadSignals(
                said.personalEmail == null ? personalEmail : said.personalEmail,
                said.verifiedPhone == null ? verifiedPhone : said.verifiedPhone,
                said.subIndustry == null ? subIndustry : said.subIndustry,
                newer(search, said.search),
                joined(linkedIn, said.linkedIn),
                newer(moves, said.moves));
    }

    /** The same once somebody was reached at this number. */
    public LeadSignals reachedAt(@Nullable PhoneNumber phone) {
        return new LeadSignals(personalEmail, phone, subIndustry, search, linkedIn, moves);
    }

    /** The same with what a look at the employer found; an older look changes nothing. */
    public LeadSignals after(CompanyMoves look) {
        return new LeadSignals(personalEmail, verifiedPhone, subIndustry, search, linkedIn, newer(moves, look));
    }

    private static @Nullable CompanyMoves newer(@Nullable CompanyMoves known, @Nullable CompanyMoves said) {
        if (known == null || said == null) {
            return said == null ? known : said;
        }
        return said.lookedOn().isBefore(known.lookedOn()) ? known : said;
    }

    private static LeadFacts.@Nullable Seo newer(LeadFacts.@Nullable Seo known, LeadFacts.@Nullable Seo said) {
        if (known == null || said == null) {
            return said == null ? known : said;
        }
        return said.fetchedOn().isBefore(known.fetchedOn()) ? known : said;
    }

    private static LeadFacts.@Nullable LinkedInActivity joined(
            LeadFacts.@Nullable LinkedInActivity known, LeadFacts.@Nullable LinkedInActivity said) {
        if (said == null) {
            return known;
        }
        LeadFacts.LinkedInActivity before = known == null ? SILENT : known;
        List<LocalDate> posts = said.personPostDates().isEmpty() ? before.personPostDates() : said.personPostDates();
        return new LeadFacts.LinkedInActivity(
                posts,
                said.connections() == null ? before.connections() : said.connections(),
                said.companyPostCount() == null ? before.companyPostCount() : said.companyPostCount(),
                said.companyFollowers() == null ? before.companyFollowers() : said.companyFollowers());
    }
}
