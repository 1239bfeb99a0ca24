package io.agencyos.application.outreach.wash;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.PhoneWash.Answer;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every form of the register's files must do: a line that left is a number that comes back. Source: vendors/dncr 1, 3. */
public abstract class WashFilesContract {

    private static final PhoneNumber PRIYA = new PhoneNumber("+61491570006");
    private static final PhoneNumber NOOR = new PhoneNumber("+61491570156");
    private static final PhoneNumber FREE_CALL = new PhoneNumber("+611800160401");
    private static final PhoneNumber ABROAD = new PhoneNumber("+64211234567");

    protected abstract WashFiles files();

    @Test
    void a_line_for_each_number_in_the_order_that_was_asked_for() {
        List<String> lines = files().lines(List.of(NOOR, PRIYA));
        assertThat(lines).hasSize(2).doesNotHaveDuplicates();
        assertThat(files().lines(List.of(PRIYA, NOOR))).isEqualTo(lines.reversed());
    }

    @Test // vendors/dncr 3: every number that is submitted is paid for
    void a_number_that_the_register_does_not_know_is_not_submitted() {
        assertThat(files().lines(List.of(ABROAD, PRIYA))).isEqualTo(files().lines(List.of(PRIYA)));
    }

    @Test // vendors/dncr 1
    void what_the_register_says_comes_back_under_the_same_number() {
        List<String> lines = files().lines(List.of(PRIYA, NOOR, FREE_CALL));
        assertThat(files().read(List.of(lines.get(0) + ",Y", lines.get(1) + ",N", lines.get(2) + ",I")))
                .containsOnlyKeys(PRIYA, NOOR, FREE_CALL)
                .containsEntry(PRIYA, Answer.LISTED)
                .containsEntry(NOOR, Answer.CLEAN)
                .containsEntry(FREE_CALL, Answer.INVALID);
    }

    @Test // vendors/dncr 1: an error code on the number
    void a_line_without_an_answer_that_counts_says_nothing() {
        String line = files().lines(List.of(PRIYA)).getFirst();
        assertThat(files().read(List.of(line + ",E17", line, "", "number,result")))
                .isEmpty();
    }
}
