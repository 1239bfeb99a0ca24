package io.agencyos.domain.lead.enrichment;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How what a vendor says of a person joins a lead's record. Completing fills what is blank; refreshing takes the newer
 * word. An address is replaced by another one only where it was wrong, and whoever has another name is somebody else.
 * Source: content 1.4, scoring POOL-13.
 */
public final class ProfileMerge {

    /** Names that differ by more letters are two people's. */
    private static final int MOST_LETTERS = 2;

    /** What a vendor says of a person. */
    public record Said(
            ContactPoints contact,
            PersonDetails person,
            CompanyDetails company,
            @Nullable LocalDate roleStart) {}

    /** The vendor's record is about somebody else. */
    public record Mismatch() {}

    private ProfileMerge() {}

    /** The lead with its blanks filled. */
    public static Result<Lead, Mismatch> completing(Lead lead, Said said, Instant now) {
        if (isSomebodyElse(lead.person(), said.person())) {
            return Result.err(new Mismatch());
        }
        return Result.ok(lead.change()
                .contact(completed(lead.contact(), said.contact()))
                .person(FactMerge.person(said.person(), lead.person()))
                .company(FactMerge.company(said.company(), lead.company()))
                .roleStart(lead.roleStart() == null ? said.roleStart() : lead.roleStart())
                .updatedAt(now)
                .lead());
    }

    /** The lead as the newer word has it; what is not said stays. */
    public static Result<Lead, Mismatch> refreshing(Lead lead, Said said, Instant now) {
        if (isSomebodyElse(lead.person(), said.person())) {
            return Result.err(new Mismatch());
        }
        return Result.ok(lead.change()
                .contact(FactMerge.contact(lead.contact(), told(lead.contact(), said.contact())))
                .person(FactMerge.person(lead.person(), said.person()))
                .company(FactMerge.company(lead.company(), said.company()))
                .roleStart(said.roleStart() == null ? lead.roleStart() : said.roleStart())
                .updatedAt(now)
                .lead());
    }

    /** Whether the newer word has the person with another employer: both domains are known and differ. */
    public static boolean changedEmployer(Lead lead, Said said) {
        return lead.company().domain() != null
                && said.company().domain() != null
                && !lead.company().domain().equals(said.company().domain());
    }

    private static ContactPoints completed(ContactPoints known, ContactPoints said) {
        ContactPoints newest = FactMerge.contact(known, told(known, said));
        return new ContactPoints(
                newest.email(),
                newest.emailStatus(),
                known.phone() == null ? said.phone() : known.phone(),
                known.linkedIn() == null ? said.linkedIn() : known.linkedIn());
    }

    /** What is said of how to reach the person, without an address that is not to take the place of a good one. */
    private static ContactPoints told(ContactPoints known, ContactPoints said) {
        boolean keeps = known.email() != null && known.emailStatus() != EmailStatus.INVALID;
        boolean another = said.email() != null
                && keeps
                && !said.email().key().equals(known.email().key());
        return another ? new ContactPoints(null, EmailStatus.UNKNOWN, said.phone(), said.linkedIn()) : said;
    }

    private static boolean isSomebodyElse(PersonDetails known, PersonDetails said) {
        String one = known.fullName().toLowerCase(Locale.ROOT);
        String other = said.fullName().toLowerCase(Locale.ROOT);
        boolean whole = known.firstName() != null
                && known.lastName() != null
                && said.firstName() != null
                && said.lastName() != null;
        return whole && distance(one, other) > MOST_LETTERS;
    }

    /** Letters to add, drop or change, by Levenshtein. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
