package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.application.allocation.AssignPoolLeads;
import io.agencyos.application.allocation.PreviewAssignment;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.Tier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be assigned, and why not the others; nobody is told by name before the client has the person. */
final class PreviewViews {

    private PreviewViews() {}

    /**
     * Somebody whom nobody holds.
     *
     * @param title the person's position, in the words that the source gave; null where unknown
     */
    record Person(
            @Nullable String title,
            Seniority seniority,
            @Nullable String industry,
            @Nullable Integer employeeCount,
            @Nullable String country) {

        static Person of(PreviewAssignment.Person person) {
            return new Person(
                    person.title(),
                    person.seniority(),
                    person.industry(),
                    person.employees(),
                    person.country() == null ? null : person.country().alpha2());
        }
    }

    /**
     * Somebody who would be assigned; {@code explored} regardless of rank.
     *
     * @param score the points, 0 to 100
     * @param tier the person's tier, by the score above
     * @param explored whether the person was chosen by lot rather than by rank
     */
    record Chosen(Person person, int score, Tier tier, boolean explored) {}

    /**
     * Somebody who would not: the first check that fails, and the dimension of the profile where that is the reason.
     *
     * @param code the first check that the people failed
     * @param dimension the part of the ideal customer that the person does not fit; null for every other check
     */
    record Left(Person person, AssignmentRefusal code, IcpFilter.@Nullable Dimension dimension) {}

    /**
     * The whole preview; at most 100 people in each list, the counts over all.
     *
     * @param reasons how many people failed which check first
     * @param stopped what ended the request before it was filled; null where nothing did
     * @param chosen who would be assigned, the best first, 100 at most
     * @param left who would not, 100 at most
     */
    record Previewed(
            int requested,
            int assigned,
            int shortfall,
            List<AllocationViews.Reason> reasons,
            AllocationViews.Tiers tierDistribution,
            @Nullable BigDecimal meanScore,
            int explored,
            @Nullable AssignmentRefusal stopped,
            IcpFilter.@Nullable Dimension widen,
            List<Chosen> chosen,
            List<Left> left) {

        static Previewed of(PreviewAssignment.Outcome.Shown shown) {
            AssignPoolLeads.Report report = shown.report();
            return new Previewed(
                    report.requested(),
                    report.assigned(),
                    report.shortfall(),
                    AllocationViews.Reason.of(report.refused()),
                    AllocationViews.Tiers.of(report.tierDistribution()),
                    report.meanScore(),
                    report.explored(),
                    report.stopped(),
                    report.widen(),
                    shown.chosen().stream()
                            .map(one -> new Chosen(Person.of(one.person()), one.score(), one.tier(), one.explored()))
                            .toList(),
                    shown.left().stream()
                            .map(one -> new Left(Person.of(one.person()), one.refusal(), one.dimension()))
                            .toList());
        }
    }

    static final Previewed EXAMPLE = new Previewed(
            50,
            1,
            49,
            List.of(new AllocationViews.Reason(AssignmentRefusal.ICP_MISMATCH, 1)),
            new AllocationViews.Tiers(0, 1, 0, 0, 0),
            new BigDecimal("74.0"),
            0,
            null,
            IcpFilter.Dimension.TITLE,
            List.of(new Chosen(
                    new Person("Head of Growth", Seniority.HEAD, "Marketing", 25, "AU"), 74, Tier.WARM, false)),
            List.of(new Left(
                    new Person("Office Manager", Seniority.MANAGER, "Marketing", 25, "AU"),
                    AssignmentRefusal.ICP_MISMATCH,
                    IcpFilter.Dimension.TITLE)));
}
