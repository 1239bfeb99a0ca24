package io.agencyos.application.conversion.refine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.application.allocation.store.LearnedTargets.Aim;
import io.agencyos.application.conversion.learning.LearningDesk;
import io.agencyos.application.conversion.learning.PatternPreferences;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Action;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Criteria;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches that take up what was learned of leads, and their log, on whatever stores. Source: CIS 15. */
public abstract class RefineSearchesContract extends LearningDesk {

    private static final Aim BASE = new Aim(List.of("Marketing"), List.of("CMO", "Manager"), List.of("10-200"));

    protected abstract RefinementLog log();

    protected abstract LearningSettingsStore settings();

    private LearnedTargets targets() {
        return new RefineSearches(
                new PatternPreferences(learning().patterns(), settings(), clock()::get),
                log(),
                desk().world().world().clients(),
                clock()::get,
                ids());
    }

    private Aim searched(Aim base) {
        LearnedTargets targets = targets();
        return in(() -> targets.searched(client(), base));
    }

    private Aim taken(Aim base) {
        LearnedTargets targets = targets();
        return in(() -> targets.taken(client(), base));
    }

    private List<Refinement> told() {
        return new ShowRefinementsService(log(), desk().world().units(), clock()::get)
                .list(as(ANN, Role.VIEWER), null, 10);
    }

    private static Node.Members segment(String dimension, String key, String low) {
        return Node.members()
                .with("dimension", dimension)
                .with("key", key)
                .with("status", "confirmed_positive")
                .with("effect", Node.rounded(1.73, 4))
                .with("direction", Node.rounded(.9933, 4))
                .with("sample", 200)
                .with("ci_low", Node.rounded(Double.parseDouble(low), 4))
                .done();
    }

    private void learned(String confidence, int version) {
        Node.Members use = Node.members()
                .with(
                        "segments",
                        Node.items(List.of(
                                segment("title", "CEO", ".0688"),
                                segment("title", "cmo", ".0600"),
                                segment("industry", "legal", ".0500"))))
                .with("sweet_spot", "16-30")
                .done();
        in(() -> learning()
                .patterns()
                .publish(new LearnedPattern(
                        ids().next(),
                        client(),
                        PatternType.WHO,
                        version,
                        Node.members()
                                .with("for_use", use)
                                .with("window_days", 90)
                                .done(),
                        1_000,
                        60,
                        new BigDecimal(confidence),
                        "meeting_booked",
                        now().minus(Duration.ofDays(120)),
                        now().minus(Duration.ofDays(30)),
                        now(),
                        "settings",
                        now(),
                        PatternStatus.ACTIVE)));
    }

    private void set(boolean refinement, Set<LockedField> locked) {
        in(() -> {
            settings().save(client(), LearningSettings.DEFAULT.refining(refinement, locked));
            return null;
        });
    }

    @BeforeEach
    void nothing_is_locked() {
        set(true, Set.of());
    }

    // CIS 15, E-29, E-30: titles in front, industries without overlap put before, size narrowed; each result once a day
    @Test
    void a_search_takes_up_what_repeated_and_tells_it_once_a_day() {
        learned("0.7500", 1);
        Aim refined = new Aim(List.of("legal", "Marketing"), List.of("CEO", "CMO", "Manager"), List.of("16-30"));
        assertThat(searched(BASE)).isEqualTo(refined);
        assertThat(searched(BASE)).isEqualTo(refined);
        assertThat(told()).singleElement().satisfies(each -> {
            assertThat(each.base()).isEqualTo(new Criteria(BASE.titles(), BASE.industries(), 10, 200));
            assertThat(each.refined()).isEqualTo(new Criteria(refined.titles(), refined.industries(), 16, 30));
            assertThat(each.pattern()).isEqualTo(1);
            assertThat(each.changes())
                    .extracting(change -> change.action())
                    .containsExactly(Action.BOOSTED, Action.PRIORITIZED, Action.NARROWED);
        });
        clock().set(now().plus(Duration.ofDays(1)));
        searched(BASE);
        assertThat(told()).hasSize(2);
        RefinementLog.Summary summary =
                new ShowRefinementsService(log(), desk().world().units(), clock()::get).summary(as(ANN, Role.VIEWER));
        assertThat(summary)
                .isEqualTo(new RefinementLog.Summary(
                        2,
                        2,
                        new BigDecimal("0.7500"),
                        told().getFirst().appliedAt(),
                        Set.of(LockedField.TITLES, LockedField.INDUSTRIES, LockedField.COMPANY_SIZES)));
    }

    // CIS 15: narrowing needs 0.7, adding 0.6
    @Test
    void a_less_sure_pattern_only_adds() {
        learned("0.6500", 1);
        assertThat(searched(BASE).sizes()).isEqualTo(BASE.sizes());
        assertThat(searched(BASE).titles()).startsWith("CEO");
    }

    // CIS 15: locked fields and the switch are honoured; the stored profile never changed, so nothing is to be undone
    @Test
    void locking_a_field_or_switching_it_off_takes_the_search_back_to_the_profile() {
        learned("0.7500", 1);
        set(true, Set.of(LockedField.TITLES, LockedField.COMPANY_SIZES));
        assertThat(searched(BASE)).isEqualTo(new Aim(List.of("legal", "Marketing"), BASE.titles(), BASE.sizes()));
        set(false, Set.of());
        LearnedTargets off = targets();
        assertThat(searched(BASE)).isEqualTo(BASE);
        assertThat(in(() -> off.exploredPercent(client()))).isZero();
    }

    // CIS 13: an expired pattern steers nothing; 14.2: what is explored of sourcing
    @Test
    void a_pattern_that_ran_out_refines_nothing() {
        assertThat(searched(BASE)).isEqualTo(BASE);
        learned("0.7500", 1);
        LearnedTargets targets = targets();
        assertThat(in(() -> targets.exploredPercent(client()))).isEqualTo(20);
        clock().set(now().plus(Duration.ofDays(14)));
        assertThat(searched(BASE)).isEqualTo(BASE);
        assertThat(told()).isEmpty();
    }

    // CIS P6, 14.2: whom an exploring search bought, the allocator must be able to give out
    @Test
    void the_allocator_takes_more_and_never_fewer() {
        learned("0.7500", 1);
        assertThat(taken(BASE))
                .isEqualTo(new Aim(List.of("legal", "Marketing"), List.of("CEO", "CMO", "Manager"), BASE.sizes()));
        assertThat(taken(new Aim(List.of(), List.of(), List.of()))).isEqualTo(new Aim(List.of(), List.of(), List.of()));
        assertThat(told()).isEmpty();
    }

    // CIS 15: sizes with a gap between them; none meets the sweet spot → unchanged
    @Test
    void of_several_sizes_the_one_that_meets_the_sweet_spot_is_narrowed() {
        learned("0.7500", 1);
        assertThat(searched(new Aim(List.of(), List.of("CEO"), List.of("1-20", "100-200")))
                        .sizes())
                .containsExactly("16-20");
        assertThat(searched(new Aim(List.of(), List.of("CEO"), List.of("1-10", "100-200")))
                        .sizes())
                .containsExactly("1-10", "100-200");
        assertThat(searched(new Aim(List.of(), List.of("CEO"), List.of())).sizes())
                .containsExactly("16-30");
    }
}
