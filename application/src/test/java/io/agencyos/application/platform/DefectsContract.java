package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.Defect;
import io.agencyos.domain.platform.Defect.State;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Ways in which the product failed, on stores of any kind. Source: api 9.17 {@code P/system/errors}. */
public abstract class DefectsContract {

    private static final UserId KIM = new UserId(UUID.randomUUID());

    private final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);
    private final String route = "GET /things/" + UUID.randomUUID();

    protected abstract UnitOfWork units();

    protected abstract Defects defects();

    protected abstract Audit audit();

    private KeepDefects keep() {
        return new KeepDefects(defects(), audit(), units(), now::get, UUID::randomUUID);
    }

    private void fails(String saying, String where) {
        keep().note(new IllegalStateException("outer", new ArithmeticException(saying)), where);
    }

    private List<Defect> met(State... states) {
        return keep().list(Set.of(states), null, 100).stream()
                .filter(defect -> defect.seenIn().equals(route))
                .toList();
    }

    @Test // one line, however often; nothing of what it said
    void what_fails_twice_at_one_place_is_one_defect_that_says_nothing_of_whom_it_was_about() {
        for (int i = 0; i < 2; i++) {
            fails("lee@person.example is number " + i, route);
            now.set(now.get().plusSeconds(60));
        }

        assertThat(met()).singleElement().satisfies(defect -> {
            assertThat(defect.kind()).isEqualTo("java.lang.ArithmeticException");
            assertThat(defect.place()).startsWith(DefectsContract.class.getName() + ".fails:");
            assertThat(defect.count()).isGreaterThanOrEqualTo(2);
            assertThat(defect.lastAt()).isAfter(defect.firstAt());
            assertThat(defect.toString()).doesNotContain("lee@person.example");
        });
    }

    @Test // resolve, mute: what is mended opens when it is met again, what is muted is counted on
    void staff_settles_what_was_met_and_hears_of_it_when_it_comes_back() {
        keep().note(new UnsupportedOperationException("one"), route);
        String fingerprint = met().getFirst().fingerprint();

        assertThat(keep().say(KIM, fingerprint, State.MUTED, Origin.NONE)).isPresent();
        assertThat(met(State.OPEN)).isEmpty();
        assertThat(met(State.MUTED)).hasSize(1);
        assertThat(keep().say(KIM, fingerprint, State.RESOLVED, Origin.NONE)).isPresent();
        assertThat(met(State.OPEN, State.MUTED)).isEmpty();
        assertThat(keep().say(KIM, "0000000000000000", State.RESOLVED, Origin.NONE))
                .isEmpty();
    }

    @Test
    void what_is_mended_opens_again_and_what_is_muted_stays_so() {
        for (State state : List.of(State.RESOLVED, State.MUTED)) {
            keep().note(new IllegalCallerException("one"), route);
            Defect seen = met().getFirst();
            keep().say(KIM, seen.fingerprint(), state, Origin.NONE);
            units().onPlatform(() -> defects().note(seen.again(route, now.get())));

            assertThat(met().getFirst().state()).isEqualTo(state == State.MUTED ? State.MUTED : State.OPEN);
        }
    }

    @Test // -last_at, by cursor
    void what_was_met_last_comes_first() {
        keep().note(new IllegalThreadStateException("one"), route);
        now.set(now.get().plusSeconds(1));
        keep().note(new IndexOutOfBoundsException("two"), route);
        List<Defect> both = met();

        assertThat(both).extracting(Defect::kind).first().isEqualTo("java.lang.IndexOutOfBoundsException");
        Defect last = both.getFirst();
        assertThat(keep().list(Set.of(), new Defects.After(last.lastAt(), last.id()), 100))
                .doesNotContain(last)
                .contains(both.get(1));
    }

    @Test // api 13: a store that is away is no defect of ours
    void a_store_that_is_away_is_no_defect() {
        keep().note(new StorageUnavailable("away", new IllegalStateException()), route);

        assertThat(met()).isEmpty();
    }
}
